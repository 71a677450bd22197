import { type Outcome, type Rejection } from '#domain';
import type { Encoding } from './decode.js';
import type { FileProblem } from './place.js';

/** How a delivered file is laid out; every part has a default. */
export interface Layout {
  /** Rows that label the columns. 0 = none: columns go by position. */
  headerRows: number;
  /** With two header rows: which one labels the columns, or both joined by " - ". */
  labelFrom: 'joined' | 'first' | 'last';
  /** Rows before the header that are no data (titles, dates of the export). Blank rows are not counted. */
  skipRows: number;
  /** Rows after the data that are no data (totals). Blank rows are not counted. */
  footerRows: number;
  /** Rows of labels at the top of a JSON list of lists, and nothing else. */
  jsonHeaderRows: number;
  sheet: string | number | null;
  delimiter: string | null;
  encoding: Encoding | null;
  /** Path of the list of rows within a JSON object. */
  rowsAt: string | null;
  /** A row with fewer cells than the header: refused, or taken as blank at its end. */
  shortRows: 'reject' | 'pad';
}

export const DEFAULT_LAYOUT: Layout = {
  headerRows: 1,
  labelFrom: 'joined',
  skipRows: 0,
  footerRows: 0,
  jsonHeaderRows: 0,
  sheet: null,
  delimiter: null,
  encoding: null,
  rowsAt: null,
  shortRows: 'reject',
};

/** A file as rows of cells, before it is known which rows are labels. */
export interface Grid {
  kind: 'csv' | 'json' | 'xlsx';
  /** Name of the sheet that the rows are of; null where the file has no sheets. */
  sheet: string | null;
  merged: readonly string[];
  hiddenRows: readonly number[];
  /** Every sheet of a workbook, with the one above among them; none for other files. */
  sheets: readonly GridSheet[];
  rows: Rows;
  /** Labels that the format itself gives (JSON properties); null where rows of the file may be labels. */
  labels: string[] | null;
  /** Rows that are lost already (broken lines of NDJSON). */
  rejections: Rejection[];
  /** Sentences on what was taken for granted. */
  assumptions: string[];
  encoding: string | null;
}

export interface GridSheet {
  name: string;
  hidden: boolean;
  rows: Rows;
  merged: readonly string[];
  hiddenRows: readonly number[];
}

/** Rows in file order that can be walked again and again; an array is such. Those of large sheets are made as they are walked. */
export interface Rows extends Iterable<GridRow> {
  readonly length: number;
  /** As that of an array. */
  slice(from?: number, to?: number): Rows;
}

export interface GridRow {
  row: number;
  cells: (string | null)[];
  problem?: { code: string; reason: string };
}

export type GridOutcome = Outcome<Grid, FileProblem>;
