/** A figure with its 95% range. */
interface Ranged {
  value: number;
  low: number;
  high: number;
}

/**
 * Which of several figures is surely the highest, and which the lowest: one whose range lies beyond the range of every other. Two ranges
 * of equal width that do not meet differ by 2.8 standard errors of their difference, so of items that are alike one is named in under 1%,
 * of two to twenty items (`tests/unit/statements-figures.test.ts`).
 * @returns places in the list; null where none stands apart
 */
export function standsApart(all: readonly Ranged[]): { highest: number | null; lowest: number | null } {
  const only = (isBeyond: (one: Ranged, other: Ranged) => boolean): number | null => {
    const found = all.findIndex((one) => all.every((other) => other === one || isBeyond(one, other)));
    return found < 0 || all.length < 2 ? null : found;
  };
  return {
    highest: only((one, other) => one.low > other.high),
    lowest: only((one, other) => one.high < other.low),
  };
}
