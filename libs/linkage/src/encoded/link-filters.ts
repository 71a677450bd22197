import { type EncodedRecord, type HeldPair, type LinkedCodes, asLinked, oneToOne } from './link-codes.js';

const WORDS = 32;
/** Up to this many comparisons everything is compared; beyond, only records that share a sample of bits. */
const EVERYTHING = 60_000_000;
const SAMPLES = 24;
const SAMPLE_BITS = 20;

function bitCount(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** All filters in one array of 32-bit words, with the number of bits set in each. */
class Filters {
  readonly words: Int32Array;
  readonly ones: Int32Array;

  constructor(readonly records: readonly EncodedRecord[]) {
    this.words = new Int32Array(records.length * WORDS);
    this.ones = new Int32Array(records.length);
    records.forEach(({ filter }, row) => {
      if (filter === undefined || filter.length !== WORDS * 4)
        throw new Error('A filter must have 1,024 bits');
      const view = new DataView(filter.buffer, filter.byteOffset, filter.length);
      for (let word = 0; word < WORDS; word++) {
        const bits = view.getInt32(word * 4, true);
        this.words[row * WORDS + word] = bits;
        this.ones[row] = this.ones[row]! + bitCount(bits);
      }
    });
  }

  /** Dice coefficient of two filters. */
  dice(a: number, b: number): number {
    let shared = 0;
    for (let word = 0, x = a * WORDS, y = b * WORDS; word < WORDS; word++)
      shared += bitCount(this.words[x++]! & this.words[y++]!);
    return (2 * shared) / (this.ones[a]! + this.ones[b]!);
  }

  bit(row: number, at: number): number {
    return (this.words[row * WORDS + (at >>> 5)]! >>> (at & 31)) & 1;
  }
}

/** Best and second best partner of every record. */
class Nearest {
  readonly best: Int32Array;
  readonly first: Float64Array;
  readonly second: Float64Array;

  constructor(size: number) {
    this.best = new Int32Array(size).fill(-1);
    this.first = new Float64Array(size);
    this.second = new Float64Array(size);
  }

  offer(row: number, other: number, dice: number): void {
    if (dice > this.first[row]!) {
      this.second[row] = this.first[row]!;
      this.first[row] = dice;
      this.best[row] = other;
    } else if (dice > this.second[row]! && other !== this.best[row]) this.second[row] = dice;
  }
}

function eachCandidate(filters: Filters, compared: (a: number, b: number) => void): void {
  const { length } = filters.records;
  if ((length * (length - 1)) / 2 <= EVERYTHING) {
    for (let a = 0; a < length; a++) for (let b = a + 1; b < length; b++) compared(a, b);
    return;
  }
  for (let sample = 0; sample < SAMPLES; sample++) {
    const blocks = new Map<number, number[]>();
    for (let row = 0; row < length; row++) {
      let key = 0;
      for (let bit = 0; bit < SAMPLE_BITS; bit++)
        key = (key << 1) | filters.bit(row, (sample * 397 + bit * 61) % 1024);
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [row]);
      else block.push(row);
    }
    for (const block of blocks.values()) {
      if (block.length > 200) continue;
      block.forEach((a, at) => block.slice(at + 1).forEach((b) => compared(a, b)));
    }
  }
}

/**
 * Cuts without the truth. A record's second best partner is a stranger, so the second-best similarities show how alike
 * strangers get: `sure` is passed by one stranger in fifty, `likely` by one in five.
 */
function cutsOf(second: Float64Array): { sure: number; likely: number } {
  const sorted = Float64Array.from(second).sort();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { sure: at(0.98), likely: at(0.8) };
}

/** How far a likely pair must stand before either record's next best. */
const MARGIN = 0.05;

/** Links records by their filters: each other's best partner, above what strangers reach; one to one between sources. */
export function linkFilters(records: readonly EncodedRecord[]): LinkedCodes {
  const sorted = [...records].sort((x, y) => (x.id < y.id ? -1 : 1));
  const filters = new Filters(sorted);
  const nearest = new Nearest(sorted.length);
  const sources = new Set(sorted.map((record) => record.source)).size;
  eachCandidate(filters, (a, b) => {
    if (sources > 1 && sorted[a]!.source === sorted[b]!.source) return;
    const dice = filters.dice(a, b);
    nearest.offer(a, b, dice);
    nearest.offer(b, a, dice);
  });
  const { sure, likely } = cutsOf(nearest.second);
  const held = pairsHeld(nearest, sure, likely);
  return asLinked(sorted, oneToOne(sorted, held));
}

function pairsHeld({ best, first, second }: Nearest, sure: number, likely: number): HeldPair[] {
  const held: HeldPair[] = [];
  best.forEach((b, a) => {
    if (b < a || best[b] !== a) return;
    const strength = first[a]!;
    const ahead = strength - Math.max(second[a]!, second[b]!);
    if (strength > sure || (strength > likely && ahead >= MARGIN)) held.push({ a, b, strength });
  });
  return held;
}
