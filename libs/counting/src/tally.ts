import { AT, WIDTH } from './cells.js';
import { BLOCK, META, type Part, type PartSet } from './fact-table.js';
import { type CompiledFilters, openBlocks } from './filter.js';
import type { Shape } from './shape.js';

/** The kernel's twin: adds the submissions from `from` to before `to` that pass every filter to the cells. */
export function tally(
  part: Part,
  filters: CompiledFilters,
  shape: Shape,
  cells: Int32Array,
  from: number,
  to: number,
): void {
  const chosen = new Int32Array(BLOCK);
  const open = openBlocks(part, Math.ceil(part.count / BLOCK), filters);
  const columns = columnsOf(part, shape);
  for (let start = from; start < to;) {
    const block = Math.floor(start / BLOCK);
    const end = Math.min(to, (block + 1) * BLOCK);
    if (open[block]) {
      const size = choose(part, filters, start, end, chosen);
      if (shape.sets.length === 0) countPlain(part, columns, cells, chosen, size);
      else if (shape.sets.length === 1 && !shape.sets[0]!.narrowed)
        countOneSet(part, columns, shape, cells, chosen, size);
      else countSets(part, columns, shape, cells, chosen, size);
    }
    start = end;
  }
}

type Column = Uint8Array | Uint16Array;
interface Columns {
  a: Column;
  b: Column;
  c: Column;
  strides: [number, number, number];
}

/** Always three: those that are not asked have stride 0. */
function columnsOf(part: Part, { singles }: Shape): Columns {
  const none = Object.values(part.singles)[0]?.column ?? new Uint8Array(part.count);
  const [a, b, c] = [0, 1, 2].map((at) => part.singles[singles[at]?.name ?? '']?.column ?? none);
  const stride = (at: number): number => (singles[at]?.stride ?? 0) * WIDTH;
  return { a: a!, b: b!, c: c!, strides: [stride(0), stride(1), stride(2)] };
}

/** @returns how many were written into `chosen` */
function choose(part: Part, filters: CompiledFilters, from: number, to: number, chosen: Int32Array): number {
  let size = to - from;
  for (let at = 0; at < size; at++) chosen[at] = from + at;
  for (const { name, passes } of filters.singles) {
    const { column } = part.singles[name]!;
    let kept = 0;
    for (let at = 0; at < size; at++) {
      const submission = chosen[at]!;
      chosen[kept] = submission;
      kept += passes[column[submission]!]!;
    }
    size = kept;
  }
  for (const { name, passes } of filters.sets) {
    const { masks, plane, words } = part.sets[name]!;
    let kept = 0;
    for (let at = 0; at < size; at++) {
      const submission = chosen[at]!;
      let any = 0;
      for (let word = 0; word < words; word++) any |= masks[word * plane + submission]! & passes[word]!;
      chosen[kept] = submission;
      if (any !== 0) kept += 1;
    }
    size = kept;
  }
  return size;
}

const BYTE = 255;

/** One submission in one cell. Small enough for the engine to put it into each of the loops below. */
function hit(cells: Int32Array, at: number, who: number, meta: number): void {
  cells[at]! += 1;
  cells[at + AT.submissionKeys]! += (meta >> META.submissionKey) & BYTE;
  cells[at + AT.arguments]! += (meta >> META.ownArgument) & 1;
  cells[at + AT.argumentKeys]! += (meta >> META.argumentKey) & BYTE;
  if (cells[at + AT.last] !== who) {
    cells[at + AT.last] = who;
    cells[at + AT.people]! += 1;
    cells[at + AT.personKeys]! += meta & BYTE;
  }
  cells[at + AT.health]! += (meta >> META.health) & 1;
}

