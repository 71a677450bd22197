import type { Gram } from './gram.js';
import { randomOf } from './random.js';
import type { SvmSettings } from './train-svm.js';

export interface GramTrained {
  /** Dual variables, one a row; 0 for rows left out. */
  alpha: Float64Array;
  /** Scores of all rows, those left out too. */
  scores: Float64Array;
}

/**
 * The problem of trainSvm solved on inner products: a row whose variable stands still costs next to nothing, and
 * the scores of rows that were left out come for free. Fast for some thousands of rows.
 * @param inside indexes of the rows to train on
 * @param start dual variables to begin from
 */
export function trainOnGram(
  { size, products }: Gram,
  inside: number[],
  yes: boolean[],
  weights: Float64Array,
  settings: SvmSettings,
  start?: Float64Array,
): GramTrained {
  const alpha = new Float64Array(size);
  const scores = new Float64Array(size);
  const move = (i: number, step: number): void => {
    const at = i * size;
    for (let j = 0; j < size; j++) scores[j]! += step * products[at + j]!;
  };
  if (start) {
    for (const i of inside) {
      alpha[i] = start[i]!;
      if (alpha[i] !== 0) move(i, alpha[i]! * (yes[i] ? 1 : -1));
    }
  }
  const random = randomOf(settings.seed);
  const order = [...inside];
  for (let round = 0; round < settings.rounds; round++) {
    let [most, least] = [-Infinity, Infinity];
    for (let s = 0; s < order.length; s++) {
      const other = s + Math.floor(random() * (order.length - s));
      const i = order[other]!;
      order[other] = order[s]!;
      order[s] = i;
      const sign = yes[i] ? 1 : -1;
      const slack = 0.5 / (settings.cost * weights[i]!);
      const gradient = sign * scores[i]! - 1 + alpha[i]! * slack;
      if (alpha[i] === 0 && gradient > 0) continue;
      if (gradient > most) most = gradient;
      if (gradient < least) least = gradient;
      const old = alpha[i]!;
      alpha[i] = Math.max(0, old - gradient / (products[i * size + i]! + slack));
      if (alpha[i] !== old) move(i, (alpha[i]! - old) * sign);
    }
    if (most - least <= settings.tolerance) break;
  }
  return { alpha, scores };
}
