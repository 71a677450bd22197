import { wilson, Z95, type Interval } from '#statements';

/** One response of the audit sample: what a person decided, blind, and what the model gave (0-1). */
export interface Audited {
  actual: boolean;
  predicted: number;
  /** Whose it is: of whoever is drawn all responses are, and what one person says is alike. Unless said, each is somebody's own. */
  person?: string;
  /** How many responses it stands for, beside the others; 1 unless said. */
  weight?: number;
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
 *
 * People are drawn, not responses: a share is a ratio of sums over people, and its variance that between people (Särndal, Swensson and Wretman 1992,
 * 5.6 and 8.6). Counting responses as if each were drawn by itself held 86 to 94% where people repeat themselves.
 * @param audit the audit sample
 * @param all the model's predictions (0-1) for every response counted, audited ones too
 * @throws Error where the audit sample is empty
 */
export function shareOf(audit: readonly Audited[], all: ArrayLike<number>): Share {
  const n = audit.length;
  if (n === 0) throw new Error('no share without an audit sample');
  const positives = audit.filter(({ actual }) => actual).length;
  const people = byPerson(audit);
  const total = Math.max(all.length, n);
  const bare = ratio(people, ({ actual }) => actual, n, total);
  const alone = wilson(bare.value, effectiveSize(bare, n, total), quantile(bare.freedom));
  const byHand: Share = { ...alone, audited: n, method: `Wilson interval of ${n} audit codings` };
  if (Math.min(positives, n - positives) < FEWEST_OF_EACH || all.length <= n) return byHand;
  const estimate = ppi(people, all, n);
  if (estimate === null) return byHand;
  const value = Math.min(1 - 0.5 / n, Math.max(0.5 / n, estimate.value));
  // The sample size at which plain counting would be as exact as this estimate; never taken for more than 6 times.
  const effective = Math.min(6 * n, (value * (1 - value)) / estimate.variance);
  const method = `PPI++ of ${n} audit codings and ${all.length} predictions, 95% interval`;
  return { ...wilson(value, effective, quantile(estimate.freedom)), audited: n, method };
}

/** All that was audited of one person: sums over their responses. */
interface Drawn {
  weight: number;
  responses: number;
  actual: number;
  predicted: number;
}

function byPerson(audit: readonly Audited[]): Drawn[] {
  const people = new Map<string | number, Drawn>();
  audit.forEach(({ actual, predicted, person, weight = 1 }, at) => {
    const own = people.get(person ?? at) ?? { weight, responses: 0, actual: 0, predicted: 0 };
    own.responses += 1;
    own.actual += Number(actual);
    own.predicted += predicted;
    people.set(person ?? at, own);
  });
  return [...people.values()];
}

interface Estimate {
  value: number;
  variance: number;
  /**
   * How many people's differences make up the variance (Satterthwaite): of a rare theme the few who say it. Where everybody says one thing it is all
   * of them, because Wilson's score allows for the skew of yes and no by itself, though not for that of people's sums.
   */
  freedom: number;
}

/** A mean over responses of what is summed by person, and its variance over draws of people without replacement. */
function ratio(people: readonly Drawn[], of: (person: Drawn) => number, n: number, total: number): Estimate {
  let [sum, size] = [0, 0];
  for (const person of people) {
    sum += person.weight * of(person);
    size += person.weight * person.responses;
  }
  const value = sum / size;
  let [squares, fourths] = [0, 0];
  for (const person of people) {
    const square = (person.weight * (of(person) - value * person.responses)) ** 2;
    squares += square;
    fourths += square ** 2;
  }
  const variance = (squares / size ** 2) * (people.length / Math.max(1, people.length - 1));
  const few = fourths > 0 ? squares ** 2 / fourths : 1;
  return {
    value,
    variance: variance / finite(n, total),
    freedom: people.length === n ? n : few,
  };
}

/** Codings drawn one by one that would tell as much; no more than there are, and what a finite whole makes of them where people tell nothing. */
function effectiveSize({ value, variance }: Estimate, n: number, total: number): number {
  const most = n * finite(n, total);
  return variance > 0 ? Math.min(most, (value * (1 - value)) / variance) : most;
}

function ppi(people: readonly Drawn[], all: ArrayLike<number>, n: number): Estimate | null {
  const total = all.length;
  let [everywhere, spread] = [0, 0];
  for (let i = 0; i < total; i++) everywhere += all[i]! / total;
  for (let i = 0; i < total; i++) spread += (all[i]! - everywhere) ** 2 / Math.max(1, total - 1);
  const actual = ratio(people, (one) => one.actual, n, total).value;
  const predicted = ratio(people, (one) => one.predicted, n, total).value;
  let [together, alone] = [0, 0];
  for (const { weight, responses, ...one } of people) {
    const rest = weight * (one.predicted - predicted * responses);
    together += weight * (one.actual - actual * responses) * rest;
    alone += rest ** 2;
  }
  if (spread < 1e-9 || alone < 1e-9) return null;
  const slope = Math.min(1, Math.max(0, together / ((1 + n / total) * alone)));
  const rest = ratio(people, (one) => one.actual - slope * one.predicted, n, total);
  // One more degree of freedom goes to the slope.
  const variance = rest.variance * ((people.length - 1) / Math.max(1, people.length - 2));
  return {
    value: slope * everywhere + rest.value,
    variance: Math.max(variance, 1e-9),
    freedom: rest.freedom,
  };
}

/** How much more a sample is worth because the whole is finite: 1 / (1 - n/N). */
function finite(n: number, total: number): number {
  return total > n ? 1 / (1 - n / total) : 1;
}

/** Student's 97.5% quantile by the first terms of its expansion (Abramowitz and Stegun 26.7.5): a little above the normal for few degrees of freedom. */
function quantile(freedom: number): number {
  const df = Math.max(3, freedom - 1);
  return Z95 + (Z95 ** 3 + Z95) / (4 * df);
}

/** Whether two shares cannot be told apart: their intervals overlap, so they are shown as tied. */
export function areTied(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}
