import { Z95 } from './normal.js';

/** A share or figure with its 95% interval; the unit is the caller's. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/**
 * Wilson's score interval of a share: it stays inside 0 and 1 and is honest for small shares, where the textbook interval
 * is not.
 *
 * E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
 * @param share observed share, from 0 to 1
 * @param size sample size, above 0; may be broken: an effective size
 * @param z quantile; 95% unless told
 */
export function wilson(share: number, size: number, z: number = Z95): Interval {
  const z2 = z * z;
  const middle = (share + z2 / (2 * size)) / (1 + z2 / size);
  const half = (z / (1 + z2 / size)) * Math.sqrt((share * (1 - share)) / size + z2 / (4 * size * size));
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
