import { type LinkedPair, applyDecisions, linkRates, reviewQueue } from '#linkage';

const pair = (a: string, b: string, weight: number): LinkedPair => ({
  a,
  b,
  weight,
  probability: 1 / (1 + 2 ** -weight),
  rule: 'names',
  evidence: [],
});
const clusters = [
  { id: 'a', members: ['a', 'b', 'c'] },
  { id: 'd', members: ['d', 'e'] },
  { id: 'f', members: ['f'] },
];
const pairs = [
  pair('a', 'b', 9),
  pair('a', 'c', 1),
  pair('b', 'c', 4),
  pair('d', 'e', 12),
  pair('e', 'f', 2),
];
const joined = (decisions: Parameters<typeof applyDecisions>[2]): string[] =>
  applyDecisions(clusters, pairs, decisions).map(({ id, members }) => `${id}:${members.join('')}`);

test('one "different" parts a cluster where its weights are weakest, and leaves the others alone', () => {
  expect(joined([{ a: 'c', b: 'a', verdict: 'different' }])).toEqual(['a:ab', 'c:c', 'd:de', 'f:f']);
  expect(joined([{ a: 'a', b: 'b', verdict: 'different' }])).toEqual(['a:a', 'b:bc', 'd:de', 'f:f']);
});

test('"same" joins, "unsure" changes nothing, and the order of the decisions is nothing', () => {
  const decisions = [
    { a: 'f', b: 'e', verdict: 'same' },
    { a: 'b', b: 'c', verdict: 'different' },
    { a: 'a', b: 'f', verdict: 'unsure' },
  ] as const;
  expect(joined(decisions)).toEqual(['a:ab', 'c:c', 'd:def']);
  expect(joined([...decisions].reverse())).toEqual(joined(decisions));
});

test('a later decision on a pair takes back the earlier one', () => {
  const no = { a: 'a', b: 'c', verdict: 'different' } as const;
  expect(joined([no, { a: 'c', b: 'a', verdict: 'unsure' }])).toEqual(['a:abc', 'd:de', 'f:f']);
});

test('a reviewer is asked first where the answer decides most; what was judged does not come back', () => {
  const asked = reviewQueue(pairs, clusters, [{ a: 'c', b: 'b', verdict: 'unsure' }]);
  expect(asked.map(({ a, b }) => a + b)).toEqual(['ac', 'ef']);
  expect(asked[0]!.gain).toBeGreaterThan(asked[1]!.gain);
});

test('a group whose records are linked less often is shown', () => {
  const many = Array.from({ length: 200 }, (_, at) => ({
    members: at % 2 === 0 ? [`m${at}`, `n${at}`] : [`w${at}`],
  }));
  const rates = linkRates(many, (id) => (id.startsWith('w') ? 'women' : 'men'), ['w1']);
  expect(rates.map(({ group, records, people, thin }) => ({ group, records, people, thin }))).toEqual([
    { group: 'men', records: 200, people: 100, thin: 0 },
    { group: 'women', records: 100, people: 100, thin: 1 },
  ]);
  expect(rates.map(({ linked, differs }) => [linked.value, differs])).toEqual([
    [1, true],
    [0, true],
  ]);
});
