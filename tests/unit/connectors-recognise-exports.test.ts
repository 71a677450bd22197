import type { FileReading } from '#connectors';

import { deliver, fileOf } from '../support/deliver-file.js';
import { makeWorkbook } from '../support/make-workbook.js';
import { csv, many, read, type Cell } from '../support/read-sheet.js';

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
  const reading = await read(
    makeWorkbook({
      sheets: [
        {
          name: 'Cards',
          rows: rows.map((cells, at) => xml(cells, at + 1)).join(''),
          after: '<mergeCells count="1"><mergeCell ref="C3:E3"/></mergeCells>',
        },
      ],
    }),
    'cards.xlsx',
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
