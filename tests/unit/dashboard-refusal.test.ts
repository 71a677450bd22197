import { expect, test } from '@jest/globals';
import { problemOf } from '../../apps/dashboard/src/forms/refusal.js';

interface Data {
  done: boolean | null | { id: string };
}
const answerOf = (data: Data) => data.done;

test('what was never asked, and what was done, is no problem', () => {
  expect(problemOf<Data>({}, answerOf)).toBeNull();
  expect(problemOf<Data>({ data: { done: { id: '1' } } }, answerOf)).toBeNull();
  expect(problemOf<Data>({ data: { done: true } }, answerOf)).toBeNull();
});

test('a refusal is said in the hub’s own words, whatever came back beside it', () => {
  const error = { graphQLErrors: [{ message: 'You may not do this.' }] };
  expect(problemOf<Data>({ data: null, error }, answerOf)).toBe('You may not do this.');
  expect(problemOf<Data>({ data: { done: null }, error }, answerOf)).toBe('You may not do this.');
});

test.each([null, { done: null }, { done: false }])('%j without an error is a refusal too', (data) => {
  expect(problemOf<Data>({ data }, answerOf)).toMatch(/^The hub did not do it/);
});

test('no answer is told from a refusal', () => {
  expect(problemOf<Data>({ error: { graphQLErrors: [] } }, answerOf)).toBe(
    'The hub did not answer. Try again.',
  );
});
