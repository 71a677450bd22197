import { many, read, type Cell } from '../support/read-sheet.js';

/** Twenty letters about a library with what an officer noted of each. */
const log = (notes: Record<string, (at: number) => Cell>): Cell[][] => [
  ['No.', 'Received', 'From', 'Message', ...Object.keys(notes)],
  ...many(20, (at) => [
    at + 1,
    `${at + 1}/06/2026`,
    `person${at}@example.org`,
    `Please keep the branch in lane ${at} open. It is all that we have.`,
    ...Object.values(notes).map((note) => note(at)),
  ]),
];

describe('a log of letters', () => {
  it('holds no questions but what people wrote', async () => {
    const { questions, asks, dates } = await read(
      log({
        'Theme (JB)': (at) => ['cost', 'access', ''][at % 3]!,
        Sentiment: (at) => ['Negative', 'Neutral'][at % 2]!,
        'Ack’d?': (at) => (at % 4 ? 'Y' : 'N'),
        'Date replied': (at) => (at % 2 ? `${at + 2}/06/2026` : ''),
        'Forwarded to': (at) => ['Libraries', 'Cllr Synthetic', ''][at % 3]!,
        Action: (at) => ['none', 'call back'][at % 2]!,
      }),
    );
    expect(questions.map(({ text, kind }) => [text, kind])).toEqual([['Message', 'free-text']]);
    expect(dates).toEqual({ first: '2026-06-01', last: '2026-06-20' });
    expect(asks).toEqual([]);
  });

  it('ends with how many came in, which is no letter', async () => {
    const rows = [
      ...log({ 'Passed to': (at) => (at % 2 ? 'Legal' : '') }),
      ['', '', '', '20 received to 30/6 - JB'],
    ];
    const { people, leftOut, asks } = await read(rows);
    expect(people).toBe(20);
    expect(leftOut).toContainEqual({ why: 'note', rows: [22] });
    expect(asks).toEqual([]);
  });

  it('is asked about where a note of the office holds sentences', async () => {
    const { asks } = await read(
      log({ 'Action taken': (at) => `Told them that shelf ${at} is kept for now` }),
    );
    expect(asks).toMatchObject([{ column: 'Action taken', about: 'left-out' }]);
  });

  it.each(['Handled by', 'Taken by', 'Case officer', 'Case handler', 'Dealt with by'])(
    'is known by who dealt with each alone: %s',
    async (label) => {
      const { questions, asks } = await read(
        log({
          [label]: (at) => ['Kerry Lister', 'Moira Gill'][at % 2]!,
          Theme: (at) => ['cost', 'access', ''][at % 3]!,
          Priority: (at) => ['High', 'Low'][at % 2]!,
          Category: (at) => ['Closure', 'Hours'][at % 2]!,
        }),
      );
      expect(questions.map(({ text }) => text)).toEqual(['Message']);
      expect(asks).toEqual([]);
    },
  );

  it('is none where an interviewer asked, whose categories are answers', async () => {
    const { questions } = await read(
      log({
        Interviewer: (at) => ['Kerry Lister', 'Moira Gill'][at % 2]!,
        Priority: (at) => ['Parks', 'Roads'][at % 2]!,
      }),
    );
    expect(questions.map(({ text }) => text)).toEqual(['Message', 'Priority']);
  });

  it('is none where a form asks for themes and nobody noted how it was dealt with', async () => {
    const { questions } = await read([
      ['Ref', 'Date', 'Theme', 'Your idea'],
      ...many(20, (at) => [
        `I${at}`,
        `${at + 1}/06/2026`,
        ['Parks', 'Roads'][at % 2]!,
        `Plant more trees along lane ${at}, and water them.`,
      ]),
    ]);
    expect(questions.map(({ text }) => text)).toEqual(['Theme', 'Your idea']);
  });
});

it('who took a call, who wants a reply and what came of it are no answers of callers', async () => {
  const reading = await read([
    ['Call', 'Taken by', 'What they said', 'Wants reply?', 'Outcome', 'Follow up'],
    ...many(30, (at): Cell[] => [
      at + 1,
      ['Jools', 'Synthetic W', 'agency temp'][at % 3]!,
      `Says the lane by number ${at} is dark`,
      at % 2 ? 'Y' : 'N',
      ['logged', 'transferred'][at % 2]!,
      at % 3 ? '' : 'papers posted',
    ]),
  ]);
  expect(reading.questions.map(({ text }) => text)).toEqual(['What they said']);
});
