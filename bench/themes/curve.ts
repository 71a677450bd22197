import { nextBatch, predictLinear, randomOf, shuffled, trainLinear } from '#themes';
import type { LinearExample } from '#themes';
import { mean, metricsOf } from './metrics.js';
import type { Metrics } from './metrics.js';
import { trainAndJudge } from './run.js';

export interface CurvePoint {
  codings: number;
  metrics: Metrics;
  coverageAt90: number;
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
    const answered = run.predictions.filter((prediction) => prediction.answered).length;
    points.push({
      codings: coded.size,
      metrics: metricsOf(run.predictions, labels.length),
      coverageAt90: answered / held.length,
      trainSeconds: run.trainSeconds,
    });
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
  const candidates = open.map((row) => ({ id: String(row), chances: predictLinear(model, train[row]!) }));
  return nextBatch(candidates, { size, mode, seed: seed + coded.size }).map(Number);
}

/** The mean of several runs at each size. */
export function meanCurve(runs: CurvePoint[][]): Record<string, number>[] {
  return (runs[0] ?? []).map((point, i) => ({
    codings: point.codings,
    ...meanOf(runs.map((run) => run[i]!.metrics)),
    coverageAt90: mean(runs.map((run) => run[i]!.coverageAt90)),
    trainSeconds: mean(runs.map((run) => run[i]!.trainSeconds)),
  }));
}

function meanOf(all: Metrics[]): Record<string, number> {
  const { n: _, ...keys } = all[0]!;
  return Object.fromEntries(
    (Object.keys(keys) as (keyof Metrics)[]).map((key) => [key, mean(all.map((metrics) => metrics[key]))]),
  );
}
