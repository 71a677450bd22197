import { count, inSentence, month } from '../../figures/format';
import type { RecordedSeriesQuery } from '../../gql/graphql';
import type { Column } from '../../tables/columns';

export type Series = RecordedSeriesQuery['recordedSeries']['nodes'][number];
type Month = Series['months'][number];
type Kind = Series['kinds'][number];

/** Can the last twelve months be added up? Where one kind's can, all can. */
export const hasYear = ({ kinds }: Pick<Series, 'kinds'>): boolean => kinds.some(({ year }) => year !== null);

/** The message of a section: how many, when, and what most of all. */
export function recordedMessage({ months, kinds }: Pick<Series, 'months' | 'kinds'>, place: string): string {
  const last = months.filter(({ count: held }) => held !== null).at(-1);
  const [most] = kinds;
  const recorded = kinds.reduce((sum, kind) => sum + (kind.year ?? 0), 0);
  if (!last || !most) return `Nothing is recorded of ${place}`;
  if (!hasYear({ kinds }))
    return `Recorded crime in ${place}: ${count(last.count ?? 0)} in ${month(last.month)}`;
  return `${count(recorded)} crimes and incidents were recorded in ${place} in twelve months, ${inSentence(most.name)} most of all`;
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
