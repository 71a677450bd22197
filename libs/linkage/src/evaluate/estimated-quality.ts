import { Z95 } from '#statements';
import type { Estimated } from '../contract.js';
import type { EngineRun } from '../engine.js';
import { probabilityOf } from '../weights/thresholds.js';

function estimated(part: number, whole: number, variance: number): Estimated {
  if (whole <= 0) return { value: 1, low: 0, high: 1 };
  const value = part / whole;
  const half = (Z95 * Math.sqrt(variance)) / whole;
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}

/**
 * Precision and recall as the posteriors have it: of the scored pairs inside clusters, the sum of their probabilities; of
 * all expected matches, those inside. The intervals hold the chance of each pair (doubled, since pairs of one person fall
 * together), not a wrong model.
 */
export function estimatedQuality({ scored, home }: EngineRun): { precision: Estimated; recall: Estimated } {
  let [inside, right, all, doubt, allDoubt] = [0, 0, 0, 0, 0];
  for (let pair = 0; pair < scored.count; pair++) {
    const probability = probabilityOf(Math.min(60, scored.weight[pair]!));
    const variance = probability * (1 - probability);
    all += probability;
    allDoubt += variance;
    if (home[scored.a[pair]!] !== home[scored.b[pair]!]) continue;
    inside++;
    right += probability;
    doubt += variance;
  }
  return { precision: estimated(right, inside, 4 * doubt), recall: estimated(right, all, 4 * allDoubt) };
}
