import { areTied, shareOf } from './share.js';
import type { Share } from './share.js';

/** Which themes a response has: decided by a person, blind; or given by the model, with their probabilities. */
export interface AuditCoding {
  responseId: string;
  themes: readonly string[];
}

export interface Predicted {
  responseId: string;
  /** Theme to probability; a theme that is missing counts as 0. */
  chances: Readonly<Record<string, number>>;
  /** Whose it is: people are drawn, not responses. Unless said, each is somebody's own. */
  person?: string;
  /** Of an audited response: how many it stands for, beside the others; 1 unless said. */
  weight?: number;
  /** Community, ward or the like by which shares are told apart; null = in none. */
  group?: string | null;
}

export interface ThemeShare {
  theme: string;
  share: Share;
  /** Themes whose intervals overlap this one: they can't be ranked apart. */
  tiedWith: string[];
  /** Shares within groups that have enough audit codings. */
  byGroup: { group: string; share: Share }[];
}

/** Audit codings that a group must have before it gets shares of its own. */
export const FEWEST_IN_GROUP = 30;

/**
 * Share of each theme with its 95% interval and how it was made, the largest first.
 * @param audit one coding by a person for each response of the random audit sample; codings of responses that are
 *   not among the predicted do not count
 * @param predicted the model's chances for every response counted, audited ones too. The model must not have been
 *   trained on the audit sample, and its own chances go in even where a person decided otherwise.
 * @throws Error where no audit coding is left
 */
export function themeShares(
  audit: readonly AuditCoding[],
  predicted: readonly Predicted[],
  themes: readonly string[],
): ThemeShare[] {
  const decided = new Map(audit.map((coding) => [coding.responseId, coding.themes]));
  const whole = within(predicted, decided);
  const groups = groupsOf(predicted, decided).map(
    ([group, members]) => [group, within(members, decided)] as const,
  );
  const shares = themes.map((theme): ThemeShare => ({
    theme,
    share: shareWithin(whole, theme),
    tiedWith: [],
    byGroup: groups.map(([group, members]) => ({ group, share: shareWithin(members, theme) })),
  }));
  for (const one of shares)
    one.tiedWith = shares
      .filter((other) => other !== one && areTied(one.share, other.share))
      .map(({ theme }) => theme);
  return shares.sort((a, b) => b.share.value - a.share.value || (a.theme < b.theme ? -1 : 1));
}

type Decided = ReadonlyMap<string, readonly string[]>;

/** Responses that count, those of the audit among them. */
interface Within {
  all: readonly Predicted[];
  audited: readonly { one: Predicted; themes: readonly string[] }[];
}

const within = (all: readonly Predicted[], decided: Decided): Within => ({
  all,
  audited: all.flatMap((one) => {
    const themes = decided.get(one.responseId);
    return themes ? [{ one, themes }] : [];
  }),
});

const shareWithin = ({ all, audited }: Within, theme: string): Share =>
  shareOf(
    audited.map(({ one: { responseId, chances, person = responseId, weight = 1 }, themes }) => ({
      actual: themes.includes(theme),
      predicted: chances[theme] ?? 0,
      person,
      weight,
    })),
    Float64Array.from(all, ({ chances }) => chances[theme] ?? 0),
  );

function groupsOf(predicted: readonly Predicted[], decided: Decided): [string, Predicted[]][] {
  const groups = new Map<string, Predicted[]>();
  for (const one of predicted) {
    if (one.group === null || one.group === undefined) continue;
    const members = groups.get(one.group);
    if (members) members.push(one);
    else groups.set(one.group, [one]);
  }
  const audited = (members: Predicted[]): number =>
    members.filter(({ responseId }) => decided.has(responseId)).length;
  return [...groups]
    .filter(([, members]) => audited(members) >= FEWEST_IN_GROUP)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
