import { fail, ok, type Outcome } from '#domain';
import { parseCsv } from './reading/csv.js';
import { decodeText } from './reading/decode.js';
import { detectDelimiter } from './reading/delimiter.js';

/** A CSV file with one line of headings. */
export interface CsvRows {
  /** Without blanks around them. */
  headings: string[];
  /** Cells by heading; `row` as a spreadsheet program numbers it. */
  rows: { row: number; cells: Record<string, string> }[];
}

/** What keeps a file from being read: where, and why, without the value. */
export interface CsvFault {
  row: number | null;
  reason: string;
}

/**
 * Reads a CSV file that has a fixed layout of the hub's own: headings in its first line, any delimiter, any encoding that can be told.
 * @returns the fault where it is no such file; a line with more cells than headings, or with broken quotation marks, is one
 */
export function readCsvRows(bytes: Uint8Array): Outcome<CsvRows, CsvFault> {
  const decoded = decodeText(bytes, null);
  if (!decoded.ok) return fail({ row: decoded.error.row ?? null, reason: decoded.error.reason });
  const { text } = decoded.value;
  const [head, ...records] = parseCsv(text, detectDelimiter(text).delimiter);
  if (!head) return fail({ row: null, reason: 'The file is empty.' });
  const headings = head.cells.map((cell) => cell.trim());
  const rows: CsvRows['rows'] = [];
  for (const { row, cells, problem } of records) {
    if (problem) return fail({ row, reason: 'The quotation marks of this row do not match.' });
    if (cells.slice(headings.length).some((cell) => cell.trim() !== ''))
      return fail({ row, reason: 'This row has more cells than there are headings.' });
    if (cells.every((cell) => cell.trim() === '')) continue;
    rows.push({ row, cells: Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])) });
  }
  return ok({ headings, rows });
}
