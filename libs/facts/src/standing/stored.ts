import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { ReleasedCell } from '#disclosure';
import type { StoredStanding } from '#store';
import type { KeptDimension } from '../dimensions.js';
import { type Layout, sizeOf } from './layout.js';
import { HIDDEN, type Standing } from './stand.js';

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

interface Header {
  format: 1;
  values: Layout['values'];
  rest: Standing['rest'];
  cells: number;
}

/**
 * A standing as bytes: what may be shown, and apart from it the true counts that it was set by. Packed with raw deflate: the
 * header's length (32 bits, little-endian), header, distances between the listed cells, released people, submissions, arguments.
 */
export async function toStored(standing: Standing): Promise<StoredStanding> {
  const { layout, rest, cells } = standing;
  const header = Buffer.from(
    JSON.stringify({ format: 1, values: layout.values, rest, cells: cells.length } satisfies Header),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const distances = cells.map((cell, at) => cell - (cells[at - 1] ?? 0));
  const columns = [distances, standing.people, standing.submissions, standing.arguments];
  const [shown, setBy] = await Promise.all([
    pack(Buffer.concat([length, header, ...columns.map(bytes)])),
    pack(bytes(standing.setBy)),
  ]);
  return { dimensions: layout.dimensions.join(), shown, setBy };
}

/** Everything of a standing, for the edition after it. */
export async function fromStored({ dimensions, shown, setBy }: StoredStanding): Promise<Standing> {
  return { ...(await shownOf(dimensions, shown)), setBy: numbers(await unpack(setBy)) };
}

/** What may be shown of a standing. */
export async function shownOf(dimensions: string, shown: Uint8Array): Promise<Omit<Standing, 'setBy'>> {
  const data = await unpack(shown);
  const end = 4 + data.readUInt32LE(0);
  const { values, rest, cells: many } = JSON.parse(data.toString('utf8', 4, end)) as Header;
  const column = (at: number): Int32Array =>
    numbers(data.subarray(end + at * many * 4, end + (at + 1) * many * 4));
  const cells = column(0);
  for (let at = 1; at < many; at++) cells[at]! += cells[at - 1]!;
  const layout = { dimensions: dimensions.split(',').filter(Boolean) as KeptDimension[], values };
  return { layout, rest, cells, people: column(1), submissions: column(2), arguments: column(3) };
}

const bytes = (column: Int32Array): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

/** A copy: what was unpacked need not lie where 32-bit numbers may. */
const numbers = (packed: Uint8Array): Int32Array => new Int32Array(Uint8Array.from(packed).buffer);

/** The released figures of one whole table of an edition, to be looked up by the codes of a cell. */
export class ReleasedTable {
  /** Room that it takes in memory. */
  readonly bytes: number;
  private readonly places: Map<string, number>[];

  constructor(private readonly standing: Omit<Standing, 'setBy'>) {
    const { layout, cells } = standing;
    this.places = layout.values.map((codes) => new Map(codes.map((code, place) => [code, place])));
    this.bytes =
      2_000 + 16 * cells.length + 100 * layout.values.reduce((sum, codes) => sum + codes.length, 0);
  }

  get size(): number {
    return sizeOf(this.standing.layout);
  }

  /** Values of the dimension at a place. */
  values(place: number): string[] {
    return [...(this.places[place]?.keys() ?? [])];
  }

  /** @param as keys that the cell is to bear @returns null where the table has no such cell */
  find(keys: readonly string[], as: string[] = [...keys]): ReleasedCell | null {
    const number = this.numberOf(keys);
    if (number < 0) return null;
    const { cells, people, submissions, arguments: args } = this.standing;
    const listed = search(cells, number);
    if (this.hides(listed)) return { keys: as, hidden: true };
    if (listed < 0) return { keys: as, hidden: false, people: 0, submissions: 0, arguments: 0 };
    return {
      keys: as,
      hidden: false,
      people: people[listed]!,
      submissions: submissions[listed]!,
      arguments: args[listed]!,
    };
  }

  /** People who are told of a cell: null where it is hidden, undefined where the table has no such cell. Nothing else is made of it. */
  people(keys: readonly string[]): number | null | undefined {
    const number = this.numberOf(keys);
    if (number < 0) return undefined;
    const listed = search(this.standing.cells, number);
    if (this.hides(listed)) return null;
    return listed < 0 ? 0 : this.standing.people[listed]!;
  }

  /** Place of a value in its dimension; -1 where the table has it not. */
  valueAt(dimension: number, code: string): number {
    return this.places[dimension]?.get(code) ?? -1;
  }

  /**
   * `people` of a table of one dimension or two, by the places of its values: for whoever asks many cells of the same value, whose long name is then
   * looked up once.
   * @param row of the first dimension, and the column of the second; -1 as `valueAt` has it
   */
  peopleAt(row: number, column = 0): number | null | undefined {
    if (row < 0 || column < 0) return undefined;
    const listed = search(this.standing.cells, row * (this.places[1]?.size ?? 1) + column);
    if (this.hides(listed)) return null;
    return listed < 0 ? 0 : this.standing.people[listed]!;
  }

  /** Is that cell hidden? False for one that the table has not. */
  isHidden(keys: readonly string[]): boolean {
    const number = this.numberOf(keys);
    return number >= 0 && this.hides(search(this.standing.cells, number));
  }

  /** Place of a cell among those that are listed; -1 where it is not. */
  placeOf(keys: readonly string[]): number {
    const number = this.numberOf(keys);
    return number < 0 ? -1 : search(this.standing.cells, number);
  }

  private numberOf(keys: readonly string[]): number {
    let number = 0;
    for (let at = 0; at < this.places.length; at++) {
      const codes = this.places[at]!;
      const place = codes.get(keys[at] ?? '');
      if (place === undefined) return -1;
      number = number * codes.size + place;
    }
    return number;
  }

  private hides(listed: number): boolean {
    const { rest, people } = this.standing;
    return listed < 0 ? rest === 'hidden' : people[listed] === HIDDEN;
  }
}

/** Place of a number in a rising list; -1 where it is not in it. */
function search(list: Int32Array, wanted: number): number {
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle]!;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
