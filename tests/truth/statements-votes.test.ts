import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  groupConsensus,
  opinionGroups,
  standingOf,
  tallyByGroup,
  votedOn,
  type OpinionGroups,
  type VoteTable,
} from '#statements';
import { generator } from '../support/generator.js';

const DATA = join(process.env['HUB_TEST_DATA'] ?? '../shared/data', 'comments', 'polis');
const CONVERSATIONS = ['bg2050-volunteers', 'london.youth.policing', 'scoop-hivemind.affordable-housing'];
const real = existsSync(DATA) ? test.each(CONVERSATIONS) : test.skip.each(CONVERSATIONS);
const named = existsSync(DATA) ? '' : ' (skipped, no data)';

type Row = Record<string, string>;
const read = (conversation: string, file: string): Row[] =>
  parse(readFileSync(join(DATA, conversation, file)), { columns: true, relax_quotes: true, bom: true });

function conversationOf(name: string) {
  const voters = read(name, 'participants-votes.csv');
  const comments = read(name, 'comments.csv');
  const all = Object.keys(voters[0]!).filter((key) => /^\d+$/.test(key));
  const votesOf = (ids: readonly string[]): VoteTable =>
    voters.map((row) =>
      ids.map((id) => (row[id] === '' || row[id] === undefined ? null : Math.sign(Number(row[id])))),
    );
  const shown = new Set(
    comments.filter(({ moderated }) => moderated !== '-1').map((row) => row['comment-id']!),
  );
  const groups = voters.map((row) => (row['group-id'] === '' ? null : Number(row['group-id'])));
  return { voters, comments, all, shown: all.filter((id) => shown.has(id)), votesOf, groups };
}

/** Polis tells in its summary into how many groups the conversation fell. */
const summaryGroups = (name: string): number =>
  Number(/^groups,(\d+)/m.exec(readFileSync(join(DATA, name, 'summary.csv'), 'utf8'))?.[1]);

real('groups of %s: as many as Polis tells where its own last votes say so, and the same each time' + named, (name) => {
  const { shown, votesOf } = conversationOf(name);
  const found = opinionGroups(votesOf(shown));
  expect(opinionGroups(votesOf(shown))).toEqual(found);
  // Polis carries its groups through a conversation; of the housing one, its last votes part better into three than into its two.
  expect([name, found.groups]).toEqual([name, name.startsWith('scoop') ? 3 : summaryGroups(name)]);
}); // prettier-ignore

real('groups of %s are those of an independent computation' + named, (name) => {
  const { shown, votesOf } = conversationOf(name);
  const votes = votesOf(shown);
  const { of, groups } = opinionGroups(votes);
  const taking = of.flatMap((group, at) => (group === null ? [] : [at]));
  const places = placesByJacobi(taking.map((at) => votes[at]!));
  const spread = (labels: readonly number[]): number => spreadOf(places, labels, groups);
  const own = spread(taking.map((at) => of[at]!));
  let best = Infinity;
  for (let start = 0; start < 150; start++) best = Math.min(best, spread(lloyd(places, groups, start)));
  expect(own).toBeLessThanOrEqual(best * 1.001);
}); // prettier-ignore

/** Voters on the two largest eigenvectors of the covariance of statements, by Jacobi's rotations: nothing of it is the hub's. */
function placesByJacobi(votes: VoteTable): [number, number][] {
  const wide = votes[0]!.length;
  const columns = Array.from({ length: wide }, (_, at) => votes.map((row) => row[at] ?? null));
  const centred = columns.map((column) => {
    const given = column.filter((vote) => vote !== null);
    const mean = given.reduce((sum, vote) => sum + vote, 0) / Math.max(1, given.length);
    return column.map((vote) => (vote === null ? 0 : vote - mean));
  });
  // Of voters by voters where those are fewer: the same places, by the other side of the same decomposition.
  const gram = votes.map((_, a) => votes.map((__, b) => centred.reduce((sum, column) => sum + column[a]! * column[b]!, 0)));
  const { values, vectors } = jacobi(gram);
  const [first, second] = values.map((value, at) => ({ value, at })).sort((a, b) => b.value - a.value);
  return votes.map((row, voter) => {
    const stretch = Math.sqrt(wide / row.filter((vote) => vote !== null).length);
    const along = ({ value, at }: { value: number; at: number }): number => stretch * Math.sqrt(value) * vectors[voter]![at]!;
    return [along(first!), along(second!)];
  });
} // prettier-ignore

