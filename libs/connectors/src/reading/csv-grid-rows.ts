import { csvRecords, type CsvRecord } from './csv.js';
import type { GridRow, Rows } from './grid.js';

/** Different cells of one column that are kept once for all rows: answers repeat, and a file of answers is mostly repeats. */
const KEPT_ONCE = 200;
const SHORT = 60;

/** A file of separated values as it lies in its text. */
export interface CsvText {
  text: string;
  delimiter: string;
  /** Lines before the text, which was cut off at its head. */
  offset: number;
}

/**
 * The rows of a file of separated values, made as they are walked: the text alone is kept, and a million rows take no more room than
 * it. Each walk reads anew, at some millions of cells a second.
 */
export class CsvGridRows implements Rows {
  private constructor(
    private readonly file: CsvText,
    private readonly from: number,
    private readonly to: number,
    private readonly same: (cell: string, column: number) => string,
  ) {}

  /** @param row is shown each row once, at once */
  static of(file: CsvText, row: (row: GridRow) => void): CsvGridRows {
    const same = sameCells();
    let count = 0;
    for (const record of csvRecords(file.text, file.delimiter)) {
      row(gridRow(record, file.offset, same));
      count++;
    }
    return new CsvGridRows(file, 0, count, same);
  }

  get length(): number {
    return this.to - this.from;
  }

  *[Symbol.iterator](): Generator<GridRow> {
    let at = 0;
    if (this.length === 0) return;
    for (const record of csvRecords(this.file.text, this.file.delimiter)) {
      if (at >= this.from) yield gridRow(record, this.file.offset, this.same);
      if (++at >= this.to) return;
    }
  }

  slice(from = 0, to = this.length): Rows {
    const place = (at: number): number =>
      this.from + Math.min(this.length, Math.max(0, at < 0 ? this.length + at : at));
    return new CsvGridRows(this.file, place(from), Math.max(place(from), place(to)), this.same);
  }
}

/** Gives equal short cells of a column as one and the same text, so that rows take the room of their different cells. */
function sameCells(): (cell: string, column: number) => string {
  const columns: Map<string, string>[] = [];
  return (cell, column) => {
    if (cell.length > SHORT) return cell;
    const seen = (columns[column] ??= new Map());
    const known = seen.get(cell);
    if (known !== undefined) return known;
    if (seen.size < KEPT_ONCE) seen.set(cell, cell);
    return cell;
  };
}

function gridRow(record: CsvRecord, offset: number, same: (cell: string, column: number) => string): GridRow {
  const cells = record.cells as (string | null)[];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as string;
    cells[at] = cell === '' ? null : same(cell, at);
  }
  const row: GridRow = { row: record.row + offset, cells };
  const line = record.line + offset;
  if (record.problem === 'quote-unclosed')
    row.problem = {
      code: 'quote-unclosed',
      reason: `A quotation mark opened on line ${line} is never closed.`,
    };
  if (record.problem === 'quote-stray')
    row.problem = {
      code: 'quote-stray',
      reason: `A quotation mark stands within a quoted cell on line ${record.lastLine + offset}. Within quotes it must be doubled.`,
    };
  return row;
}
