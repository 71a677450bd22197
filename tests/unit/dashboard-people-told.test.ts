import { expect, test } from '@jest/globals';
import { peopleWords } from '../../apps/dashboard/src/figures/hidden.js';
import { afterPeople, besidePeople, peopleTold } from '../../apps/dashboard/src/figures/people-told.js';

/** A theme of which the coder found 420 submissions and whose people are corrected upwards, or are not. */
const figure = (grade: 'READY' | 'INDICATIVE' | null, asCounted: number | null) => ({
  ...{ __typename: 'PublishedFigure' as const, grade, asCounted },
  people: { value: asCounted === null ? 405 : 560, low: 400, high: 620 },
  submissions: { value: 420 },
  arguments: { value: 300 },
});

test('people who are corrected are not said to have made what the computer counted', () => {
  expect(peopleTold(figure('READY', 405)) + afterPeople(figure('READY', 405))).toBe(
    '560 people. The number of people is corrected by what people checked. The computer counted 420 submissions and 300 distinct arguments.',
  );
  expect(peopleTold(figure(null, null)) + afterPeople(figure(null, null))).toBe(
    '405 people made 420 submissions, 300 distinct arguments.',
  );
  expect(besidePeople('Submissions', [figure(null, null), figure('READY', 405)])).toBe(
    'Submissions, as the computer counted',
  );
  expect(besidePeople('Submissions', [figure(null, null)])).toBe('Submissions');
});

test('a theme that is only indicative is about so many people, wherever the whole is said in words', () => {
  expect(peopleTold(figure('INDICATIVE', 405))).toBe('about 560 people');
  expect(peopleWords(figure('INDICATIVE', 405) as never)).toBe('about 560 people');
  expect(peopleWords(figure('READY', 405) as never)).toBe('560 people');
});
