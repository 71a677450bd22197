/** Figures of a classifier, each between 0 and 1 (mcc, kappa: -1 and 1). */
export interface Metrics {
  n: number;
  accuracy: number;
  balancedAccuracy: number;
  mcc: number;
  kappa: number;
  microF1: number;
  macroF1: number;
  weightedF1: number;
  /** Of the top label, 15 bins of equal width. */
  ece: number;
}

/** One judged text: labels that are true, labels predicted, and the probability of the surest label. */
export interface Judged {
  truth: number[];
  predicted: number[];
  top: number;
  probability: number;
}

/** Metrics of one or many labels; for many, accuracy is that of the whole set and mcc, kappa are not defined (0). */
export function metricsOf(judged: Judged[], labels: number): Metrics {
  const n = judged.length;
  const counts = Array.from({ length: labels }, () => ({ hit: 0, predicted: 0, actual: 0 }));
  for (const { truth, predicted } of judged) {
    for (const label of truth) counts[label]!.actual++;
    for (const label of predicted) {
      counts[label]!.predicted++;
      if (truth.includes(label)) counts[label]!.hit++;
    }
  }
  const f1 = counts.map((c) => (c.hit === 0 ? 0 : (2 * c.hit) / (c.predicted + c.actual)));
  const seen = counts.map((c, i) => ({ ...c, f1: f1[i]! })).filter((c) => c.actual > 0);
  const total = sum(counts.map((c) => c.actual));
  const hits = sum(counts.map((c) => c.hit));
  const same = judged.filter(
    (j) => j.truth.length === j.predicted.length && j.truth.every((l) => j.predicted.includes(l)),
  );
  const accuracy = same.length / n;
  const single = judged.every((j) => j.truth.length === 1 && j.predicted.length === 1);
  const cross = sum(counts.map((c) => c.predicted * c.actual));
  const spread = (side: 'predicted' | 'actual') => n * n - sum(counts.map((c) => c[side] ** 2));
  return {
    n,
    accuracy,
    balancedAccuracy: mean(seen.map((c) => c.hit / c.actual)),
    mcc: single ? (hits * n - cross) / Math.sqrt(spread('predicted') * spread('actual') || 1) : 0,
    kappa: single ? (accuracy - cross / (n * n)) / (1 - cross / (n * n) || 1) : 0,
    microF1: (2 * hits) / (sum(counts.map((c) => c.predicted)) + total || 1),
    macroF1: mean(seen.map((c) => c.f1)),
    weightedF1: sum(seen.map((c) => (c.f1 * c.actual) / total)),
    ece: expectedCalibrationError(judged),
  };
}

function expectedCalibrationError(judged: Judged[]): number {
  const bins = Array.from({ length: 15 }, () => ({ probability: 0, right: 0 }));
  for (const { probability, top, truth } of judged) {
    const bin = bins[Math.min(14, Math.floor(probability * 15))]!;
    bin.probability += probability;
    if (truth.includes(top)) bin.right++;
  }
  return sum(bins.map((bin) => Math.abs(bin.probability - bin.right))) / judged.length;
}

/**
 * The least probability from which the top label is expected to be right in at least this share, the calibrated
 * probabilities being taken at their word: far steadier than counting right ones among a few hundred. Above 1 where none is.
 */
export function thresholdAt(precision: number, judged: Judged[]): number {
  const order = judged.map(({ probability }) => probability).sort((a, b) => b - a);
  let threshold = 1.1;
  let expected = 0;
  order.forEach((probability, i) => {
    expected += probability;
    if (expected / (i + 1) >= precision) threshold = probability;
  });
  return threshold;
}

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
export const mean = (values: number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);
