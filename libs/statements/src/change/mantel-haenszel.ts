import type { Stratum } from './strata.js';

/** Variance that noise (2) and rounding to 5 (25/12) put on a released count. */
const RELEASE_VARIANCE = 2 + 25 / 12;

/** Weight of a stratum: as many people as the smaller of its bases lets it speak for. */
export const weightOf = ({ n0, n1 }: Stratum): number => (n0 * n1) / (n0 + n1);
/** Share that raised the theme, both sides together. */
export const pooledShare = ({ n0, n1, x0, x1 }: Stratum): number => (x0 + x1) / (n0 + n1);
/** How much a stratum can say of the theme: its weight times the variance of one person. */
export const informationOf = (stratum: Stratum): number => {
  const p = pooledShare(stratum);
  return weightOf(stratum) * p * (1 - p);
};
/** Variance of a stratum's weighted difference that noise and rounding alone make. */
const releaseVariance = (stratum: Stratum): number =>
  weightOf(stratum) ** 2 *
  RELEASE_VARIANCE *
  (1 + pooledShare(stratum) ** 2) *
  (1 / stratum.n1 ** 2 + 1 / stratum.n0 ** 2);

/** A difference of two shares in the same strata. */
export interface Difference {
  /** Of shares from 0 to 1: "per 100 heard in the same consultations" is 100 times it. */
  value: number;
  standardError: number;
  /** Share of its variance that drift makes, from 0 to 1. */
  byDrift: number;
  /** Share of the first side, over the same strata with the same weights. */
  before: number;
  /** Ratio of the second side to the first; NaN where nobody of the first raised it. */
  ratio: number;
}

/** Sums by series, for what strata of one series share. */
export function bySeries(
  strata: readonly Stratum[],
  value: (stratum: Stratum) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const stratum of strata) sums.set(stratum.series, (sums.get(stratum.series) ?? 0) + value(stratum));
  return sums;
}

/**
 * The Mantel-Haenszel difference of two shares over strata, and its ratio (rule A, 5 and 6).
 *
 * N. Mantel and W. Haenszel, Journal of the National Cancer Institute 22 (1959), 719-748; difference: S. Greenland and
 * J. M. Robins, Biometrics 41 (1985), 55-68. Variance: chance, noise and rounding of the released counts, and drift.
 * @param drift variance, in log-odds, by which a series wanders for no reason; 0 where the sides are not years
 * @throws Error without strata
 */
export function mantelHaenszel(strata: readonly Stratum[], drift: number): Difference {
  if (strata.length === 0) throw new Error('no difference without strata');
  let [weights, difference, before, variance, ratioTop, ratioBottom] = [0, 0, 0, 0, 0, 0];
  for (const stratum of strata) {
    const { n0, n1, x0, x1 } = stratum;
    const [w, p] = [weightOf(stratum), pooledShare(stratum)];
    weights += w;
    difference += w * (x1 / n1 - x0 / n0);
    before += (w * x0) / n0;
    variance += w * w * p * (1 - p) * (1 / n1 + 1 / n0) + releaseVariance(stratum);
    ratioTop += (x1 * n0) / (n0 + n1);
    ratioBottom += (x0 * n1) / (n0 + n1);
  }
  let drifted = 0;
  for (const information of bySeries(strata, informationOf).values()) drifted += drift * information ** 2;
  return {
    value: difference / weights,
    standardError: Math.sqrt(variance + drifted) / weights,
    byDrift: drifted / (variance + drifted),
    before: before / weights,
    ratio: ratioBottom > 0 ? ratioTop / ratioBottom : NaN,
  };
}
