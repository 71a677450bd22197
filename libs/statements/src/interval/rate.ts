import { Z95 } from './normal.js';
import type { Estimate } from './share.js';
import type { Interval } from './wilson.js';

/** No rate is told for fewer people than this: it would swing with every single person. */
export const MINIMUM_FOR_RATE = 10;
/** Byar's interval, in the words of a page. */
export const RATE_METHOD = 'Released people per 1,000 residents, with the 95% range of chance';

export interface Rate extends Estimate {
  per: number;
  residents: number;
}

/**
 * People per `per` residents, from released figures only.
 *
 * Interval: Byar's approximation to the exact Poisson limits; N. E. Breslow and N. E. Day, Statistical Methods in
 * Cancer Research II (IARC, 1987), as English public-health statistics use it. From 10 people on it is within .5% of them.
 * @returns null under 10 people, or where nobody lives there
 */
export function rate(people: number, residents: number, per = 1000): Rate | null {
  if (people < MINIMUM_FOR_RATE || residents <= 0) return null;
  const limit = (count: number, z: number): number =>
    count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
  const scale = per / residents;
  return {
    value: people * scale,
    low: limit(people, -Z95) * scale,
    high: limit(people + 1, Z95) * scale,
    method: RATE_METHOD,
    per,
    residents,
  };
}

const CORRECTED_RATE =
  'People per 1,000 residents, corrected by what people found in comments drawn at random; 95% range';

/** The rate of a corrected figure: its range is the figure's own, in which chance and the coder's error are already. */
export function correctedRate({ value, low, high }: Interval, residents: number, per = 1000): Rate | null {
  if (residents <= 0) return null;
  const scale = per / residents;
  return {
    value: value * scale,
    low: low * scale,
    high: high * scale,
    method: CORRECTED_RATE,
    per,
    residents,
  };
}

/** An area with a rate of its own. */
export interface RatedArea {
  people: number;
  residents: number;
}

/**
 * The rate of several areas together: their released people by their residents, so that it has the numerator and denominator of what it
 * stands beside. Whoever was heard from two of them is in it twice, at most once for everybody heard.
 * @param areas those with a rate @param whole all who were heard, with their range
 * @param corrected were people corrected by an audit? The whole's own range, in proportion, is theirs then: it is the same correction
 * @returns null where no area has a rate, or `rate` has none
 */
export function rateOfAreas(areas: readonly RatedArea[], whole: Interval, corrected: boolean): Rate | null {
  const sum = (of: (area: RatedArea) => number): number => areas.reduce((all, area) => all + of(area), 0);
  const people = Math.min(
    sum((area) => area.people),
    whole.value,
  );
  const residents = sum((area) => area.residents);
  if (!corrected || whole.value === 0) return rate(people, residents);
  const part = people / whole.value;
  return correctedRate({ value: people, low: whole.low * part, high: whole.high * part }, residents);
}
