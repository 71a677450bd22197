import type { FrozenRecorded } from './frozen-recorded.js';

type Series = Pick<FrozenRecorded, 'months' | 'missing' | 'breaks'>;

/** May these months be compared with each other? Not across a break, not before the new way had settled, not where one is missing. */
export function mayCompare(
  { missing, breaks }: Pick<Series, 'missing' | 'breaks'>,
  months: readonly string[],
): boolean {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || months.some((month) => missing.includes(month)))
    return false;
  return breaks.every(({ month, settled }) => last < month || first >= (settled ?? month));
}

/** Does a month lie where its count may not be compared with those of a settled way of recording? */
export const isUnsettled = ({ breaks }: Pick<Series, 'breaks'>, month: string): boolean =>
  breaks.some((broken) => month >= broken.month && broken.settled !== null && month < broken.settled);

/** The last twelve months; null where there are not so many, or they may not be compared with each other. */
export function lastYear(series: Series): string[] | null {
  const months = series.months.slice(-12);
  return months.length === 12 && mayCompare(series, months) ? months : null;
}

/** The twelve before, where both years may be compared. */
export function yearBefore(series: Series): string[] | null {
  const both = series.months.slice(-24);
  return both.length === 24 && mayCompare(series, both) ? both.slice(0, 12) : null;
}
