import type { Cell, PeriodCells, Series } from './heard.js';

/** One cell of a comparison like for like: the same series, in the same season of both periods. */
export interface Stratum {
  series: string;
  /** People heard, and of them those who raised the theme: `0` before, `1` now. */
  n0: number;
  n1: number;
  x0: number;
  x1: number;
}

/** Where a stratum is read: the whole period, or one quarter of it. */
type Place = 'whole' | number;

/** A base under this is too small a stratum. */
export const MINIMUM_STRATUM_BASE = 30;
/** Fewest people whom the theme's share must make the smaller base expect. */
export const MINIMUM_EXPECTED = 10;
/** What a hidden cell counts when strata are chosen; a stratum that was chosen and has one is left out afterwards. */
const HIDDEN_COUNTS = 2.5;

/**
 * Strata of a series (rule A, 2 and 3): the whole period where it was open in the same quarters of both; otherwise each
 * quarter in which it was open in both. Never the sum of quarters where the cell of the whole exists. With a break, only quarters
 * between which it does not lie, and the whole only where no quarter of it is on another side.
 */
export function placesOf({ open, unbroken }: Series): Place[] {
  const both = open.now.filter((quarter) => open.before.includes(quarter));
  if (both.length === 0) return [];
  const alike = unbroken
    ? both.filter((quarter) => unbroken.before.includes(quarter) && unbroken.now.includes(quarter))
    : both;
  const same = alike.length === open.now.length && alike.length === open.before.length;
  return same ? ['whole'] : alike;
}

const at = (cells: PeriodCells, place: Place, when: 'before' | 'now'): Cell =>
  place === 'whole' ? cells.whole[when] : (cells.quarters[when][place] ?? null);

/**
 * Strata in which a theme is compared. They are chosen by how many people are expected, not by whether both cells are
 * shown: choosing what is shown would pick cells that noise or the guard lifted.
 */
export function strataOf(theme: string, series: readonly Series[]): Stratum[] {
  return series.flatMap((each) => {
    const cells = each.themes[theme];
    if (!cells) return [];
    return placesOf(each).flatMap((place): Stratum[] => {
      const [n0, n1] = [at(each.base, place, 'before'), at(each.base, place, 'now')];
      if (n0 === null || n1 === null || Math.min(n0, n1) < MINIMUM_STRATUM_BASE) return [];
      const [x0, x1] = [at(cells, place, 'before'), at(cells, place, 'now')];
      const share = ((x0 ?? HIDDEN_COUNTS) + (x1 ?? HIDDEN_COUNTS)) / (n0 + n1);
      if (share * Math.min(n0, n1) < MINIMUM_EXPECTED || x0 === null || x1 === null) return [];
      return [{ series: each.code, n0, n1, x0: Math.min(x0, n0), x1: Math.min(x1, n1) }];
    });
  });
}
