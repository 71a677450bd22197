import { EXACT_POLICY, POLICY_P_AS_KEPT, SIMPLE_POLICY } from '#disclosure';
import { unmatchedReason } from '../../libs/facts/src/ask/protected-words.js';

const policy = POLICY_P_AS_KEPT;
const keys: string[] = [];
const shown = (people: number) => ({
  keys,
  hidden: false as const,
  people,
  submissions: people,
  arguments: people,
});
const hidden = { keys, hidden: true as const };
const answered = (people: number) => ({ people });

test('over a tenth of those who answered without a match takes the shares away', () => {
  expect(unmatchedReason(answered(90), shown(10), policy, true)).toBeNull();
  expect(unmatchedReason(answered(85), shown(15), policy, true)).toMatch(/ 15% of those who answered/);
  expect(unmatchedReason(answered(85), undefined, policy, true)).toBeNull();
});

test('a hidden number is taken for the most that is hidden for being small', () => {
  expect(unmatchedReason(answered(60), hidden, policy, true)).toMatch(/hidden, and it may be up to 11% /);
  expect(unmatchedReason(answered(65), hidden, policy, true)).toBeNull();
  expect(unmatchedReason(answered(35), hidden, SIMPLE_POLICY, true)).toMatch(/up to 11% /);
  expect(unmatchedReason(answered(40), hidden, SIMPLE_POLICY, true)).toBeNull();
  // Of several hidden parts each may be as many.
  expect(unmatchedReason(answered(65), { ...hidden, parts: 2 }, policy, true)).toMatch(/up to 18% /);
  // Exact figures hide nobody.
  expect(unmatchedReason(answered(30), hidden, EXACT_POLICY, true)).toBeNull();
});

test('of a list its upper end counts, and where it has none no share is told', () => {
  const sum = { ...shown(5), parts: 2, hiddenParts: 1 };
  const list = { kind: 'sum', people: 5, low: 0, high: 30 } as const;
  expect(unmatchedReason(answered(100), { ...sum, list }, policy, true)).toMatch(/up to 24% /);
  expect(unmatchedReason(answered(100), { ...hidden, list: { kind: 'parts' } }, policy, true)).toMatch(
    /is not told/,
  );
});

test('an edition from before the rule takes what is hidden for none, as it did', () => {
  expect(unmatchedReason(answered(30), hidden, policy, false)).toBeNull();
  expect(unmatchedReason(answered(85), shown(15), policy, false)).toMatch(/ 15% of those who answered/);
});
