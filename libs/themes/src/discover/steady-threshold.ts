import { randomOf } from '../model/random.js';

/** So many draws are steady to a hundredth of the threshold's own error; more cost time and change nothing. */
const DRAWS = 30;
const SEED = 1;

/**
 * The threshold from which saying yes gives the best F1 of all labels together, as the mean over draws of the texts with repeats
 * (bagging; Breiman, 1996): the best on the texts themselves hangs on one or two of them. The same input, the same threshold.
 * @param scores texts x labels, by models that did not see the text
 * @param truth texts x labels
 */
export function steadyThreshold(
  scores: readonly Float64Array[],
  truth: readonly (readonly boolean[])[],
): number {
  const ranked = scores
    .flatMap((row, text) => [...row].map((score, k) => ({ score, text, yes: truth[text]![k]! })))
    .sort((a, b) => b.score - a.score);
  const random = randomOf(SEED);
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const times = new Int32Array(scores.length);
    for (let i = 0; i < scores.length; i++) times[Math.floor(random() * scores.length)]!++;
    sum += bestOf(ranked, times);
  }
  return sum / DRAWS;
}

interface Ranked {
  score: number;
  text: number;
  yes: boolean;
}

/** The score with the best F1 where each text counts so many times; 0 where there are no scores. */
function bestOf(ranked: readonly Ranked[], times: Int32Array): number {
  let positives = 0;
  for (const { text, yes } of ranked) if (yes) positives += times[text]!;
  let [hits, said, best, threshold] = [0, 0, -1, 0];
  for (const { score, text, yes } of ranked) {
    said += times[text]!;
    if (yes) hits += times[text]!;
    const f1 = said === 0 ? 0 : (2 * hits) / (said + positives);
    if (times[text]! > 0 && f1 > best) [best, threshold] = [f1, score];
  }
  return threshold;
}
