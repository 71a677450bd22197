import type { GridRow, Rows } from '../grid.js';
import { grown, TextStore } from './text-store.js';

const CHUNK = 1 << 20;
/** Different short cells of a column that are kept once for all rows. */
const KEPT_ONCE = 200;
const SHORT = 60;

/** A cell as it is put in: a text, the place of a shared one, or nothing. */
export type PackedCell = string | number | null;

/**
 * The rows of a sheet in little room: a million of ten columns take some forty bytes each beside their different texts. They
 * can be walked again and again; each walk makes rows anew.
 */
export class PackedRows implements Rows {
  private readonly chunks: Buffer[] = [];
  private numbers = new Uint32Array(1024);
  private places = new Uint32Array(1024);
  private readonly often: string[] = [];
  private readonly columns: Map<string, number>[] = [];
  private readonly texts = new TextStore();
  /** Cells that came later for a row that was over. */
  private readonly added = new Map<number, (string | null)[]>();
  /** Rows out of their order, as they came. */
  private readonly astray: GridRow[] = [];
  private used = CHUNK;
  private count = 0;
  private width = 0;
  private scratch = Buffer.allocUnsafeSlow(1 << 16);

  constructor(private readonly shared: TextStore) {}

  get length(): number {
    return this.count + this.astray.length;
  }

  /** Bytes that the rows take, without shared texts. */
  get size(): number {
    return this.chunks.length * CHUNK + this.texts.size + this.count * 8;
  }

  /** @param row its number in the sheet; a row that was there already gets these cells besides */
  add(row: number, cells: readonly PackedCell[]): void {
    if (cells.length === 0) return;
    this.width = Math.max(this.width, cells.length);
    if (this.count > 0 && row <= this.numbers[this.count - 1]!) return this.addLate(row, cells);
    const bytes = this.encoded(cells);
    if (this.used + bytes > CHUNK) {
      this.chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK, bytes)));
      this.used = 0;
    }
    if (this.count >= this.numbers.length) {
      this.numbers = grown(this.numbers);
      this.places = grown(this.places);
    }
    this.numbers[this.count] = row;
    this.places[this.count++] = (this.chunks.length - 1) * CHUNK + this.used;
    this.scratch.copy(this.chunks.at(-1)!, this.used, 0, bytes);
    this.used += bytes;
  }

  private addLate(row: number, cells: readonly PackedCell[]): void {
    const texts = cells.map((cell) => (typeof cell === 'number' ? (this.shared.at(cell) ?? null) : cell));
    const earlier = this.has(row)
      ? (this.added.get(row) ?? [])
      : this.astray.find((one) => one.row === row)?.cells;
    if (!earlier) {
      this.astray.push({ row, cells: texts });
      return;
    }
    texts.forEach((text, at) => {
      while (earlier.length < at) earlier.push(null);
      if (text !== null || earlier.length === at) earlier[at] = text;
    });
    if (this.has(row)) this.added.set(row, earlier);
  }

  private has(row: number): boolean {
    let [low, high] = [0, this.count - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const here = this.numbers[middle]!;
      if (here === row) return true;
      if (here < row) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  private encoded(cells: readonly PackedCell[]): number {
    if (this.scratch.length < 5 * (cells.length + 1))
      this.scratch = Buffer.allocUnsafeSlow(10 * (cells.length + 1));
    let at = writeNumber(this.scratch, 0, cells.length);
    cells.forEach((cell, column) => (at = writeNumber(this.scratch, at, this.codeOf(cell, column))));
    return at;
  }

  /** 0 is nothing; otherwise a place and, in the last two bits, of which list. */
  private codeOf(cell: PackedCell, column: number): number {
    if (cell === null) return 0;
    if (typeof cell === 'number') return cell * 4 + 1;
    if (cell.length <= SHORT) {
      const seen = (this.columns[column] ??= new Map());
      const known = seen.get(cell);
      if (known !== undefined) return known * 4 + 2;
      if (seen.size < KEPT_ONCE) {
        seen.set(cell, this.often.length);
        return (this.often.push(cell) - 1) * 4 + 2;
      }
    }
    return this.texts.push(cell) * 4 + 3;
  }

  *[Symbol.iterator](): Generator<GridRow> {
    for (let at = 0; at < this.length; at++) yield this.rowAt(at);
  }

  slice(from = 0, to = this.length): Rows {
    const place = (at: number): number => Math.min(this.length, Math.max(0, at < 0 ? this.length + at : at));
    return new Stretch(this, place(from), place(to));
  }

  rowAt(at: number): GridRow {
    if (at >= this.count) {
      const { row, cells } = this.astray[at - this.count]!;
      return { row, cells: padded([...cells], this.width) };
    }
    const row = this.numbers[at]!;
    const place = this.places[at]!;
    const chunk = this.chunks[Math.floor(place / CHUNK)]!;
    const cells = this.decoded(chunk, place % CHUNK);
    if (this.added.size > 0)
      this.added.get(row)?.forEach((text, column) => {
        if (text !== null) cells[column] = text;
      });
    return { row, cells };
  }

  private decoded(chunk: Buffer, from: number): (string | null)[] {
    let at = from;
    const next = (): number => {
      let value = 0;
      for (let factor = 1; ; factor *= 128) {
        const byte = chunk[at++]!;
        value += (byte & 127) * factor;
        if (byte < 128) return value;
      }
    };
    const many = next();
    const cells = new Array<string | null>(this.width).fill(null);
    for (let column = 0; column < many; column++) {
      const code = next();
      if (code === 0) continue;
      const [list, index] = [code % 4, Math.floor(code / 4)];
      cells[column] =
        (list === 1 ? this.shared.at(index) : list === 2 ? this.often[index] : this.texts.at(index)) ?? null;
    }
    return cells;
  }
}

/** A part of the rows, made as it is walked. */
class Stretch implements Rows {
  constructor(
    private readonly rows: PackedRows,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get length(): number {
    return Math.max(0, this.to - this.from);
  }

  *[Symbol.iterator](): Generator<GridRow> {
    for (let at = this.from; at < this.to; at++) yield this.rows.rowAt(at);
  }

  slice(from = 0, to = this.length): Rows {
    const place = (at: number): number =>
      this.from + Math.min(this.length, Math.max(0, at < 0 ? this.length + at : at));
    return new Stretch(this.rows, place(from), place(to));
  }
}

const padded = (cells: (string | null)[], width: number): (string | null)[] => {
  while (cells.length < width) cells.push(null);
  return cells;
};

function writeNumber(bytes: Buffer, from: number, value: number): number {
  let at = from;
  let rest = value;
  while (rest >= 128) {
    bytes[at++] = (rest % 128) + 128;
    rest = Math.floor(rest / 128);
  }
  bytes[at++] = rest;
  return at;
}
