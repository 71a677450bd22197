import type { Rows } from '../grid.js';
import { columnIndex } from '../place.js';
import { serialToIso } from './number-format.js';
import { PackedRows, type PackedCell } from './packed-rows.js';
import { textCollector, unescapeText, type WorkbookParts } from './parts.js';
import { readXml, type XmlElement } from './xml.js';
import { WorkbookError, type Container } from './zip.js';

export interface SheetRows {
  /** Rows with their number in the sheet, all of one width; those of a large sheet are made as they are walked. */
  rows: Rows;
  /** Cells with a formula whose value the writer did not store. */
  unvalued: number;
  /** Ranges of merged cells; only the first cell of each holds a value. */
  merged: string[];
  /** Numbers of rows that hold something and are hidden. */
  hiddenRows: number[];
}

export const SHEET_LIMITS = { rows: 1_048_576, columns: 16_384, cells: 20_000_000, bytes: 384 * 1024 * 1024 };

/** A sheet of up to so many cells is kept as plain rows. */
const SMALL = 200_000;

/** Streams one worksheet into rows; rows without any value are left out. Throws `WorkbookError`. */
export function readSheet(container: Container, parts: WorkbookParts, part: string): SheetRows {
  const reader = new SheetReader(parts, part);
  readXml(container, part, reader);
  reader.endRow();
  return {
    rows: reader.count > SMALL ? reader.rows : [...reader.rows],
    unvalued: reader.unvalued,
    merged: reader.merged,
    hiddenRows: reader.hiddenRows,
  };
}

class SheetReader {
  readonly rows: PackedRows;
  readonly merged: string[] = [];
  readonly hiddenRows: number[] = [];
  unvalued = 0;
  private readonly inline = textCollector();
  private row = 0;
  private cells: PackedCell[] = [];
  private column = -1;
  private cell: { type: string; style: number } | null = null;
  private raw: string | null = null;
  private inValue = false;
  private formula = false;
  count = 0;

  constructor(
    private readonly parts: WorkbookParts,
    private readonly part: string,
  ) {
    this.rows = new PackedRows(parts.sharedStrings);
  }

  open(element: XmlElement): void {
    const { name, attributes } = element;
    if (name === 'row') this.startRow(attributes['r'], attributes['hidden']);
    else if (name === 'c') this.startCell(attributes);
    else if (name === 'v') this.inValue = true;
    else if (name === 'f') this.formula = true;
    else if (name === 'mergeCell') this.merged.push(attributes['ref'] ?? '');
    else if (this.cell) this.inline.open(name);
  }

  text(text: string): void {
    if (this.inValue) this.raw = (this.raw ?? '') + text;
    else if (this.cell) this.inline.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.endCell();
    else this.inline.close(name);
  }

  private startRow(number: string | undefined, hidden: string | undefined): void {
    this.endRow();
    const row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isInteger(row) || row < 1 || row > SHEET_LIMITS.rows)
      throw this.fault(`a row has no valid number`);
    this.row = row;
    if (hidden !== undefined && /^(1|true)$/i.test(hidden)) this.hiddenRows.push(row);
    this.column = -1;
  }

  /** A few writers repeat a row or put rows out of order: cells of the same number belong to one row. */
  endRow(): void {
    if (this.cells.length > 0) this.rows.add(this.row, this.cells);
    this.cells = [];
    if (this.rows.size > SHEET_LIMITS.bytes)
      throw new WorkbookError('workbook-too-large', 'The sheet holds more text than the hub takes.');
  }

  private startCell(attributes: Record<string, string>): void {
    const letters = /^\$?([A-Za-z]{1,3})\$?[0-9]*$/.exec(attributes['r'] ?? '')?.[1];
    this.column = letters ? columnIndex(letters) : this.column + 1;
    if (this.column >= SHEET_LIMITS.columns) throw this.fault(`row ${this.row} has too many columns`);
    if (++this.count > SHEET_LIMITS.cells)
      throw new WorkbookError('workbook-too-large', 'The sheet holds too many cells.');
    this.cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
    this.raw = null;
    this.formula = false;
    this.inline.clear();
  }

  private endCell(): void {
    const value = this.value();
    if (value === null && this.formula) this.unvalued++;
    this.cell = null;
    if (value === null || value === '') return;
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = value;
  }

  private value(): PackedCell {
    const { type, style } = this.cell ?? { type: 'n', style: 0 };
    if (type === 'inlineStr') return this.inline.take();
    if (this.raw === null) return null;
    if (type === 's') return this.shared(this.raw);
    if (type === 'b') return this.raw.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type === 'str') return unescapeText(this.raw);
    if (type === 'd') return this.raw.trim().replace(/T00:00:00(\.0+)?Z?$/, '');
    if (type !== 'n') return this.raw;
    const number = this.raw.trim();
    const dated = this.parts.dateStyles[style] ? serialToIso(Number(number), this.parts.from1904) : null;
    return dated ?? plainNumber(number);
  }

  /** The place of a shared text; nothing where it is blank. */
  private shared(raw: string): number | null {
    const text = this.parts.sharedStrings.at(Number(raw));
    if (text === undefined) throw this.fault(`row ${this.row} points to a text that isn't there`);
    return text === '' ? null : Number(raw);
  }

  private fault(what: string): WorkbookError {
    return new WorkbookError(
      'workbook-damaged',
      `The part "${this.part}" of the workbook is damaged: ${what}.`,
    );
  }
}

/** 0.1 stored as 0.10000000000000001 and 1E3 stored for 1000 come back as a person typed them. */
function plainNumber(raw: string): string {
  if (/^-?[1-9][0-9]{0,14}$/.test(raw)) return raw;
  const number = Number(raw);
  if (raw === '' || !Number.isFinite(number) || /^-?[0-9]{16,}$/.test(raw)) return raw;
  return String(Number(number.toPrecision(15)));
}
