import {
  changeOf,
  type Cell,
  type Change,
  type PeriodCells,
  type Series,
  type TwoPeriods,
} from '#statements';

const cells = (before: Cell, now: Cell): PeriodCells => ({
  whole: { before, now },
  quarters: { before: [before, null, null, null], now: [now, null, null, null] },
});
export const ALL = [0, 1, 2, 3];

/** A series of which everybody heard and those who raised each theme are given as [before, now]. */
export function series(
  code: string,
  base: [Cell, Cell],
  themes: Record<string, [Cell, Cell]>,
  open = ALL,
): Series {
  return {
    code,
    name: `Survey ${code}`,
    open: { before: open, now: open },
    base: cells(...base),
    themes: Object.fromEntries(Object.entries(themes).map(([theme, pair]) => [theme, cells(...pair)])),
  };
}

export function periods(all: Series[], heard = 2000, themes = Object.keys(all[0]?.themes ?? {})): TwoPeriods {
  const coded = { coder: '3', codebook: '2' };
  return {
    themes,
    series: all,
    heard: { before: heard, now: heard },
    codedBy: { before: coded, now: coded },
  };
}

/** Series of the edition that wander by a tenth of log-odds, as twenty comparisons of them say. */
const MEASURED = { variance: 0.01, freedom: 20 };
export const onlyMeasured = (two: TwoPeriods): Change => changeOf(two, MEASURED)[0]!;
export const only = (two: TwoPeriods): Change => changeOf(two)[0]!;
