import type { LinkageDecision, LinkedPair } from '../contract.js';
import { CERTAIN, averageLink } from './average-link.js';
import { UnionFind } from './union-find.js';

interface Cluster {
  id: string;
  members: string[];
}

/** Bits of a pair that a run did not keep: it lay below the grey band. */
const NOT_KEPT = -8;
/** Bits beyond which a pair's weight counts no further, as in a run. */
const BOUND = 12;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const keyOf = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);

/**
 * Carries reviewers' decisions into the clusters of a run at once, without linking again: "different" parts a cluster by
 * the weights that its pairs have, "same" joins two. Clusters that no decision touches stay as they are; the same decisions in any
 * order give the same clusters. Later runs weigh everything afresh with the same decisions in force.
 *
 * @param pairs of the run, those inside clusters included
 * @param decisions all that are in force; of two on one pair the later counts
 * @returns clusters sorted by id, a cluster's id being its smallest member
 */
export function applyDecisions(
  clusters: readonly Cluster[],
  pairs: readonly LinkedPair[],
  decisions: readonly LinkageDecision[],
): Cluster[] {
  const verdicts = new Map(decisions.map(({ a, b, verdict }) => [keyOf(a, b), verdict]));
  const home = new Map(clusters.flatMap(({ members }, at) => members.map((id) => [id, at] as const)));
  const sets = new UnionFind(clusters.length);
  const touched = new Set<number>();
  for (const [key, verdict] of verdicts) {
    const [x, y] = key.split('\u0000').map((id) => home.get(id));
    if (x === undefined || y === undefined || verdict === 'unsure') continue;
    if (verdict === 'same') sets.join(x, y);
    if ((verdict === 'same') !== (x === y)) touched.add(x).add(y);
  }
  const roots = new Set([...touched].map((at) => sets.find(at)));
  const weights = new Map(pairs.map(({ a, b, weight }) => [keyOf(a, b), weight]));
  const weigh = (a: string, b: string): number => {
    const verdict = verdicts.get(keyOf(a, b));
    if (verdict === 'different') return -Infinity;
    if (verdict === 'same') return CERTAIN;
    return Math.max(-BOUND, Math.min(BOUND, weights.get(keyOf(a, b)) ?? NOT_KEPT));
  };
  const changed = new Map<number, string[]>();
  const kept: Cluster[] = [];
  clusters.forEach((cluster, at) => {
    const root = sets.find(at);
    if (roots.has(root)) changed.set(root, [...(changed.get(root) ?? []), ...cluster.members]);
    else kept.push({ id: cluster.id, members: [...cluster.members] });
  });
  for (const members of changed.values()) kept.push(...regrouped(members.sort(byText), weigh));
  return kept.sort((x, y) => byText(x.id, y.id));
}

function regrouped(members: string[], weigh: (a: string, b: string) => number): Cluster[] {
  const size = members.length;
  const matrix = new Float64Array(size * size);
  for (let x = 0; x < size; x++)
    for (let y = x + 1; y < size; y++)
      matrix[x * size + y] = matrix[y * size + x] = weigh(members[x]!, members[y]!);
  const groups = new Map<number, string[]>();
  averageLink(matrix, size, 0).forEach((group, at) => {
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [members[at]!]);
    else list.push(members[at]!);
  });
  return [...groups.values()].map((list) => ({ id: list[0]!, members: list }));
}
