import { connector, layouts, readingOf, type ReadingWithMapping } from '#connectors';

import { lookHere } from '../../libs/connectors/src/look/look-here.js';
import { makeWorkbook, textRow } from '../support/make-workbook.js';
import { many, TODAY } from '../support/read-sheet.js';

const known = await layouts();
const sheet = (name: string, rows: (string | number)[][]): { name: string; rows: string } => ({
  name,
  rows: rows.map((cells, at) => textRow(at + 1, cells.map(String))).join(''),
});
const workbook = (...sheets: ReturnType<typeof sheet>[]): Uint8Array => makeWorkbook({ sheets });
const read = (bytes: Uint8Array, mapping: unknown = null): Promise<ReadingWithMapping> =>
  readingOf({ name: 'visits.xlsx', mediaType: null, bytes }, known, mapping, TODAY);

/** Forty visitors of a library by codes: 9 is "not answered", 2 under V4_n is "no". */
const visits = sheet('Visits', [
  ['Case', 'V1', 'V2', 'V3', 'V4_1', 'V4_2', 'SEX', 'AGEGRP', 'TEN', 'V5'],
  ...many(40, (at) => [
    700 + at,
    (at % 3) + 1,
    at % 10 === 9 ? 9 : (at % 5) + 1,
    at % 8 === 7 ? 99 : at % 11,
    at % 2 ? 1 : 2,
    at % 3 ? 1 : 2,
    (at % 2) + 1,
    at % 20 === 19 ? 9 : (at % 3) + 1,
    (at % 2) + 1,
    `Longer opening on day ${at}, please`,
  ]),
]);

const MEANT: [name: string, question: string, codes: [number, string][]][] = [
  [
    'V1',
    'How often do you visit?',
    [
      [1, 'Every week'],
      [2, 'Every month'],
      [3, 'Less often'],
      [4, 'Never before'],
    ],
  ],
  [
    'V2',
    'How satisfied are you with the opening hours?',
    [
      [1, 'Very satisfied'],
      [2, 'Satisfied'],
      [3, 'Neither satisfied nor dissatisfied'],
      [4, 'Dissatisfied'],
      [5, 'Very dissatisfied'],
      [9, 'Not answered'],
    ],
  ],
  ['V3', 'How likely are you to recommend us, 0 to 10?', [[99, 'Refused']]],
  [
    'V4_1',
    'What did you do today? Read',
    [
      [1, 'Yes'],
      [2, 'No'],
    ],
  ],
  [
    'V4_2',
    'What did you do today? Printed',
    [
      [1, 'Yes'],
      [2, 'No'],
    ],
  ],
  [
    'SEX',
    'Sex',
    [
      [1, 'Male'],
      [2, 'Female'],
    ],
  ],
  [
    'AGEGRP',
    'Age group',
    [
      [1, '16 to 24'],
      [2, '25 to 34'],
      [3, '65 to 74'],
      [9, 'Refused'],
    ],
  ],
  [
    'TEN',
    'Do you own or rent your home?',
    [
      [1, 'Own it'],
      [2, 'Rent it'],
    ],
  ],
];

/** The same key as people write it: a line a code, a block a question, all codes in one cell. */
const KEYS: Record<string, (string | number)[][]> = {
  'a line for each code': [
    ['Variable', 'Question', 'Code', 'Meaning'],
    ...MEANT.flatMap(([name, text, codes]) =>
      codes.map(([code, word], at) => (at === 0 ? [name, text, code, word] : ['', '', code, word])),
    ),
    ['V5', 'What would you change?', '', 'as written'],
  ],
  'a block for each question': MEANT.flatMap(([name, text, codes]) => [[`${name}. ${text}`], ...codes, ['']]),
  'all codes in one cell': MEANT.map(([name, text, codes]) => [
    name,
    text,
    codes.map(([code, word]) => `${code} = ${word}`).join('; '),
  ]),
};

