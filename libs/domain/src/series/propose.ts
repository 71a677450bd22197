/** How engagements repeat each other. */
export type SeriesKind = 'standing-feed' | 'repeats';

/** Engagements of one agency that, as far as can be told, asked the same people the same again. */
export interface SeriesProposal {
  agency: string;
  /** Stable: of the first engagement. */
  key: string;
  name: string;
  kind: SeriesKind;
  /** Keys of engagements, in order of opening. */
  engagements: string[];
  /** Why it is proposed, for whoever signs it. */
  because: string;
}

/** What is looked at; dates are ISO, questions the texts of its open ones. */
export interface AskedEngagement {
  agency: string;
  key: string;
  title: string;
  kind: string;
  participation: string | null;
  opens: string | null;
  closes: string | null;
  channel: string | null;
  communities: readonly string[];
  questions: readonly string[];
}

/** Shorter than this no engagement is heard in the same season of two years. */
const A_YEAR_AND_A_QUARTER = 456;
const DAY = 86_400_000;

/**
 * Which engagements may be series (rule A, 2): one that was open for over a year, or a standing feed; and runs of one agency whose
 * titles are the same but for years, with the same open questions, channel, level and people asked. A title alone is never enough,
 * and only what a person signs is compared.
 */
export function proposeSeriesOf(engagements: readonly AskedEngagement[]): SeriesProposal[] {
  // What only announces is answered by nobody.
  const asking = engagements.filter(({ questions }) => questions.length > 0);
  const standing = asking.filter(isStanding).map((one): SeriesProposal => ({
    agency: one.agency,
    key: keyOf(one),
    name: one.title,
    kind: 'standing-feed',
    engagements: [one.key],
    because: 'It was open in the same seasons of more than one year, with the same questions.',
  }));
  const runs = new Map<string, AskedEngagement[]>();
  for (const one of asking) {
    if (isStanding(one) || one.opens === null) continue;
    const same = JSON.stringify([
      one.agency,
      withoutYears(one.title),
      one.channel,
      one.participation,
      [...one.communities].sort(),
      one.questions.map(folded).sort(),
    ]);
    runs.set(same, [...(runs.get(same) ?? []), one]);
  }
  const repeated = [...runs.values()]
    .filter((some) => some.length > 1)
    .map((some): SeriesProposal => {
      const ordered = [...some].sort((a, b) => (a.opens! < b.opens! ? -1 : a.opens! > b.opens! ? 1 : 0));
      return {
        agency: ordered[0]!.agency,
        key: keyOf(ordered[0]!),
        name: nameWithoutYears(ordered[0]!.title),
        kind: 'repeats',
        engagements: ordered.map(({ key }) => key),
        because: `${ordered.length} runs with the same questions, channel, level and people asked.`,
      };
    });
  return [...standing, ...repeated].sort((a, b) =>
    a.agency === b.agency ? (a.key < b.key ? -1 : 1) : a.agency < b.agency ? -1 : 1,
  );
}

/**
 * In what engagements differ that one series can't differ in (rule A, 2): the way of asking, who is asked, or the open questions, of
 * which at least one must be the same word for word. Null where nothing known stands against comparing them.
 */
export function whatParts(engagements: readonly AskedEngagement[]): string | null {
  for (const field of ['channel', 'participation'] as const)
    if (new Set(engagements.map((one) => one[field])).size > 1) return field;
  const asked = engagements.map(({ questions }) => new Set(questions.map(folded)));
  const [first = new Set<string>(), ...others] = asked;
  const shared = [...first].some((question) => others.every((one) => one.has(question)));
  // Where none has an open question there is no wording to part them.
  return shared || asked.every(({ size }) => size === 0) ? null : 'questions';
}

const isStanding = ({ kind, opens, closes }: AskedEngagement): boolean =>
  kind === 'standing-feed' ||
  (opens !== null &&
    closes !== null &&
    (Date.parse(closes) - Date.parse(opens)) / DAY > A_YEAR_AND_A_QUARTER);

const YEARS = /\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d))?\b/g;

const withoutYears = (title: string): string => folded(title.replace(YEARS, ' '));
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const nameWithoutYears = (title: string): string =>
  title
    .replace(YEARS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s*[,:;–-]\s*$/, '')
    .trim() || title;

/** A key as addresses and groups hold it. */
function keyOf({ key }: AskedEngagement): string {
  const plain = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return plain || 'series';
}
