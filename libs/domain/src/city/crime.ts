/** A point at which a series stops being comparable with itself. */
export interface SeriesBreak {
  /** First month of the new way of recording, `yyyy-mm`. */
  month: string;
  reason: string;
}

export const RECORDED_CRIME_BREAKS: readonly SeriesBreak[] = [
  {
    month: '2022-11',
    reason:
      'Devon and Cornwall Police changed its recording system in November 2022. Inspectors estimated that 16% of crime ' +
      'was then not recorded; the fall of 2023 and the rise of 2024 must not be read as a change in crime.',
  },
];

/** First month of `RECORDED_CRIME`. */
const FROM = { year: 2022, month: 5 };

/**
 * Crime and anti-social behaviour recorded by police in Plymouth (20 wards), a month an entry, May 2022 to April 2025.
 * Source: data.police.uk, street-level crime summed over the city's 164 LSOAs, Open Government Licence v3.0.
 */
// prettier-ignore
const COUNTS = [
  2135, 2122, 2245, 2326, 2040, 2132, 1688, 1943,
  1776, 1729, 2028, 1490, 1461, 1498, 1460, 1633, 1470, 1542, 1317, 2065,
  2182, 2097, 2377, 2437, 2791, 2684, 2746, 2755, 2519, 2560, 2485, 2390,
  2304, 2237, 2509, 2458,
];

export interface MonthlyCount {
  /** `yyyy-mm` */
  month: string;
  count: number;
}

export const RECORDED_CRIME: readonly MonthlyCount[] = COUNTS.map((count, index) => {
  const since = FROM.month - 1 + index;
  const month = String((since % 12) + 1).padStart(2, '0');
  return { month: `${FROM.year + Math.floor(since / 12)}-${month}`, count };
});
