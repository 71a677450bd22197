import {
  AREA_RULE,
  type AreaComparison,
  areaWords,
  basisWords,
  type Change,
  CHANGE_RULE,
  changeHeading,
  changeWords,
  perHundred,
  reasonOf,
  toTwoDigits,
} from '#statements';

/** What an edition says of a theme, as it was worked out when it was published; kept with it and never worked out again. */
export interface KeptStatement {
  rule: { code: string; version: number };
  /** `city`, or the code of an agency whose own series are compared. */
  scope: string;
  theme: string;
  /** Of a comparison of areas; null of a change. */
  ward: string | null;
  verdict: string;
  /** Does it stand beside everything that was compared with it, so that a heading may tell it? */
  headline: boolean;
  /** One line to print. */
  words: string;
  /** Heading over one theme's change; null of a comparison of a ward, absent of an edition made before it was kept. */
  heading?: string | null;
  /** What it rests on: how many series or engagements, their names, and their part of the people heard. */
  basis: string;
  /** "12 of 100 heard in the same consultations, 9 the year before"; null where nothing can be compared. */
  perHundred: string | null;
  /** Why it can't be compared, in words; null where it can. */
  reason: string | null;
  numbers: StatementNumbers | null;
  /** Names of the series or engagements compared. */
  series: string[];
}

/** A statement with the names that its edition uses. */
export interface Statement extends KeptStatement {
  themeName: string;
  wardName: string | null;
  heading: string | null;
}

export interface StatementNumbers {
  /** Difference of shares, from -1 to 1. */
  difference: number;
  /** Of a comparison of areas to two significant digits. */
  standardError: number;
  /** Change relative to before, with its 95% interval: .3 is 30% more; null of a comparison of areas, and where nobody raised it before. */
  relative: { value: number; low: number; high: number } | null;
  /** Share before, over the same consultations; null of a comparison of areas. */
  before: number | null;
  /** Two-sided; null of a comparison of areas. */
  p: number | null;
  /** At most this share of the people heard is in the series; null where it is hidden, and of a comparison of areas. */
  heard: number | null;
}

/** A change as it is kept. */
export function keptChange(scope: string, change: Change): KeptStatement {
  const common = {
    rule: CHANGE_RULE,
    scope,
    theme: change.theme,
    ward: null,
    words: changeWords(change),
    heading: changeHeading(change),
    basis: basisWords(change),
    perHundred: perHundred(change),
    series: change.series,
  };
  if (change.verdict === 'cannot-compare')
    return {
      ...common,
      verdict: change.verdict,
      headline: false,
      reason: reasonOf(change.why),
      numbers: null,
    };
  const { difference, standardError, relative, before, p, heard } = change;
  return {
    ...common,
    verdict: change.verdict,
    headline: 'headline' in change && change.headline,
    reason: null,
    numbers: { difference, standardError, relative, before, p, heard },
  };
}

/** A comparison of a ward with the rest of the city as it is kept. */
export function keptComparison(theme: string, comparison: AreaComparison): KeptStatement {
  const { code, verdict, engagements } = comparison;
  const measured = comparison.verdict === 'cannot-compare' ? null : comparison;
  const many = engagements.length === 1 ? '1 engagement' : `${engagements.length} engagements`;
  return {
    rule: AREA_RULE,
    scope: 'city',
    theme,
    ward: code,
    verdict,
    headline: verdict === 'above' || verdict === 'below',
    words: areaWords(comparison),
    heading: null,
    basis: engagements.length === 0 ? 'No engagement heard enough people there.' : `Within ${many}.`,
    perHundred: null,
    reason: measured ? null : 'too few people were heard in the same engagements',
    numbers: measured && {
      difference: measured.difference,
      // What the coder may add is in it: no finer than the page needs, or the audit could be read off it.
      standardError: toTwoDigits(measured.standardError),
      relative: null,
      before: null,
      p: null,
      heard: null,
    },
    series: engagements,
  };
}
