import { withPlainSpaces } from '#statements';
import type { ReactNode } from 'react';
import type { CsvValue } from './csv';

/** One column: how it looks, how it sorts and how it leaves as CSV are said in one place. */
export interface Column<Row> {
  key: string;
  head: string;
  headCell?: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Absent: the column does not sort. Null sorts last, whichever way. */
  order?: (row: Row) => number | string | null;
  /** Absent: the column is not downloaded (signs, drawings). One value per head. */
  csv?: { heads?: string[]; values: (row: Row) => CsvValue[] };
  numeric?: boolean;
  rowHead?: boolean;
  hiddenHead?: boolean;
  className?: string;
}

export interface Sorting {
  key: string;
  down: boolean;
}

const compare = (one: number | string, other: number | string): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'en-GB', { numeric: true });

/** Rows in order; those without a value come last by their row head, so that the order tells nothing of them. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sorting): Row[] {
  const column = columns.find(({ key }) => key === sort.key);
  const name = columns.find(({ rowHead }) => rowHead)?.order;
  const byName = (one: Row, other: Row) => (name ? compare(name(one) ?? '', name(other) ?? '') : 0);
  if (!column?.order) return [...rows];
  const { order } = column;
  return [...rows].sort((one, other) => {
    const [left, right] = [order(one), order(other)];
    if (left === null || right === null) {
      if (left === right) return byName(one, other);
      return left === null ? 1 : -1;
    }
    return (sort.down ? -1 : 1) * compare(left, right) || byName(one, other);
  });
}

/** Ranges are held together on a page; a file is searched, and has plain spaces. */
const plain = (value: CsvValue): CsvValue => (typeof value === 'string' ? withPlainSpaces(value) : value);

/** Heads and rows for a download: exactly what the table shows. */
export function csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): { heads: string[]; rows: CsvValue[][] } {
  const carried = columns.filter((column) => column.csv);
  return {
    heads: carried.flatMap((column) => column.csv?.heads ?? [column.head]),
    rows: rows.map((row) => carried.flatMap((column) => column.csv?.values(row) ?? []).map(plain)),
  };
}
