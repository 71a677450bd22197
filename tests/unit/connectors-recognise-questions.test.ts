import { makeWorkbook } from '../support/make-workbook.js';
import { csv, many, read } from '../support/read-sheet.js';

const OPTIONS = ['Pool', 'Gyms, courts and pitches', 'Library'];
const chosen = (at: number): string[] =>
  OPTIONS.filter((_, option) => (at + option) % 3 !== 0 || at % 5 === option);
const sorted = (values: readonly string[]): string[] => [...values].sort();

describe('several choices in one cell', () => {
  test.each([', ', ',', ';', '; ', '|', '\n'])(
    'parted by %j: options that hold a comma stay whole',
    async (mark) => {
      const reading = await read(
        csv([['Ref', 'Which do you use?'], ...many(15, (at) => [`R${at}`, chosen(at).join(mark)])]),
      );
      expect(reading.questions[0]?.kind).toBe('multi-choice');
      expect(sorted(reading.questions[0]?.options ?? [])).toEqual(sorted(OPTIONS));
    },
  );

  test('single answers that hold commas are one choice', async () => {
    const groups = [
      'White: English, Welsh, Scottish or British',
      'Asian, Asian British',
      'Black, Caribbean or African',
    ];
    const reading = await read(
      csv([['Ref', 'Which group do you work with?'], ...many(15, (at) => [`R${at}`, groups[at % 3]!])]),
    );
    expect(reading.questions[0]?.kind).toBe('choice');
  });

  test('every option in every cell is an order', async () => {
    const orders = ['Homes;Jobs;Trees', 'Trees;Jobs;Homes', 'Jobs;Homes;Trees'];
    const reading = await read(
      csv([['Ref', 'Put these in order'], ...many(9, (at) => [`R${at}`, orders[at % 3]!])]),
    );
    expect(reading.questions[0]?.kind).toBe('ranking');
  });

  test('items with an answer each are a matrix', async () => {
    const cell = (at: number): string =>
      `Street lamps : ${['Good', 'Poor'][at % 2]}, Bins : ${['Poor', 'Good'][at % 2]}`;
    const reading = await read(csv([['Ref', 'How are these?'], ...many(9, (at) => [`R${at}`, cell(at)])]));
    expect(reading.questions[0]).toMatchObject({
      kind: 'matrix',
      items: ['Street lamps', 'Bins'],
      answered: 9,
    });
  });
});

describe('tick-all over several columns', () => {
  const shapes: [string, (option: string) => string, (on: boolean, option: string) => string | number][] = [
    ['"[Option]" with Yes and No', (option) => `Which do you use? [${option}]`, (on) => (on ? 'Yes' : 'No')],
    [
      'the option itself or blank',
      (option) => `Which do you use? - ${option}`,
      (on, option) => (on ? option : ''),
    ],
    [
      'the option itself or Not Answered',
      (option) => `4. Which do you use? - ${option}`,
      (on, option) => (on ? option : 'Not Answered'),
    ],
    ['1.0 and 0.0', (option) => `Q1 ${option}`, (on) => (on ? '1.0' : '0.0')],
    ['1 and 2', (option) => `Q1 ${option}`, (on) => (on ? 1 : 2)],
    ['Checked and Unchecked', (option) => `uses___${option}`, (on) => (on ? 'Checked' : 'Unchecked')],
    ['option before question', (option) => `${option}:Which do you use?`, (on, option) => (on ? option : '')],
    ['labels alone', (option) => option, (on, option) => (on ? option : '')],
  ];

  test.each(shapes)('%s', async (_, label, cell) => {
    const reading = await read(
      csv([
        ['Ref', ...OPTIONS.map(label), 'Comment'],
        ...many(12, (at) => [
          `R${at}`,
          ...OPTIONS.map((option) => cell(chosen(at).includes(option), option)),
          'Synthetic',
        ]),
      ]),
    );
    expect(reading.questions.map(({ kind }) => kind)).toEqual(['multi-choice', 'free-text']);
    expect(reading.questions[0]?.options).toEqual(OPTIONS);
    expect(reading.questions[0]?.answered).toBe(12);
  });

  test('none ticked is answered where the cells say so, and not where they are blank', async () => {
    const rows = [['R1', 0, 0, 0], ['R2', '', '', ''], ...many(6, (at) => [`S${at}`, 1, at % 2, 0])];
    const reading = await read(csv([['Ref', ...OPTIONS.map((option) => `Q1 ${option}`)], ...rows]));
    expect(reading.questions[0]?.answered).toBe(7);
  });

  test('yes and no to each of several questions is a matrix', async () => {
    const reading = await read(
      csv([
        ['Ref', 'Do you agree to these? [A bus lane]', 'Do you agree to these? [A crossing]'],
        ...many(8, (at) => [`R${at}`, ['Yes', 'No'][at % 2]!, ['No', 'Yes'][at % 2]!]),
      ]),
    );
    expect(reading.questions[0]).toMatchObject({ kind: 'matrix', items: ['A bus lane', 'A crossing'] });
  });
});

