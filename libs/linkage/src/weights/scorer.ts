import type { CandidatePairs } from '../blocking/candidates.js';
import type { Comparer } from '../comparison/comparer.js';
import { RULE_BITS, levelAt } from '../comparison/levels.js';
import { laneOf } from '../estimate/chance.js';
import { CLASSES, DWELLING, type Parameters, byChance } from '../estimate/parameters.js';
import type { RecordTable } from '../table/record-table.js';
import { ENOUGH_PAIRS, NAMESAKES, onlyNamesAgree } from './namesakes.js';

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

/** A comparison whose exact agreement is weighed by the value's rarity, and the classes in which agreement is chance. */
interface Adjusted {
  comparison: number;
  lane: number;
  rarity: Float32Array;
  /** The same for two people of one household: namesakes and twins agree on a rare value as often as on a common one. */
  household: Float32Array;
  /** Whether agreement is chance between neighbours; agreement on the place they share is rare once, not for each field. */
  neighbour: boolean;
  dwelling: boolean;
}

/** Turns comparison vectors into weights with what was learnt. */
export class Scorer {
  private readonly bits: Float64Array[][];
  private readonly starts: number[];
  private readonly adjusted: Adjusted[];
  private readonly width: number;
  /** Bits of the four classes for the vector last weighed. */
  private readonly sums = new Float64Array(CLASSES.length);

  constructor(
    readonly parameters: Parameters,
    private readonly table: RecordTable,
    counts: readonly Int32Array[],
  ) {
    const { comparisons, levels, shares } = parameters;
    this.bits = CLASSES.map((kind) =>
      levels[kind].map((values) =>
        values.map((value, level) => (level === 0 ? 0 : Math.log2(Math.max(value, 1e-12)))),
      ),
    );
    this.starts = CLASSES.map((kind) => (shares[kind] > 0 ? Math.log2(shares[kind]) : -1e6));
    this.width = comparisons.length;
    this.adjusted = comparisons.flatMap((name, comparison) => {
      if (EVEN.includes(name)) return [];
      const rarity = rarityBits(counts[comparison]!);
      const household = this.householdBits(name, comparison, rarity);
      return [
        {
          comparison,
          lane: laneOf(comparison),
          rarity,
          household,
          neighbour: byChance('neighbour', name),
          dwelling: DWELLING.includes(name),
        },
      ];
    });
  }

  /** Bits by which one person is likelier than two strangers before anything is compared. */
  get priorBits(): number {
    return this.starts[0]! - this.starts[3]!;
  }

  /** log2(m/u) of one comparison's level, with the rarity of the value where it agrees exactly. */
  fieldBits(row: number, comparison: number, level: number): number {
    const bits = this.bits[0]![comparison]![level]! - this.bits[3]![comparison]![level]!;
    const adjusted = level === 1 ? this.adjusted.find((entry) => entry.comparison === comparison) : undefined;
    if (adjusted === undefined) return bits;
    return bits + (adjusted.rarity[this.table.rows[row * this.table.stride + adjusted.lane]!] ?? 0);
  }

  /** Only the part of a household's agreement that is chance is the rarer, the rarer the value. */
  private householdBits(name: string, comparison: number, rarity: Float32Array): Float32Array {
    if (!byChance('household', name)) return new Float32Array(rarity.length);
    const { household, unrelated } = this.parameters.levels;
    const [agree, chance] = [household[comparison]![1]!, unrelated[comparison]![1]!];
    const byName = Math.min(1, Math.max(0, 1 - chance / agree));
    return rarity.map((bits) => -Math.log2(byName + (1 - byName) * 2 ** -bits));
  }

  private weigh(low: number, high: number): void {
    for (let kind = 0; kind < this.starts.length; kind++) {
      let sum = this.starts[kind]!;
      const table = this.bits[kind]!;
      for (let c = 0; c < this.width; c++) sum += table[c]![levelAt(low, high, c)]!;
      this.sums[kind] = sum;
    }
  }

  /** Weight of one pair from its vector and the rarity of what agrees; among few records a name alone reaches no more than `NAMESAKES`. */
  weightOf(a: number, low: number, high: number): number {
    return this.held(this.uncappedWeight(a, low, high), low, high);
  }

  private held(bits: number, low: number, high: number): number {
    const few = this.parameters.possiblePairs < ENOUGH_PAIRS;
    return few && bits > NAMESAKES && onlyNamesAgree(low, high & LEVEL_BITS) ? NAMESAKES : bits;
  }

  /** The weight as the probabilities alone have it. */
  uncappedWeight(a: number, low: number, high: number): number {
    this.weigh(low, high & LEVEL_BITS);
    return this.finish(a, low, high, this.sums, 0);
  }

  /** Compares and weighs two rows. */
  compareAndWeigh(a: number, b: number, comparer: Comparer): number {
    comparer.compare(a, b);
    return this.weightOf(a, comparer.low, comparer.high);
  }

  /** Adds the rarity of what agrees to the four sums that begin at `at`, and weighs match against the other three. */
  private finish(a: number, low: number, high: number, sums: Float64Array, at: number): number {
    let unrelated = sums[at + 3]!;
    let household = sums[at + 1]!;
    let neighbour = sums[at + 2]!;
    const row = a * this.table.stride;
    let placed = false;
    for (let i = 0; i < this.adjusted.length; i++) {
      const adjusted = this.adjusted[i]!;
      if (levelAt(low, high, adjusted.comparison) !== 1) continue;
      const value = this.table.rows[row + adjusted.lane]!;
      const bits = adjusted.rarity[value] ?? 0;
      unrelated -= bits;
      household -= adjusted.household[value] ?? 0;
      if (adjusted.neighbour) neighbour -= bits;
      else if (adjusted.dwelling && !placed) {
        neighbour -= bits;
        placed = true;
      }
    }
    const top = Math.max(unrelated, household, neighbour);
    return (
      sums[at]! - top - Math.log2(2 ** (unrelated - top) + 2 ** (household - top) + 2 ** (neighbour - top))
    );
  }

  /** Weighs all candidate pairs and keeps those at or above `floor` bits. */
  scoreAll(pairs: CandidatePairs, floor: number): ScoredPairs {
    const { patterns } = pairs;
    const sums = new Float64Array(patterns.size * 4);
    const hopeless = new Uint8Array(patterns.size);
    for (let number = 0; number < patterns.size; number++) {
      this.weigh(patterns.low[number]!, patterns.high[number]! & LEVEL_BITS);
      sums.set(this.sums, number * 4);
      const [match, ...others] = this.sums as unknown as [number, number, number, number];
      hopeless[number] = match - Math.max(...others) < floor - 14 ? 1 : 0;
    }
    let kept = 0;
    const weight = new Float32Array(pairs.count);
    const [a, b] = [new Int32Array(pairs.count), new Int32Array(pairs.count)];
    for (let pair = 0; pair < pairs.count; pair++) {
      const number = pairs.pattern[pair]!;
      if (hopeless[number] === 1) continue;
      const [low, high] = [patterns.low[number]!, patterns.high[number]!];
      const bits = this.held(this.finish(pairs.a[pair]!, low, high, sums, number * 4), low, high);
      if (bits < floor) continue;
      a[kept] = pairs.a[pair]!;
      b[kept] = pairs.b[pair]!;
      weight[kept++] = bits;
    }
    return { count: kept, a: a.slice(0, kept), b: b.slice(0, kept), weight: weight.slice(0, kept) };
  }
}
