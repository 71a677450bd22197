/** A share with its interval; all between 0 and 1. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** Normal quantile of a two-sided 95% interval. */
export const Z95 = 1.959964;

/**
 * Wilson's score interval (1927) of a share. The sample size may be broken: an effective size.
 * @param share observed share
 * @param size sample size, above 0
 */
export function wilson(share: number, size: number, z: number = Z95): Interval {
  const z2 = z * z;
  const middle = (share + z2 / (2 * size)) / (1 + z2 / size);
  const half = (z / (1 + z2 / size)) * Math.sqrt((share * (1 - share)) / size + z2 / (4 * size * size));
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
