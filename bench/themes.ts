import { writeFileSync } from 'node:fs';
import { foldsOf } from '#themes';
import { codeByStrategy, meanCurve } from './themes/curve.js';
import { metricsOf } from './themes/metrics.js';
import { readOptions } from './themes/options.js';
import { readRows } from './themes/read.js';
import type { BenchRow } from './themes/read.js';
import { toExample, trainAndJudge } from './themes/run.js';
import type { Prediction } from './themes/run.js';
import { vectorsOf } from './themes/vectors.js';

/** Theme coding measured on labelled texts: `npm run --silent bench:themes`. The last line printed is JSON. */
const FOLDS = 5;
/** Published for nine themes of NHS comments: the yardstick beside every result. */
const YARDSTICK = { accuracy: 0.704, mcc: 0.62, macroF1: 0.587 };

const options = readOptions(process.argv.slice(2));
const tell = (line: string): void => void (options.json || console.error(line));
const train = readRows(options.train, options);
const test = options.test === null ? null : readRows(options.test, options);
const all: BenchRow[] = [...train, ...(test ?? [])];
const labels = [...new Set(all.flatMap((row) => row.labels))].sort();
const mode = options.label === null ? 'many' : 'one';

const embedFrom = performance.now();
const texts = all.map((row) => row.text);
const vectors = await vectorsOf(texts, options.embeddings, options.threads, tell);
const embedSeconds = (performance.now() - embedFrom) / 1000;

const examples = train.map((row) => toExample(row, vectors));
const folds = foldsOf(
  train.map((row) => row.text),
  FOLDS,
);
const splits = Array.from({ length: test ? 1 : FOLDS }, (_, fold) =>
  test
    ? { train: examples, test: test.map((row, i) => ({ example: toExample(row, vectors), row: i })) }
    : {
        train: examples.filter((_, i) => folds[i] !== fold),
        test: examples.flatMap((example, row) => (folds[row] === fold ? [{ example, row }] : [])),
      },
);

if (options.curve.length > 0) printCurve();
else printRun();

function printRun(): void {
  const runs = splits.map((split, i) => {
    tell(`training ${i + 1} of ${splits.length}`);
    return trainAndJudge(split.train, split.test, labels, mode);
  });
  const predictions = runs.flatMap((run) => run.predictions).sort((a, b) => a.row - b.row);
  const metrics = metricsOf(predictions, labels.length);
  const seconds = runs.reduce((sum, run) => sum + run.predictSeconds, 0);
  const result = {
    ...metrics,
    coverageAt90: predictions.filter((prediction) => prediction.answered).length / predictions.length,
    precisionAt90: precisionOf(predictions),
    trainSeconds: runs.reduce((sum, run) => sum + run.trainSeconds, 0) / runs.length,
    embedSeconds,
    predictPerSecond: predictions.length / seconds,
  };
  if (options.out !== null) writePredictions(options.out, predictions);
  if (!options.json) {
    const figures = Object.entries(result).map(([figure, value]) => ({ figure, value: round(value) }));
    console.table(figures);
    if (mode === 'one') {
      for (const [key, value] of Object.entries(YARDSTICK)) {
        console.log(
          `${key}: ${round(result[key as keyof typeof YARDSTICK] / value)} x the published ${value}`,
        );
      }
    }
  }
  console.log(JSON.stringify(result));
}

function printCurve(): void {
  const seeds = Array.from({ length: options.seeds }, (_, seed) =>
    splits.map((split, fold) => {
      tell(`seed ${seed + 1}, fold ${fold + 1}`);
      const pool = { train: split.train, test: split.test.map(({ example }) => example) };
      return codeByStrategy(pool, labels, mode, options.curve, options.strategy, seed + 1);
    }),
  );
  const curve = meanCurve(seeds, labels.length);
  if (!options.json) console.table(curve);
  // The keys of the last point stand at the top too, like those of a single run.
  const { strategy } = options;
  const asked = { n: all.length - (test ? train.length : 0), strategy, seeds: options.seeds };
  console.log(JSON.stringify({ ...asked, ...curve.at(-1), embedSeconds, curve }));
}

function precisionOf(predictions: Prediction[]): number {
  const answered = predictions.filter((prediction) => prediction.answered);
  return answered.filter(({ truth, top }) => truth.includes(top)).length / (answered.length || 1);
}

function writePredictions(file: string, predictions: Prediction[]): void {
  const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  const lines = predictions.map(({ row, predicted, top, probability }) => {
    const names = predicted.map((label) => labels[label]).join('; ');
    return [row, quote(names), quote(labels[top] ?? ''), probability.toFixed(5)].join(',');
  });
  writeFileSync(file, ['row,prediction,top,probability', ...lines, ''].join('\n'));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
