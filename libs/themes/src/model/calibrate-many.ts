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
  const columns = truth.map((_, label) => Float64Array.from(scores, (row) => row[label]!));
  const fits = truth.map((yes, label) => fitOne(columns[label]!, yes));
  const chances = fits.map((fit, label) => columns[label]!.map((score) => sigmoid(fit, score)));
  const common = bestF1(chances, truth) / 2;
  return fits.map((fit, label) => {
    const positives = truth[label]!.filter(Boolean).length;
    const own = Math.max(LEAST, bestF1([chances[label]!], [truth[label]!]) / 2);
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
/** It ends where the loss of all rows together falls by less. */
const STILL = 1e-6;

/** Newton's method with steps halved until the loss falls (Lin, Lin and Weng 2007), on scores brought to mean 0, deviation 1. */
function fitOne(scores: Float64Array, yes: boolean[]): Line {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const deviation = Math.sqrt(variance) || 1;
  const even = scores.map((score) => (score - mean) / deviation);
  const positives = yes.filter(Boolean).length;
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (yes.length - positives + 2)];
  const targets = Float64Array.from(yes, (is) => (is ? high : low));
  const share = Math.log((positives + 1) / (yes.length - positives + 1));
  let here = lossAt({ slope: 0, bias: share }, even, targets);
  for (let round = 0; round < ROUNDS; round++) {
    const { line, step } = here;
    let next = here;
    for (let part = 1; part > 1e-6; part /= 2) {
      next = lossAt(
        { slope: line.slope - part * step.slope, bias: line.bias - part * step.bias },
        even,
        targets,
      );
      if (next.loss <= here.loss) break;
    }
    const fell = here.loss - next.loss;
    if (fell >= 0) here = next;
    if (fell < STILL) break;
  }
  const fit = here.line.slope < FLAT ? { slope: FLAT, bias: share } : here.line;
  return { slope: fit.slope / deviation, bias: fit.bias - (fit.slope * mean) / deviation };
}

type Line = Pick<Sigmoid, 'slope' | 'bias'>;

interface Loss {
  line: Line;
  /** Cross entropy, of all rows. */
  loss: number;
  /** Newton's step: what to take from the line. */
  step: Line;
}

/** Loss and step in one pass, with one exponential a row. */
function lossAt(line: Line, scores: Float64Array, targets: Float64Array): Loss {
  let [loss, g0, g1, h00, h01, h11] = [0, 0, 0, 1e-6, 0, 1e-6];
  for (let i = 0; i < scores.length; i++) {
    const [score, target] = [scores[i]!, targets[i]!];
    const z = line.slope * score + line.bias;
    const e = Math.exp(-Math.abs(z));
    const chance = (z > 0 ? 1 : e) / (1 + e);
    loss += Math.log1p(e) + Math.max(z, 0) - target * z;
    const off = chance - target;
    const bend = Math.max(chance * (1 - chance), 1e-12);
    g0 += off * score;
    g1 += off;
    h00 += bend * score * score;
    h01 += bend * score;
    h11 += bend;
  }
  const det = h00 * h11 - h01 * h01;
  return { line, loss, step: { slope: (h11 * g0 - h01 * g1) / det, bias: (h00 * g1 - h01 * g0) / det } };
}

/** The greatest F1 that saying yes from some probability gives, over all labels given; 0.8 where there is nothing to learn from. */
function bestF1(chances: Float64Array[], truth: boolean[][]): number {
  const all = joined(chances, () => true);
  const hits = joined(chances, (label, i) => truth[label]![i]!);
  if (hits.length === 0) return 0.8;
  let best = 0;
  // From the surest down: it is greatest where the last one said yes to is right.
  for (let hit = hits.length - 1, said = all.length; hit >= 0; hit--) {
    while (said > 0 && all[said - 1]! >= hits[hit]!) said--;
    best = Math.max(best, (2 * (hits.length - hit)) / (all.length - said + hits.length));
  }
  return best;
}

/** The chances that are wanted, of all labels, rising. */
function joined(chances: Float64Array[], wanted: (label: number, i: number) => boolean): Float64Array {
  const found: number[] = [];
  chances.forEach((column, label) => {
    for (let i = 0; i < column.length; i++) if (wanted(label, i)) found.push(column[i]!);
  });
  return Float64Array.from(found).sort();
}
