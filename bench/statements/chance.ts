import { seeded } from '../disclosure/made-up-city.js';

/** Seeded chance for made-up cities. */
export interface Chance {
  /** In [0, 1). */
  uniform(): number;
  /** Mean 0. */
  normal(deviation: number): number;
  /** A place of the list, by its weights. */
  weighted(weights: readonly number[]): number;
}

export function chanceOf(seed: number): Chance {
  const uniform = seeded(seed);
  return {
    uniform,
    // G. E. P. Box and M. E. Muller, Annals of Mathematical Statistics 29 (1958).
    normal: (deviation) =>
      deviation * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    weighted: (weights) => {
      let left = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => (left -= weight) < 0);
      return Math.max(0, found);
    },
  };
}

/** A place in [0, length) by running sums of weights: for thousands of draws from one list. */
export function drawFrom(sums: Float64Array, uniform: number): number {
  const aim = uniform * (sums.at(-1) as number);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > aim) high = middle;
    else low = middle + 1;
  }
  return low;
}

export const logit = (p: number): number => Math.log(p / (1 - p));
export const expit = (x: number): number => 1 / (1 + Math.exp(-x));
