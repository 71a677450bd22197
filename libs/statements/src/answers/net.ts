import { Z95 } from '../interval/normal.js';

/** A step of a scale with its share: below 0 on the bad side, above 0 on the good one, 0 in the middle. */
export interface ScaleStep {
  label: string;
  side: number;
  /** Whole percent of those who answered; null where hidden. */
  percent: number | null;
}

/** Both sides of a scale, in points of those who answered. */
export interface ScaleNet {
  good: number;
  bad: number;
  /** Good less bad. */
  net: number;
  /** Its 95% range. */
  low: number;
  high: number;
}

/** Variance of the noise and rounding of a released count, and of rounding its percentage to a whole one (points squared). */
const RELEASED = 2 + 25 / 12;
const WHOLE_PERCENT = 1 / 12;

/**
 * How much more of those who answered stand on the good side of a scale than on the bad one. Two shares of one question lean on
 * each other: var(p1 - p2) = (p1 + p2 - (p1 - p2)^2) / n. Each step has noise and rounding of its own.
 * @param base released people who answered
 * @returns null where a step of either side is hidden: the rest would be told as nothing
 */
export function scaleNet(steps: readonly ScaleStep[], base: number | null): ScaleNet | null {
  if (!base || steps.some(({ side, percent }) => side !== 0 && percent === null)) return null;
  const sum = (of: (side: number) => boolean): number =>
    steps.reduce((total, { side, percent }) => total + (of(side) ? (percent ?? 0) : 0), 0);
  const [good, bad] = [sum((side) => side > 0), sum((side) => side < 0)];
  const [p, q] = [good / 100, bad / 100];
  const sided = steps.filter(({ side }) => side !== 0).length;
  const chance = (p + q - (p - q) ** 2) / base + (sided * RELEASED) / base ** 2;
  const half = Z95 * Math.sqrt(1e4 * chance + sided * WHOLE_PERCENT);
  const net = good - bad;
  return { good, bad, net, low: Math.max(-100, net - half), high: Math.min(100, net + half) };
}
