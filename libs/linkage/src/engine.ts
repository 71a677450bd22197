import { type BlockLimits, type Blocks, DEFAULT_LIMITS, buildBlocks } from './blocking/blocks.js';
import { type CandidatePairs, candidatePairs } from './blocking/candidates.js';
import { FIELDS_OF, PERSON_RULES } from './blocking/rules.js';
import { clusterPairs } from './cluster/cluster.js';
import { Comparer } from './comparison/comparer.js';
import { comparisonNames } from './comparison/levels.js';
import { chanceLevels, valueCounts } from './estimate/chance.js';
import { estimate } from './estimate/expectation-maximisation.js';
import { histogramOf } from './estimate/histogram.js';
import { HOUSEHOLD, type Parameters } from './estimate/parameters.js';
import { Attributes } from './table/attributes.js';
import type { FieldName } from './table/fields.js';
import type { RecordTable } from './table/record-table.js';
import { type ScoredPairs, Scorer } from './weights/scorer.js';
import { type ExpectedQuality, bestExpectedThreshold } from './weights/thresholds.js';

/** Everything that one run found, in row numbers. */
export interface EngineRun {
  table: RecordTable;
  attributes: Attributes;
  blocks: Blocks;
  candidates: CandidatePairs;
  parameters: Parameters;
  scorer: Scorer;
  scored: ScoredPairs;
  expected: ExpectedQuality;
  /** Group of each row. */
  home: Int32Array;
}

export type Stage = 'prepare' | 'block' | 'compare' | 'estimate' | 'weigh' | 'cluster';

/** Told when a stage begins; the bench's stopwatch. */
export type OnStage = (stage: Stage) => void;

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

/** Runs the engine on a table that is complete and sorted. */
export function runEngine(
  table: RecordTable,
  onStage: OnStage = () => undefined,
  limits: BlockLimits = DEFAULT_LIMITS,
): EngineRun {
  onStage('prepare');
  const attributes = new Attributes(table);
  onStage('block');
  const blocks = buildBlocks(table, attributes, PERSON_RULES, limits);
  onStage('compare');
  const comparer = new Comparer(table, attributes);
  const candidates = candidatePairs(blocks, comparer);
  onStage('estimate');
  const counts = valueCounts(table);
  const comparisons = comparisonNames(table.categories);
  const present = (name: string): boolean => counts[comparisons.indexOf(name)]!.length > 1;
  const parameters = estimate(histogramOf(candidates.patterns, table.categories), chanceLevels(table, attributes, counts), {
    rounds: 40,
    trust: 20,
    learnFrom: learnFrom(blocks, comparisons),
    possiblePairs: (table.count * (table.count - 1)) / 2,
    households: HOUSEHOLD.some(present),
  });
  onStage('weigh');
  const scorer = new Scorer(parameters, table, counts);
  const scored = scorer.scoreAll(candidates, -8);
  const expected = bestExpectedThreshold(scored.weight);
  onStage('cluster');
  const home = clusterPairs(table.count, scored, {
    join: -2,
    cut: 0,
    most: 12,
    least: -12,
    largest: 400,
    weigh: (a, b) => scorer.compareAndWeigh(a, b, comparer),
    forbidden: () => false,
  });
  return { table, attributes, blocks, candidates, parameters, scorer, scored, expected, home };
}
