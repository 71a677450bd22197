import { benjaminiHochberg, twoSided, Z95 } from '../interval/normal.js';
import { mantelHaenszel } from '../change/mantel-haenszel.js';
import { MINIMUM_EXPECTED, MINIMUM_STRATUM_BASE, type Stratum } from '../change/strata.js';
import type { Cell } from '../change/heard.js';

/** Known by this name and version wherever it is told. By version 2 the allowance for the coder was of unrounded findings of the audit. */
export const AREA_RULE = { code: 'areas-within-engagements', version: 3 } as const;

/** Released people of an area and of the whole city in one engagement: all who were heard, and who raised the theme. */
export interface WithinEngagement {
  engagement: string;
  area: { base: Cell; raised: Cell };
  city: { base: Cell; raised: Cell };
}

export interface Area {
  code: string;
  engagements: readonly WithinEngagement[];
}

/** How well the theme is coded; without it the theme needs no coder (a closed answer). */
export interface CodedTheme {
  /** What the coder's false alarms may add to a difference of shares (`allowanceOf`). */
  allowance: number;
}

export type AreaComparison =
  | {
      code: string;
      verdict: 'above' | 'below' | 'no-clear-difference';
      /** Difference of the area's share from the rest of the city's, in the same engagements. */
      difference: number;
      standardError: number;
      /** Names of the engagements compared. */
      engagements: string[];
    }
  | { code: string; verdict: 'cannot-compare'; engagements: string[] };

/** Fewest people whom the rest of the city's share must make the area expect, over all engagements. */
const MINIMUM_EXPECTED_IN_AREA = MINIMUM_EXPECTED;

/**
 * Which areas are above or below the rest of the city, within the same engagements, when all are tried at once. Areas that
 * are alike in every consultation are called different in 5% each, and one in any in 5%; by shares of everybody heard 22 to
 * 38%, because a local consultation makes its ward look like its subject.
 *
 * Mantel-Haenszel over engagements. A coder's false alarms have a pattern of their own by ward, so the standard error holds
 * an allowance of half the share of them (rule B); Benjamini and Hochberg over the areas.
 * @param theme null for what no coder said
 */
export function compareAreas(areas: readonly Area[], theme: CodedTheme | null): AreaComparison[] {
  const allowance = theme?.allowance ?? 0;
  const measured = areas.map(({ code, engagements }) => {
    const strata = engagements.flatMap(stratumOf);
    const names = strata.map(({ series }) => series);
    const expected = strata.reduce((sum, { n0, n1, x0, x1 }) => sum + (n1 * (x0 + x1)) / (n0 + n1), 0);
    if (expected < MINIMUM_EXPECTED_IN_AREA) return { code, names, found: null };
    const { value, standardError } = mantelHaenszel(strata, 0);
    return { code, names, found: { value, standardError: Math.hypot(standardError, allowance) } };
  });
  const compared = measured.flatMap(({ found }) =>
    found ? [twoSided(found.value / found.standardError)] : [],
  );
  const stands = benjaminiHochberg(compared);
  let at = 0;
  return measured.map(({ code, names, found }): AreaComparison => {
    if (!found) return { code, verdict: 'cannot-compare', engagements: names };
    const clear = stands[at++] && Math.abs(found.value) > Z95 * found.standardError;
    return {
      code,
      verdict: !clear ? 'no-clear-difference' : found.value > 0 ? 'above' : 'below',
      difference: found.value,
      standardError: found.standardError,
      engagements: names,
    };
  });
}

/**
 * What still stands when the areas of every theme are read together, as a board reads them: Benjamini and Hochberg over all that was
 * compared, after that over the areas of each theme. By theme alone a city with little said gets about one claim for every twenty themes
 * by chance, and next to no true ones beside it.
 * @param byTheme what `compareAreas` found, theme by theme
 * @returns the same, in the same order; what does not stand is no clear difference
 */
export function amongThemes(byTheme: readonly (readonly AreaComparison[])[]): AreaComparison[][] {
  const measured = byTheme.flat().flatMap((each) => (each.verdict === 'cannot-compare' ? [] : [each]));
  const stands = benjaminiHochberg(
    measured.map(({ difference, standardError }) => twoSided(difference / standardError)),
  );
  const fallen = new Set<AreaComparison>(measured.filter((_, at) => !stands[at]));
  return byTheme.map((areas) =>
    areas.map((each) =>
      each.verdict !== 'cannot-compare' && fallen.has(each)
        ? { ...each, verdict: 'no-clear-difference' }
        : each,
    ),
  );
}

/** The rest of the city beside the area; nothing where a cell is hidden or too small, or the area is all there is. */
function stratumOf({ engagement, area, city }: WithinEngagement): Stratum[] {
  if (area.base === null || area.raised === null || city.base === null || city.raised === null) return [];
  const [n1, n0] = [area.base, city.base - area.base];
  if (Math.min(n0, n1) < MINIMUM_STRATUM_BASE) return [];
  const x1 = Math.min(area.raised, n1);
  const x0 = Math.min(Math.max(0, city.raised - area.raised), n0);
  return [{ series: engagement, n0, n1, x0, x1 }];
}
