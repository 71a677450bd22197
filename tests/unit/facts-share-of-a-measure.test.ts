import { shareToldOf } from '../../libs/facts/src/ask/measures/share-told.js';
import { answersOf } from '../../libs/facts/src/ask/results/answers-of.js';
import type { AskedQuestion } from '../../libs/facts/src/ask/results/asked-questions.js';
import type { ReleasedAnswers } from '../../libs/facts/src/ask/results/released-answers.js';

const CODES = ['answered', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];
const QUESTION = {
  ...{ engagement: 'city/survey', key: 'q', kind: 'choice' },
  options: CODES.map((code, place) => ({ place, code, label: code, role: code === 'answered' ? 'base' : 'option' })),
} as AskedQuestion; // prettier-ignore
const from = (people: Record<string, number | null>): ReleasedAnswers => ({
  values: ['female'],
  people: (_, code) => people[code] ?? (code in people ? null : 50),
});

test('a measure’s share is the sum of the percentages on the survey’s own page', () => {
  const answers = from({ answered: 350 });
  const page = answersOf(QUESTION, answers, new Map()).options;
  // Sevenths: made to add to 100 the first two are 15 each, and two sevenths are 29.
  expect(page.slice(0, 3).map(({ percent }) => percent)).toEqual([15, 15, 14]);
  expect(shareToldOf(QUESTION, ['a', 'b'], answers)).toEqual({ share: 30, counted: 105, answered: 350 });
  expect(shareToldOf(QUESTION, ['a', 'b'], answers, 'female').share).toBe(30);
});

test('nothing is told of it where one of its answers is hidden, too few answered, or there is no such cut', () => {
  expect(shareToldOf(QUESTION, ['a', 'b'], from({ answered: 350, b: null })).share).toBeNull();
  expect(shareToldOf(QUESTION, [], from({ answered: 350 })).share).toBeNull();
  expect(shareToldOf(QUESTION, ['a'], from({ answered: 40 })).share).toBeNull();
  expect(shareToldOf(QUESTION, ['a'], from({ answered: 350 }), 'male').answered).toBeNull();
});
