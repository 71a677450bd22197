import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  groupConsensus,
  opinionGroups,
  standingOf,
  standingOfTold,
  tallyByGroup,
  votedOn,
  type OpinionGroups,
  type VoteTable,
} from '#statements';

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
  const votes: VoteTable = voters.map((row) =>
    all.map((id) => (row[id] === '' || row[id] === undefined ? null : Math.sign(Number(row[id])))),
  );
  const out = comments.filter((row) => row['moderated'] === '-1' || row['is-meta'] === 'true');
  const takenOut = new Set(out.flatMap((row) => placeIn(all, row['comment-id']!)));
  const groups = voters.map((row) => (row['group-id'] === '' ? null : Number(row['group-id'])));
  return { voters, comments, all, votes, takenOut, groups };
}

const placeIn = (list: readonly string[], id: string): number[] => {
  const at = list.indexOf(id);
  return at < 0 ? [] : [at];
};

const groupsOf = (name: string): OpinionGroups => {
  const { votes, takenOut } = conversationOf(name);
  return opinionGroups(votes, takenOut);
};

/** Polis tells in its summary into how many groups the conversation fell. */
const summaryGroups = (name: string): number =>
  Number(/^groups,(\d+)/m.exec(readFileSync(join(DATA, name, 'summary.csv'), 'utf8'))?.[1]);

real('groups of %s: as many as Polis tells, and the same each time' + named, (name) => {
  const found = groupsOf(name);
  expect(groupsOf(name)).toEqual(found);
  expect([name, found.groups]).toEqual([name, summaryGroups(name)]);
}); // prettier-ignore

const parted = ['bg2050-volunteers', 'scoop-hivemind.affordable-housing'];
(existsSync(DATA) ? test : test.skip).each(parted)('the groups of %s hold whom Polis put into them, far beyond chance' + named, (name) => {
  const { groups } = conversationOf(name);
  const { of } = groupsOf(name);
  const both = of.flatMap((group, at) => (group === null || groups[at] === null ? [] : [[group, groups[at]]]));
  expect(both.length).toBeGreaterThan(100);
  expect(adjustedRand(both as [number, number][])).toBeGreaterThan(0.6);
}); // prettier-ignore

real('groups of %s lie apart where an independent computation puts their voters' + named, (name) => {
  const { votes, takenOut } = conversationOf(name);
  const { of, groups } = groupsOf(name);
  const places = placesByJacobi(votes, takenOut);
  const taking = of.flatMap((group, at) => (group === null ? [] : [at]));
  const centres = centresOf(taking.map((at) => places[at]!), taking.map((at) => of[at]!), groups);
  // A voter goes with the cluster of voters nearest by, which may lie across a border.
  const astray = taking.filter((at) => nearestOf(places[at]!, centres) !== of[at]);
  expect(astray.length / taking.length).toBeLessThan(0.05);
}); // prettier-ignore

/** Agreement of two partitions, 1 the same and 0 as by chance (Hubert and Arabie, 1985). */
function adjustedRand(pairs: readonly [number, number][]): number {
  const chosen = (keys: readonly string[]): number => {
    const many = new Map<string, number>();
    for (const key of keys) many.set(key, (many.get(key) ?? 0) + 1);
    return [...many.values()].reduce((sum, each) => sum + (each * (each - 1)) / 2, 0);
  };
  const [a, b] = [chosen(pairs.map(([one]) => `${one}`)), chosen(pairs.map(([, other]) => `${other}`))];
  const expected = (a * b) / ((pairs.length * (pairs.length - 1)) / 2);
  return (chosen(pairs.map(String)) - expected) / ((a + b) / 2 - expected);
}

/** Voters on the two largest eigenvectors of the covariance of statements, by Jacobi's rotations: nothing of it is the hub's. */
function placesByJacobi(table: VoteTable, takenOut: ReadonlySet<number>): [number, number][] {
  const votes = table.map((row) => row.map((vote, at) => (takenOut.has(at) ? 0 : vote)));
  const wide = votes[0]!.length;
  const columns = Array.from({ length: wide }, (_, at) => votes.map((row) => row[at] ?? null));
  const centred = columns.map((column) => {
    const given = column.filter((vote) => vote !== null);
    const mean = given.reduce((sum, vote) => sum + vote, 0) / Math.max(1, given.length);
    return column.map((vote) => (vote === null ? 0 : vote - mean));
  });
  // Of statements by statements, or of voters by voters where those are fewer: the same places, by either side of the same decomposition.
  const byVoters = votes.length < wide;
  const sides = byVoters ? votes.map((_, voter) => centred.map((column) => column[voter]!)) : centred;
  const gram = sides.map((a) => sides.map((b) => a.reduce((sum, value, at) => sum + value * b[at]!, 0)));
  const { values, vectors } = jacobi(gram);
  const [first, second] = values.map((value, at) => ({ value, at })).sort((a, b) => b.value - a.value);
  return votes.map((row, voter) => {
    const stretch = Math.sqrt(wide / row.filter((vote) => vote !== null).length);
    const along = ({ value, at }: { value: number; at: number }): number =>
      byVoters ? Math.sqrt(value) * vectors[voter]![at]! : centred.reduce((sum, column, statement) => sum + column[voter]! * vectors[statement]![at]!, 0);
    return [stretch * along(first!), stretch * along(second!)];
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
const nearestOf = (place: readonly number[], centres: readonly [number, number][]): number =>
  centres.reduce((best, centre, at) => (apart(place, centre) < apart(place, centres[best]!) ? at : best), 0);
const centresOf = (places: readonly [number, number][], labels: readonly number[], k: number): [number, number][] =>
  Array.from({ length: k }, (_, label) => {
    const own = places.filter((__, at) => labels[at] === label);
    return [0, 1].map((side) => own.reduce((sum, place) => sum + place[side]!, 0) / Math.max(1, own.length)) as [number, number];
  }); // prettier-ignore

(existsSync(DATA) ? test : test.skip)(
  'group-informed consensus is the published one, from the published groups' + named,
  () => {
    const { comments, votes, all, groups } = conversationOf('bg2050-volunteers');
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

test('a majority is told where only the other side is hidden; that a statement divides, never', () => {
  const told = { voted: 200, agree: 150, disagree: null, pass: 40 };
  expect(standingOfTold(told)).toBe('majority-agree');
  expect(standingOfTold({ ...told, pass: null })).toBe('majority-agree');
  expect(standingOfTold({ ...told, agree: null, disagree: 150 })).toBe('majority-disagree');
  // What is hidden may be large: a minority that is shown says nothing of the rest.
  expect(standingOfTold({ ...told, agree: 90 })).toBeNull();
  expect(standingOfTold({ ...told, agree: 100, disagree: 95 })).toBe('divisive');
  expect(standingOfTold({ voted: 60, agree: null, disagree: null, pass: 60 })).toBeNull();
  expect(standingOfTold({ ...told, voted: null })).toBeNull();
});
