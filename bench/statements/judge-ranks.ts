import { placesInOrder } from '#statements';

/** A theme's figure as it is printed, and how many it truly is. */
export interface RankedTruth {
  value: number;
  low: number;
  high: number;
  truth: number;
}

export interface RankTally {
  /** Themes whose true place is one of those told. */
  places: { part: number; whole: number };
  /** Pairs whose ranges do not meet, and those of them whose true order is the other. */
  apart: { part: number; whole: number };
}

/** The list of themes that have a rank, as a page orders it, beside the true order. */
export function judgeRanks(themes: readonly RankedTruth[]): RankTally {
  const rows = [...themes].sort((a, b) => b.value - a.value);
  const held = placesInOrder(rows).filter(({ first, last }, at) => {
    const { truth } = rows[at]!;
    const more = rows.filter((other) => other.truth > truth).length;
    const asMany = rows.filter((other) => other.truth >= truth).length;
    return first <= asMany && more + 1 <= last;
  });
  const apart = rows.flatMap((above, at) => rows.slice(at + 1).filter((below) => below.high < above.low).map((below) => above.truth < below.truth)); // prettier-ignore
  return {
    places: { part: held.length, whole: rows.length },
    apart: { part: apart.filter(Boolean).length, whole: apart.length },
  };
}
