import type { Histogram } from './histogram.js';
import {
  CLASSES,
  DWELLING,
  type LevelProbabilities,
  type PairClass,
  type Parameters,
  byChance,
  emptyLevels,
  usualM,
} from './parameters.js';

export interface EstimateOptions {
  /** Iterations at most. */
  rounds: number;
  /** How many matches' worth of trust the usual rates have. */
  trust: number;
  /** Rules (bits) from whose pairs each comparison's m may be learnt: those that do not condition on it. */
  learnFrom: readonly number[];
  possiblePairs: number;
  /** Share of all pairs that agree on postcode and place beyond chance; candidates show only those that agree on more. */
  sameArea: number;
  /** Whether households and neighbours are fitted as classes of their own. */
  households: boolean;
}

const FLOOR = 1e-9;
/** Share of matches that the random pairs of small data can hold at most. */
const MOST_MATCHES = 0.05;
/** Pairs' worth of inertia in a class's share: keeps a handful of records from calling everything one person. */
const SHARE_LEAN = 2000;

/** Share of agreement that a class is begun with, beyond chance. */
function firstGuess(kind: PairClass, comparison: string): number {
  if (byChance(kind, comparison)) return kind === 'household' ? 0.03 : 0;
  if (kind === 'neighbour') return 0.7;
  if (comparison === 'familyName' || comparison === 'phone') return 0.6;
  return DWELLING.includes(comparison) ? 0.95 : 0.3;
}

const between = (chance: Float64Array, usual: ArrayLike<number>, share: number): Float64Array =>
  chance.map((u, level) => (level === 0 ? 0 : (1 - share) * u + share * usual[level]!));

/** Share of each class to begin with: a record has half a match, as many housemates and five times the neighbours. */
function firstShare(kind: PairClass, options: EstimateOptions): number {
  const share = Math.min(0.02, 0.5 / (Math.sqrt(2 * options.possiblePairs) + 1));
  if (kind === 'match') return share;
  if (kind === 'unrelated') return 1 - share * (options.households ? 7 : 1);
  return options.households ? share * (kind === 'neighbour' ? 5 : 1) : 0;
}

/** Starting values: usual m, households that share everything but the personal fields, neighbours that share the place. */
function begin(chance: LevelProbabilities, comparisons: string[], options: EstimateOptions): Parameters {
  const guess = (kind: PairClass): LevelProbabilities =>
    comparisons.map((name, c) => between(chance[c]!, usualM(name), firstGuess(kind, name)));
  return {
    comparisons,
    levels: {
      match: comparisons.map((name) => Float64Array.from(usualM(name))),
      household: guess('household'),
      neighbour: guess('neighbour'),
      unrelated: chance.map((levels) => levels.map((u) => Math.max(u, FLOOR))),
    },
    shares: Object.fromEntries(CLASSES.map((kind) => [kind, firstShare(kind, options)])) as Record<
      PairClass,
      number
    >,
    possiblePairs: options.possiblePairs,
  };
}

/** Natural logarithms of a class's level probabilities, its share apart. */
function logs(levels: LevelProbabilities): Float64Array[] {
  return levels.map((values) =>
    values.map((value, level) => (level === 0 ? 0 : Math.log(Math.max(value, 1e-12)))),
  );
}

/** Posterior probability of each class, for each pattern. */
export function posteriors(histogram: Histogram, p: Parameters): Record<PairClass, Float64Array> {
  const width = histogram.comparisons.length;
  const fitted = CLASSES.filter((kind) => p.shares[kind] > 0);
  const tables = fitted.map((kind) => logs(p.levels[kind]));
  const starts = fitted.map((kind) => Math.log(p.shares[kind]));
  const found = Object.fromEntries(CLASSES.map((kind) => [kind, new Float64Array(histogram.size)]));
  const sums = new Float64Array(fitted.length);
  for (let row = 0; row < histogram.size; row++) {
    let top = -Infinity;
    for (let kind = 0; kind < fitted.length; kind++) {
      let sum = starts[kind]!;
      const table = tables[kind]!;
      for (let c = 0; c < width; c++) sum += table[c]![histogram.levels[row * width + c]!]!;
      sums[kind] = sum;
      if (sum > top) top = sum;
    }
    let total = 0;
    for (let kind = 0; kind < fitted.length; kind++) total += sums[kind] = Math.exp(sums[kind]! - top);
    for (let kind = 0; kind < fitted.length; kind++) found[fitted[kind]!]![row] = sums[kind]! / total;
  }
  return found as Record<PairClass, Float64Array>;
}

