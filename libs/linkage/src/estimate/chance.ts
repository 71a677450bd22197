import { Comparer } from '../comparison/comparer.js';
import { comparisonNames, levelAt, levelsOf } from '../comparison/levels.js';
import type { Attributes } from '../table/attributes.js';
import { FIRST_CATEGORY_LANE } from '../table/fields.js';
import type { RecordTable } from '../table/record-table.js';
import { type LevelProbabilities, USUAL_CHANCE, emptyLevels } from './parameters.js';

const RANDOM_PAIRS = 400_000;
/** How many random pairs' worth of trust the usual chances have: they matter for a few hundred records only. */
const LEAN = 300;
/** Share of strangers whose names are exchanged, as those same data see it. */
const RARE = 1e-5;

/** Lane of a comparison: the ten fields, then the categories beyond source, system and middle names. */
export const laneOf = (comparison: number): number =>
  comparison < 10 ? comparison : FIRST_CATEGORY_LANE + comparison - 10;

/** How often each value of each comparison's dictionary occurs. */
export function valueCounts(table: RecordTable): Int32Array[] {
  return comparisonNames(table.categories).map((_, comparison) => {
    const number = laneOf(comparison);
    const counts = new Int32Array(table.dictionaries[number]!.size);
    for (let at = number; at < table.count * table.stride; at += table.stride) counts[table.rows[at]!]!++;
    return counts;
  });
}

/** Whether equal values of a comparison count as exact: not for partial dates and parts of a postcode. */
function exactable(comparison: number, attributes: Attributes): (id: number) => boolean {
  if (comparison === 2) return (id) => attributes.birth.values[id]! % 100 !== 0;
  if (comparison === 4) return (id) => attributes.isUnit.values[id] === 1;
  return () => true;
}

/** Chance that two records drawn at random agree exactly, from value frequencies. */
function exactByChance(counts: Int32Array, may: (id: number) => boolean): number {
  let given = 0;
  let equal = 0;
  for (let id = 1; id < counts.length; id++) {
    given += counts[id]!;
    if (may(id)) equal += counts[id]! * (counts[id]! - 1);
  }
  return given < 2 ? 0 : equal / (given * (given - 1));
}

/**
 * Share of all pairs that agree exactly on both postcode and place beyond what the two would by chance: people of one area,
 * whichever rules found them. Closed form; 0 where the data lack one of the two.
 */
export function sameAreaShare(table: RecordTable, counts: readonly Int32Array[]): number {
  const [postcode, place] = [4, 5];
  if (counts[postcode]!.length === 1 || counts[place]!.length === 1) return 0;
  const both = new Map<number, number>();
  let given = 0;
  for (let at = 0; at < table.count * table.stride; at += table.stride) {
    const [a, b] = [table.rows[at + postcode]!, table.rows[at + place]!];
    if (a === 0 || b === 0) continue;
    given++;
    const name = a * counts[place]!.length + b;
    both.set(name, (both.get(name) ?? 0) + 1);
  }
  if (given < 2) return 0;
  let equal = 0;
  for (const count of both.values()) equal += count * (count - 1);
  const always = (): boolean => true;
  const byChance = exactByChance(counts[postcode]!, always) * exactByChance(counts[place]!, always);
  return Math.max(0, equal / (given * (given - 1)) - byChance);
}

/** A small generator of whole numbers (mulberry32): the same sequence for the same seed on every machine. */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return Math.floor((((x ^ (x >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Counts of levels over random pairs of records, or over all pairs of small data. */
function sampleLevels(
  table: RecordTable,
  comparer: Comparer,
  comparisons: readonly string[],
): LevelProbabilities {
  const counts = emptyLevels(comparisons);
  const take = (a: number, b: number): void => {
    comparer.compare(a, b);
    for (let c = 0; c < comparisons.length; c++) counts[c]![levelAt(comparer.low, comparer.high, c)]!++;
  };
  const n = table.count;
  if ((n * (n - 1)) / 2 <= RANDOM_PAIRS) {
    for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) take(a, b);
    return counts;
  }
  const draw = seededNumbers(20_260_101);
  for (let pair = 0; pair < RANDOM_PAIRS; pair++) {
    const a = draw(n);
    const b = draw(n);
    if (a !== b) take(a, b);
  }
  return counts;
}

/**
 * Probability of each level for two records drawn at random: exact agreement from value frequencies in closed form, the
 * fuzzy levels from seeded random pairs. Matches among the draws are taken out later, with m known.
 */
export function chanceLevels(
  table: RecordTable,
  attributes: Attributes,
  counts: readonly Int32Array[],
): LevelProbabilities {
  const comparisons = comparisonNames(table.categories);
  const sampled = sampleLevels(table, new Comparer(table, attributes), comparisons);
  const drawn = Math.min(RANDOM_PAIRS, (table.count * (table.count - 1)) / 2);
  return comparisons.map((name, comparison) => {
    const observed = exactByChance(counts[comparison]!, exactable(comparison, attributes));
    const [usualExact, usualNear] = USUAL_CHANCE[name] ?? [0.1, 0.02];
    const exact = (observed * drawn + usualExact * LEAN) / (drawn + LEAN);
    const levels = sampled[comparison]!;
    const size = levelsOf(name).length;
    const differs = levelsOf(name).indexOf('differs');
    const lean = (level: number): number =>
      LEAN * (level === differs ? 1 : level > differs ? RARE : usualNear);
    let others = 0;
    for (let level = 2; level < size; level++) others += levels[level]! + lean(level);
    const u = new Float64Array(size);
    u[1] = exact;
    for (let level = 2; level < size; level++)
      u[level] = ((1 - exact) * (levels[level]! + lean(level))) / others;
    return u;
  });
}
