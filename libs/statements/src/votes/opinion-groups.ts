import { kMeans, middleOf, type Point, silhouette } from './k-means.js';
import { wilson } from '../interval/wilson.js';
import { placesOfVoters } from './principal.js';
import { type Tally, tallyOf, type VoteTable, votedOn } from './vote-table.js';

/** Voters by how they voted. */
export interface OpinionGroups {
  /** For each voter the number of the group, from 0, the largest group first; null for whoever voted on too few statements. */
  of: (number | null)[];
  groups: number;
}

/** Whoever voted on fewer statements is put into no group (as Polis does). */
const FEWEST_VOTES = 7;
/** Voters are first put into so many clusters, and these into groups: a crowd at one place and a voter alone weigh alike when groups are compared (as Polis does). */
const BASE_CLUSTERS = 100;
const MOST_GROUPS = 5;
/** A further group needs so many clusters, and must part them better than fewer do by so much of the silhouette. */
const CLUSTERS_A_GROUP = 12;
const CLEARLY_BETTER = 0.01;
/** One voter alone, or two, are no group of opinion, however far off they lie. */
const FEWEST_IN_GROUP = 3;
/** Where k-means ends hangs on where it begins: Polis begins at its first voters, or where it was before, and we at so many places. */
const STARTS = 40;

/**
 * Groups of opinion as Polis documents them: voters on two principal directions, in up to a hundred clusters, which k-means puts into two groups to
 * five; of all that it ends in, and of the number of groups, the one whose silhouette is best, the smaller number of two that are alike.
 * Seeded, so the same votes give the same groups.
 * @param takenOut places of statements that moderators took out of the vote; they count among those that a voter voted on
 * @returns one group, or none, where there are too few voters to part
 */
export function opinionGroups(votes: VoteTable, takenOut: ReadonlySet<number> = new Set()): OpinionGroups {
  const least = Math.min(FEWEST_VOTES, votes[0]?.length ?? 0);
  const places = placesOfVoters(votes, takenOut);
  const taking = votes.flatMap((row, at) =>
    row.filter((vote) => vote !== null).length >= least ? [at] : [],
  );
  const { clusters, clusterOf } = baseClusters(taking.map((at) => ({ place: places[at]!, weight: 1 })));
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(clusters.length / CLUSTERS_A_GROUP));
  let best: Parted = { labels: clusters.map(() => 0), score: -Infinity };
  // Fewer voters can't fill so many groups; where there are none, k-means has no place to begin at.
  for (let k = 2; k <= most && taking.length >= k * FEWEST_IN_GROUP; k++) {
    const found = bestOf(clusters, k);
    if (found && found.score > best.score + (best.score > -Infinity ? CLEARLY_BETTER : 0)) best = found;
  }
  const labels = clusterOf.map((cluster) => best.labels[cluster]!);
  const order = bySize(labels);
  const of: (number | null)[] = votes.map(() => null);
  taking.forEach((at, place) => (of[at] = order.indexOf(labels[place]!)));
  return { of, groups: order.length };
}

interface Parted {
  labels: number[];
  score: number;
}

/** Clusters of voters who lie together, and the cluster of each voter. */
function baseClusters(voters: readonly Point[]): { clusters: Point[]; clusterOf: number[] } {
  if (voters.length === 0) return { clusters: [], clusterOf: [] };
  const [labels = []] = kMeans(voters, Math.min(BASE_CLUSTERS, voters.length), 1);
  const used = [...new Set(labels)].sort((a, b) => a - b);
  const clusters = used.map((label): Point => {
    const own = voters.filter((_, at) => labels[at] === label);
    return { place: middleOf(own)!, weight: own.length };
  });
  return { clusters, clusterOf: labels.map((label) => used.indexOf(label)) };
}

/** The best parting into k groups that k-means ends in; null where each has a group that is none. */
function bestOf(clusters: readonly Point[], k: number): Parted | null {
  let best: Parted | null = null;
  for (const labels of kMeans(clusters, k, STARTS)) {
    const voters = new Array<number>(k).fill(0);
    labels.forEach((label, at) => (voters[label]! += clusters[at]!.weight));
    if (voters.some((many) => many < FEWEST_IN_GROUP)) continue;
    const score = silhouette(clusters, labels, k);
    if (score > (best?.score ?? -Infinity) + 1e-9) best = { labels, score };
  }
  return best;
}

function bySize(labels: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || a - b);
}

/** So few votes of a group say nothing of the group. */
const FEWEST_OF_GROUP = 10;

/** Do more than half of those who voted agree in every group, by more than chance? False where there is one group alone. */
export const agreedInAll = (byGroup: readonly Tally[]): boolean =>
  byGroup.length > 1 &&
  byGroup.every((tally) => {
    const all = votedOn(tally);
    return all >= FEWEST_OF_GROUP && wilson(tally.agree / all, all).low > 0.5;
  });

/** Votes on a statement in each group. */
export const tallyByGroup = (votes: VoteTable, { of, groups }: OpinionGroups, statement: number): Tally[] =>
  Array.from({ length: groups }, (_, group) =>
    tallyOf(
      votes.filter((_row, at) => of[at] === group),
      statement,
    ),
  );

/**
 * Group-informed consensus as Polis reckons it: the product over groups of the chance that a member agrees, (agreed + 1) / (voted + 2).
 * High only where every group leans to agreeing, so a large group alone can't carry a statement.
 */
export const groupConsensus = (byGroup: readonly Tally[]): number =>
  byGroup.reduce((product, tally) => product * ((tally.agree + 1) / (votedOn(tally) + 2)), 1);
