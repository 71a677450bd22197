import type { RecordedHere, RecordedSeries } from '#facts';
import type { ReportTable } from '../../../public/reports/content.js';
import { LOCATED } from '../../../public/recorded/located.js';
import { day, monthWords } from '../../../public/read/page.js';
import { column, words } from './table-parts.js';

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
      `Source: ${series.attribution}, ${series.licence}; received ${day(series.received)}.` +
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
