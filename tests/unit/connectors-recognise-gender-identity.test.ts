import { readingOf } from '#connectors';
import { readEquality } from '#domain';

import { csv, known, many, read, TODAY, type Cell } from '../support/read-sheet.js';

const asked = (label: string, answers: Cell[]): Cell[][] => [
  ['Ref', 'What is your sex?', label, 'What should change?'],
  ...many(24, (at) => [
    `R${at}`,
    ['Female', 'Male'][at % 2]!,
    answers[at % answers.length]!,
    `More lamps along lane ${at}, please`,
  ]),
];
const YES_NO = ['Yes', 'Yes', 'No', 'Prefer not to say'];

/** Codes that the answers of a column get under the mapping that is proposed for it. */
async function codes(rows: Cell[][]): Promise<Record<string, string | null>> {
  const bytes = new TextEncoder().encode(csv(rows));
  const { mapping } = await readingOf({ name: 'a.csv', mediaType: null, bytes }, known, null, TODAY);
  const rule = mapping?.columns.find(
    (one) => one.as === 'demographic' && one.characteristic === 'gender-identity',
  );
  if (rule?.as !== 'demographic') return {};
  return Object.fromEntries(
    ['Yes', 'No'].map((answer) => [
      answer,
      rule.values[answer] ?? readEquality('gender-identity', answer).code,
    ]),
  );
}

describe('gender identity', () => {
  it.each([
    'Is the gender you identify with the same as your sex registered at birth?',
    'Does your gender identity match your sex as registered at birth?',
    'Do you identify with the gender you were given at birth?',
    'Gender identity',
  ])('is a characteristic of its own beside sex: %s', async (label) => {
    const { demographics, asks } = await read(asked(label, YES_NO));
    expect(demographics).toMatchObject([
      { characteristic: 'sex', coded: 24 },
      { characteristic: 'gender-identity', coded: 18, declined: 6, uncoded: 0 },
    ]);
    expect(asks).toEqual([]);
    expect(await codes(asked(label, YES_NO))).toEqual({ Yes: 'same-as-birth', No: 'not-same-as-birth' });
  });

  it.each([
    'Is your gender identity different from the sex you were registered with at birth?',
    'Is the gender you identify with different from that of your birth?',
    'Do you identify as trans?',
    'Are you transgender?',
  ])('is not the other way round where the question is: %s', async (label) => {
    expect(await codes(asked(label, YES_NO))).toEqual({ Yes: 'not-same-as-birth', No: 'same-as-birth' });
  });

  it.each(['Gender', 'Which of these describes your gender identity?'])(
    'is the gender where its names are the answers: %s',
    async (label) => {
      const { demographics } = await read(asked(label, ['Woman', 'Man', 'Non-binary', 'Woman']));
      expect(demographics.map(({ characteristic }) => characteristic)).toEqual(['sex', 'gender']);
    },
  );
});
