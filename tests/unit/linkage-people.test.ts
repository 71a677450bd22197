import { assignPeople } from '#linkage';

test('people outlive a re-link: each is whose cluster has most of theirs; who is joined and parted is told', () => {
  const before = new Map(Object.entries({ a: 'p1', b: 'p1', c: 'p2', d: 'p3', e: 'p3', f: 'p3' }));
  const clusters = [
    { id: 'a', members: ['a', 'b', 'c'] },
    { id: 'd', members: ['d'] },
    { id: 'e', members: ['e', 'f'] },
    { id: 'g', members: ['g'] },
  ];
  let made = 0;
  const agencies = new Map([...'abcdefg'].map((submission) => [submission, 'council']));
  const { newPeople, memberships, changes } = assignPeople(clusters, before, agencies, () => `new ${++made}`);
  expect(newPeople).toEqual(['new 1', 'new 2']);
  expect(memberships).toEqual([
    { submission: 'c', agency: 'council', person: 'p1' },
    { submission: 'd', agency: 'council', person: 'new 1' },
    { submission: 'g', agency: 'council', person: 'new 2' },
  ]);
  expect(changes).toEqual([
    { kind: 'merge', person: 'p1', other: 'p2' },
    { kind: 'split', person: 'new 1', other: 'p3' },
  ]);
});
