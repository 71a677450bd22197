import { layouts, readingOf, type FileReading } from '#connectors';

import { messyWorkbook } from '../browser/messy-workbook.js';
import { deliver, fileOf } from '../support/deliver-file.js';
import { makeWorkbook } from '../support/make-workbook.js';

const known = await layouts();
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const seen = async (name: string, content: string | Uint8Array): Promise<FileReading> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return (await readingOf({ name, mediaType: null, bytes }, known, null, '2026-11-30')).reading;
};
type Cell = string | number;
const csv = (rows: Cell[][]): string =>
  rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n');
const read = (rows: Cell[][]): Promise<FileReading> => seen('a.csv', csv(rows));
const kindsOf = ({ questions }: FileReading): string[] => questions.map(({ kind }) => kind);
const questionOf = ({ questions }: FileReading, words: string) =>
  questions.find(({ text }) => text.includes(words));

describe('what is written beside the options', () => {
  const rows: Cell[][] = [
    ['Ref', 'What do you use? [Pool]', 'What do you use? [Gym]', 'What do you use? [Other]'],
    ...many(20, (at) => [
      `R${at}`,
      at % 2 ? 'Yes' : 'No',
      at % 3 ? 'Yes' : 'No',
      at % 10 === 0 ? 'the sauna' : '',
    ]),
  ];
  const mapping = {
    engagement: { key: 'centre', title: 'Centre' },
    columns: [
      { as: 'submission-id', column: 'Ref' },
      {
        ...{ as: 'options', key: 'use', text: 'What do you use?', chosen: ['Yes'], notChosen: ['No'] },
        columns: { 'What do you use? [Pool]': 'Pool', 'What do you use? [Gym]': 'Gym' },
        other: ['What do you use? [Other]'],
      },
      { as: 'ignore', column: 'What do you use? [Other]' },
    ],
  };

  it('is an answer to the question: who wrote nothing else chose "Other"', async () => {
    const reading = await read(rows);
    expect(questionOf(reading, 'What do you use?')).toMatchObject({
      kind: 'multi-choice',
      options: ['Pool', 'Gym', 'Other'],
    });
    const { records } = await deliver('spreadsheet', mapping, [fileOf('a.csv', csv(rows))]);
    const answers = records.flatMap((record) => ('answers' in record ? [record.answers] : []));
    expect(answers[0]).toMatchObject([{ options: ['Other'] }]);
    // The seventh said nothing at all.
    expect(answers[9]).toMatchObject([{ options: ['Gym', 'Other'] }]);
    expect(answers[1]).toMatchObject([{ options: ['Pool', 'Gym'] }]);
  });

  it('is no second one where "Other" can be ticked', async () => {
    const reading = await read([
      ['Ref', 'Which? - Pool', 'Which? - Something else', 'Which? - Something else - Text'],
      ...many(20, (at) => [
        `R${at}`,
        at % 2 ? 'Pool' : '',
        at % 5 ? '' : 'Something else',
        at % 5 ? '' : `a sauna ${at}`,
      ]),
    ]);
    expect(questionOf(reading, 'Which?')?.options).toEqual(['Pool', 'Something else']);
  });
});

describe('a list with numbers in one cell', () => {
  const order = ['Repair cafés', 'Tool libraries', 'Fridges'];
  const rows: Cell[][] = [
    ['Ref', 'What comes first for you?'],
    ...many(18, (at) => [
      `R${at}`,
      many(3, (place) => `${place + 1}. ${order[(place + at) % 3]}`).join('\n'),
    ]),
  ];

  it('is an order, and its numbers are no part of the options', async () => {
    expect(questionOf(await read(rows), 'What comes first')).toMatchObject({
      kind: 'ranking',
      options: [...order].sort(),
    });
    const mapping = {
      engagement: { key: 'first', title: 'First' },
      columns: [
        { as: 'submission-id', column: 'Ref' },
        {
          as: 'question',
          column: 'What comes first for you?',
          key: 'first',
          kind: 'ranking',
          delimiter: '\n',
        },
      ],
    };
    const turned = [...rows, ['R90', '2. Fridges\n1. Tool libraries']];
    const { records } = await deliver('spreadsheet', mapping, [fileOf('a.csv', csv(turned))]);
    const options = records.map((record) => ('answers' in record ? record.answers[0]?.options : null));
    expect(options[1]).toEqual(['Tool libraries', 'Fridges', 'Repair cafés']);
    expect(options.at(-1)).toEqual(['Tool libraries', 'Fridges']);
  });
});

