import { connector, readingOf } from '#connectors';

import { csv, known, many, read, TODAY, type Cell } from '../support/read-sheet.js';

/** Two evenings typed one under the other, the second with its columns in another order. */
const evenings: Cell[][] = [
  ['No.', 'How often do you come?', 'What should change?', 'Age', 'Postcode'],
  ...many(14, (at) => [
    at + 1,
    ['Daily', 'Weekly'][at % 2]!,
    at % 2 ? `More lamps along lane ${at}, please` : '',
    ['16-24', '35-44', '65-74'][at % 3]!,
    `PL4 ${at % 9}AA`,
  ]),
  [],
  ['Evening 2: the library'],
  ['No.', 'Age', 'Postcode', 'How often do you come?', 'What should change?'],
  ...many(11, (at) => [
    at + 1,
    ['16-24', '45-54', '75+'][at % 3]!,
    `PL1 ${at % 9}BB`,
    ['Daily', 'Monthly'][at % 2]!,
    at % 3 ? '' : `Benches at stop ${at} would help, we all think`,
  ]),
];

describe('labels typed anew over a second block, in another order', () => {
  it('are nobody, and the answers below them stand under their own questions', async () => {
    const reading = await read(evenings);
    expect(reading).toMatchObject({ people: 25, asks: [], status: 'ready' });
    expect(reading.leftOut.find(({ why }) => why === 'repeated-header')?.rows).toEqual([18]);
    expect(reading.questions).toMatchObject([
      {
        text: 'How often do you come?',
        kind: 'scale',
        options: ['Daily', 'Weekly', 'Monthly'],
        answered: 25,
      },
      { text: 'What should change?', kind: 'free-text', answered: 11 },
    ]);
    expect(reading.demographics).toMatchObject([{ characteristic: 'age', coded: 25 }]);
  });

  it('are read so when the file is delivered under the mapping that was proposed', async () => {
    const file = { name: 'a.csv', mediaType: null, bytes: new TextEncoder().encode(csv(evenings)) };
    const { mapping } = await readingOf(file, known, null, TODAY);
    const spreadsheet = (await connector('spreadsheet'))!;
    const outcome = await spreadsheet.read([file], mapping);
    if (outcome.status !== 'read') throw new Error(outcome.reason);
    expect(outcome.rows).toHaveLength(25);
    const made = spreadsheet.toRecord(outcome.rows.at(-1)!, outcome.context);
    const record = made.ok && made.record.kind === 'submission' ? made.record : null;
    expect(record?.answers.map(({ options, text }) => text ?? options[0])).toEqual(['Daily']);
    expect(record?.demographics.map(({ asAsked }) => asAsked)).toEqual(['45-54']);
  });
});
