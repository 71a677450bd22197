import type { Factor } from './figures.js';
import type { Grade } from './grade.js';

/** What a figure of themes is cut and filtered by, as far as its grade decides about it. */
export interface ThemeCut {
  /**
   * `city`: everybody heard. `period`: everybody heard in one declared period, of editions made by version 4 of the rule and before. `agency`: one agency's answers and nothing else. `part`: any
   * other part of the people (a ward, a quarter, an age), of the city or of one agency.
   */
  of: 'city' | 'period' | 'agency' | 'part';
  /** The agency whose answers alone are counted; null where of all, `several` where of some together. */
  agency: string | null;
}

/** Why a figure is not told although it is large enough. */
export type WhyWithheld =
  'still-learning' | 'city-only' | 'agency-not-checked' | 'several-themes' | 'to-be-re-coded';

/**
 * How a theme's count may be told: as it was counted (what no coder said), times a factor for the whole that was audited or for a part of it,
 * or not at all.
 */
export type HowTold =
  { as: 'counted' } | { as: 'whole' | 'part'; factor: Factor } | { as: 'withheld'; why: WhyWithheld };

/** A theme as an edition grades it. */
export interface Graded {
  grade: Grade;
  /** Some codings of it wait for a person since the codebook changed. */
  recoding?: boolean | undefined;
  /** Of the city; null where people coded it throughout and nothing is to be corrected. */
  factor?: Factor | null | undefined;
  /** Of agencies that have enough of an audit of their own. */
  agencies?: Readonly<Record<string, Factor>> | undefined;
}

const withheld = (why: WhyWithheld): HowTold => ({ as: 'withheld', why });

/**
 * Rule B on one figure. Ready: the city, agencies with an audit of their own, and parts of either with what parts differ by. Indicative: the city
 * alone, over its whole time. Still learning, and whatever has no grade: no figure.
 */
export function tellTheme(theme: Graded | undefined, { of, agency }: ThemeCut): HowTold {
  if (theme?.recoding) return withheld('to-be-re-coded');
  if (!theme || theme.grade === 'learning') return withheld('still-learning');
  if (!theme.factor) return { as: 'counted' };
  if (theme.grade === 'indicative' && of !== 'city' && of !== 'period') return withheld('city-only');
  const factor = agency === null ? theme.factor : theme.agencies?.[agency];
  if (!factor) return withheld('agency-not-checked');
  return { as: of === 'city' || of === 'agency' ? 'whole' : 'part', factor };
}
