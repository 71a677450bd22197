import type { GridRow } from '../reading/grid.js';
import { columnIndex } from '../reading/place.js';

/** One sheet of a delivered file as cells, before anything is known of it. */
export interface SheetCells {
  /** Name of the tab; null for CSV and JSON. */
  name: string | null;
  /** Is the tab hidden? */
  hidden: boolean;
  /** Can be walked more than once; rows in file order, numbered as a spreadsheet program does. */
  rows: Iterable<GridRow>;
  /** Merged ranges (`C1:E1`); only their first cell holds a value. */
  merged: readonly string[];
  /** Numbers of rows that the sheet hides. */
  hiddenRows: readonly number[];
  /** Labels that the format itself gives (JSON); null where rows may be labels. */
  labels: readonly string[] | null;
}

export const LEFT_OUT = [
  'title',
  'header',
  'repeated-header',
  'preview',
  'test',
  'partial',
  'no-consent',
  'total',
  'note',
  'blank',
  'hidden',
] as const;
export type WhyLeftOut = (typeof LEFT_OUT)[number];

/** A label as its header rows give it. */
export interface ColumnLabel {
  /** What the column is called: the key under which its cells are read. */
  label: string;
  /** The part that several columns share (a question over its options), where the header has one. */
  stem: string | null;
  /** The part that is this column's own under the stem. */
  item: string | null;
}

/** From a row on, the columns of a sheet stand in another order: somebody typed the labels anew over a second block. */
export interface Turn {
  /** The row of labels; the turn holds for the rows below it. */
  from: number;
  /** For each column of the sheet the place of its cell in those rows, null where they haven't it; null for the order of the sheet. */
  places: (number | null)[] | null;
}

export interface Structure {
  /** Rows of labels, numbered as in the sheet; none where the columns have no labels. */
  headerRows: number[];
  labels: ColumnLabel[];
  /** Last row of what stands before the data; rows up to it are no answers. */
  bodyFrom: number;
  /** Rows after the header that are no answers. */
  notAnswers: Map<number, WhyLeftOut>;
  /** Rows of labels in another order, with what it is; in the order of the sheet. */
  turns: Turn[];
  /** Title rows before the header. */
  titles: number[];
  confidence: number;
  /** One sentence: what led to it. Never quotes a cell of an answer. */
  reason: string;
  /** What a person should look at. */
  doubts: { about: string; why: string }[];
}

/** Columns that cells of one row reach over, from the first to the last, by the merged ranges of the sheet. */
export function spansOf(merged: readonly string[], row: number): Map<number, number> {
  const spans = new Map<number, number>();
  for (const range of merged) {
    const match = /^([A-Z]+)(\d+):([A-Z]+)\d+$/.exec(range);
    if (!match || Number(match[2]) !== row) continue;
    const [first, last] = [columnIndex(match[1]!), columnIndex(match[3]!)];
    if (last > first) spans.set(first, last);
  }
  return spans;
}

export const textOf = (cell: string | null | undefined): string => (cell ?? '').trim();
/** Does a cell hold anything but blanks? */
export const isFilled = (cell: string | null | undefined): cell is string =>
  cell !== null && cell !== undefined && cell !== '' && (cell.charCodeAt(0) > 32 || cell.trim() !== '');

export function filledIn(cells: readonly (string | null)[]): number {
  let filled = 0;
  for (let at = 0; at < cells.length; at++) if (isFilled(cells[at])) filled++;
  return filled;
}
