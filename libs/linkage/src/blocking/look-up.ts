import type { Attributes } from '../table/attributes.js';
import type { RecordTable } from '../table/record-table.js';
import { type RuleBlocks, deeperKey } from './blocks.js';
import { combinedReader, keyReader } from './rules.js';

/** Place of a key among rising unsigned ones; -1 where it isn't there. */
function placeOf(keys: Int32Array, wanted: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! >>> 0 < wanted >>> 0) low = middle + 1;
    else high = middle;
  }
  return keys[low] === wanted ? low : -1;
}

/** Finds the known records that share a block with a newcomer. */
export class LookUp {
  private readonly read: (row: number) => number;
  private readonly refiners: ((row: number) => number)[];

  constructor(
    private readonly blocks: RuleBlocks,
    table: RecordTable,
    attributes: Attributes,
  ) {
    this.read = combinedReader(blocks.rule.parts.map((part) => keyReader(part, table, attributes)));
    this.refiners = blocks.rule.refine.map((part) => keyReader(part, table, attributes));
  }

  /** Calls `found` for every known row in the newcomer's block; none where the block is too large. */
  each(newcomer: number, found: (row: number) => void): void {
    const { directory, order } = this.blocks;
    let key = this.read(newcomer);
    if (key === 0) return;
    let at = placeOf(directory.keys, key);
    for (const refine of this.refiners) {
      if (at >= 0) break;
      const finer = refine(newcomer);
      if (finer === 0) return;
      key = deeperKey(key, finer);
      at = placeOf(directory.keys, key);
    }
    if (at < 0) return;
    for (let place = directory.starts[at]!; place < directory.ends[at]!; place++) found(order[place]!);
  }
}