function jacobi(matrix: number[][]): { values: number[]; vectors: number[][] } {
  const a = matrix.map((row) => [...row]);
  const n = a.length;
  const v: number[][] = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p]![q]!) < 1e-9) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) [a[k]![p], a[k]![q]] = [c * a[k]![p]! - s * a[k]![q]!, s * a[k]![p]! + c * a[k]![q]!];
        for (let k = 0; k < n; k++) [a[p]![k], a[q]![k]] = [c * a[p]![k]! - s * a[q]![k]!, s * a[p]![k]! + c * a[q]![k]!];
        for (let k = 0; k < n; k++) [v[k]![p], v[k]![q]] = [c * v[k]![p]! - s * v[k]![q]!, s * v[k]![p]! + c * v[k]![q]!];
      }
  }
  return { values: a.map((row, i) => row[i]!), vectors: v };
} // prettier-ignore

const apart = (a: readonly number[], b: readonly number[]): number =>
  (a[0]! - b[0]!) ** 2 + (a[1]! - b[1]!) ** 2;
const centresOf = (places: readonly [number, number][], labels: readonly number[], k: number): [number, number][] =>
  Array.from({ length: k }, (_, label) => {
    const own = places.filter((__, at) => labels[at] === label);
    return [0, 1].map((side) => own.reduce((sum, place) => sum + place[side]!, 0) / Math.max(1, own.length)) as [number, number];
  }); // prettier-ignore
const spreadOf = (places: readonly [number, number][], labels: readonly number[], k: number): number => {
  const centres = centresOf(places, labels, k);
  return places.reduce((sum, place, at) => sum + apart(place, centres[labels[at]!]!), 0);
};

/** K-means from k voters of a seeded draw, until nobody moves. */
function lloyd(places: readonly [number, number][], k: number, seed: number): number[] {
  const random = generator(seed + 1);
  let centres = Array.from({ length: k }, () => places[Math.floor(random() * places.length)]!);
  let labels: number[] = [];
  for (let round = 0; round < 60; round++) {
    labels = places.map((place) => centres.reduce((best, centre, at) => (apart(place, centre) < apart(place, centres[best]!) ? at : best), 0)); // prettier-ignore
    centres = centresOf(places, labels, k);
  }
  return labels;
}

(existsSync(DATA) ? test : test.skip)(
  'group-informed consensus is the published one, from the published groups' + named,
  () => {
    const { comments, votesOf, all, groups } = conversationOf('bg2050-volunteers');
    const votes = votesOf(all);
    const by: OpinionGroups = { of: groups, groups: new Set(groups.filter((group) => group !== null)).size };
    const apart = comments.flatMap((row) => {
      const at = all.indexOf(row['comment-id']!);
      const told = Number(row['group-informed-consensus']);
      if (at < 0 || !Number.isFinite(told) || row['group-informed-consensus'] === '') return [];
      return [Math.abs(groupConsensus(tallyByGroup(votes, by, at)) - told)];
    });
    expect(apart.length).toBeGreaterThan(100);
    expect(apart.filter((each) => each >= 1e-9)).toEqual([]);
  },
);

test('a majority, and a statement that divides, are told only where they are clear', () => {
  expect(standingOf({ agree: 80, disagree: 10, pass: 10 })).toBe('majority-agree');
  expect(standingOf({ agree: 10, disagree: 80, pass: 10 })).toBe('majority-disagree');
  expect(standingOf({ agree: 45, disagree: 45, pass: 10 })).toBe('divisive');
  expect(standingOf({ agree: 12, disagree: 13, pass: 75 })).toBeNull();
  expect(standingOf({ agree: 40, disagree: 2, pass: 3 })).toBeNull();
  expect(votedOn({ agree: 1, disagree: 2, pass: 3 })).toBe(6);
});
