import { recordsForLinkage } from '#demo';

import { DEFAULT_LIMITS, findableBlocks } from '../../libs/linkage/src/blocking/blocks.js';
import { LookUp } from '../../libs/linkage/src/blocking/look-up.js';
import { PERSON_RULES } from '../../libs/linkage/src/blocking/rules.js';
import { Attributes } from '../../libs/linkage/src/table/attributes.js';
import { tableOf } from '../../libs/linkage/src/table/encode.js';

const records = [...recordsForLinkage({ n: 1_500, seed: 5 })].map(({ record }) => record);
const table = tableOf(records);
const attributes = new Attributes(table);
// A small budget of pairs: blocks of some thousand records are split as those of a million are.
const limits = { ...DEFAULT_LIMITS, pairsPerRecord: 0.2, pairsAtLeast: 500, smallBlock: 8, splitBlock: 3 };
const rules = findableBlocks(table, attributes, PERSON_RULES, limits);

describe('looking a newcomer up in blocks', () => {
  it('has blocks that were split, and split on below what a whole block may hold', () => {
    const sizes = rules.flatMap(({ starts, ends, rule }) =>
      [...starts].map((from, at) => ({ size: ends[at]! - from, refine: rule.refine.length })),
    );
    expect(sizes.some(({ size, refine }) => refine > 1 && size > 1 && size <= limits.splitBlock)).toBe(true);
    expect(rules.some(({ cap }) => cap > limits.splitBlock)).toBe(true);
  });

  it.each(rules.map((blocks) => [blocks.rule.name, blocks] as const))(
    'finds all and only those with whom a record shares a block: %s',
    (_, blocks) => {
      const lookUp = new LookUp(blocks, table, attributes);
      const mates = new Map<number, number[]>();
      for (let block = 0; block < blocks.starts.length; block++) {
        const rows = [...blocks.order.subarray(blocks.starts[block], blocks.ends[block])];
        for (const row of rows) mates.set(row, rows);
      }
      for (let row = 0; row < table.count; row++) {
        const found: number[] = [];
        lookUp.each(row, (other) => found.push(other));
        const others = found.filter((other) => other !== row);
        expect(others).toEqual((mates.get(row) ?? []).filter((other) => other !== row));
      }
    },
  );
});