/** Every submission is in one cell. */
function countPlain(
  { who, meta }: Part,
  { a, b, c, strides: [sa, sb, sc] }: Columns,
  cells: Int32Array,
  chosen: Int32Array,
  size: number,
): void {
  for (let at = 0; at < size; at++) {
    const s = chosen[at]!;
    hit(cells, a[s]! * sa + b[s]! * sb + c[s]! * sc, who[s]!, meta[s]!);
  }
}

/** A submission is in the cell of each of its values of one set. */
function countOneSet(
  { who, meta, sets }: Part,
  { a, b, c, strides: [sa, sb, sc] }: Columns,
  shape: Shape,
  cells: Int32Array,
  chosen: Int32Array,
  size: number,
): void {
  const { masks, plane, words } = sets[shape.sets[0]!.name]!;
  const stride = shape.sets[0]!.stride * WIDTH;
  for (let at = 0; at < size; at++) {
    const s = chosen[at]!;
    const base = a[s]! * sa + b[s]! * sb + c[s]! * sc;
    for (let word = 0; word < words; word++)
      for (let bits = masks[word * plane + s]!; bits !== 0; bits &= bits - 1)
        hit(cells, base + (word * 32 + lowest(bits)) * stride, who[s]!, meta[s]!);
  }
}

/**
 * The general way: sets that meet, or a set narrowed by its own filter. What a submission has of each set is listed once, as distances
 * between cells, and then every combination is hit: three plain loops, those of sets that are not asked over a distance of none.
 */
function countSets(
  part: Part,
  { a, b, c, strides: [sa, sb, sc] }: Columns,
  shape: Shape,
  cells: Int32Array,
  chosen: Int32Array,
  size: number,
): void {
  const [x, y, z] = [0, 1, 2].map((at) => new Held(part, shape.sets[at]));
  for (let at = 0; at < size; at++) {
    const s = chosen[at]!;
    const [who, meta] = [part.who[s]!, part.meta[s]!];
    const base = a[s]! * sa + b[s]! * sb + c[s]! * sc;
    const [many, more, most] = [x!.read(s), y!.read(s), z!.read(s)];
    for (let i = 0; i < many; i++) {
      const first = base + x!.steps[i]!;
      for (let j = 0; j < more; j++) {
        const second = first + y!.steps[j]!;
        for (let k = 0; k < most; k++) hit(cells, second + z!.steps[k]!, who, meta);
      }
    }
  }
}

/** What one submission after another has of a set. */
class Held {
  /** Distances of the cells of its values, from the front of the list. */
  readonly steps: Int32Array;
  private readonly of: PartSet | null;

  /** @param set none: then every submission has one value, at no distance */
  constructor(
    part: Part,
    private readonly set: Shape['sets'][number] | undefined,
  ) {
    this.of = set ? part.sets[set.name]! : null;
    this.steps = new Int32Array(Math.max(1, (this.of?.words ?? 0) * 32));
  }

  /** @returns how many values it has */
  read(s: number): number {
    if (!this.of || !this.set) return 1;
    const stride = this.set.stride * WIDTH;
    let many = 0;
    for (let word = 0; word < this.of.words; word++)
      for (let bits = bitsOf(this.of, this.set.narrowed, s, word); bits !== 0; bits &= bits - 1)
        this.steps[many++] = (word * 32 + lowest(bits)) * stride;
    return many;
  }
}

/** A submission's values in one word; where a filter narrows them, those that pass and their broader ones. */
function bitsOf(
  { masks, plane, words, above }: PartSet,
  narrowed: Int32Array | null,
  s: number,
  inWord: number,
): number {
  if (!narrowed) return masks[inWord * plane + s]!;
  let found = masks[inWord * plane + s]! & narrowed[inWord]!;
  for (let word = 0; word < words; word++)
    for (let bits = masks[word * plane + s]! & narrowed[word]!; bits !== 0; bits &= bits - 1) {
      const broader = above[word * 32 + lowest(bits)]!;
      if (broader >> 5 === inWord) found |= 1 << (broader & 31);
    }
  return found;
}

/** Place of the lowest bit. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);
