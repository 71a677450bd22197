/** Sums over pairs binned by weight, from which thresholds are chosen without the truth. */
const BINS_A_BIT = 10;
const LOWEST = -20;
const BINS = 100 * BINS_A_BIT;

export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);

/** Expected quality of every cut. */
export interface ExpectedQuality {
  threshold: number;
  precision: number;
  recall: number;
  f1: number;
}

/**
 * The weight at which the expected F1 is highest, the posteriors being taken at their word: at cut t, expected true
 * pairs are the sum of probabilities above t.
 */
export function bestExpectedThreshold(weights: Float32Array): ExpectedQuality {
  const pairs = new Float64Array(BINS);
  const matches = new Float64Array(BINS);
  let total = 0;
  for (const weight of weights) {
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor((weight - LOWEST) * BINS_A_BIT)));
    const probability = probabilityOf(weight);
    pairs[bin]!++;
    matches[bin]! += probability;
    total += probability;
  }
  let best: ExpectedQuality = { threshold: 0, precision: 0, recall: 0, f1: -1 };
  let above = 0;
  let right = 0;
  for (let bin = BINS - 1; bin >= 0; bin--) {
    above += pairs[bin]!;
    right += matches[bin]!;
    if (above === 0) continue;
    const f1 = (2 * right) / (above + total);
    if (f1 > best.f1) {
      best = { threshold: LOWEST + bin / BINS_A_BIT, precision: right / above, recall: right / total, f1 };
    }
  }
  return best;
}
