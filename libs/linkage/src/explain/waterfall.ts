import type { LinkedPair } from '../contract.js';
import { levelAt, levelsOf } from '../comparison/levels.js';
import type { Comparer } from '../comparison/comparer.js';
import type { Scorer } from '../weights/scorer.js';
import { probabilityOf } from '../weights/thresholds.js';

const rounded = (bits: number): number => Math.round(bits * 1000) / 1000;

/**
 * One pair opened to its weights, in bits: each field's log2(m/u) with the rarity of what agrees, then what is taken off
 * because a household or neighbours would agree on the same, or because nothing but the name agrees. They add up to the weight less the prior.
 */
export function explainPair(
  a: { row: number; id: string },
  b: { row: number; id: string },
  rule: string,
  comparer: Comparer,
  scorer: Scorer,
): LinkedPair {
  comparer.compare(a.row, b.row);
  const { low, high } = comparer;
  const { parameters } = scorer;
  const evidence: LinkedPair['evidence'] = [];
  let sum = 0;
  parameters.comparisons.forEach((field, comparison) => {
    const level = levelAt(low, high, comparison);
    if (level === 0) return;
    const weight = rounded(scorer.fieldBits(a.row, comparison, level));
    sum += weight;
    evidence.push({ field, level: levelsOf(field)[level]!, weight });
  });
  const weight = scorer.weightOf(a.row, low, high);
  const uncapped = scorer.uncappedWeight(a.row, low, high);
  const household = rounded(uncapped - scorer.priorBits - sum);
  if (household <= -0.01)
    evidence.push({
      field: 'household',
      level: 'also likely of a household or neighbours',
      weight: household,
    });
  const namesakes = rounded(weight - uncapped);
  if (namesakes <= -0.01)
    evidence.push({ field: 'names', level: 'nothing but the name agrees', weight: namesakes });
  const [first, second] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
  return { a: first, b: second, weight: rounded(weight), probability: probabilityOf(weight), rule, evidence };
}
