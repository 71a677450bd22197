/** One label's way from score to probability, and the probability from which it is assigned. */
export interface Sigmoid {
  slope: number;
  bias: number;
  threshold: number;
}

/** A label with so many positives is halfway between its own threshold and the common one, to which frequent ones go. */
const HALFWAY = 10;
/** No theme is assigned below this probability. */
const LEAST = 0.12;

/**
 * Platt's scaling for each label on scores of models that did not see the rows, with his smoothed targets (Lin, Lin
 * and Weng 2007), and thresholds. The threshold that makes F1 greatest is half of the F1 that it attains (Lipton,
 * Elkan and Naryanaswamy 2014), which is far steadier than the best threshold found on the rows. Frequent labels get
 * that of all labels together, which serves micro F1; rare ones their own, which serves macro F1.
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
  const common = bestF1(chances.flat(), truth.flat()) / 2;
  return fits.map((fit, label) => {
    const positives = truth[label]!.filter(Boolean).length;
    const own = Math.max(LEAST, bestF1(chances[label]!, truth[label]!) / 2);
    const trust = positives / (positives + HALFWAY);
    return {
      slope: Math.fround(fit.slope),
      bias: Math.fround(fit.bias),
      threshold: Math.fround(Math.max(LEAST, own + trust * (common - own))),
    };
  });
}

/** Probability that a score stands for yes. */
export function sigmoid({ slope, bias }: { slope: number; bias: number }, score: number): number {
  return 1 / (1 + Math.exp(-(slope * score + bias)));
}

/** A label whose scores say nothing, or the contrary, gets this slope and its share for a probability. */
const FLAT = 0.01;
const ROUNDS = 50;

/** Newton's method with steps halved until the loss falls (Lin, Lin and Weng 2007), on scores brought to mean 0, deviation 1. */
function fitOne(scores: number[], yes: boolean[]): { slope: number; bias: number } {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const deviation = Math.sqrt(variance) || 1;
  const even = scores.map((score) => (score - mean) / deviation);
  const positives = yes.filter(Boolean).length;
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (yes.length - positives + 2)];
  const share = Math.log((positives + 1) / (yes.length - positives + 1));
  let fit = { slope: 0, bias: share };
  let loss = lossOf(fit, even, yes, high, low);
  for (let round = 0; round < ROUNDS; round++) {
    const { slope, bias } = newtonStep(fit, even, yes, high, low);
    let [next, after, part] = [fit, Infinity, 1];
    for (; after > loss && part > 1e-6; part /= 2) {
      next = { slope: fit.slope - part * slope, bias: fit.bias - part * bias };
      after = lossOf(next, even, yes, high, low);
    }
    if (after > loss) break;
    const fell = loss - after;
    [fit, loss] = [next, after];
    if (fell < 1e-9) break;
  }
  if (fit.slope < FLAT) fit = { slope: FLAT, bias: share };
  return { slope: fit.slope / deviation, bias: fit.bias - (fit.slope * mean) / deviation };
}

type Line = Pick<Sigmoid, 'slope' | 'bias'>;

/** Cross entropy with smoothed targets. */
function lossOf({ slope, bias }: Line, scores: number[], yes: boolean[], high: number, low: number): number {
  return scores.reduce((sum, score, i) => {
    const z = slope * score + bias;
    const positive = z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    return sum + positive - (yes[i] ? high : low) * z;
  }, 0);
}

function newtonStep(line: Line, scores: number[], yes: boolean[], high: number, low: number): Line {
  let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
  scores.forEach((score, i) => {
    const chance = sigmoid(line, score);
    const off = chance - (yes[i] ? high : low);
    const bend = Math.max(chance * (1 - chance), 1e-12);
    g0 += off * score;
    g1 += off;
    h00 += bend * score * score;
    h01 += bend * score;
    h11 += bend;
  });
  const det = h00 * h11 - h01 * h01;
  return { slope: (h11 * g0 - h01 * g1) / det, bias: (h00 * g1 - h01 * g0) / det };
}

/** The greatest F1 that saying yes from some probability gives; 0.8 where there is nothing to learn from. */
function bestF1(chances: number[], yes: boolean[]): number {
  const positives = yes.filter(Boolean).length;
  if (positives === 0) return 0.8;
  const order = Int32Array.from(chances.keys()).sort((a, b) => chances[b]! - chances[a]!);
  let [hits, best] = [0, 0];
  order.forEach((i, rank) => {
    if (yes[i]) hits++;
    best = Math.max(best, (2 * hits) / (rank + 1 + positives));
  });
  return best;
}