test('a question about reasons with the same few answers is a choice, one that asks for reasons is not', async () => {
  const reading = await read([
    ['Ref', 'Which of these is a reason to call 999?', 'Main reason for your visit', 'Reasons for your view'],
    ...many(30, (at) => [
      `R${at}`,
      at % 4 ? 'Chest pain' : 'A sore throat',
      ['Repeat prescription', 'A new problem', 'A test'][at % 3]!,
      `The road is ${['fast', 'slow', 'dark'][at % 3]} by number ${at}, and nobody minds it`,
    ]),
  ]);
  expect(reading.questions.map(({ kind }) => kind)).toEqual(['choice', 'choice', 'free-text']);
});

test('parts with numbers lose their numbers; sex is told by the answers where the label says "Are you"', async () => {
  const ticked = (at: number): string => (at % 2 ? 'Selected' : 'Not selected');
  const reading = await read([
    [
      'Serial',
      'Q3.1 Reads the magazine',
      'Q3.2 Uses the website',
      'Q6 Are you...',
      'Q7 Would you see a doctor who is',
    ],
    ...many(24, (at) => [
      1001 + at,
      ticked(at),
      ticked(at + (at % 3)),
      ['Female', 'Male', 'Prefer not to say'][at % 3]!,
      ['Female', 'Male'][at % 2]!,
    ]),
  ]);
  expect(reading.questions[0]).toMatchObject({
    kind: 'multi-choice',
    options: ['Reads the magazine', 'Uses the website'],
  });
  expect(reading.demographics).toMatchObject([{ characteristic: 'sex', coded: 16, declined: 8 }]);
  expect(questionOf(reading, 'doctor')).toMatchObject({ kind: 'choice' });
});

test('bands of ten years under any label about the person are ages, and hours are not', async () => {
  const bands = ['16-24', '25-34', '35-44', '45-54', '65+'];
  const reading = await read([
    ['Ref', 'Which are you?', 'How many hours a month?'],
    ...many(25, (at) => [`R${at}`, bands[at % 5]!, bands[(at * 2) % 5]!]),
  ]);
  expect(reading.demographics).toMatchObject([{ characteristic: 'age', coded: 25 }]);
  expect(reading.questions).toHaveLength(1);
});

