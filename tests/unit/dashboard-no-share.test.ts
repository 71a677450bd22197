import { expect, test } from '@jest/globals';
import {
  noShareInCsv,
  whyNoNet,
  whyNoShare,
} from '../../apps/dashboard/src/pages/engagements/results/why-no-share.js';

const step = (people: number | null, side: number | null = 1) => ({
  ...{ code: 'c', label: 'L', role: 'OPTION' as const, percent: null, low: null, high: null },
  people,
  side,
});

test('a share of people who are told is of too few, and nothing of it is said to be hidden', () => {
  expect(whyNoShare({ people: 12, percent: null })).toBe('too-few');
  expect(whyNoShare({ people: null, percent: null })).toBe('hidden');
  expect(whyNoShare({ people: 120, percent: 40 })).toBeNull();
  expect([noShareInCsv('too-few'), noShareInCsv('hidden')]).toEqual([null, '[c]']);
});

test('a net is hidden where any step or the base is; of working figures it is of too few', () => {
  expect(whyNoNet({ base: 31, options: [step(12), step(0), step(19, -1)] })).toBe('too-few');
  expect(whyNoNet({ base: 310, options: [step(12), step(null)] })).toBe('hidden');
  expect(whyNoNet({ base: null, options: [step(12)] })).toBe('hidden');
  // Who did not know is no step.
  expect(whyNoNet({ base: 31, options: [step(31), step(null, null)] })).toBe('too-few');
});
