import type { CodedResponse } from '../contract.js';

/** One response that a retrained model codes otherwise. */
export interface ChangedCoding {
  responseId: string;
  gained: string[];
  lost: string[];
  stance: { before: CodedResponse['stance']; after: CodedResponse['stance'] } | null;
}

export interface ChangedTheme {
  theme: string;
  /** Responses that have the theme assigned. */
  before: number;
  after: number;
  gained: number;
  lost: number;
}

export interface CodingComparison {
  /** Responses that both coded; others are left out. */
  compared: number;
  /** In order of id. */
  changed: ChangedCoding[];
  /** Themes that some response gained or lost, the most changed first. */
  themes: ChangedTheme[];
}

/**
 * What would change if the codings of one model took the place of those of another: what a person looks at before
 * signing off. Suggestions do not count, only what is assigned.
 */
export function compareCodings(before: CodedResponse[], after: CodedResponse[]): CodingComparison {
  const later = new Map(after.map((coded) => [coded.responseId, coded]));
  const themes = new Map<string, ChangedTheme>();
  const of = (theme: string): ChangedTheme => {
    const known = themes.get(theme) ?? { theme, before: 0, after: 0, gained: 0, lost: 0 };
    themes.set(theme, known);
    return known;
  };
  const changed: ChangedCoding[] = [];
  let compared = 0;
  for (const old of before) {
    const fresh = later.get(old.responseId);
    if (!fresh) continue;
    compared++;
    const [had, has] = [assigned(old), assigned(fresh)];
    for (const theme of had) of(theme).before++;
    for (const theme of has) of(theme).after++;
    const gained = has.filter((theme) => !had.includes(theme));
    const lost = had.filter((theme) => !has.includes(theme));
    for (const theme of gained) of(theme).gained++;
    for (const theme of lost) of(theme).lost++;
    const stance = old.stance === fresh.stance ? null : { before: old.stance, after: fresh.stance };
    if (gained.length + lost.length > 0 || stance)
      changed.push({ responseId: old.responseId, gained, lost, stance });
  }
  return {
    compared,
    changed: changed.sort((a, b) => (a.responseId < b.responseId ? -1 : 1)),
    themes: [...themes.values()]
      .filter(({ gained, lost }) => gained + lost > 0)
      .sort((a, b) => b.gained + b.lost - a.gained - a.lost || (a.theme < b.theme ? -1 : 1)),
  };
}

function assigned({ assignments }: CodedResponse): string[] {
  return assignments
    .filter(({ decision }) => decision === 'assign')
    .map(({ theme }) => theme)
    .sort();
}
