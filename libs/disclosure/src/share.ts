import type { DisclosurePolicy } from './contract.js';

/** An estimate with its 95% interval and the method it was made by. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
  method: string;
}

/** 97.5th percentile of the normal distribution: 95% two-sided. */
const Z = 1.959964;

export const SHARE_METHOD = 'Percent of released people; 95% interval by Wilson (1927)';

/**
 * Share of a base, in percent, from released figures only.
 * @param part released people; a part that rounding carried above its base counts as the whole
 * @param base released people of whom it is a share
 * @returns null where the base is under the policy's minimum
 *
 * Interval: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212. It stays inside 0-100
 * and is honest for small shares, where the textbook interval is not.
 */
export function share(part: number, base: number, policy: DisclosurePolicy): Estimate | null {
  if (base < policy.minimumBase || base <= 0) return null;
  const p = Math.min(part, base) / base;
  const scale = 1 + (Z * Z) / base;
  const middle = (p + (Z * Z) / (2 * base)) / scale;
  const half = (Z / scale) * Math.sqrt((p * (1 - p)) / base + (Z * Z) / (4 * base * base));
  return {
    value: 100 * p,
    low: 100 * Math.max(0, middle - half),
    high: 100 * Math.min(1, middle + half),
    method: SHARE_METHOD,
  };
}

/** No rate is told for fewer people than this: it would swing with every single person. */
export const MINIMUM_FOR_RATE = 10;
export const RATE_METHOD = 'Released people per 1,000 residents; 95% interval by Byar';

/**
 * People per `per` residents, from released figures only.
 * @returns null under 10 people, or where nobody lives there
 *
 * Interval: Byar's approximation to the exact Poisson limits; N. E. Breslow and N. E. Day, Statistical Methods in
 * Cancer Research II (IARC, 1987), as English public-health statistics use it.
 */
export function rate(
  people: number,
  residents: number,
  per = 1000,
): (Estimate & { per: number; residents: number }) | null {
  if (people < MINIMUM_FOR_RATE || residents <= 0) return null;
  const limit = (count: number, z: number): number =>
    count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
  const scale = per / residents;
  return {
    value: people * scale,
    low: limit(people, -Z) * scale,
    high: limit(people + 1, Z) * scale,
    method: RATE_METHOD,
    per,
    residents,
  };
}
