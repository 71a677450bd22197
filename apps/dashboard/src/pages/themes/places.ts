interface Interval {
  low: number;
  high: number;
}

/**
 * Places that a share may have among others: it is surely below those that lie wholly above it, and nothing is known
 * of those whose intervals overlap.
 */
export function placesOf(share: Interval, all: readonly Interval[]): { first: number; last: number } {
  const above = all.filter((other) => other.low > share.high).length;
  const notBelow = all.filter((other) => other.high >= share.low).length;
  return { first: above + 1, last: Math.max(above + 1, notBelow) };
}
