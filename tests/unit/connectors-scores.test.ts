import { parseScore } from '../../libs/connectors/src/mapping/scores.js';
import { deliver, fileOf } from '../support/deliver-file.js';

test.each([
  ['5 - Very safe', 5], ['4: fairly safe', 4], ['3 (neither)', 3], ['2 stars', 2], ['Very safe (5)', 5], ['Unsafe - 1', 1],
  ['3/5', 3], ['10 out of 10', 10], ['4 of 5', 4], ['4.5/5', 4.5], ['★★★', 3], ['★★☆☆☆', 2], ['5 – Very safe', 5],
])('%s is a score of %d', (cell, score) => expect(parseScore(cell)).toBe(score)); // prettier-ignore

test.each(["Don't know", '7 or 8', '6/5', '12/05/2025', 'between 2 and 3', '', 'N/A', 'many'])(
  '%s is no score',
  (cell) => expect(parseScore(cell)).toBeNull(),
);

test('a score that can’t be read costs the cell, and the comment beside it stays', async () => {
  const mapping = {
    engagement: { key: 'e', title: 'E' },
    columns: [
      { as: 'date', column: 'Date', order: 'year-first' },
      { as: 'question', column: 'Score', key: 'score', kind: 'number' },
      { as: 'question', column: 'Comment', key: 'why' },
    ],
  };
  const rows = [
    '2026-03-01,5 - Very safe,Love it',
    '2026-13-45,Don’t know,The underpass frightens me',
    '2026-03-01,4.0,Fine',
  ];
  const { records, rejections, notUsed } = await deliver('spreadsheet', mapping, [
    fileOf('a.csv', ['Date,Score,Comment', ...rows].join('\n')),
  ]);
  expect(rejections).toEqual([]);
  expect(records).toMatchObject([
    { submittedOn: '2026-03-01', answers: [{ value: 5 }, { text: 'Love it' }] },
    // Not to know is an answer, apart from the scores.
    {
      submittedOn: null,
      answers: [{ value: null, options: ['Don’t know'] }, { text: 'The underpass frightens me' }],
    },
    { answers: [{ value: 4 }, { text: 'Fine' }] },
  ]);
  expect(notUsed.map(({ row, column, code }) => [row, column, code])).toEqual([[3, 'Date', 'date-invalid']]);
});
