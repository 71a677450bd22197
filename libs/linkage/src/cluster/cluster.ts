import { sortByKey } from '../blocking/radix-sort.js';
import type { ScoredPairs } from '../weights/scorer.js';
import { CERTAIN, averageLink } from './average-link.js';
import { UnionFind } from './union-find.js';

export interface ClusterOptions {
  /** Pairs below this weight do not bring records into one component. */
  join: number;
  /** Mean weight that holds a group together. */
  cut: number;
  /** Weights beyond these bits count as these, so that one loud pair does not drown the rest. */
  most: number;
  least: number;
  /** Components above this size are first parted at higher weights. */
  largest: number;
  /** Weight of a pair that no rule proposed. */
  weigh: (a: number, b: number) => number;
  /** Whether two rows contradict each other in a way that no slip explains twice. */
  contradict: (a: number, b: number) => boolean;
  /** Whether two rows may never be one person. */
  forbidden: (a: number, b: number) => boolean;
}

const STEP = 3;

/** Group number of every row: its group's smallest row. */
export function clusterPairs(count: number, pairs: ScoredPairs, options: ClusterOptions): Int32Array {
  const home = Int32Array.from({ length: count }, (_, row) => row);
  const all = new Int32Array(pairs.count);
  let used = 0;
  for (let pair = 0; pair < pairs.count; pair++) if (pairs.weight[pair]! >= options.join) all[used++] = pair;
  part(all.subarray(0, used), pairs, options, options.join, home);
  return home;
}

/** Splits pairs into components, and each component into groups; `chosen` is put in the order of the components. */
function part(
  chosen: Int32Array,
  pairs: ScoredPairs,
  options: ClusterOptions,
  join: number,
  home: Int32Array,
): void {
  const sets = new UnionFind(home.length);
  for (const pair of chosen) sets.join(pairs.a[pair]!, pairs.b[pair]!);
  const roots = Int32Array.from(chosen, (pair) => sets.find(pairs.a[pair]!));
  sortByKey(roots, chosen);
  let from = 0;
  for (let at = 1; at <= chosen.length; at++) {
    if (at < chosen.length && roots[at] === roots[from]) continue;
    groupComponent(chosen.subarray(from, at), pairs, options, join, home);
    from = at;
  }
}

function groupComponent(
  list: Int32Array,
  pairs: ScoredPairs,
  options: ClusterOptions,
  join: number,
  home: Int32Array,
): void {
  if (list.length === 1) {
    const [a, b] = [pairs.a[list[0]!]!, pairs.b[list[0]!]!];
    if (pairs.weight[list[0]!]! >= options.cut && !options.forbidden(a, b)) home[b] = a;
    return;
  }
  const rows = new Set<number>();
  for (const pair of list) rows.add(pairs.a[pair]!).add(pairs.b[pair]!);
  const members = [...rows].sort((a, b) => a - b);
  if (members.length > options.largest) {
    const higher = list.filter((pair) => pairs.weight[pair]! >= join + STEP);
    if (higher.length < list.length || join < 60) return part(higher, pairs, options, join + STEP, home);
  }
  const groups = averageLink(
    matrix(members, list, pairs, options),
    members.length,
    options.cut,
    contradictions(members, options),
  );
  groups.forEach((group, member) => {
    home[members[member]!] = members[group]!;
  });
}

function contradictions(members: number[], { contradict }: ClusterOptions): Float64Array {
  const size = members.length;
  const found = new Float64Array(size * size);
  if (size < 4) return found;
  for (let x = 0; x < size; x++)
    for (let y = x + 1; y < size; y++)
      if (contradict(members[x]!, members[y]!)) found[x * size + y] = found[y * size + x] = 1;
  return found;
}

function matrix(
  members: number[],
  list: Int32Array,
  pairs: ScoredPairs,
  options: ClusterOptions,
): Float64Array {
  const size = members.length;
  const weights = new Float64Array(size * size).fill(NaN);
  const position = new Map(members.map((row, at) => [row, at]));
  const put = (x: number, y: number, weight: number): void => {
    const bounded = weight === CERTAIN ? CERTAIN : Math.max(options.least, Math.min(options.most, weight));
    weights[x * size + y] = options.forbidden(members[x]!, members[y]!) ? -Infinity : bounded;
    weights[y * size + x] = weights[x * size + y]!;
  };
  for (const pair of list)
    put(position.get(pairs.a[pair]!)!, position.get(pairs.b[pair]!)!, pairs.weight[pair]!);
  for (let x = 0; x < size; x++) {
    for (let y = x + 1; y < size; y++)
      if (Number.isNaN(weights[x * size + y])) put(x, y, options.weigh(members[x]!, members[y]!));
  }
  return weights;
}
