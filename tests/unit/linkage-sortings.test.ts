import { likelySortings } from '#linkage';

const symmetric =
  (pairs: Record<string, number>) =>
  (a: number, b: number): number | null =>
    pairs[`${Math.min(a, b)}${Math.max(a, b)}`] ?? null;

test('three that are surely one and two that are surely another are sorted so', () => {
  const sure = { '01': 0.99, '02': 0.98, '12': 0.94, '34': 0.95, '03': 0.02, '14': 0.03 };
  const [best] = likelySortings(5, symmetric(sure));
  expect(best!.people).toEqual([
    [0, 1, 2],
    [3, 4],
  ]);
  expect(best!.likelihood).toBeGreaterThan(0.9);
});

test('a record that is pulled both ways goes where whole sortings are likelier, and likelihoods are of all ways', () => {
  // 4 may be 3 (71%) or 2 (38%); 2 and 3 are not one.
  const pulled = {
    '01': 0.99,
    '02': 0.98,
    '12': 0.94,
    '23': 0.01,
    '03': 0.02,
    '13': 0.03,
    '04': 0.31,
    '14': 0.24,
    '24': 0.38,
    '34': 0.71,
  };
  const three = likelySortings(5, symmetric(pulled));
  expect(three[0]!.people).toEqual([
    [0, 1, 2],
    [3, 4],
  ]);
  expect(three[1]!.people).toEqual([[0, 1, 2], [3], [4]]);
  const all = likelySortings(5, symmetric(pulled), 52);
  expect(all).toHaveLength(52);
  expect(all.reduce((sum, { likelihood }) => sum + likelihood, 0)).toBeCloseTo(1, 9);
  expect([...all].sort((a, b) => b.likelihood - a.likelihood)).toEqual(all);
});

test('more than eight records are not sorted at once', () => {
  expect(likelySortings(8, () => 0.5, 1)).toHaveLength(1);
  expect(() => likelySortings(9, () => 0.5)).toThrow('at most 8');
});
