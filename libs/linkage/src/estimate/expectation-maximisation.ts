import type { Histogram } from './histogram.js';
import { HOUSEHOLD, type LevelProbabilities, PERSONAL, type Parameters, emptyLevels, usualM } from './parameters.js';

export interface EstimateOptions {
  /** Iterations at most. */
  rounds: number;
  /** How many matches' worth of trust the usual rates have. */
  trust: number;
  /** Rules (bits) from whose pairs each comparison's m may be learnt: those that do not condition on it. */
  learnFrom: readonly number[];
  possiblePairs: number;
  /** Whether a third class, two people of one household, is fitted. */
  households: boolean;
}

const FLOOR = 1e-9;

/** Starting values: usual m, households that share everything but the personal fields. */
function begin(chance: LevelProbabilities, comparisons: string[], options: EstimateOptions): Parameters {
  const m = comparisons.map((name) => Float64Array.from(usualM(name)));
  const h = comparisons.map((name, c) => {
    const share = PERSONAL.includes(name) ? 0.02 : name === 'familyName' || HOUSEHOLD.includes(name) ? 0.8 : 0.3;
    return chance[c]!.map((u, level) => (1 - share) * u + share * m[c]![level]!);
  });
  const records = Math.sqrt(2 * options.possiblePairs) + 1;
  return {
    comparisons,
    m,
    h,
    u: chance.map((levels) => levels.map((u) => Math.max(u, FLOOR))),
    matchShare: 0.5 / records,
    householdShare: options.households ? 0.5 / records : 0,
    possiblePairs: options.possiblePairs,
  };
}

/** Natural logarithm of each class's likelihood of one pattern. */
function logs(levels: LevelProbabilities): Float64Array[] {
  return levels.map((probabilities) =>
    probabilities.map((probability, level) => (level === 0 ? 0 : Math.log(Math.max(probability, 1e-12)))),
  );
}

/** Posterior probabilities of same person and same household, for each pattern. */
export function posteriors(histogram: Histogram, p: Parameters): { match: Float64Array; household: Float64Array } {
  const [m, h, u] = [logs(p.m), logs(p.h), logs(p.u)];
  const width = histogram.comparisons.length;
  const match = new Float64Array(histogram.size);
  const household = new Float64Array(histogram.size);
  const other = Math.log(1 - p.matchShare - p.householdShare);
  const [startM, startH] = [Math.log(p.matchShare), p.householdShare > 0 ? Math.log(p.householdShare) : -Infinity];
  for (let row = 0; row < histogram.size; row++) {
    let [logM, logH, logU] = [startM, startH, other];
    for (let c = 0; c < width; c++) {
      const level = histogram.levels[row * width + c]!;
      if (level === 0) continue;
      logM += m[c]![level]!;
      logH += h[c]![level]!;
      logU += u[c]![level]!;
    }
    const top = Math.max(logM, logH, logU);
    const [eM, eH, eU] = [Math.exp(logM - top), Math.exp(logH - top), Math.exp(logU - top)];
    match[row] = eM / (eM + eH + eU);
    household[row] = eH / (eM + eH + eU);
  }
  return { match, household };
}

/** Sums a class's expected levels over the patterns that may teach each comparison. */
function expectedLevels(histogram: Histogram, weight: Float64Array, learnFrom: readonly number[]): LevelProbabilities {
  const sums = emptyLevels(histogram.comparisons);
  const width = histogram.comparisons.length;
  for (let row = 0; row < histogram.size; row++) {
    const expected = weight[row]! * histogram.counts[row]!;
    if (expected < 1e-9) continue;
    for (let c = 0; c < width; c++) {
      if ((histogram.rules[row]! & learnFrom[c]!) === 0) continue;
      sums[c]![histogram.levels[row * width + c]!]! += expected;
    }
  }
  return sums;
}

function normalised(sums: Float64Array, lean: ArrayLike<number>, trust: number): Float64Array {
  let total = 0;
  for (let level = 1; level < sums.length; level++) total += sums[level]! + trust * lean[level]!;
  return sums.map((sum, level) => (level === 0 ? 0 : Math.max((sum + trust * lean[level]!) / total, 1e-6)));
}

/** Takes the matches that fell among the random pairs out of the chance levels. */
function withoutMatches(chance: Float64Array, m: Float64Array, share: number): Float64Array {
  const cleaned = chance.map((observed, level) =>
    level === 0 ? 0 : Math.max((observed - share * m[level]!) / (1 - share), observed * 0.02, FLOOR),
  );
  const total = cleaned.reduce((sum, value) => sum + value, 0);
  return cleaned.map((value) => value / total);
}

/**
 * Learns m, h and the shares of matches and households from the histogram, u being known but for the matches in
 * its sample (EM after Winkler 1988; fastLink, Enamorado et al. 2019). Pairs that no rule proposed count as unrelated.
 */
export function estimate(histogram: Histogram, chance: LevelProbabilities, options: EstimateOptions): Parameters {
  const p = begin(chance, histogram.comparisons, options);
  for (let round = 0; round < options.rounds; round++) {
    const { match, household } = posteriors(histogram, p);
    const before = p.matchShare;
    p.matchShare = shareOf(histogram, match, options.possiblePairs);
    const sums = expectedLevels(histogram, match, options.learnFrom);
    p.m = sums.map((levels, c) => normalised(levels, usualM(histogram.comparisons[c]!), options.trust));
    p.u = chance.map((levels, c) => withoutMatches(levels, p.m[c]!, p.matchShare));
    if (options.households) learnHouseholds(p, histogram, household, options);
    if (round > 5 && Math.abs(p.matchShare - before) < 1e-5 * before) break;
  }
  return p;
}

function shareOf(histogram: Histogram, weight: Float64Array, possiblePairs: number): number {
  let expected = 0;
  for (let row = 0; row < histogram.size; row++) expected += weight[row]! * histogram.counts[row]!;
  return Math.min(0.5, Math.max(expected, 1e-3) / possiblePairs);
}

function learnHouseholds(p: Parameters, histogram: Histogram, household: Float64Array, options: EstimateOptions): void {
  p.householdShare = Math.min(0.4, shareOf(histogram, household, options.possiblePairs));
  const sums = expectedLevels(histogram, household, options.learnFrom);
  p.h = histogram.comparisons.map((name, c) => {
    if (PERSONAL.includes(name)) return p.u[c]!.map((u, level) => 0.97 * u + 0.03 * p.m[c]![level]!);
    const lean = p.u[c]!.map((u, level) => 0.5 * u + 0.5 * p.m[c]![level]!);
    return normalised(sums[c]!, lean, options.trust);
  });
}