describe('one answer a line, languages, sheets', () => {
  test('lines of one person are put together, several answers to one question stay several', async () => {
    const lines = many(10, (at) => [
      [`P${at}`, 'How is the park?', ['Good', 'Poor'][at % 2]!],
      ...chosen(at).map((option) => [`P${at}`, 'Which do you use?', option]),
      [`P${at}`, 'Postcode', 'PL4 8AA'],
    ]).flat();
    const reading = await read(csv([['Respondent ID', 'Question', 'Answer'], ...lines]));
    expect(reading).toMatchObject({ people: 10, identifying: ['postcode'] });
    expect(reading.questions.map(({ kind, answered }) => [kind, answered])).toEqual([
      ['scale', 10],
      ['multi-choice', 10],
    ]);
  });

  test('the same question in two languages is one', async () => {
    const rows = many(8, (at) => [
      at,
      at % 2 ? '' : `Synthetic text ${at}, long enough to be prose`,
      at % 2 ? `Testun synthetig ${at}, yn ddigon hir` : '',
    ]);
    const reading = await read(csv([['id', 'body/en', 'body/cy'], ...rows]));
    expect(reading.questions).toMatchObject([{ text: 'body', answered: 8 }]);
  });

  test('a table of totals is refused with the reason', async () => {
    const rows = many(12, (at) => [
      `R${at}`,
      `SYNTHETIC TRUST ${at}`,
      500 + at,
      '95%',
      300 + at,
      120,
      40,
      20,
      20,
    ]);
    const header = [
      'Trust Code',
      'Trust Name',
      'Total Responses',
      'Percentage Positive',
      'Very Good',
      'Good',
      'Neither good nor poor',
      'Poor',
      'Very Poor',
    ];
    const reading = await read(csv([header, ...rows]));
    expect(reading).toMatchObject({ status: 'refused', people: 0 });
    expect(reading.asks[0]?.about).toBe('totals-not-answers');
  });

  test('the sheet with the answers is taken, hidden rows are read and said', async () => {
    const cell = (ref: string, text: string): string =>
      `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const row = (at: number, cells: string[], more = ''): string =>
      `<row r="${at}"${more}>${cells.map((text, column) => cell(`${'ABC'[column]}${at}`, text)).join('')}</row>`;
    const answers = many(8, (at) =>
      row(
        at + 2,
        [`R${at}`, ['Good', 'Poor'][at % 2]!, `Synthetic remark ${at}`],
        at === 3 ? ' hidden="1"' : '',
      ),
    );
    const bytes = makeWorkbook({
      sheets: [
        { name: 'Summary', rows: row(1, ['Answers', '8']) },
        { name: 'Data', rows: row(1, ['Ref', 'How is it?', 'Comment']) + answers.join('') },
      ],
    });
    const reading = await read(bytes, 'a.xlsx');
    expect(reading).toMatchObject({ sheet: 'Data', people: 8 });
    expect(reading.asks.map(({ about }) => about)).toEqual(['hidden-rows']);
  });

  test('the API’s JSON of a form with groups is read as its CSV is', async () => {
    const results = many(8, (at) => ({
      _id: at,
      _uuid: `0000000${at}-0000-4000-8000-000000000000`,
      _submission_time: `2026-03-0${at + 1}T10:00:00`,
      _submitted_by: null,
      __version__: 'v1',
      'about/full_name': `Synthia Example`,
      'park/how_is_it': ['good', 'poor'][at % 2],
      'park/uses': ['pool library', 'pool', 'library'][at % 3],
      _attachments: [],
    }));
    const reading = await read(JSON.stringify({ count: 8, results }), 'data.json');
    expect(reading).toMatchObject({ layout: 'kobotoolbox', people: 8, identifying: ['fullName'] });
    expect(reading.questions.map(({ text, kind }) => [text, kind])).toEqual([
      ['park/how_is_it', 'scale'],
      ['park/uses', 'multi-choice'],
    ]);
  });
});
