import { wilson, type Interval } from './wilson.js';

/** An estimate with its 95% interval and the method it was made by. */
export interface Estimate extends Interval {
  method: string;
}

/** E. B. Wilson's score interval (1927), in the words of a page. */
export const SHARE_METHOD = 'Percent of released people, with the 95% range of chance';

/**
 * Share of a base, in percent, from released figures only. The base is a released whole, never a sum of shown cells: sums
 * of quarters make the share of a year 23% too low.
 * @param part released people; a part that rounding carried above its base counts as the whole
 * @param base released people of whom it is a share
 * @param minimumBase of the policy that released them
 * @returns null where the base is under the minimum
 */
export function share(part: number, base: number, minimumBase: number): Estimate | null {
  if (base < minimumBase || base <= 0) return null;
  const { value, low, high } = wilson(Math.min(part, base) / base, base);
  return { value: 100 * value, low: 100 * low, high: 100 * high, method: SHARE_METHOD };
}
