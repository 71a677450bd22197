import { expect, test } from '@jest/globals';
import { besidePercentages } from '../../apps/dashboard/src/pages/engagements/results/beside-percentages.js';
import { optionWords } from '#statements';
import { filterIn } from '../../apps/dashboard/src/pages/decisions/filter-in.js';
import { titleOf } from '../../apps/dashboard/src/pages/engagements/results/title-of.js';

test('an option of a ranking says which of its two rows it is', () => {
  expect(optionWords({ code: 'parks/first', label: 'Parks' })).toBe('Parks: in first place');
  expect(optionWords({ code: 'parks/top3', label: 'Parks' })).toBe('Parks: among the first three');
  expect(optionWords({ code: 'parks', label: 'Parks' })).toBe('Parks');
});

test('what is too few to show, and how far out percentages may be, stand beside those of several rows', () => {
  const row = (name: string, rest: number | null, within: number | null) => ({
    name,
    answers: { rest, within },
  });
  expect(besidePercentages([row('Women', null, null), row('Men', null, null)])).toEqual([]);
  expect(besidePercentages([row('Women', 12, null), row('Men', 9, 3), row('Elsewhere', null, 3)])).toEqual([
    'Other answers, too few to show, together: Women 12%; Men 9%.',
    'So few answered that a percentage may be 3 points out: Men; Elsewhere.',
  ]);
});

test('an engagement that asked open questions alone has its questions told', () => {
  expect(titleOf(0, 0)).toBeNull();
  expect(titleOf(0, 1)).toBe('1 question that people answered in their own words');
  expect(titleOf(2, 1)).toBe('2 questions with their answers');
});

test('what happened is found by the engagement that a decision names', () => {
  expect(filterIn(new URLSearchParams('engagement=city/survey-0&records=all'))).toEqual({
    tied: false,
    engagement: ['city/survey-0'],
  });
});
