import type { FileReading } from '#connectors';
import { harmonise } from '#domain';

import { many, read } from '../support/read-sheet.js';

const kinds = ({ questions }: FileReading): [string, string][] =>
  questions.map(({ text, kind }) => [text, kind]);

describe('an area that a form asks for', () => {
  const rows = (areas: string[]): (string | number)[][] => [
    [
      'Respondent ID',
      'Collector ID',
      'Start Date',
      'End Date',
      'Which area do you live in?',
      '',
      'How often do you come?',
    ],
    ['', '', '', '', 'Response', 'Other (please specify)', 'Response'],
    ...many(24, (at) => [
      `11800${at}`,
      '4411',
      '03/14/2026 10:00:00 AM',
      '03/14/2026 10:05:00 AM',
      at === 5 ? '' : areas[at % areas.length]!,
      at === 5 ? 'on a boat' : '',
      ['Daily', 'Weekly'][at % 2]!,
    ]),
  ];

  it('is a choice where its answers are a list of the form’s own, with what was written beside', async () => {
    const reading = await read(rows(['North shore', 'Old town', 'Hill estate']));
    expect(kinds(reading)).toEqual([
      ['Which area do you live in?', 'choice'],
      ['Which area do you live in? - Other (please specify)', 'free-text'],
      ['How often do you come?', 'scale'],
    ]);
    expect(reading).toMatchObject({ people: 24, status: 'ready' });
  });
});

test('statements behind a question mark and a full stop are one matrix (Microsoft Forms)', async () => {
  const scale = ['Agree', 'Neither', 'Disagree'];
  const reading = await read([
    ['Ref', 'How strongly do you agree?.Buses are reliable', 'How strongly do you agree?.Libraries are near'],
    ...many(18, (at) => [`R${at}`, scale[at % 3]!, scale[(at + 1) % 3]!]),
  ]);
  expect(reading.questions).toMatchObject([
    {
      text: 'How strongly do you agree?',
      kind: 'matrix',
      items: ['Buses are reliable', 'Libraries are near'],
    },
  ]);
});

test('parts of a question by letters are one question; a numbered label still asks for the age', async () => {
  const reading = await read([
    [
      'Interview no',
      'Q3a Priorities: Speeding',
      'Q3b Priorities: Litter',
      'Q3c Priorities: Drugs',
      'Q5 Age last birthday',
    ],
    ...many(20, (at) => [
      1000 + at,
      at % 2 ? 'X' : '',
      at % 3 ? 'X' : '',
      at % 4 ? '' : 'X',
      20 + ((at * 7) % 50),
    ]),
  ]);
  expect(reading.questions).toMatchObject([
    { kind: 'multi-choice', options: ['Speeding', 'Litter', 'Drugs'] },
  ]);
  expect(reading.demographics).toMatchObject([{ characteristic: 'age', coded: 20 }]);
  expect(reading.asks).toEqual([]);
});

test('names under "Respondent" are kept apart although a few are organisations; ids under it stay ids', async () => {
  const names = ['Ada Abbott', 'Bilal Bevan', 'Cerys Choudhury', 'Dinesh Dale'];
  const rows = (cell: (at: number) => string): (string | number)[][] => [
    ['Ref', 'Respondent', 'Policy', 'Representation'],
    ...many(16, (at) => [
      `REP/${at}`,
      cell(at),
      `H${1 + (at % 4)}`,
      `The lanes flood in winter, number ${at} worst of all.`,
    ]),
  ];
  const named = await read(
    rows((at) => (at % 4 === 3 ? `Civic Trust ${at}` : `${names[at % 3]} ${'xyz'[at % 3]}`)),
  );
  expect(named.identifying).toEqual(['fullName']);
  // A policy is called by a letter and a number: nobody need say what it stands for.
  expect(named.asks).toEqual([]);
  expect((await read(rows((at) => `C-${at}`))).identifying).toEqual([]);
});

describe('a label that asks for people’s own words', () => {
  const asking = (answers: (at: number) => string): Promise<FileReading> =>
    read([['Ref', 'What could we have done better?'], ...many(36, (at) => [`R${at}`, answers(at)])]);

  it('is free text where everybody who answered wrote the same', async () => {
    const reading = await asking((at) => (at % 2 ? 'Shorter wait please' : ''));
    expect(kinds(reading)).toEqual([['What could we have done better?', 'free-text']]);
  });

  it('is asked about where long cells repeat a little', async () => {
    const reading = await asking((at) => `Somebody at the desk on floor ${at % 9}`);
    expect(reading.asks).toMatchObject([{ about: 'kind' }]);
  });
});

