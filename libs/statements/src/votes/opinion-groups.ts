import { kMeans, silhouette } from './k-means.js';
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
const MOST_GROUPS = 5;
/** A further group needs so many voters, and must part them better than fewer do by so much of the silhouette. */
const VOTERS_A_GROUP = 12;
const CLEARLY_BETTER = 0.01;

/**
 * Groups of opinion as Polis documents them: voters on two principal directions, k-means for two groups to five, and the number
 * whose silhouette is best, the smaller of two that are alike. Seeded, so the same votes give the same groups.
 * @returns one group, or none, where there are too few voters to part
 */
export function opinionGroups(votes: VoteTable): OpinionGroups {
  const wide = votes[0]?.length ?? 0;
  const least = Math.min(FEWEST_VOTES, wide);
  const taking = votes.flatMap((row, at) =>
    row.filter((vote) => vote !== null).length >= least ? [at] : [],
  );
  const places = placesOfVoters(taking.map((at) => votes[at]!));
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(taking.length / VOTERS_A_GROUP));
  let best: { labels: number[]; score: number } = { labels: places.map(() => 0), score: -Infinity };
  for (let k = 2; k <= most && taking.length >= 2 * k; k++) {
    const labels = kMeans(places, k);
    const score = silhouette(places, labels, k);
    if (score > best.score + (k > 2 ? CLEARLY_BETTER : 0)) best = { labels, score };
  }
  const order = bySize(best.labels);
  const of: (number | null)[] = votes.map(() => null);
  taking.forEach((at, place) => (of[at] = order.indexOf(best.labels[place]!)));
  return { of, groups: order.length };
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
