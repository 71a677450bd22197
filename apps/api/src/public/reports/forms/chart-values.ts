import type { ChartRow, ChartValues, PrintedChart, PrintedPart } from '#printing';
import type { ReportChart, ReportContent, ReportTable } from '../content.js';
import { addressOfRow, shortAddress, typedAddress } from '../row-places.js';
import { drawnRows, type DrawnRow } from './drawn-rows.js';
import type { Standing } from './standing.js';

/** A table's drawing as every form needs it. @param svg as the dashboard draws it */
export function printedChart(
  table: ReportTable,
  chart: ReportChart,
  svg: string,
  content: ReportContent,
  standing: Standing,
): PrintedChart {
  const values = chartValues(table, chart, content, standing.origin);
  return { svg, alt: chart.alt, values, caption: captionOf(table, chart, values, content, standing) };
}

function chartValues(
  table: ReportTable,
  chart: ReportChart,
  content: ReportContent,
  origin: string,
): ChartValues | null {
  const { kind, column } = chart;
  if (kind === 'wards') return null;
  const drawn = table.columns.find(({ name }) => name === column);
  const rows = drawnRows(table, chart);
  return {
    kind,
    code: table.code,
    title: table.title,
    source: `Edition ${content.edition.number}, ${typedAddress(origin, content.slug)}/${table.code}`,
    heads: { name: table.columns[0]!.title, value: drawn!.title },
    digits: drawn!.digits ?? 0,
    ranged: rows.some(hasRange),
    rows: rows.map((one): ChartRow => ({
      name: one.value === null ? `${one.name} ${one.cell ?? '[c]'}` : one.name,
      value: one.value,
      low: one.low,
      high: one.high,
      apart: one.broken === true,
      figure: one.row.figure ?? '',
      address: addressOfRow(content, table, one.at, origin) ?? '',
    })),
  };
}

const hasRange = ({ low, high }: DrawnRow): boolean => low !== null && high !== null;

const MARKS: Readonly<Record<ChartValues['kind'], string>> = {
  quarters: 'column',
  shares: 'bar',
  gaps: 'bar',
  recorded: 'point',
};

function captionOf(
  table: ReportTable,
  { column }: ReportChart,
  values: ChartValues | null,
  { slug, edition }: ReportContent,
  { origin, release }: Standing,
): PrintedPart[] {
  const head = (name: string): string => table.columns.find((one) => one.name === name)?.title ?? '';
  const hidden = values?.rows.filter(({ value }) => value === null) ?? [];
  const said = values
    ? [
        `Chart of ${table.code}: “${values.heads.value}” by “${values.heads.name}”.`,
        values.ranged
          ? `Whiskers: from “${head(`${column}_low`)}” to “${head(`${column}_high`)}” of the table.`
          : '',
        hidden.length > 0 ? `No ${MARKS[values.kind]}: ${hidden.map(({ name }) => name).join(', ')}.` : '',
        values.rows.some(({ apart }) => apart) ? 'Dashed: not to be compared.' : '',
      ]
    : [
        `The map of ${table.code} is on the page of this report and in its PDF; the table tells all that it tells.`,
      ];
  return [
    { text: `${said.filter(Boolean).join(' ')} Edition ${edition.number}, `, address: null },
    {
      text: `${typedAddress(origin, slug)}/${table.code}`,
      address: release && origin + shortAddress(slug, table.code),
    },
    { text: '.', address: null },
  ];
}
