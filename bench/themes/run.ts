import { chooseLabels, predictLinear, trainLinear } from '#themes';
import type { EmbeddingLookup, LinearExample, LinearModel } from '#themes';
import type { Judged } from './metrics.js';
import { thresholdAt } from './metrics.js';
import type { BenchRow } from './read.js';

export interface Prediction extends Judged {
  /** Index of the test row. */
  row: number;
  /** Whether the model would answer at 90% precision, by the threshold of its training rows. */
  answered: boolean;
}

export interface RunResult {
  predictions: Prediction[];
  trainSeconds: number;
  predictSeconds: number;
}

/** A row as the model takes it. */
export function toExample(row: BenchRow, vectors: EmbeddingLookup): LinearExample {
  return { text: row.text, question: row.question, embedding: vectors(row.text) ?? null, labels: row.labels };
}

/** Trains on some rows and judges others. */
export function trainAndJudge(
  train: LinearExample[],
  test: { example: LinearExample; row: number }[],
  labels: string[],
  mode: 'one' | 'many',
): RunResult {
  const begun = performance.now();
  const { model, outside } = trainLinear(train, labels, mode);
  const trained = performance.now();
  const known = train.map((example, i) => judge(model, outside[i]!, example));
  const threshold = thresholdAt(0.9, known);
  const from = performance.now();
  const predictions = test.map(({ example, row }) => {
    const judged = judge(model, predictLinear(model, example), example);
    return { ...judged, row, answered: judged.probability >= threshold };
  });
  return {
    predictions,
    trainSeconds: (trained - begun) / 1000,
    predictSeconds: (performance.now() - from) / 1000,
  };
}

function judge(model: LinearModel, chances: Float64Array, { labels }: LinearExample): Judged {
  const predicted = chooseLabels(model, chances);
  const top = model.mode === 'one' ? predicted[0]! : chances.indexOf(Math.max(...chances));
  const truth = labels.map((label) => model.labels.indexOf(label)).filter((label) => label >= 0);
  return { truth, predicted, top, probability: chances[top]! };
}
