import type { ReportCell, ReportChart, ReportRow, ReportTable } from '../content.js';

/** A row of a table as far as it is drawn. */
export interface DrawnRow {
  row: ReportRow;
  /** Its place in the table, from 0. */
  at: number;
  name: string;
  /** What stands in the drawn column: a number, or what is told in its place. */
  cell: ReportCell;
  value: number | null;
  low: number | null;
  high: number | null;
  people: number | null;
  /** Of a month of recorded crime; null of every other row. */
  broken: boolean | null;
}

const number = (cell: ReportCell | undefined): number | null => (typeof cell === 'number' ? cell : null);

/** The rows that a drawing shows, in the table's order. */
export function drawnRows(
  { columns, rows: all }: Pick<ReportTable, 'columns' | 'rows'>,
  { column, rows: drawn }: ReportChart,
): DrawnRow[] {
  const at = (name: string): number => columns.findIndex((one) => one.name === name);
  const [value, low, high] = [at(column), at(`${column}_low`), at(`${column}_high`)];
  const [people, compared] = [at('people'), at('compared')];
  return (drawn ?? [...all.keys()]).flatMap((n) => {
    const row = all[n];
    if (!row) return [];
    const { cells } = row;
    return [
      {
        row,
        at: n,
        name: String(cells[0] ?? ''),
        cell: cells[value] ?? null,
        value: number(cells[value]),
        low: number(cells[low]),
        high: number(cells[high]),
        people: number(cells[people]),
        broken: compared >= 0 ? cells[compared] !== '' : null,
      },
    ];
  });
}
