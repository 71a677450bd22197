import type { Blocks } from './blocking/blocks.js';
import type { CandidatePairs } from './blocking/candidates.js';
import { FIELDS_OF } from './blocking/rules.js';
import { comparisonNames } from './comparison/levels.js';
import { chanceLevels, sameAreaShare } from './estimate/chance.js';
import { estimate } from './estimate/expectation-maximisation.js';
import { histogramOf } from './estimate/histogram.js';
import { HOUSEHOLD, type Parameters } from './estimate/parameters.js';
import type { Attributes } from './table/attributes.js';
import type { FieldName } from './table/fields.js';
import type { RecordTable } from './table/record-table.js';

const ROUNDS = 40;
/** How many matches' worth of trust the usual rates of slips and changes have. */
const TRUST = 20;
/** On fewer records than this the trust grows as the records become fewer. */
const FEW = 200;

/** Bits of the rules that do not condition on a comparison. */
function learnFrom(blocks: Blocks, comparisons: readonly string[]): number[] {
  return comparisons.map((name) => {
    let bits = 0;
    blocks.rules.forEach(({ rule }, number) => {
      const fields = [...rule.parts, ...rule.refine].flatMap((part) => FIELDS_OF[part]);
      if (!fields.includes(name as FieldName)) bits |= 1 << number;
    });
    return bits === 0 ? -1 : bits;
  });
}

/** Learns the model's probabilities from the candidate pairs, without the truth. */
export function learn(
  table: RecordTable,
  attributes: Attributes,
  blocks: Blocks,
  candidates: CandidatePairs,
  counts: readonly Int32Array[],
): Parameters {
  const comparisons = comparisonNames(table.categories);
  return estimate(
    histogramOf(candidates.patterns, table.categories),
    chanceLevels(table, attributes, counts),
    {
      rounds: ROUNDS,
      trust: TRUST * Math.max(1, FEW / Math.max(1, table.count)),
      learnFrom: learnFrom(blocks, comparisons),
      possiblePairs: Math.max(1, (table.count * (table.count - 1)) / 2),
      sameArea: sameAreaShare(table, counts),
      households: HOUSEHOLD.some((name) => counts[comparisons.indexOf(name)]!.length > 1),
    },
  );
}
