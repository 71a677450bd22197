import type { CandidatePairs } from '../blocking/candidates.js';
import type { Comparer } from '../comparison/comparer.js';
import { RULE_BITS, levelAt } from '../comparison/levels.js';
import { laneOf } from '../estimate/chance.js';
import { PERSONAL, type Parameters } from '../estimate/parameters.js';
import type { RecordTable } from '../table/record-table.js';

/** Comparisons whose exact agreement says the same whatever the value. */
const EVEN = ['sex', 'nationalId'];
const LEVEL_BITS = (1 << RULE_BITS) - 1;

/** Pairs with their weights: posterior log-odds of "same person" in bits. */
export interface ScoredPairs {
  count: number;
  a: Int32Array;
  b: Int32Array;
  weight: Float32Array;
}

/** Bits by which an exact agreement on each value differs from one on a usual value; averages zero over chance agreements. */
export function rarityBits(counts: Int32Array): Float32Array {
  let total = 0;
  let squares = 0;
  for (let id = 1; id < counts.length; id++) {
    total += counts[id]!;
    squares += counts[id]! ** 2;
  }
  const usual = squares / Math.max(1, total);
  return Float32Array.from(counts, (count) => Math.log2(usual / Math.max(1, count)));
}

/** Turns comparison vectors into weights with what was learnt. */
export class Scorer {
  private readonly bits: { m: Float64Array[]; h: Float64Array[]; u: Float64Array[] };
  private readonly start: { m: number; h: number; u: number };
  private readonly adjusted: { comparison: number; lane: number; personal: boolean; rarity: Float32Array }[];
  private readonly width: number;
  /** Parts of the vector last weighed. */
  private m = 0;
  private h = 0;
  private u = 0;

  constructor(
    readonly parameters: Parameters,
    private readonly table: RecordTable,
    counts: readonly Int32Array[],
  ) {
    const { comparisons, matchShare, householdShare } = parameters;
    const inBits = (levels: Float64Array[]): Float64Array[] =>
      levels.map((values) => values.map((value, level) => (level === 0 ? 0 : Math.log2(Math.max(value, 1e-12)))));
    this.bits = { m: inBits(parameters.m), h: inBits(parameters.h), u: inBits(parameters.u) };
    this.start = {
      m: Math.log2(matchShare),
      h: householdShare > 0 ? Math.log2(householdShare) : -1e9,
      u: Math.log2(1 - matchShare - householdShare),
    };
    this.width = comparisons.length;
    this.adjusted = comparisons.flatMap((name, comparison) =>
      EVEN.includes(name)
        ? []
        : [{ comparison, lane: laneOf(comparison), personal: PERSONAL.includes(name), rarity: rarityBits(counts[comparison]!) }],
    );
  }

  private weigh(low: number, high: number): void {
    let { m, h, u } = this.start;
    for (let c = 0; c < this.width; c++) {
      const level = levelAt(low, high, c);
      if (level === 0) continue;
      m += this.bits.m[c]![level]!;
      h += this.bits.h[c]![level]!;
      u += this.bits.u[c]![level]!;
    }
    this.m = m;
    this.h = h;
    this.u = u;
  }

  /** Weight of one pair from its vector and the rarity of what agrees. */
  weightOf(a: number, b: number, low: number, high: number): number {
    this.weigh(low, high & LEVEL_BITS);
    return this.finish(a, low, high, this.m, this.h, this.u);
  }

  /** Compares and weighs two rows. */
  compareAndWeigh(a: number, b: number, comparer: Comparer): number {
    comparer.compare(a, b);
    return this.weightOf(a, b, comparer.low, comparer.high);
  }

  private finish(a: number, low: number, high: number, m: number, h: number, u: number): number {
    let rareUnrelated = 0;
    let rareHousehold = 0;
    const at = a * this.table.stride;
    for (let i = 0; i < this.adjusted.length; i++) {
      const { comparison, lane, personal, rarity } = this.adjusted[i]!;
      if (levelAt(low, high, comparison) !== 1) continue;
      const bits = rarity[this.table.rows[at + lane]!] ?? 0;
      rareUnrelated += bits;
      if (personal) rareHousehold += bits;
    }
    const x = h - rareHousehold;
    const y = u - rareUnrelated;
    const top = x > y ? x : y;
    return m - top - Math.log2(1 + 2 ** ((x > y ? y : x) - top));
  }

  /** Weighs all candidate pairs and keeps those at or above `floor` bits. */
  scoreAll(pairs: CandidatePairs, floor: number): ScoredPairs {
    const { patterns } = pairs;
    const [m, h, u] = [0, 1, 2].map(() => new Float64Array(patterns.size)) as [Float64Array, Float64Array, Float64Array];
    const hopeless = new Uint8Array(patterns.size);
    for (let number = 0; number < patterns.size; number++) {
      this.weigh(patterns.low[number]!, patterns.high[number]! & LEVEL_BITS);
      m[number] = this.m;
      h[number] = this.h;
      u[number] = this.u;
      hopeless[number] = this.m - Math.max(this.h, this.u) < floor - 14 ? 1 : 0;
    }
    let kept = 0;
    const weight = new Float32Array(pairs.count);
    const [a, b] = [new Int32Array(pairs.count), new Int32Array(pairs.count)];
    for (let pair = 0; pair < pairs.count; pair++) {
      const number = pairs.pattern[pair]!;
      if (hopeless[number] === 1) continue;
      const row = pairs.a[pair]!;
      const bits = this.finish(row, patterns.low[number]!, patterns.high[number]!, m[number]!, h[number]!, u[number]!);
      if (bits < floor) continue;
      a[kept] = row;
      b[kept] = pairs.b[pair]!;
      weight[kept++] = bits;
    }
    return { count: kept, a: a.slice(0, kept), b: b.slice(0, kept), weight: weight.slice(0, kept) };
  }
}
