import { BOUND, CUT, LARGEST_COMPONENT, REACH } from '../engine.js';
import { CERTAIN } from './average-link.js';
import { clusterPairs } from './cluster.js';
import { type Decided, rowPair } from './vetoes.js';

interface Grouping {
  weigh: (a: number, b: number) => number;
  contradict: (a: number, b: number) => boolean;
  forbidden: (a: number, b: number) => boolean;
  decided: Decided;
  /** Number of a record's system id, 0 where it has none. */
  system: (row: number) => number;
}

/**
 * Groups one component as a run over everything would: the same cut, bounds, vetoes and decrees.
 * @param rows in the order of their records' ids, which settles ties
 * @returns groups of rows, each in the order given
 */
export function regroup(
  rows: readonly number[],
  { weigh, contradict, forbidden, decided, system }: Grouping,
): number[][] {
  const [a, b, weight]: [number[], number[], number[]] = [[], [], []];
  const firstOf = new Map<number, number>();
  const put = (x: number, y: number, bits: number): void => {
    a.push(x);
    b.push(y);
    weight.push(bits);
  };
  rows.forEach((row, y) => {
    for (let x = 0; x < y; x++) {
      const bits = decided.same.has(rowPair(rows[x]!, row)) ? CERTAIN : weigh(rows[x]!, row);
      if (bits >= CUT - REACH) put(x, y, bits);
    }
    const id = system(row);
    if (id === 0) return;
    const first = firstOf.get(id);
    if (first === undefined) firstOf.set(id, y);
    else if (!decided.different.has(rowPair(rows[first]!, row))) put(first, y, CERTAIN);
  });
  const scored = {
    count: a.length,
    a: Int32Array.from(a),
    b: Int32Array.from(b),
    weight: Float32Array.from(weight),
  };
  const home = clusterPairs(rows.length, scored, {
    join: CUT - REACH,
    cut: CUT,
    most: BOUND,
    least: -BOUND,
    largest: LARGEST_COMPONENT,
    weigh: (x, y) => weigh(rows[x]!, rows[y]!),
    contradict: (x, y) => contradict(rows[x]!, rows[y]!),
    forbidden: (x, y) => forbidden(rows[x]!, rows[y]!),
  });
  const groups = new Map<number, number[]>();
  home.forEach((group, at) => groups.set(group, [...(groups.get(group) ?? []), rows[at]!]));
  return [...groups.values()];
}
