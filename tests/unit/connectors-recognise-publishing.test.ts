import { connector, readingOf } from '#connectors';

import { csv, known, many, read, TODAY, type Cell } from '../support/read-sheet.js';

/** Forty comments on a clinic; ten people don't want theirs published, and five say nothing of it. */
const comments = (asked: string, refusal = 'No'): Cell[][] => [
  ['Ref', 'Overall, how was our service?', 'Why did you say so?', asked, 'Age'],
  ...many(40, (at) => [
    `R${at}`,
    ['Very good', 'Good', 'Poor'][at % 3]!,
    `The nurse on ward ${at} was kind. She took her time.`,
    at < 10 ? refusal : at < 15 ? '' : 'Yes',
    ['16-24', '35-44', '65-74'][at % 3]!,
  ]),
];
const PUBLISH = 'Are you happy for your comments to be published?';

describe('whoever does not agree to be published', () => {
  it('is counted with all other answers, and the words are left out until somebody says more', async () => {
    const { people, questions, asks, status } = await read(comments(PUBLISH));
    expect(people).toBe(40);
    expect(questions.map(({ kind, answered }) => [kind, answered])).toEqual([
      ['scale', 40],
      ['free-text', 25],
    ]);
    expect(status).toBe('asks');
    expect(asks).toMatchObject([
      {
        column: PUBLISH,
        about: 'consent',
        why: expect.stringMatching(/^15 rows do not plainly agree/) as unknown,
      },
    ]);
  });

  it.each([
    'Please keep my comments private',
    'Not happy for my comments to be published',
    'I’d rather you did not',
    'I do not agree',
    'Yes, but not on a website',
    'Keep private',
  ])('is read so in words that nobody listed: “%s”', async (refusal) => {
    const { questions, asks } = await read(comments(PUBLISH, refusal));
    expect(questions.map(({ kind, answered }) => [kind, answered])).toEqual([
      ['scale', 40],
      ['free-text', 25],
    ]);
    expect(asks).toMatchObject([{ column: PUBLISH, about: 'consent' }]);
  });

  it('is left out whole, and asked about, where two columns ask and the second is refused', async () => {
    const [head, ...rows] = comments(PUBLISH);
    const two = [
      [...head!, 'Do you agree to your feedback being published on our website?'],
      ...rows.map((row, at) => [...row, at >= 30 ? 'No' : 'Yes']),
    ];
    const { people, questions, asks } = await read(two);
    expect(people).toBe(30);
    expect(questions.find(({ kind }) => kind === 'free-text')?.answered).toBe(15);
    expect(asks.map(({ column }) => column)).toEqual(
      expect.arrayContaining([PUBLISH, 'Do you agree to your feedback being published on our website?']),
    );
  });

  it('leaves no words in what is kept under the mapping that was proposed', async () => {
    const file = { name: 'a.csv', mediaType: null, bytes: new TextEncoder().encode(csv(comments(PUBLISH))) };
    const { mapping } = await readingOf(file, known, null, TODAY);
    const spreadsheet = (await connector('spreadsheet'))!;
    const outcome = await spreadsheet.read([file], mapping);
    if (outcome.status !== 'read') throw new Error(outcome.reason);
    const words = outcome.rows.map((row) => {
      const made = spreadsheet.toRecord(row, outcome.context);
      return made.ok && made.record.kind === 'submission'
        ? made.record.answers.filter(({ text }) => text).length
        : -1;
    });
    expect(words).toEqual(many(40, (at) => (at < 15 ? 0 : 1)));
  });

  it('is left out whole where the column asks to take part', async () => {
    const asked = 'Do you consent to take part, and that anonymous answers may be published?';
    const { people, leftOut } = await read(comments(asked));
    expect(people).toBe(25);
    expect(leftOut.find(({ why }) => why === 'no-consent')?.rows).toHaveLength(15);
  });
});
