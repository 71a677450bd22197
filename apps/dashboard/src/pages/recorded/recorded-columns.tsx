import { recordedHeading } from '#statements';
import { count, month } from '../../figures/format';
import type { RecordedSeriesQuery } from '../../gql/graphql';
import type { Column } from '../../tables/columns';

export type Series = RecordedSeriesQuery['recordedSeries']['nodes'][number];
type Month = Series['months'][number];
type Kind = Series['kinds'][number];

/** Can the last twelve months be added up? Where one kind's can, all can. */
export const hasYear = ({ kinds }: Pick<Series, 'kinds'>): boolean => kinds.some(({ year }) => year !== null);

/** The heading of a section, as the room words it. */
export function recordedMessage({ months, kinds }: Pick<Series, 'months' | 'kinds'>, place: string): string {
  const last = months.filter(({ count: held }) => held !== null).at(-1);
  const year = kinds.map(({ name, year: recorded }) => ({ name, count: recorded ?? 0 }));
  return recordedHeading(
    {
      year: hasYear({ kinds }) ? year : null,
      last: last && kinds.length > 0 ? { month: month(last.month), count: last.count ?? 0 } : null,
    },
    place,
  );
}

export const MONTHS: Column<Month>[] = [
  {
    key: 'month',
    head: 'Month',
    rowHead: true,
    order: (one) => one.month,
    cell: (one) => month(one.month),
    csv: { values: (one) => [one.month] },
  },
  {
    key: 'count',
    head: 'Recorded',
    numeric: true,
    order: (one) => one.count,
    cell: (one) => (one.count === null ? 'not held' : count(one.count)),
    csv: { values: (one) => [one.count] },
  },
  {
    key: 'comparable',
    head: 'Comparable',
    cell: (one) => (one.unsettled === null ? '' : 'no: recording had changed'),
    csv: { heads: ['Comparable'], values: (one) => [one.unsettled === null ? 'yes' : 'no'] },
  },
];

/** May the twelve months before be told beside the last twelve? */
export const hasYearBefore = ({ kinds }: Pick<Series, 'kinds'>): boolean =>
  kinds.some(({ yearBefore }) => yearBefore !== null);

/** A kind a row; the year before stands only where the two years may be compared. */
export function kindColumns(last: string, series: Pick<Series, 'kinds'>): Column<Kind>[] {
  const number = (key: 'year' | 'yearBefore' | 'month', head: string): Column<Kind> => ({
    key,
    head,
    numeric: true,
    order: (one) => one[key],
    cell: (one) => (one[key] === null ? '' : count(one[key])),
    csv: { values: (one) => [one[key]] },
  });
  return [
    {
      key: 'kind',
      head: 'Kind',
      rowHead: true,
      order: (one) => one.name,
      cell: (one) => one.name,
      csv: { values: (one) => [one.name] },
    },
    ...(hasYear(series) ? [number('year', 'Twelve months')] : []),
    ...(hasYearBefore(series) ? [number('yearBefore', 'Twelve before')] : []),
    number('month', month(last)),
  ];
}