test('the parts of a name under a heading or in brackets are names, and no comments', async () => {
  const names = ['Ada', 'Bilal', 'Cerys', 'Dinesh', 'Edith', 'Farid'];
  for (const [given, family] of [
    ['Contact details - First name', 'Contact details - Last name'],
    ['Name (First)', 'Name (Last)'],
    ['Your name: First', 'Your name: Last'],
  ] as const) {
    const reading = await read([
      ['Ref', given, family, 'Comments'],
      ...many(12, (at) => [
        `R${at}`,
        names[at % 6]!,
        `${names[(at * 5) % 6]!}s`,
        `Lamps are out in lane ${at}`,
      ]),
    ]);
    expect(reading.identifying).toEqual(['givenName', 'familyName']);
    expect(kinds(reading)).toEqual([['Comments', 'free-text']]);
  }
});

test('what people were asked about contact is an answer; a mark that a form keeps of it is none, and is told', async () => {
  const reading = await read([
    [
      'Ref',
      'In the last year have you contacted the police?',
      'Would you like to be contacted about the results?',
      'Mailing list',
    ],
    ...many(12, (at) => [`R${at}`, at % 2 ? 'Yes' : 'No', at % 3 ? 'Yes' : 'No', at % 5 ? 'Yes' : 'No']),
  ]);
  expect(reading.questions.map(({ text }) => text)).toEqual([
    'In the last year have you contacted the police?',
    'Would you like to be contacted about the results?',
  ]);
  expect(reading.columnsLeftOut.map(({ column }) => column)).toContain('Mailing list');
});

test.each([
  ['Which do you use?', (option: string) => `Which do you use? (choice=${option})`, 'Checked', 'Unchecked'],
  [
    'Which do you use? (tick all)',
    (option: string) => `Which do you use? (tick all) (${option})`,
    'TRUE',
    'FALSE',
  ],
])('options in brackets behind a question are its options: %s', async (text, label, yes, no) => {
  const options = ['Parks', 'Roads and pavements', 'Library'];
  const reading = await read([
    ['Ref', ...options.map(label), 'Complete?'],
    ...many(12, (at) => [
      `R${at}`,
      ...options.map((_, option) => ((at >> option) & 1 ? yes : no)),
      'Complete',
    ]),
  ]);
  expect(reading.questions).toMatchObject([{ text, kind: 'multi-choice', options }]);
});

test('LimeSurvey’s codes before its wordings part no options from their question', async () => {
  const options = ['Parks', 'Roads', 'Library'];
  const reading = await read([
    [
      'id. Response ID',
      'startlanguage. Start language',
      ...options.map((option, at) => `Q2[SQ00${at + 1}]. Which do you use? [${option}]`),
    ],
    ...many(12, (at) => [at + 1, 'en', ...options.map((_, option) => ((at >> option) & 1 ? 'Y' : ''))]),
  ]);
  expect(reading.questions).toMatchObject([{ text: 'Which do you use?', kind: 'multi-choice', options }]);
});

test('a score and its words under one name are no matrix', async () => {
  const words = ['Very good', 'Good', 'Poor'];
  const reading = await read([
    ['Ref', 'FFT_Score', 'FFT_Response'],
    ...many(24, (at) => [`R${at}`, 1 + (at % 3), words[at % 3]!]),
  ]);
  expect(kinds(reading)).toContainEqual(['FFT_Response', 'scale']);
  expect(reading.questions.map(({ kind }) => kind)).not.toContain('matrix');
});

test('lists of options in JSON are several options, and so are options parted by a stroke', async () => {
  const sets = [['Parks'], ['Parks', 'Roads, pavements'], ['Library', 'Roads, pavements']];
  const json = JSON.stringify({
    data: many(18, (at) => ({ id: `r-${at}`, answers: { reasons: sets[at % 3] } })),
  });
  expect((await read(json, 'a.json')).questions).toMatchObject([
    {
      kind: 'multi-choice',
      options: expect.arrayContaining(['Parks', 'Roads, pavements', 'Library']),
      answered: 18,
    },
  ]);
  const stroke = await read([
    ['Ref', 'Which matter?'],
    ...many(18, (at) => [`R${at}`, sets[at % 3]!.join(' / ')]),
  ]);
  expect(stroke.questions).toMatchObject([
    { kind: 'multi-choice', options: expect.arrayContaining(['Parks', 'Roads, pavements', 'Library']) },
  ]);
});

test('ethnic groups behind the letters of the NHS are read', () =>
  expect(
    ['A - White British', 'H - Indian', 'N: African', 'F - Female'].map((answer) =>
      harmonise('ethnic-group', answer, null),
    ),
  ).toEqual(['white-british', 'asian', 'black', 'unmapped']));
