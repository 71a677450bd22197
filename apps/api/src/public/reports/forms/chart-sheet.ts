import type { ChartValues } from '#printing';
import { letters, type Sheet } from './workbook.js';
import { xlsx } from './xlsx.js';

export interface ChartColumn {
  /** Place in the sheet, from 0. */
  at: number;
  head: string;
  cells: (number | null)[];
}

/** Columns of the sheet behind a chart, as the chart names them. */
export interface ChartColumns {
  names: { at: number };
  /** What is drawn: one, or beside it what may not be compared. */
  series: (ChartColumn & { apart: boolean })[];
  /** From each number to the ends of its range; null where there are none. */
  down: ChartColumn | null;
  up: ChartColumn | null;
}

export function columnsOf({ rows, heads, ranged }: ChartValues): ChartColumns {
  const of = (apart: boolean): (number | null)[] =>
    rows.map((row) => (row.apart === apart ? row.value : null));
  const drawn = [
    { head: heads.value, cells: of(false), apart: false },
    { head: `${heads.value}, not to be compared`, cells: of(true), apart: true },
  ].filter(({ cells }) => cells.some((cell) => cell !== null));
  const series = drawn.map((one, n) => ({ ...one, at: n + 1 }));
  const end = (head: string, at: number, to: 'low' | 'high'): ChartColumn | null =>
    ranged ? { head, at, cells: rows.map((row) => apart(row.value, row[to])) } : null;
  return {
    names: { at: 0 },
    series,
    down: end('Whisker down', series.length + 1, 'low'),
    up: end('Whisker up', series.length + 2, 'high'),
  };
}

/** How far they are from each other, without what floating point adds. */
const apart = (value: number | null, end: number | null): number | null =>
  value === null || end === null ? null : Number(Math.abs(end - value).toFixed(6));

function sheetOf(values: ChartValues): Sheet {
  const { series, down, up } = columnsOf(values);
  const columns = [...series, ...(down && up ? [down, up] : [])];
  return {
    name: values.code,
    heading: `${values.code} ${values.title}`,
    lines: [values.source],
    table: {
      name: `${values.code.toLowerCase()}_drawn`,
      columns: [values.heads.name, ...columns.map(({ head }) => head), 'Figure', 'Address'],
      rows: values.rows.map(({ name, figure, address }, n) => [
        name,
        ...columns.map(({ cells }) => cells[n] ?? null),
        figure,
        address,
      ]),
    },
  };
}

/** Under the heading and one line: where the head of the table stands, from 1. */
const HEAD_ROW = 3;

/** Where a column's numbers, or its head, stand in the workbook: 'F2'!$B$4:$B$11. */
export function rangeOf(
  { code, rows }: ChartValues,
  column: number,
  part: 'cells' | 'head' = 'cells',
): string {
  const place = (row: number): string => `$${letters(column)}$${row}`;
  const cells = `${place(HEAD_ROW + 1)}:${place(HEAD_ROW + rows.length)}`;
  return `'${code}'!${part === 'head' ? place(HEAD_ROW) : cells}`;
}

/** The workbook behind a chart, by which people edit it: its rows with ids of figures and short addresses. The same bytes each time. */
export function chartWorkbook(values: ChartValues): Uint8Array {
  return xlsx({ title: `${values.code} ${values.title}`, sheets: [sheetOf(values)] });
}
