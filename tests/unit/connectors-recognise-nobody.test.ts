import { many, read, type Cell } from '../support/read-sheet.js';

describe('a sheet in which no row is a person is refused, with what it is', () => {
  const about = async (rows: Cell[][]): Promise<string | undefined> => {
    const reading = await read(rows);
    return reading.status === 'refused' ? reading.asks[0]?.about : reading.status;
  };
  it.each<[string, Cell[][]]>([
    [
      'a cross table',
      [
        ['', 'Male', 'Female', 'Total'],
        ['Very safe', 20, 30, 50],
        ['Safe', 40, 50, 90],
        ['Unsafe', 10, 12, 22],
        ['Base', 70, 92, 162],
      ],
    ],
    [
      'how many gave which answer to each question',
      [
        ['Question', 'Very satisfied', 'Satisfied', 'Dissatisfied', 'Number of responses'],
        ...['bins', 'parks', 'roads', 'buses'].map((what, at) => [
          `How satisfied are you with ${what}?`,
          20 + at,
          30 + at,
          5,
          55 + 2 * at,
        ]),
      ],
    ],
    [
      'the summary of a survey tool',
      [
        ['How safe do you feel after dark?', '', ''],
        ['Answer Choices', 'Responses', ''],
        ['Very safe', '20.00%', 40],
        ['Unsafe', '80.00%', 160],
        ['', 'Answered', 200],
      ],
    ],
  ])('%s', async (_, rows) => {
    expect(await about(rows)).toBe('totals-not-answers');
  });

  it.each(['Respondent', 'Family', 'Caller'])('people in columns, each a %s', async (person) => {
    const rows: Cell[][] = [
      ['Question', ...many(12, (at) => `${person} ${at + 1}`)],
      ['How safe do you feel?', ...many(12, (at) => ['Safe', 'Unsafe'][at % 2]!)],
      ['What would you change?', ...many(12, (at) => `More lamps on path ${at}`)],
      ['Age', ...many(12, (at) => ['16-24', '65+'][at % 2]!)],
    ];
    expect(await about(rows)).toBe('people-in-columns');
  });

  it('and no sheet of people who scored', async () => {
    expect(
      await about([
        ['Name', 'How safe, 1 to 5?', 'How clean, 1 to 5?', 'Total'],
        ...many(20, (at) => [
          `Synthetic ${'abcdefghijklmnopqrst'[at]}`,
          (at % 5) + 1,
          ((at * 2) % 5) + 1,
          (at % 5) + ((at * 2) % 5) + 2,
        ]),
      ]),
    ).not.toMatch(/totals|people-in/);
    expect(
      await about([
        ['participant', ...many(12, (at) => String(at))],
        ...many(20, (at) => [at, ...many(12, (column) => ((at + column) % 3) - 1)]),
      ]),
    ).not.toMatch(/totals|people-in/);
  });
});

it('the country that a form fills into every address and the undecided votes of an idea are nobody’s answers', async () => {
  const { questions, status } = await read([
    ['ID', 'Idea', 'Likes', 'Unsure', 'Address (Country)'],
    ...many(20, (at) => [
      `a${at}b7`,
      `More lamps on path ${at}, please`,
      at % 7,
      at % 4,
      at ? 'United Kingdom' : '',
    ]),
  ]);
  expect(questions.map(({ kind }) => kind)).toEqual(['free-text']);
  expect(status).toBe('ready');
});
