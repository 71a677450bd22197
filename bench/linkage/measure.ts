import { type EngineRun, groupScores, pairScores, pairsWithin } from '#linkage';

export interface Measures {
  records: number;
  pairs: number;
  candidatePairsPerRecord: number;
  precision: number;
  recall: number;
  f1: number;
  blockingRecall: number;
  clusterF1: number;
  clusterPrecision: number;
  clusterRecall: number;
  bCubed: number;
  bestF1: number;
  threshold: number;
  bestThreshold: number;
  /** Best over several cuts, the truth in hand. */
  bestClusterF1: number;
}

/** Best F1 over all cuts of the weight, the truth in hand. */
function bestCut(run: EngineRun, truth: Int32Array, real: number): { f1: number; threshold: number } {
  const order = Uint32Array.from({ length: run.scored.count }, (_, pair) => pair);
  const { a, b, weight } = run.scored;
  order.sort((x, y) => weight[y]! - weight[x]!);
  let [right, best, threshold] = [0, 0, 0];
  order.forEach((pair, at) => {
    if (truth[a[pair]!] === truth[b[pair]!]) right++;
    const { f1 } = pairScores(right, at + 1, real);
    if (f1 > best) [best, threshold] = [f1, weight[pair]!];
  });
  return { f1: best, threshold };
}

/** Cuts tried for the best clusters; fewer on large data, where each takes seconds. */
const CUTS = [-6, -4, -3, -2, -1, 1, 2, 3, 4, 6, 8];
const LARGE = 300_000;

function bestClusters(run: EngineRun, truth: Int32Array, own: number): number {
  const cuts = run.table.count > LARGE ? [-2, 2, 4] : CUTS;
  return Math.max(own, ...cuts.map((cut) => groupScores(run.groupsAt(cut), truth).f1));
}

/** Scores a run against the truth. */
export function measure(run: EngineRun, truth: Int32Array): Measures {
  const real = pairsWithin(truth);
  const { candidates, scored } = run;
  let reached = 0;
  for (let pair = 0; pair < candidates.count; pair++) {
    if (truth[candidates.a[pair]!] === truth[candidates.b[pair]!]) reached++;
  }
  let [found, right] = [0, 0];
  for (let pair = 0; pair < scored.count; pair++) {
    if (scored.weight[pair]! < run.expected.threshold) continue;
    found++;
    if (truth[scored.a[pair]!] === truth[scored.b[pair]!]) right++;
  }
  const groups = groupScores(run.home, truth);
  const best = bestCut(run, truth, real);
  return {
    records: run.table.count,
    pairs: candidates.count,
    candidatePairsPerRecord: candidates.count / run.table.count,
    ...pairScores(right, found, real),
    blockingRecall: real === 0 ? 1 : reached / real,
    clusterF1: groups.f1,
    clusterPrecision: groups.precision,
    clusterRecall: groups.recall,
    bCubed: groups.bCubed,
    bestF1: best.f1,
    threshold: run.expected.threshold,
    bestThreshold: best.threshold,
    bestClusterF1: bestClusters(run, truth, groups.f1),
  };
}
