import {
  DRAWN_FOR_EACH,
  contentOf,
  nextBatch,
  predictLinear,
  randomOf,
  shuffled,
  trainLinear,
} from '#themes';
import type { LinearExample } from '#themes';
import { mean, metricsOf } from './metrics.js';
import type { Metrics } from './metrics.js';
import { trainAndJudge } from './run.js';
import type { Prediction } from './run.js';

/** What one fold gives at one number of codings. */
export interface CurvePoint {
  codings: number;
  predictions: Prediction[];
  trainSeconds: number;
}

interface Pool {
  train: LinearExample[];
  test: LinearExample[];
}

const FIRST = 50;
const BATCH = 50;

/** Codes as a workbench would: a random first batch, then batches by the strategy; judges at each wanted size. */
export function codeByStrategy(
  { train, test }: Pool,
  labels: string[],
  mode: 'one' | 'many',
  sizes: number[],
  strategy: 'margin' | 'random',
  seed: number,
): CurvePoint[] {
  const order = shuffled([...train.keys()], randomOf(seed));
  const coded = new Set(order.slice(0, Math.min(FIRST, sizes[0] ?? FIRST)));
  const points: CurvePoint[] = [];
  const held = test.map((example, row) => ({ example, row }));
  for (const size of sizes) {
    while (coded.size < Math.min(size, train.length)) {
      const wanted = Math.min(BATCH, size - coded.size);
      for (const row of choose(train, order, coded, labels, mode, strategy, wanted, seed)) coded.add(row);
    }
    const run = trainAndJudge(
      [...coded].map((row) => train[row]!),
      held,
      labels,
      mode,
    );
    points.push({ codings: coded.size, predictions: run.predictions, trainSeconds: run.trainSeconds });
  }
  return points;
}

function choose(
  train: LinearExample[],
  order: number[],
  coded: Set<number>,
  labels: string[],
  mode: 'one' | 'many',
  strategy: 'margin' | 'random',
  size: number,
  seed: number,
): number[] {
  const open = order.filter((row) => !coded.has(row));
  if (strategy === 'random') return open.slice(0, size);
  const { model } = trainLinear(
    [...coded].map((row) => train[row]!),
    labels,
    mode,
  );
  // Like the workbench: the less decided of a few drawn at random.
  const part = shuffled(open, randomOf(seed * 1000 + coded.size)).slice(0, DRAWN_FOR_EACH * BATCH);
  const candidates = part.map((row) => ({
    id: String(row),
    chances: predictLinear(model, train[row]!),
    content: contentOf(train[row]!.text),
  }));
  return nextBatch(candidates, { size, mode, seed: seed + coded.size }).map(Number);
}

/**
 * The curve of several seeds: for each seed the predictions of its folds are put together, as in a run without a
 * curve, and judged; then the mean of the seeds is taken.
 * @param seeds for each seed, its folds
 */
export function meanCurve(seeds: CurvePoint[][][], labels: number): Record<string, number>[] {
  return (seeds[0]?.[0] ?? []).map((_, i) => {
    const points = seeds.map((folds) => folds.map((points) => points[i]!));
    const judged = points.map((folds) => folds.flatMap(({ predictions }) => predictions));
    const answered = judged.map((all) => all.filter((one) => one.answered));
    return {
      codings: mean(points.flat().map(({ codings }) => codings)),
      ...meanOf(judged.map((all) => metricsOf(all, labels))),
      coverageAt90: mean(answered.map((some, seed) => some.length / judged[seed]!.length)),
      precisionAt90: mean(answered.flat().map(({ truth, top }) => (truth.includes(top) ? 1 : 0))),
      trainSeconds: mean(points.flat().map(({ trainSeconds }) => trainSeconds)),
    };
  });
}

function meanOf(all: Metrics[]): Record<string, number> {
  const { n: _, ...keys } = all[0]!;
  return Object.fromEntries(
    (Object.keys(keys) as (keyof Metrics)[]).map((key) => [key, mean(all.map((metrics) => metrics[key]))]),
  );
}
