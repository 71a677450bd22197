import type { RecordedHere, RecordedSeries } from '#facts';
import type { ReportTable } from '../../../public/reports/content.js';
import { LOCATED } from '../../../public/recorded/located.js';
import { day, monthWords } from '../../../public/read/page.js';
import { altOf, column, words } from './table-parts.js';

/** Three years: so many that the year before, and a break some time ago, are seen. */
const MONTHS_TOLD = 36;

/**
 * What police recorded by month, in a panel of its own beside what people say and never on one axis with it: the latest three years, and which months
 * may not be compared. Context, and no figure of the edition. Of several series the first is told.
 */
export function recordedByMonth(
  code: string,
  { series: [series] }: Pick<RecordedHere, 'series'>,
): ReportTable[] {
  const all = series?.months ?? [];
  const last = all.findLastIndex(({ count }) => count !== null);
  const months = all
    .slice(Math.max(0, last + 1 - MONTHS_TOLD), last + 1)
    .filter(({ count }) => count !== null);
  if (!series || months.length === 0) return [];
  const rows = months.map(({ month, count, unsettled }) => ({
    cells: [monthWords(month), count, unsettled === null ? '' : UNSETTLED],
    figure: null,
    code: month,
    page: series.ward === null ? '/voice-and-record' : `/wards/${series.ward}`,
  }));
  const broken = series.breaks.map(({ reason }) => reason).join(' ');
  return [
    {
      code,
      title: 'Recorded crime by month',
      measure: `All crime and anti-social behaviour in police records, not what people say: in a panel of its own. ${broken} ${sourceOf(series)}`,
      columns: [words('month', 'Month'), column('count', 'Recorded'), words('compared', 'Compared')],
      rows,
      chart: {
        kind: 'recorded',
        column: 'count',
        alt: altOf(`A line of recorded crime by month. ${broken} By month`, rows, 1),
      },
    },
  ];
}

/** Stands beside a month whose way of recording had not settled. */
const UNSETTLED = 'not to be compared';

const sourceOf = ({ attribution, licence, received }: RecordedSeries): string =>
  `Source: ${attribution}, ${licence}; received ${day(received)}.`;

/**
 * What police recorded in a ward, by kind: context, and no figure of the edition. A year before stands only where it may be compared.
 * Of several series the first is told, and the others are named.
 */
export function recordedTables(ward: string, { series }: Pick<RecordedHere, 'series'>): ReportTable[] {
  const [first, ...others] = series;
  const last = first?.months.filter(({ count }) => count !== null).at(-1);
  return first && last ? [recordedTable(ward, first, last.month, others)] : [];
}

function recordedTable(
  ward: string,
  series: RecordedSeries,
  last: string,
  others: readonly RecordedSeries[],
): ReportTable {
  const { kinds, breaks } = series;
  const year = kinds.every((kind) => kind.year !== null);
  const before = kinds.every((kind) => kind.yearBefore !== null);
  const broken = breaks.map(({ reason }) => reason).join(' ');
  const notTold =
    year && !before ? 'The twelve months before are not told beside them: recording had changed. ' : '';
  return {
    code: 'W8',
    title: 'Recorded crime by kind',
    measure:
      `Police records, not what people say. ${notTold}${broken} ${LOCATED} ` +
      sourceOf(series) +
      (others.length > 0 ? ` Not in it: ${others.map(({ title }) => title).join(', ')}.` : ''),
    columns: [
      words('kind', 'Kind'),
      ...(year ? [column('year', `Twelve months to ${monthWords(last)}`)] : []),
      ...(before ? [column('year_before', 'Twelve months before')] : []),
      column('month', monthWords(last)),
    ],
    rows: kinds.map((kind) => ({
      cells: [kind.name, ...(year ? [kind.year] : []), ...(before ? [kind.yearBefore] : []), kind.month],
      figure: null,
      page: `/wards/${ward}`,
    })),
    chart: null,
  };
}