test('one heading that was merged over some columns is theirs alone', async () => {
  const letters = 'ABCDEFG';
  const xml = (cells: Cell[], row: number): string =>
    `<row r="${row}">${cells
      .map((cell, at) =>
        cell === '' ? '' : `<c r="${letters[at]}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`,
      )
      .join('')}</row>`;
  const rows: Cell[][] = [
    ['Comment cards of the roadshow'],
    ['Typed from paper; x = ticked'],
    ['', '', 'What matters in a home?'],
    ['Card', 'Typed by', 'Dry', 'Cheap', 'Near family', 'In their words', 'Age'],
    ...many(24, (at) => [
      `C${at}`,
      'desk',
      at % 2 ? 'x' : '',
      at % 3 ? 'x' : '',
      at % 5 ? '' : 'x',
      `It is number ${at} and it is damp in winter`,
      ['16-24', '25-44', '65+'][at % 3]!,
    ]),
  ];
  const reading = await seen(
    'cards.xlsx',
    makeWorkbook({
      sheets: [
        {
          name: 'Cards',
          rows: rows.map((cells, at) => xml(cells, at + 1)).join(''),
          after: '<mergeCells count="1"><mergeCell ref="C3:E3"/></mergeCells>',
        },
      ],
    }),
  );
  expect(reading.headerRows).toEqual([3, 4]);
  expect(reading).toMatchObject({ people: 24, demographics: [{ characteristic: 'age', coded: 24 }] });
  expect(reading.questions).toMatchObject([
    { text: 'What matters in a home?', options: ['Dry', 'Cheap', 'Near family'] },
    { text: 'In their words', kind: 'free-text' },
  ]);
});

test('a row of sums whose word says of what is nobody', async () => {
  const reading = await read([
    ['Ref', 'Received', 'Type', 'Play areas', 'Pitches'],
    ...many(20, (at) => [
      `D/${at}`,
      `${(at % 27) + 1}/05/2026`,
      'Dog owner',
      at % 2 ? 'Y' : 'N',
      at % 3 ? 'Y' : 'N',
    ]),
    ['', '', 'Total Y', 10, 13],
  ]);
  expect(reading.people).toBe(20);
  expect(reading.leftOut).toContainEqual({ why: 'total', rows: [22] });
});

test('leave to show the words is no leave to take part: it is asked', async () => {
  const reading = await read([
    ['Ref', 'Comment consent', 'Comment'],
    ...many(24, (at) => [`R${at}`, at % 8 ? 'Yes' : 'No', `The desk was kind to us on day ${at}`]),
  ]);
  expect(reading.status).toBe('asks');
  expect(reading.asks).toMatchObject([{ column: 'Comment consent', about: 'consent' }]);
});

test('forms that talk ask for names too', async () => {
  const reading = await read([
    ['#', "Hi! What's your *first name*?", 'And what is your surname, {{field:1}}?', 'How was it?'],
    ...many(20, (at) => [
      `${at}f3c`,
      ['Ada', 'Bilal', 'Cerys', 'Dinesh', 'Edith'][at % 5]!,
      ['Synthetic', 'Example', 'Sample'][at % 3]!,
      ['Good', 'Poor'][at % 2]!,
    ]),
  ]);
  expect(reading.identifying).toEqual(['givenName', 'familyName']);
  expect(reading.questions).toHaveLength(1);
});

describe('tools’ own columns', () => {
  it('of Commonplace and others: counts of who agreed and leave to write are no answers', async () => {
    const reading = await read([
      [
        'Comment ID',
        'Number of agrees',
        'How do you feel about this place?',
        'Subscribed to news',
        'Moderation status',
        'Why do you feel this way?',
      ],
      ...many(20, (at) => [
        `c${at}`,
        at % 4,
        ['Happy', 'Neutral', 'Unhappy'][at % 3]!,
        at % 2 ? 'Yes' : 'No',
        'Published',
        `Traffic is fast past number ${at}`,
      ]),
    ]);
    expect(reading.questions.map(({ text }) => text)).toEqual([
      'How do you feel about this place?',
      'Why do you feel this way?',
    ]);
  });

  it('of Go Vocal: first and last name of the author are names', async () => {
    const reading = await read([
      [
        'ID',
        'Where do you live?',
        'Author first name',
        'Author last name',
        'Author email',
        'Submitted at',
        'Project',
      ],
      ...many(20, (at) => [
        `id${at}`,
        ['North', 'East'][at % 2]!,
        ['Ada', 'Bilal', 'Cerys'][at % 3]!,
        ['Synthetic', 'Example'][at % 2]!,
        `p${at}@example.org`,
        `03/${(at % 27) + 1}/2026`,
        'Climate plan',
      ]),
    ]);
    expect(reading.layout).toBe('go-vocal');
    expect(reading.identifying.sort()).toEqual(['email', 'familyName', 'givenName']);
  });

  it('of Decidim with underscores, and a unique number of Jisc, are records', async () => {
    const decidim = await read([
      ['id', 'created_at', 'user_status', 'ip_hash', '1. Do you belong to a group?'],
      ...many(12, (at) => [
        400 + at,
        '2026-03-04 09:30:12 UTC',
        at % 2 ? 'registered' : 'unregistered',
        `ab${at}`,
        at % 2 ? 'Yes' : 'No',
      ]),
    ]);
    expect(decidim).toMatchObject({ layout: 'decidim', questions: [{ kind: 'choice' }] });
    const jisc = await read([
      ['Unique Response Number', '1. Which service?'],
      ...many(12, (at) => [`${1000 + at}-${at}-9`, ['Housing', 'Tax'][at % 2]!]),
    ]);
    expect(jisc.questions).toMatchObject([{ text: '1. Which service?' }]);
  });

  it('of ODK, of lists and of ideas: keys, devices, running titles and votes are no answers', async () => {
    const reading = await read([
      [
        'Title',
        'used',
        'votesFor',
        'votes_against',
        'meta-instanceID',
        'KEY',
        'SubmitterName',
        'What happened?',
      ],
      ...many(20, (at) => [
        `Response ${at + 1}`,
        ['pool', 'gym'][at % 2]!,
        at % 5,
        at % 3,
        `uuid:${at}c0ffee-77`,
        `uuid:${at}c0ffee-77`,
        'Volunteer phone',
        `The pool was cold on day ${at}`,
      ]),
    ]);
    expect(reading.questions.map(({ text }) => text)).toEqual(['used', 'What happened?']);
    expect(reading.identifying).toEqual([]);
  });

  it('of older Qualtrics: two rows of labels, options behind a stroke without blanks', async () => {
    const names = [
      'ResponseID',
      'ResponseSet',
      'ExternalDataReference',
      'IPAddress',
      'Status',
      'StartDate',
      'EndDate',
      'Finished',
    ];
    const ask = 'What should officers look at? (Please tick up to two)-';
    const reading = await read([
      [...names, 'Q1_1', 'Q1_2', 'LocationAccuracy'],
      [...names, `${ask}Speeding`, `${ask}Drug dealing`, 'LocationAccuracy'],
      ...many(20, (at) => [
        ...[
          `R_${at}x`,
          'Default Response Set',
          '',
          `192.0.2.${at}`,
          0,
          '2019-03-04 08:00:00',
          '2019-03-04 08:06:00',
          1,
        ],
        ...[at % 2 ? 1 : '', at % 3 ? 1 : '', -1],
      ]),
    ]);
    expect(reading).toMatchObject({ layout: 'qualtrics', headerRows: [1, 2], people: 16 });
    expect(reading.questions).toMatchObject([
      { kind: 'multi-choice', options: ['Speeding', 'Drug dealing'] },
    ]);
  });
});

describe('what few rows or shared words must not hide', () => {
  it('comments that several people share word for word are no list, whatever commas they hold', async () => {
    const said = [
      'The new crossing is brilliant, well done',
      'Ask the young people, not us',
      'They phoned me back the same day, which I did not expect',
      'Fix the potholes on our estate, before anything else',
      'The toilets were spotless, thank you',
      'Nowhere to sit, nowhere to rest',
      'Too many scooters, every day',
    ];
    const reading = await seen(
      'a.csv',
      csv([
        [
          'Date of contribution',
          'Login (Screen name)',
          'Email',
          'Usertype',
          'Response ID',
          'What one thing should change?',
        ],
        ...many(28, (at) => [
          `${(at % 27) + 1}/05/2026`,
          `user${at}`,
          `p${at}@example.org`,
          'Registered',
          at + 1,
          said[at % said.length]!,
        ]),
      ]),
    );
    expect(questionOf(reading, 'What one thing')).toMatchObject({ kind: 'free-text', answered: 28 });
    // Each of them four times over: that may be a list all the same.
    expect(reading.asks).toMatchObject([{ about: 'kind' }]);
  });

  it('options that a tool closes with its mark are a list, also of six people under "Why"', async () => {
    const why = ['Warm meals', 'Company', 'Help with letters, forms and benefits'];
    const reading = await read([
      ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Why did you come today?'],
      ...many(6, (at) => [
        at + 1,
        `0${at + 1}/05/26 09:00:00`,
        `0${at + 1}/05/26 09:05:00`,
        'anonymous',
        '',
        why
          .filter((_, index) => (at + index) % 3 !== 0)
          .map((option) => `${option};`)
          .join(''),
      ]),
    ]);
    expect(questionOf(reading, 'Why did you come')).toMatchObject({ kind: 'multi-choice' });
    expect(questionOf(reading, 'Why did you come')!.options.sort()).toEqual(why.sort());
  });

  it('a handful of different short answers to a closed question is asked about, and taken for a choice', async () => {
    const reading = await read([
      ['Ref', 'Which library do you use most?', 'What would you change?'],
      ...['Central', 'Southway', 'Plympton', 'Ham', 'Estover'].map((name, at) => [
        `R${at}`,
        name,
        `More of ${at} hours a week`,
      ]),
    ]);
    expect(kindsOf(reading)).toEqual(['choice', 'free-text']);
    expect(reading.asks).toMatchObject([{ column: 'Which library do you use most?', about: 'kind' }]);
  });

  it('a label that names a person is asked about where the cells look like numbers of a form', async () => {
    const reading = await read([
      ['Ref', 'First name', 'How was it?'],
      ...many(20, (at) => [at + 1, `Synthetic${at}`, ['Good', 'Poor'][at % 2]!]),
    ]);
    expect(reading.asks).toMatchObject([{ column: 'First name' }]);
  });

  it('names whose part stands behind ("Name_First", "Last") are names', async () => {
    const reading = await read([
      ['Form_Id', 'Name_First', 'Name_Last', 'How was it?'],
      ...many(20, (at) => [
        at + 1,
        ['Ada', 'Bilal', 'Cerys', 'Dinesh', 'Edith', 'Farid'][at % 6]!,
        `Synthetic${'abcdefghijklmnopqrst'[at]}`,
        ['Good', 'Poor'][at % 2]!,
      ]),
    ]);
    expect(reading.identifying.sort()).toEqual(['familyName', 'givenName']);
  });
});

test('date cells, their bare numbers and dates as text of one column are the days that they say', async () => {
  const bytes = messyWorkbook({ people: 200, first: 1000, month: 5 });
  const file = { name: 'messy.xlsx', mediaType: null, bytes: new Uint8Array(bytes) };
  const { reading, mapping } = await readingOf(file, known, null, '2026-11-30');
  expect(reading).toMatchObject({ people: 200, dates: { first: '2025-05-01', last: '2025-05-09' } });
  const dayFirst = {
    ...mapping,
    columns: mapping!.columns.map((rule) => (rule.as === 'date' ? { ...rule, order: 'day-first' } : rule)),
  };
  const { records, notUsed, rejections } = await deliver('spreadsheet', dayFirst, [file]);
  expect([records.length, notUsed, rejections]).toEqual([200, [], []]);
  const days = records.map((record) => (record.kind === 'submission' ? record.submittedOn : null));
  expect(days).toEqual(many(200, (at) => `2025-05-0${(at % 9) + 1}`));
});
