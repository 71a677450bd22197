/** A share as heard, and as it would be if everybody were heard alike; percent. */
export interface BothShares {
  asHeard: number;
  /** Null where it is not told. */
  weighted: { low: number; high: number } | null;
}

const ALIKE = 'if every age and sex were heard alike';

/**
 * The heading over shares weighted to residents: how many would read otherwise, that is, have the share as heard outside the 95% range of the
 * weighted one. Both come from the same people, so what weighting moves is known better than the range says: where it moves nothing fewer
 * than 5% of shares are outside.
 */
export function weightedHeading(rows: readonly BothShares[]): string {
  const moved = rows.filter(
    ({ asHeard, weighted }) => weighted && (asHeard < weighted.low || asHeard > weighted.high),
  ).length;
  if (moved === 0) return `The themes would read much the same ${ALIKE}`;
  return `${moved === 1 ? 'One theme' : `${moved} themes`} would read otherwise ${ALIKE}`;
}
