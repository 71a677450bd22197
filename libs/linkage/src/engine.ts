import { type BlockLimits, type Blocks, DEFAULT_LIMITS, buildBlocks } from './blocking/blocks.js';
import { type CandidatePairs, candidatePairs } from './blocking/candidates.js';
import { PERSON_RULES } from './blocking/rules.js';
import { CERTAIN } from './cluster/average-link.js';
import { clusterPairs } from './cluster/cluster.js';
import { type Decided, NOTHING_DECIDED, certainPairs, contradictionOf, vetoOf } from './cluster/vetoes.js';
import { Comparer } from './comparison/comparer.js';
import { valueCounts } from './estimate/chance.js';
import type { Parameters } from './estimate/parameters.js';
import { learn } from './learn.js';
import { comparedInParallel } from './parallel.js';
import { Attributes } from './table/attributes.js';
import { weedCommonplaces } from './table/commonplaces.js';
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
  comparer: Comparer;
  scorer: Scorer;
  scored: ScoredPairs;
  expected: ExpectedQuality;
  /** Group of each row: the smallest row of its group. */
  home: Int32Array;
  /** Groups at any other mean weight, to see how much hangs on the cut. */
  groupsAt: (cut: number) => Int32Array;
}

export type Stage = 'prepare' | 'block' | 'compare' | 'estimate' | 'weigh' | 'cluster';

export interface EngineOptions {
  /** Told when a stage begins: the benchmark's stopwatch. */
  onStage?: (stage: Stage) => void;
  limits?: BlockLimits;
  decided?: Decided;
  /** Worker threads for the comparisons; the result is the same for any number. */
  workers?: number;
  /** Probabilities learnt before; the run then learns nothing. */
  learnt?: Parameters;
}

/** Pairs weaker than this many bits are forgotten. */
const FLOOR = -8;
/** Mean weight that holds a group together: even odds. */
export const CUT = 0;
/** Pairs up to this far below the cut still bring records into one component. */
export const REACH = 2;
/** A pair's weight counts up to these bits, so that one loud pair does not drown the others. */
export const BOUND = 12;
/** Components above this size are first parted at higher weights. */
export const LARGEST_COMPONENT = 400;

function withCertain(scored: ScoredPairs, certain: [number, number][]): ScoredPairs {
  if (certain.length === 0) return scored;
  const total = scored.count + certain.length;
  const [a, b, weight] = [new Int32Array(total), new Int32Array(total), new Float32Array(total)];
  a.set(scored.a);
  b.set(scored.b);
  weight.set(scored.weight);
  certain.forEach(([x, y], at) => {
    a[scored.count + at] = Math.min(x, y);
    b[scored.count + at] = Math.max(x, y);
    weight[scored.count + at] = CERTAIN;
  });
  return { count: total, a, b, weight };
}

/** Runs the engine on a table that is complete and sorted; values that carry no weight are blanked in it. */
export function runEngine(table: RecordTable, options: EngineOptions = {}): EngineRun {
  const { onStage = () => undefined, limits = DEFAULT_LIMITS, decided = NOTHING_DECIDED } = options;
  onStage('prepare');
  weedCommonplaces(table);
  const attributes = new Attributes(table);
  onStage('block');
  const blocks = buildBlocks(table, attributes, PERSON_RULES, limits);
  onStage('compare');
  const comparer = new Comparer(table, attributes);
  const candidates =
    (options.workers ?? 1) > 1
      ? comparedInParallel(table, attributes, blocks, options.workers!)
      : candidatePairs(blocks, comparer);
  onStage('estimate');
  const counts = valueCounts(table);
  const parameters = options.learnt ?? learn(table, attributes, blocks, candidates, counts);
  onStage('weigh');
  const scorer = new Scorer(parameters, table, counts);
  const scored = scorer.scoreAll(candidates, FLOOR);
  const expected = bestExpectedThreshold(scored.weight);
  onStage('cluster');
  const linked = withCertain(scored, certainPairs(table, decided));
  const forbidden = vetoOf(table, attributes, decided);
  const contradict = contradictionOf(table, attributes);
  const groupsAt = (cut: number): Int32Array =>
    clusterPairs(table.count, linked, {
      join: cut - REACH,
      cut,
      most: BOUND,
      least: -BOUND,
      largest: LARGEST_COMPONENT,
      weigh: (a, b) => scorer.compareAndWeigh(a, b, comparer),
      contradict,
      forbidden,
    });
  const home = groupsAt(CUT);
  return {
    table,
    attributes,
    blocks,
    candidates,
    parameters,
    comparer,
    scorer,
    scored,
    expected,
    home,
    groupsAt,
  };
}
