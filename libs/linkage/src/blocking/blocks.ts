import type { Attributes } from '../table/attributes.js';
import { mixed } from '../table/dictionary.js';
import { lane } from '../table/fields.js';
import type { RecordTable } from '../table/record-table.js';
import { type BlockingRule, FIELDS_OF, type KeyPart, combinedReader, keyReader } from './rules.js';
import { sharedInts } from '../table/shared-ints.js';
import { sortByKey } from './radix-sort.js';

/** Rules that fit a record's row of block numbers, and the bits of a pattern. */
export const MOST_RULES = 16;

/** How many pairs a rule may propose; blocks above the size that this allows are split by the rule's further parts. */
export interface BlockLimits {
  /** Pairs per record and rule, however large the data. */
  pairsPerRecord: number;
  /** Pairs a rule may propose on small data. */
  pairsAtLeast: number;
  /** Blocks up to this size are always compared. */
  smallBlock: number;
  /** What was split is split on while it is above this size and a further part is left. */
  splitBlock: number;
  /** Up to this many records, every pair is compared. */
  everyPairUpTo: number;
}

export const DEFAULT_LIMITS: BlockLimits = {
  pairsPerRecord: 0.9,
  pairsAtLeast: 250_000,
  smallBlock: 8,
  splitBlock: 16,
  everyPairUpTo: 2000,
};

/** Records of one rule in blocks: `order` from starts[b] to ends[b]. */
export interface RuleBlocks {
  rule: BlockingRule;
  order: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Largest block compared without splitting. */
  cap: number;
  /** Pairs in the blocks, those that another rule finds too included. */
  pairs: number;
  /** Records in blocks that stayed too large after every split: compared by no pair of this rule. */
  dropped: number;
  /** For finding the block of a new record; empty unless asked for. */
  directory: Directory;
}

/**
 * Where each block lies, by the hash of its whole key: of the rule's parts and, where it was split, of each further part.
 * Here a record that stands alone is a block too: a newcomer may join it.
 */
export interface Directory {
  /** Rising as unsigned numbers. */
  keys: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

export interface Blocks {
  rules: RuleBlocks[];
  /** Sixteen block numbers a record (0 for none): two records share a rule's block where these are equal. */
  numbers: Int32Array;
}

/** Hash of the whole key of a block that was split by one more part. */
export const deeperKey = (key: number, finer: number): number => mixed(mixed(key ^ 0x2c1b3c6d) + finer);

const pairsOf = (size: number): number => (size * (size - 1)) / 2;

/** Largest block size for which all blocks up to it stay within the budget of pairs. */
function capFor(sizes: Map<number, number>, budget: number, atLeast: number): number {
  let spent = 0;
  let cap = atLeast;
  for (const [size, blocks] of [...sizes].sort((a, b) => a[0] - b[0])) {
    spent += pairsOf(size) * blocks;
    if (spent > budget) return Math.max(atLeast, Math.min(cap, size - 1));
    cap = size;
  }
  return Math.max(cap, atLeast);
}

/** Builds one rule's blocks. */
class RuleBuilder {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** Of blocks and of single records, where newcomers are to find them. */
  private readonly places: { keys: number[]; starts: number[]; ends: number[] } = {
    keys: [],
    starts: [],
    ends: [],
  };
  private pairs = 0;
  private dropped = 0;
  private cap = 0;
  private readonly order: Int32Array;
  private readonly keys: Int32Array;
  private readonly refiners;

  constructor(
    private readonly rule: BlockingRule,
    table: RecordTable,
    attributes: Attributes,
    private readonly limits: BlockLimits,
    private readonly findable: boolean,
  ) {
    const read = combinedReader(rule.parts.map((part) => keyReader(part, table, attributes)));
    this.refiners = rule.refine.map((part) => keyReader(part, table, attributes));
    const keys = new Int32Array(table.count);
    const order = new Int32Array(table.count);
    let kept = 0;
    for (let row = 0; row < table.count; row++) {
      const key = read(row);
      if (key === 0) continue;
      keys[kept] = key;
      order[kept++] = row;
    }
    this.keys = keys.subarray(0, kept);
    this.order = order.subarray(0, kept);
    sortByKey(this.keys, this.order);
    this.count = table.count;
  }

  private readonly count: number;

