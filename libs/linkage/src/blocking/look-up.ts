import type { Attributes } from '../table/attributes.js';
import type { RecordTable } from '../table/record-table.js';
import type { RuleBlocks } from './blocks.js';
import { combinedReader, keyReader } from './rules.js';

/** First place in a sorted range whose key is not below the wanted one; keys are compared as unsigned. */
function lowerBound(keys: Int32Array, from: number, to: number, wanted: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! >>> 0 < wanted >>> 0) low = middle + 1;
    else high = middle;
  }
  return low;
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
    const { directory, keys, order, cap } = this.blocks;
    const key = this.read(newcomer);
    if (key === 0) return;
    const at = lowerBound(directory.keys, 0, directory.keys.length, key);
    if (directory.keys[at] !== key) return;
    let from = directory.starts[at]!;
    let to = directory.starts[at + 1]!;
    for (let depth = 0; to - from > cap; depth++) {
      const refine = this.refiners[depth];
      const finer = refine === undefined ? 0 : refine(newcomer);
      if (finer === 0) return;
      const start = lowerBound(keys, from, to, finer);
      let end = start;
      while (end < to && keys[end] === finer) end++;
      from = start;
      to = end;
    }
    for (let place = from; place < to; place++) found(order[place]!);
  }
}
