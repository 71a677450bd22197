/** Turns the scores of all labels into probabilities that add up to 1: softmax of a matrix times the scores. */
export interface Softmax {
  /** labels x (labels + 1); the last column is the bias. */
  weights: number[][];
}

const ROUNDS = 150;
const STEP = 0.08;
/** Scores are brought to this standard deviation first, so that the numbers here mean the same for every learner. */
const SPREAD = 0.45;
/** Slope to begin from, and to which weights are pulled. */
const SLOPE = 9;
/** Pull towards one common slope without bias, per row: strong for few rows, weak for many. */
const PULL = 1;
/** Factors tried in the end. */
const FACTORS = Array.from({ length: 31 }, (_, i) => 0.85 + i * 0.02);

/**
 * Fits multinomial logistic regression on scores of models that did not see the rows (full matrix scaling, Kull et
 * al. 2019, pulled towards temperature scaling), by Adam on all rows at once: no randomness.
 * @param raw scores, rows x labels
 * @param truth index of each row's label
 */
export function fitSoftmax(raw: Float64Array[], truth: number[]): Softmax {
  const labels = raw[0]?.length ?? 0;
  const width = labels + 1;
  const scale = SPREAD / deviation(raw);
  const scores = raw.map((row) => row.map((value) => value * scale));
  const start = Float64Array.from({ length: labels * width }, (_, i) =>
    i % width === Math.floor(i / width) ? SLOPE : 0,
  );
  const weights = start.slice();
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = gradientOf(weights, scores, truth, labels);
    for (let i = 0; i < weights.length; i++) {
      const pull = i % width === labels ? 0 : (PULL / scores.length) * (weights[i]! - start[i]!);
      const slant = gradient[i]! + pull;
      mean[i] = 0.9 * mean[i]! + 0.1 * slant;
      square[i] = 0.99 * square[i]! + 0.01 * slant * slant;
      const step = mean[i]! / (1 - 0.9 ** round) / (Math.sqrt(square[i]! / (1 - 0.99 ** round)) + 1e-9);
      weights[i]! -= STEP * step;
    }
  }
  const sharp = sharpness(weights, scores, truth, labels);
  const rows = Array.from({ length: labels }, (_, k) =>
    Array.from(weights.slice(k * width, (k + 1) * width)),
  );
  return {
    weights: rows.map((row) =>
      row.map((value, k) => Math.fround(value * sharp * (k === labels ? 1 : scale))),
    ),
  };
}

/** Standard deviation of all scores together; 1 where they are all the same. */
function deviation(scores: Float64Array[]): number {
  let [many, sum, squares] = [0, 0, 0];
  for (const row of scores) {
    for (const value of row) {
      many++;
      sum += value;
      squares += value * value;
    }
  }
  return Math.sqrt(Math.max(0, squares / many - (sum / many) ** 2)) || 1;
}

/** The pull leaves probabilities too even where rows are few: one last factor for all weights, which is not pulled. */
function sharpness(weights: Float64Array, scores: Float64Array[], truth: number[], labels: number): number {
  const chance = new Float64Array(labels);
  let [best, least] = [1, Infinity];
  for (const factor of FACTORS) {
    const scaled = weights.map((value) => value * factor);
    let loss = 0;
    scores.forEach((row, i) => {
      softmaxInto(chance, scaled, row, labels);
      loss -= Math.log(chance[truth[i]!]! + 1e-9);
    });
    if (loss < least) [best, least] = [factor, loss];
  }
  return best;
}

function gradientOf(
  weights: Float64Array,
  scores: Float64Array[],
  truth: number[],
  labels: number,
): Float64Array {
  const width = labels + 1;
  const gradient = new Float64Array(weights.length);
  const chance = new Float64Array(labels);
  scores.forEach((row, i) => {
    softmaxInto(chance, weights, row, labels);
    chance[truth[i]!]! -= 1;
    for (let k = 0; k < labels; k++) {
      const part = chance[k]! / scores.length;
      const at = k * width;
      for (let j = 0; j < labels; j++) gradient[at + j]! += part * row[j]!;
      gradient[at + labels]! += part;
    }
  });
  return gradient;
}

function softmaxInto(out: Float64Array, weights: Float64Array, row: Float64Array, labels: number): void {
  let most = -Infinity;
  for (let k = 0; k < labels; k++) {
    const at = k * (labels + 1);
    let sum = weights[at + labels]!;
    for (let j = 0; j < labels; j++) sum += weights[at + j]! * row[j]!;
    out[k] = sum;
    if (sum > most) most = sum;
  }
  let total = 0;
  for (let k = 0; k < labels; k++) total += out[k] = Math.exp(out[k]! - most);
  for (let k = 0; k < labels; k++) out[k]! /= total;
}

/** Probabilities of the labels, adding up to 1. */
export function applySoftmax({ weights }: Softmax, scores: Float64Array): Float64Array {
  const out = new Float64Array(weights.length);
  softmaxInto(out, Float64Array.from(weights.flat()), scores, weights.length);
  return out;
}
