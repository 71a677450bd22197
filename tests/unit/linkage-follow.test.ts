import { followPeople } from '#linkage';

test('ids of people outlive a re-link; merges and splits are logged', () => {
  const known = [
    { id: 'p1', members: ['a', 'b'] },
    { id: 'p2', members: ['c'] },
    { id: 'p3', members: ['d', 'e', 'f'] },
  ];
  const clusters = [
    { id: 'a', members: ['a', 'b', 'c'] },
    { id: 'd', members: ['d'] },
    { id: 'e', members: ['e', 'f'] },
    { id: 'g', members: ['g'] },
  ];
  const { people, merges, splits } = followPeople(known, clusters);
  expect(people.map(({ id }) => id)).toEqual(['p1', 'd', 'p3', 'g']);
  expect(merges).toEqual([{ kept: 'p1', ended: ['p2'] }]);
  expect(splits).toEqual([{ from: 'p3', into: ['d'] }]);
});
