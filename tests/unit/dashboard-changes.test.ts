import { expect, test } from '@jest/globals';
import { changesBetween } from '../../apps/dashboard/src/pages/editions/changes.js';

type Parts = Parameters<typeof changesBetween>[0];

const edition = (number: number, said: Partial<Parts>): Parts =>
  ({
    number,
    versions: {},
    toldOtherwise: [],
    receipt: { steps: [], sources: [] },
    ...said,
  }) as unknown as Parts;

const before = edition(1, { note: null, correction: null });

test('what an edition corrects is said first, with a note and without one', () => {
  const correction = 'One source was counted twice.';
  expect(changesBetween(edition(2, { note: null, correction }), before)).toEqual([
    { kind: 'Correction', title: 'Edition 2', words: correction },
  ]);
  const both = changesBetween(edition(2, { note: 'A new survey.', correction }), before);
  expect(both.map(({ kind, words }) => [kind, words])).toEqual([
    ['Correction', correction],
    ['Note', 'A new survey.'],
  ]);
});

test('an edition that neither corrects nor notes anything says nothing of either', () => {
  expect(changesBetween(edition(2, { note: null, correction: null }), before)).toEqual([]);
});

test('figures that move because comments were checked again are said to, though nothing came in', () => {
  const words = 'Comments were checked again: figures of 3 themes are corrected otherwise.';
  expect(changesBetween(edition(2, { toldOtherwise: [words] }), before)).toEqual([
    { kind: 'Method', title: 'How figures are told', words },
  ]);
});
