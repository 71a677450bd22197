import { wilson, Z95, type Interval } from '#statements';

/** One response of the audit sample: what a person decided, blind, and what the model gave (0-1). */
export interface Audited {
  actual: boolean;
  predicted: number;
}

export interface Share extends Interval {
  /** Audit codings behind it. */
  audited: number;
  /** How it was made, in words: no share goes out without it. */
  method: string;
}

/** The model helps only where the audit sample holds so many of both kinds. */
const FEWEST_OF_EACH = 5;

/**
 * Share of a theme with its 95% interval, from a random audit sample that was neither chosen by uncertainty nor used
 * for training. With enough of both kinds: the power-tuned difference estimator PPI++ (Angelopoulos, Duchi and Zrnic
 * 2023), its interval by Wilson's score at the effective sample size, because a normal interval is too short for rare
 * themes; otherwise Wilson's interval of the audit sample alone.
 * @param audit the audit sample
 * @param all the model's predictions (0-1) for every response counted, audited ones too
 * @throws Error where the audit sample is empty
 */
export function shareOf(audit: Audited[], all: ArrayLike<number>): Share {
  const n = audit.length;
  if (n === 0) throw new Error('no share without an audit sample');
  const positives = audit.filter(({ actual }) => actual).length;
  const alone = wilson(positives / n, n * finite(n, all.length));
  const byHand: Share = { ...alone, audited: n, method: `Wilson interval of ${n} audit codings` };
  if (Math.min(positives, n - positives) < FEWEST_OF_EACH || all.length <= n) return byHand;
  const estimate = ppi(audit, all);
  if (estimate === null) return byHand;
  const value = Math.min(1 - 0.5 / n, Math.max(0.5 / n, estimate.value));
  // The sample size at which plain counting would be as exact as this estimate; never taken for more than 6 times.
  const effective = Math.min(6 * n, (value * (1 - value)) / estimate.variance);
  const method = `PPI++ of ${n} audit codings and ${all.length} predictions, 95% interval`;
  return { ...wilson(value, effective, tLike(n)), audited: n, method };
}

function ppi(audit: Audited[], all: ArrayLike<number>): { value: number; variance: number } | null {
  const [n, total] = [audit.length, all.length];
  const everywhere = moments(total, (i) => all[i]!);
  const predicted = moments(n, (i) => audit[i]!.predicted);
  const actual = moments(n, (i) => Number(audit[i]!.actual));
  if (everywhere.variance < 1e-9 || predicted.variance < 1e-9) return null;
  let covariance = 0;
  for (const one of audit) {
    covariance += ((Number(one.actual) - actual.mean) * (one.predicted - predicted.mean)) / (n - 1);
  }
  const slope = Math.min(1, Math.max(0, covariance / ((1 + n / total) * predicted.variance)));
  const rest = moments(n, (i) => Number(audit[i]!.actual) - slope * audit[i]!.predicted);
  // One more degree of freedom goes to the slope. The audit is drawn without replacement from a finite whole.
  const spread = rest.variance * ((n - 1) / (n - 2));
  const variance = spread / (n * finite(n, total));
  return { value: slope * everywhere.mean + rest.mean, variance: Math.max(variance, 1e-9) };
}

/** How much more a sample is worth because the whole is finite: 1 / (1 - n/N). */
function finite(n: number, total: number): number {
  return total > n ? 1 / (1 - n / total) : 1;
}

function moments(size: number, value: (i: number) => number): { mean: number; variance: number } {
  let mean = 0;
  for (let i = 0; i < size; i++) mean += value(i) / size;
  let variance = 0;
  for (let i = 0; i < size; i++) variance += (value(i) - mean) ** 2 / (size - 1);
  return { mean, variance };
}

/** Student's 97.5% quantile by the first terms of its expansion: a little above the normal for small samples. */
function tLike(n: number): number {
  const df = Math.max(3, n - 2);
  return Z95 + (Z95 ** 3 + Z95) / (4 * df);
}

/** Whether two shares cannot be told apart: their intervals overlap, so they are shown as tied. */
export function areTied(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}
