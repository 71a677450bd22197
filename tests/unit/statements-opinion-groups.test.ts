import { opinionGroups, type VoteTable } from '#statements';

/** A voter who voted on so many of ten statements, all one way. */
const voter = (votes: number, way: 1 | -1 = 1): (number | null)[] =>
  Array.from({ length: 10 }, (_, at) => (at < votes ? way : null));

test.each<[string, VoteTable, (number | null)[], number]>([
  ['nobody', [], [], 0],
  ['voters without a vote', [voter(0), voter(0)], [null, null], 0],
  ['voters on six statements each', [voter(6), voter(6), voter(6, -1), voter(6, -1)], [null, null, null, null], 0],
  ['one voter', [voter(10)], [0], 1],
  ['two voters who differ', [voter(10), voter(10, -1)], [0, 0], 1],
  ['one who voted enough among many who did not', [voter(3), voter(8), voter(3)], [null, 0, null], 1],
  ['statements without anybody to vote on them', [[], []], [0, 0], 1],
])('%s: too few to part, and no error', (_name, votes, of, groups) => {
  expect(opinionGroups(votes)).toEqual({ of, groups });
}); // prettier-ignore

test('six voters of two minds are two groups of three, and five are one', () => {
  const six = [voter(10), voter(10), voter(10), voter(10, -1), voter(10, -1), voter(10, -1)];
  expect(opinionGroups(six)).toEqual({ of: [0, 0, 0, 1, 1, 1], groups: 2 });
  expect(opinionGroups(six.slice(1)).groups).toBe(1);
});