  build(): RuleBlocks {
    const sizes = new Map<number, number>();
    this.runs(0, this.order.length, (from, to) => sizes.set(to - from, (sizes.get(to - from) ?? 0) + 1));
    const budget = Math.max(this.limits.pairsPerRecord * this.count, this.limits.pairsAtLeast);
    this.cap = capFor(sizes, budget, this.limits.smallBlock);
    this.runs(0, this.order.length, (from, to) => this.take(from, to, 0, this.keys[from]!));
    return {
      rule: this.rule,
      order: this.order,
      directory: this.directory(),
      starts: Int32Array.from(this.starts),
      ends: Int32Array.from(this.ends),
      cap: this.cap,
      pairs: this.pairs,
      dropped: this.dropped,
    };
  }

  private directory(): Directory {
    const keys = Int32Array.from(this.places.keys);
    const places = Int32Array.from(keys, (_, at) => at);
    sortByKey(keys, places);
    return {
      keys,
      starts: places.map((at) => this.places.starts[at]!),
      ends: places.map((at) => this.places.ends[at]!),
    };
  }

  private runs(from: number, to: number, found: (from: number, to: number) => void): void {
    let start = from;
    for (let at = from + 1; at <= to; at++) {
      if (at < to && this.keys[at] === this.keys[start]) continue;
      if (at - start > 1 || this.findable) found(start, at);
      start = at;
    }
  }

  private take(from: number, to: number, depth: number, key: number): void {
    const refine = this.refiners[depth];
    const most = depth === 0 || refine === undefined ? this.cap : Math.min(this.cap, this.limits.splitBlock);
    if (to - from <= most) {
      if (this.findable) this.tellPlace(from, to, key);
      if (to - from < 2) return;
      this.starts.push(from);
      this.ends.push(to);
      this.pairs += pairsOf(to - from);
      return;
    }
    if (refine === undefined) {
      this.dropped += to - from;
      return;
    }
    const keys = this.keys.subarray(from, to);
    const order = this.order.subarray(from, to);
    for (let at = 0; at < order.length; at++) keys[at] = refine(order[at]!);
    sortByKey(keys, order);
    let blank = from;
    while (blank < to && this.keys[blank] === 0) blank++;
    const deeper: [number, number][] = [];
    this.runs(blank, to, (start, end) => deeper.push([start, end]));
    const finer = deeper.map(([start]) => deeperKey(key, this.keys[start]!));
    deeper.forEach(([start, end], at) => this.take(start, end, depth + 1, finer[at]!));
  }

  private tellPlace(from: number, to: number, key: number): void {
    this.places.keys.push(key);
    this.places.starts.push(from);
    this.places.ends.push(to);
  }
}

/** Whether any record can have a key part. */
function hasPart(part: KeyPart, table: RecordTable): boolean {
  return FIELDS_OF[part].some((field) => table.dictionaries[lane(field)]!.size > 1);
}

/** Blocks of all rules whose fields the data has. */
export function buildBlocks(
  table: RecordTable,
  attributes: Attributes,
  rules: readonly BlockingRule[],
  limits: BlockLimits = DEFAULT_LIMITS,
): Blocks {
  const built = rules
    .filter((rule) => rule.parts.every((part) => hasPart(part, table)))
    .slice(0, MOST_RULES)
    .map((rule) => new RuleBuilder(rule, table, attributes, limits, false).build())
    .filter((blocks) => blocks.starts.length > 0);
  if (table.count <= limits.everyPairUpTo) built.splice(MOST_RULES - 1, 1, everyPair(table.count));
  // In shared memory from the start: threads read it where it lies, without a copy.
  const numbers = sharedInts(table.count * MOST_RULES);
  built.forEach(({ order, starts, ends }, number) => {
    for (let block = 0; block < starts.length; block++) {
      for (let at = starts[block]!; at < ends[block]!; at++)
        numbers[order[at]! * MOST_RULES + number] = block + 1;
    }
  });
  return { rules: built, numbers };
}

/** Blocks in which a newcomer's candidates can be looked up. */
export function findableBlocks(
  table: RecordTable,
  attributes: Attributes,
  rules: readonly BlockingRule[],
  limits: BlockLimits = DEFAULT_LIMITS,
): RuleBlocks[] {
  return rules
    .filter((rule) => rule.parts.every((part) => hasPart(part, table)))
    .slice(0, MOST_RULES)
    .map((rule) => new RuleBuilder(rule, table, attributes, limits, true).build());
}

function everyPair(count: number): RuleBlocks {
  return {
    rule: { name: 'every pair', parts: [], refine: [] },
    order: Int32Array.from({ length: count }, (_, row) => row),
    directory: { keys: new Int32Array(0), starts: new Int32Array(0), ends: new Int32Array(0) },
    starts: Int32Array.of(0),
    ends: Int32Array.of(count),
    cap: count,
    pairs: pairsOf(count),
    dropped: 0,
  };
}
