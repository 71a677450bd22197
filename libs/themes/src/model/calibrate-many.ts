/** One label's way from score to probability, and the probability from which it is assigned. */
export interface Sigmoid {
  slope: number;
  bias: number;
  threshold: number;
}

/** As many made-up positives stand at the common threshold, so that a rare label's own does not run wild. */
const PRIOR_POSITIVES = 12;

/**
 * Platt's scaling for each label on scores of models that did not see the rows, with his smoothed targets (Lin, Lin
 * and Weng 2007), and thresholds that make F1 greatest: one for all labels together, drawn to a label's own best by
 * its number of positives.
 * @param scores rows x labels
 * @param truth for each label, which rows have it
 */
export function fitSigmoids(scores: Float64Array[], truth: boolean[][]): Sigmoid[] {
  const fits = truth.map((yes, label) =>
    fitOne(
      scores.map((row) => row[label]!),
      yes,
    ),
  );
  const chances = fits.map((fit, label) => scores.map((row) => sigmoid(fit, row[label]!)));
  const all = bestThreshold(chances.flat(), truth.flat());
  return fits.map((fit, label) => {
    const positives = truth[label]!.filter(Boolean).length;
    const own = bestThreshold(chances[label]!, truth[label]!);
    const trust = positives / (positives + PRIOR_POSITIVES * 4);
    return {
      slope: Math.fround(fit.slope),
      bias: Math.fround(fit.bias),
      threshold: Math.fround(all + trust * (own - all)),
    };
  });
}

/** Probability that a score stands for yes. */
export function sigmoid({ slope, bias }: { slope: number; bias: number }, score: number): number {
  return 1 / (1 + Math.exp(-(slope * score + bias)));
}

function fitOne(scores: number[], yes: boolean[]): { slope: number; bias: number } {
  const positives = yes.filter(Boolean).length;
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (yes.length - positives + 2)];
  let slope = 2;
  let bias = Math.log((positives + 1) / (yes.length - positives + 1)) + 2;
  for (let round = 0; round < 50; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    scores.forEach((score, i) => {
      const chance = sigmoid({ slope, bias }, score);
      const off = chance - (yes[i] ? high : low);
      const bend = Math.max(chance * (1 - chance), 1e-9);
      g0 += off * score;
      g1 += off;
      h00 += bend * score * score;
      h01 += bend * score;
      h11 += bend;
    });
    const det = h00 * h11 - h01 * h01;
    const [d0, d1] = [(h11 * g0 - h01 * g1) / det, (h00 * g1 - h01 * g0) / det];
    const damp = Math.min(1, 4 / (Math.abs(d0) + Math.abs(d1)));
    slope -= damp * d0;
    bias -= damp * d1;
    if (Math.abs(d0) + Math.abs(d1) < 1e-7) break;
  }
  return { slope: Math.max(slope, 0.01), bias };
}

/** The probability from which saying yes gives the greatest F1; 0.5 where there is nothing to learn from. */
function bestThreshold(chances: number[], yes: boolean[]): number {
  const order = chances.map((_, i) => i).sort((a, b) => chances[b]! - chances[a]!);
  const positives = yes.filter(Boolean).length;
  let [hits, best, threshold] = [0, 0, 0.5];
  order.forEach((i, rank) => {
    if (yes[i]) hits++;
    const f1 = (2 * hits) / (rank + 1 + positives);
    const next = order[rank + 1];
    if (f1 > best && (next === undefined || chances[next]! < chances[i]!)) {
      best = f1;
      threshold = next === undefined ? chances[i]! : (chances[i]! + chances[next]!) / 2;
    }
  });
  return Math.min(0.8, Math.max(0.1, threshold));
}