describe.each(Object.entries(KEYS))('codes whose key stands on another sheet, %s', (_form, rows) => {
  it('are read with its words, and nobody is asked what they mean', async () => {
    const { reading } = await read(workbook(visits, sheet('Codes', rows)));
    expect(reading).toMatchObject({ sheet: 'Visits', people: 40, asks: [], status: 'ready' });
    const by = Object.fromEntries(reading.questions.map((question) => [question.text, question]));
    expect(by['How often do you visit?']).toMatchObject({
      kind: 'scale',
      options: ['Every week', 'Every month', 'Less often'],
    });
    expect(by['How satisfied are you with the opening hours?']).toMatchObject({
      kind: 'scale',
      options: [
        'Very satisfied',
        'Satisfied',
        'Neither satisfied nor dissatisfied',
        'Dissatisfied',
        'Very dissatisfied',
      ],
      answered: 36,
    });
    expect(by['How likely are you to recommend us, 0 to 10?']).toMatchObject({
      kind: 'number',
      answered: 35,
    });
    expect(by['What did you do today?']).toMatchObject({
      kind: 'multi-choice',
      options: ['Read', 'Printed'],
    });
    expect(by['Do you own or rent your home?']).toMatchObject({ options: ['Own it', 'Rent it'] });
    expect(reading.demographics).toMatchObject([
      { characteristic: 'sex', coded: 40 },
      { characteristic: 'age', coded: 38, declined: 2, uncoded: 0 },
    ]);
  });

  it('become the words in what is kept of each person, under the mapping that was proposed', async () => {
    const bytes = workbook(visits, sheet('Codes', rows));
    const { mapping } = await read(bytes);
    const spreadsheet = (await connector('spreadsheet'))!;
    const outcome = await spreadsheet.read([{ name: 'visits.xlsx', mediaType: null, bytes }], mapping);
    if (outcome.status !== 'read') throw new Error(outcome.status);
    const [first] = outcome.rows.map((row) => spreadsheet.toRecord(row, outcome.context));
    const record = first?.ok && first.record.kind === 'submission' ? first.record : null;
    expect(record?.answers.map(({ options, value }) => options[0] ?? value)).toEqual(
      expect.arrayContaining(['Every week', 'Very satisfied', 0, 'Own it']),
    );
    expect(record?.demographics.map(({ characteristic, code }) => [characteristic, code])).toEqual([
      ['sex', 'male'],
      ['age', '15-24'],
    ]);
  });
});

it('stand on the page as the sheet has them, each equality code beside what it becomes', async () => {
  const file = {
    name: 'visits.xlsx',
    mediaType: null,
    bytes: workbook(visits, sheet('Codes', KEYS['all codes in one cell']!)),
  };
  const look = await lookHere({ connector: 'spreadsheet', file, mapping: null, fresh: true, today: TODAY });
  expect(look.columns.map(({ label }) => label)).toEqual(expect.arrayContaining(['V1', 'SEX']));
  expect(look.columns.find(({ label }) => label === 'V1')?.why).toMatch(
    /"Codes" says what its codes stand for/,
  );
  expect(look.equality.find(({ characteristic }) => characteristic === 'sex')?.answers).toMatchObject([
    { answer: '1', code: 'male', rows: 20 },
    { answer: '2', code: 'female', rows: 20 },
  ]);
});

it('are asked about where the key leaves some of them out', async () => {
  const key = [
    ['Variable', 'Question', 'Code', 'Meaning'],
    ['V1', 'How often do you visit?', 1, 'Every week'],
    ['', '', 2, 'Every month'],
  ];
  const { reading } = await read(workbook(visits, sheet('Key', key)));
  expect(reading.status).toBe('asks');
  expect(reading.asks).toContainEqual(
    expect.objectContaining({
      column: 'V1',
      about: 'codes',
      why: expect.stringMatching(/"Key" does not say/) as unknown,
    }),
  );
});

it.each([
  [
    'counts of the answers',
    [
      ['V1', 'People'],
      [1, 14],
      [2, 13],
      [3, 13],
    ],
  ],
  ['names of the records', [['Case', 'Taken by'], ...many(40, (at) => [700 + at, `Synthetic Helper ${at}`])]],
])('are not read from a sheet of %s', async (_what, rows) => {
  const { reading, mapping } = await read(workbook(visits, sheet('Sheet2', rows)));
  expect(reading.asks.filter(({ about }) => about === 'codes').map(({ column }) => column)).toContain('V1');
  expect(JSON.stringify(mapping)).not.toMatch(/Synthetic Helper|"14"/);
});

it.each([false, true])('are not read from a second tab of the same columns (hidden: %s)', async (hidden) => {
  const month = (name: string, said: string) =>
    sheet(name, [['Score', 'Reason'], ...many(12, (at) => [(at % 3) + 1, `${said} ${at}`])]);
  const bytes = makeWorkbook({
    sheets: [
      month('May', 'Kind staff'),
      { ...month('June', 'Too slow'), ...(hidden && { state: 'hidden' }) },
    ],
  });
  const { reading, mapping } = await read(bytes);
  expect(reading).toMatchObject({ sheet: 'May', people: 12 });
  expect(JSON.stringify([mapping, reading.questions])).not.toMatch(/Too slow/);
});
