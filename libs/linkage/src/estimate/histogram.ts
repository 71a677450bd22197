import { RULE_BITS, comparisonNames, levelAt } from '../comparison/levels.js';
import type { PatternTable } from '../comparison/pattern-table.js';

/** Distinct comparison vectors of the candidate pairs, in a fixed order, with their counts. */
export interface Histogram {
  comparisons: string[];
  size: number;
  /** levels[pattern * comparisons + comparison] */
  levels: Uint8Array;
  /** Bits of the blocking rules that found the pairs. */
  rules: Int32Array;
  counts: Float64Array;
  /** Number in the pattern table of each row here. */
  numbers: Int32Array;
}

/** The pattern table sorted by vector, so that sums are made in one order whatever order pairs came in. */
export function histogramOf(patterns: PatternTable, categories: readonly string[]): Histogram {
  const comparisons = comparisonNames(categories);
  const { size, low, high } = patterns;
  const numbers = Int32Array.from({ length: size }, (_, number) => number).sort(
    (a, b) => high[a]! - high[b]! || low[a]! - low[b]!,
  );
  const levels = new Uint8Array(size * comparisons.length);
  const rules = new Int32Array(size);
  const counts = new Float64Array(size);
  numbers.forEach((number, row) => {
    for (let c = 0; c < comparisons.length; c++) {
      levels[row * comparisons.length + c] = levelAt(low[number]!, high[number]!, c);
    }
    rules[row] = high[number]! >>> RULE_BITS;
    counts[row] = patterns.counts[number]!;
  });
  return { comparisons, size, levels, rules, counts, numbers };
}