/** Sums a class's expected levels over the patterns that may teach each comparison. */
function expectedLevels(
  histogram: Histogram,
  weight: Float64Array,
  learnFrom: readonly number[],
): LevelProbabilities {
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
 * Learns the classes' level probabilities and shares from the histogram, chance being known but for the matches in
 * its sample (EM after Winkler 1988; fastLink, Enamorado et al. 2019). Pairs that no rule proposed count as unrelated.
 */
export function estimate(
  histogram: Histogram,
  chance: LevelProbabilities,
  options: EstimateOptions,
): Parameters {
  const p = begin(chance, histogram.comparisons, options);
  for (let round = 0; round < options.rounds; round++) {
    const found = posteriors(histogram, p);
    const before = p.shares.match;
    learnClass(p, 'match', histogram, found.match, options);
    p.levels.unrelated = chance.map((levels, c) =>
      withoutMatches(levels, p.levels.match[c]!, Math.min(MOST_MATCHES, p.shares.match)),
    );
    if (options.households) {
      learnClass(p, 'household', histogram, found.household, options);
      learnClass(p, 'neighbour', histogram, found.neighbour, options);
      p.shares.neighbour = Math.max(p.shares.neighbour, neighbours(p, options));
    }
    p.shares.unrelated = 1 - p.shares.match - p.shares.household - p.shares.neighbour;
    if (round > 5 && Math.abs(p.shares.match - before) < 1e-5 * before) break;
  }
  return p;
}

/** Share of neighbours among all pairs: those that agree on postcode and place, less one person's and a household's. */
function neighbours(p: Parameters, { sameArea }: EstimateOptions): number {
  const [postcode, place] = ['postcode', 'place'].map((name) => p.comparisons.indexOf(name)) as [
    number,
    number,
  ];
  const agree = (kind: PairClass): number => p.levels[kind][postcode]![1]! * p.levels[kind][place]![1]!;
  const left = sameArea - p.shares.match * agree('match') - p.shares.household * agree('household');
  return Math.min(0.5, Math.max(0, left / agree('neighbour')));
}

function learnClass(
  p: Parameters,
  kind: PairClass,
  histogram: Histogram,
  weight: Float64Array,
  options: EstimateOptions,
): void {
  let expected = 0;
  for (let row = 0; row < histogram.size; row++) expected += weight[row]! * histogram.counts[row]!;
  p.shares[kind] =
    (Math.max(expected, 1e-3) + SHARE_LEAN * firstShare(kind, options)) /
    (options.possiblePairs + SHARE_LEAN);
  const sums = expectedLevels(histogram, weight, options.learnFrom);
  p.levels[kind] = histogram.comparisons.map((name, c) => {
    const usual = usualM(name);
    if (kind === 'match') return normalised(sums[c]!, usual, options.trust);
    const share =
      kind === 'household' && byChance(kind, name) ? namesakes(sums[c]!, p, c) : firstGuess(kind, name);
    const lean = between(p.levels.unrelated[c]!, p.levels.match[c]!, share);
    const fixed = byChance(kind, name) || (kind === 'household' && DWELLING.includes(name));
    return fixed ? lean : normalised(sums[c]!, lean, options.trust);
  });
}

/** Share of household pairs that agree on a personal field beyond chance: twins' birth dates, a father's name. */
function namesakes(sums: Float64Array, p: Parameters, comparison: number): number {
  const total = sums.reduce((sum, value, level) => (level === 0 ? sum : sum + value), 0);
  const [m, u] = [p.levels.match[comparison]![1]!, p.levels.unrelated[comparison]![1]!];
  const share = ((sums[1]! + 0.3) / (total + 15) - u) / (m - u);
  return Math.max(0.004, Math.min(0.05, share));
}
