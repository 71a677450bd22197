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

describe('a row that says itself that it is no answer', () => {
  const bus = (says: string, at: number): Cell[] => [at + 1, 'Yes', says];
  const remarks = many(14, (at) => `The ${at + 41} is late on day ${at + 1} and nobody says why.`);
  const answers = (extra: Cell[][]): Cell[][] => [
    ['Ref', 'Do you use the bus?', 'What would make the bus better?'],
    ...remarks.map(bus),
    ...extra,
  ];

  it('a test that asks to be ignored is left out', async () => {
    const reading = await read(answers([[15, 'Yes', 'TEST, please ignore']]));
    expect([reading.people, reading.leftOut.at(-1)]).toEqual([14, { why: 'test', rows: [16] }]);
  });

  it.each(['test', 'Test 2 - checking the form', 'TEST, please', 'VOID, sent in empty', 'Blank form'])(
    '%s is asked about',
    async (says) => {
      const reading = await read(answers([[15, 'Yes', says]]));
      expect([reading.people, reading.asks.map(({ about }) => about)]).toEqual([15, ['rows']]);
    },
  );

  it.each(['Test the ticket machines before you install them.', 'Testing of brakes on the 41, please'])(
    'and not what is said about a test: “%s”',
    async (says) => {
      const reading = await read(answers([[15, 'Yes', says]]));
      expect(reading.people).toBe(15);
    },
  );

  it('and nothing is asked of what is plainly said about a test', async () => {
    const reading = await read(answers([[15, 'Yes', 'Test the ticket machines before you install them.']]));
    expect([reading.people, reading.status]).toEqual([15, 'ready']);
  });

  it('an answer that was taken back is left out, one that was turned away is asked about', async () => {
    const stood = (status: string, at: number): Cell[] => [at + 1, status, at % 2 ? 'Yes' : 'No'];
    const rows = [...many(12, () => 'Submitted'), 'Withdrawn', 'Rejected'].map(stood);
    const reading = await read([['Response ID', 'Status', 'Do you use the bus?'], ...rows]);
    expect([reading.people, reading.leftOut.at(-1)]).toEqual([13, { why: 'no-consent', rows: [14] }]);
    expect(reading.asks.map(({ about }) => about)).toEqual(['status']);
  });

  it('a foot that counts what stands above is no answer', async () => {
    const rows = many(14, (at): Cell[] => [
      'Hall',
      1 + (at % 3),
      at + 1,
      at % 2 ? 'Ann' : 'Bob',
      remarks[at]!,
      'pink',
      2,
    ]);
    const reading = await read([
      ['Place', 'Table', 'Card', 'Held by', 'What they said', 'Colour', 'Dots'],
      ...rows,
      ['', '', '', '', '', '', ''],
      ['Came in: 9 pm, 4 eve', '', '', '', '14 cards', '', 28],
    ]);
    expect(reading.people).toBe(14);
  });
});

describe('whoever can be known by it is kept apart', () => {
  const names = many(
    12,
    (at) => `${['Ada', 'Bert', 'Cora', 'Dev'][at % 4]} ${['Ash', 'Birch', 'Cedar'][at % 3]}`,
  );
  it.each<[string, (at: number) => string, string]>([
    ['AboutYou_Name_First', (at) => names[at]!.split(' ')[0]!, 'givenName'],
    ['First up, what is your *first name*?', (at) => names[at]!.split(' ')[0]!, 'givenName'],
    ['Anything else - Name if given', (at) => names[at]!, 'fullName'],
    ['Caller', (at) => (at === 3 ? '?' : `Mrs ${names[at]}`), 'fullName'],
    [
      'Shall we tell you what came of it? Leave an address or a number',
      (at) => (at === 0 ? 'No thanks' : at % 3 ? `a${at}@example.org` : `07700 9001${10 + at}`),
      'email',
    ],
  ])('%s', async (label, cell, field) => {
    const rows = many(12, (at): Cell[] => [at + 1, at % 2 ? 'Yes' : 'No', cell(at)]);
    const reading = await read([['Ref', 'Do you use the bus?', label], ...rows]);
    expect([reading.identifying, reading.questions.length]).toEqual([[field], 1]);
  });
});

