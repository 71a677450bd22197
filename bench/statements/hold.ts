import type { simulate } from './simulate.js';

type Report = ReturnType<typeof simulate>;

/** What is asked of the statements of an edition: the most, or the least, of each share; the bounds that the rules were made for. */
const AT_MOST = { falseAlarms: 0.05, wrongHeadlines: 0.1, wrongDirection: 0.005 } as const;
const AT_LEAST = { cityCoverage: 0.93, wardCoverage: 0.93, versionsMeet: 0.95 } as const;
/** Upper end of the simulation's own 95% interval of false alarms. */
const FALSE_ALARMS_SURELY = 0.06;
/** Claims that a ward is above or below the city may point the wrong way as often; of cities with enough of them to count. */
const WARDS_WRONG_WAY = 0.08;
/** Under so many people a city makes too few such claims to judge by: a dozen in 250 cities. */
const WARDS_FROM = 8_000;

/** @returns what of a simulation is not as it is asked, in words; empty where all is */
export function missesOf(report: Report): string[] {
  const misses: string[] = [];
  const most = (name: string, value: number | null | undefined, bound: number): void => {
    if (value != null && value > bound)
      misses.push(`${name} is ${value.toFixed(4)}, at most ${bound} is asked`);
  };
  const least = (name: string, value: number | null, bound: number): void => {
    if (value !== null && value < bound)
      misses.push(`${name} is ${value.toFixed(4)}, at least ${bound} is asked`);
  };
  for (const name of ['falseAlarms', 'wrongHeadlines', 'wrongDirection'] as const)
    most(name, report[name], AT_MOST[name]);
  for (const name of ['cityCoverage', 'wardCoverage', 'versionsMeet'] as const)
    least(name, report[name], AT_LEAST[name]);
  most('falseAlarms, upper end,', report.intervals.falseAlarms?.high, FALSE_ALARMS_SURELY);
  if (report.people >= WARDS_FROM) most('wardWrongWay', report.wardWrongWay, WARDS_WRONG_WAY);
  return misses;
}
