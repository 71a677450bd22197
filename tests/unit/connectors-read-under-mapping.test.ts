import { layouts, readingOf, type FileReading } from '#connectors';

const known = await layouts();
const read = async (rows: string[][], mapping: unknown): Promise<FileReading> => {
  const bytes = new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'));
  return (await readingOf({ name: 'a.csv', mediaType: null, bytes }, known, mapping, '2026-11-30')).reading;
};
const under = (order?: string, more: object = {}): object => ({
  engagement: { key: 'e', title: 'E', kind: 'survey' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'date', column: 'Sent', ...(order ? { order } : {}) },
    { as: 'question', column: 'What should change?', key: 'change' },
  ],
  ...more,
});
const dated = (dates: string[]): string[][] => [
  ['Ref', 'Sent', 'What should change?'],
  ...dates.map((date, at) => [`R${at}`, date, `Lamps in lane ${at}`]),
];
const AMERICAN = ['03/02/2026', '03/14/2026', '03/05/2026', '03/29/2026'];

describe('dates of a file that is read under a mapping', () => {
  it('have the order that the column shows, where the mapping leaves it open', async () => {
    const reading = await read(dated(AMERICAN), under());
    expect(reading).toMatchObject({
      dates: { first: '2026-03-02', last: '2026-03-29' },
      asks: [],
      status: 'ready',
    });
  });

  it.each([
    [
      'contradict the order that the mapping says',
      AMERICAN,
      'day-first',
      /date in row 3 can only have the month first/,
    ],
    ['are written in two orders', ['03/14/2026', '14/03/2026'], undefined, /two orders/],
    ['tell no order', ['03/04/2026', '05/04/2026'], undefined, /No date in column "?Sent"? tells/],
  ])('are asked about where they %s', async (_what, dates, order, why) => {
    const reading = await read(dated(dates), under(order));
    expect(reading.status).toBe('asks');
    expect(reading.asks).toMatchObject([
      { column: 'Sent', about: 'date-order', why: expect.stringMatching(why) },
    ]);
  });
});

test('lines of one person are said beside the people, under a mapping and without', async () => {
  const rows = [
    ['Respondent ID', 'Question', 'Answer'],
    ...Array.from({ length: 10 }, (_, at) => [
      [`P${at}`, 'How often do you come?', at % 2 ? 'Daily' : 'Weekly'],
      [`P${at}`, 'What should change?', `Lamps in lane ${at}`],
      [`P${at}`, 'Is it safe?', at % 3 ? 'Yes' : 'No'],
    ]).flat(),
  ];
  expect(await read(rows, null)).toMatchObject({ people: 10, lines: 30 });
  const mapping = {
    engagement: { key: 'e', title: 'E', kind: 'survey' },
    lines: { person: 'Respondent ID', question: 'Question', answer: 'Answer' },
    columns: [
      { as: 'submission-id', column: 'Respondent ID' },
      { as: 'question', column: 'What should change?', key: 'change' },
    ],
    otherColumns: 'ignore',
  };
  expect(await read(rows, mapping)).toMatchObject({ people: 10, lines: 30 });
});