describe('what may be something else than it looks is asked about', () => {
  const asked = async (label: string, cell: (at: number) => Cell): Promise<string[]> => {
    const rows = many(24, (at): Cell[] => [at % 2 ? 'Yes' : 'No', cell(at)]);
    return (await read([['Do you use the bus?', label], ...rows])).asks.map(({ about }) => about);
  };
  it('numbers under an age group', async () => {
    expect(await asked('What is your age group?', (at) => 1 + (at % 7))).toEqual(['characteristic']);
    expect(await asked('How old are you?', (at) => 11 + (at % 7))).toEqual([]);
  });
  it('ids of people that come again', async () => {
    expect(await asked('Record ID', (at) => `P-${at % 15}`)).toEqual(['id-repeats']);
  });
  it('one answer in several spellings', async () => {
    const spelt = ['Very good', 'very good', 'Middling', 'Dreadful'];
    expect(await asked('How was it for you?', (at) => spelt[at % 4]!)).toEqual(['spellings']);
  });
  it('notes', async () => {
    expect(await asked('Note no.', (at) => at + 1)).toContain('rows');
  });
  it('a number with words beside it', async () => {
    const given = ['4', '4 hrs', 'about 6', '6', '12'];
    expect(await asked('How many hours do you give?', (at) => given[at % 5]!)).toEqual(['spellings']);
  });
});

it('in an export of codes, what was seen and not answered is blank, and what the tool made of it nobody’s', async () => {
  const reading = await read([
    ['StartDate', 'IPAddress', 'ResponseId', 'RecordedDate', 'UserLanguage', 'Q1', 'Q1_NPS_GROUP', 'Q1_DO'],
    [
      'Start Date',
      'IP Address',
      'Response ID',
      'Recorded Date',
      'User Language',
      'How likely are you to come again?',
      'How likely are you to come again? - Group',
      'How likely are you to come again? - Display Order',
    ],
    many(8, (at) => `{"ImportId":"QID${at}"}`),
    ...many(20, (at): Cell[] => [
      '2026-03-02 10:00:00',
      `192.0.2.${at + 1}`,
      `R_${at}abcdefgh`,
      '2026-03-02 10:05:00',
      'EN',
      at < 5 ? -99 : at % 11,
      at < 5 ? -99 : 1 + (at % 3),
      '1|2|3',
    ]),
  ]);
  expect(reading.questions.map(({ answered }) => answered)).toEqual([15]);
});

it('a row that its status leaves out as a test is not asked about for its words', async () => {
  const rows = many(30, (at): Cell[] => [
    at,
    at < 2 ? 'Test' : 'Complete',
    at < 2 ? 'test' : `More lamps on lane ${at}`,
  ]);
  const reading = await read([['Response ID', 'Status', 'Comments'], ...rows]);
  expect(reading).toMatchObject({ people: 28, asks: [] });
  rows[9]![2] = 'test';
  expect(
    (await read([['Response ID', 'Status', 'Comments'], ...rows])).asks.map(({ about }) => about),
  ).toEqual(['rows']);
});

it('a list of records within an answer, as of the people of a household, is left out and said', async () => {
  const rows = many(20, (at) => ({
    _id: at,
    'visit/why': ['food', 'advice'][at % 2]!,
    household: [{ 'household/name': 'Synthetic', 'household/age': 4 + at }],
  }));
  const { questions, asks } = await read(JSON.stringify({ results: rows }), 'a.json');
  expect(questions.map(({ text }) => text)).toEqual(['visit/why']);
  expect(asks.map(({ about }) => about)).toEqual(['nested']);
});

it('a count of the answers below them, after a blank row, is nobody’s', async () => {
  const rows = many(20, (at): Cell[] => [
    `D${at}`,
    ['Good', 'Fair', 'Poor'][at % 3]!,
    `More lamps on lane ${at}`,
  ]);
  const counted: Cell[][] = [
    ['', '', ''],
    ['Summary', '', ''],
    ['Answer', 'Count', 'Percent'],
    ['Good', 7, '35%'],
    ['Fair', 7, '35%'],
    ['Poor', 6, '30%'],
  ];
  const reading = await read([['Ref', 'How was it?', 'Comment'], ...rows, ...counted]);
  expect(reading).toMatchObject({ people: 20, asks: [] });
  expect(reading.leftOut).toContainEqual({ why: 'total', rows: [23, 24, 25, 26, 27] });
});

it('that rows speak for organisations is said and not asked', async () => {
  const as = 'Are you responding as an individual or on behalf of an organisation?';
  const rows = (organisations: number): Cell[][] =>
    many(40, (at) => [
      `a${at}`,
      at < organisations ? 'Organisation' : 'Individual',
      `More lamps on lane ${at}`,
    ]);
  const { notes, status } = await read([['Ref', as, 'Comment'], ...rows(5)]);
  expect(status).toBe('ready');
  expect(notes).toEqual([expect.stringContaining('5 of 40 rows speak for an organisation')]);
  expect((await read([['Ref', as, 'Comment'], ...rows(0)])).notes).toBeUndefined();
});
