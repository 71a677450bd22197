import { wilson, type Interval } from '../interval/wilson.js';

/** Variance of the noise of a released count. */
const NOISE = 2;
/** A released count stands for counts up to half a step of five away. */
const HALF_A_STEP = 2.5;

/**
 * 95% range of a percentage of released people: Wilson (1927) at the size that chance and noise together leave, widened by
 * half a step of the rounding. Rounding is a grid and no noise: counted as variance the range holds only 93% of small
 * shares. It says how far chance moves an answer, not who chose to answer. Holds 96 to 99%.
 * @param percent 0 to 100
 * @param base released people who answered
 */
export function percentRange(percent: number, base: number): Interval {
  const p = Math.min(1, Math.max(0, percent / 100));
  const chance = (p * (1 - p)) / base;
  const noise = (NOISE * (1 + p * p)) / base ** 2;
  // At 0 and 100 percent chance has no variance of its own: the size is then what the noise leaves of it.
  const size = chance > 0 ? (p * (1 - p)) / (chance + noise) : base / (1 + NOISE / base);
  const { low, high } = wilson(p, size);
  const step = HALF_A_STEP / base;
  return { value: percent, low: 100 * Math.max(0, low - step), high: 100 * Math.min(1, high + step) };
}
