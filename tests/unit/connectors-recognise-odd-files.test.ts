import { layouts, readingOf, type FileReading } from '#connectors';
import { harmonise } from '#domain';

import { makeWorkbook, textRow } from '../support/make-workbook.js';

const known = await layouts();
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const seen = async (name: string, content: string | Uint8Array): Promise<FileReading> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return (await readingOf({ name, mediaType: null, bytes }, known, null, '2026-11-30')).reading;
};
const csv = (rows: (string | number)[][]): string =>
  rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n');
const read = (rows: (string | number)[][]): Promise<FileReading> => seen('a.csv', csv(rows));
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

describe('workbooks of several sheets', () => {
  const answers = (from: number): string =>
    textRow(1, ['Ref', 'How often do you come?', 'Comments']) +
    many(8, (at) =>
      textRow(at + 2, [`R${from + at}`, ['Daily', 'Weekly'][at % 2]!, `Lamps are out in lane ${at}`]),
    ).join('');
  const sheet = (name: string, rows: string, state?: 'hidden') => ({
    name,
    rows,
    ...(state ? { state } : {}),
  });

  it('are read at the third sheet where the answers are there, a hidden list beside', async () => {
    const reading = await seen(
      'third.xlsx',
      makeWorkbook({
        sheets: [
          sheet('Summary', textRow(1, ['Daily', '4']) + textRow(2, ['Weekly', '4'])),
          sheet('Lookup', textRow(1, ['Code', 'Meaning']) + textRow(2, ['1', 'Daily']), 'hidden'),
          sheet('Paper forms', answers(0)),
        ],
      }),
    );
    expect(reading).toMatchObject({ sheet: 'Paper forms', people: 8, asks: [], status: 'ready' });
  });

  it.each([
    ['another sheet with the same columns', sheet('April', answers(50)), 'sheet'],
    ['a hidden one with the same columns', sheet('Old', answers(50), 'hidden'), 'hidden-sheet'],
  ])('are asked about where there is %s', async (_what, second, about) => {
    const reading = await seen('two.xlsx', makeWorkbook({ sheets: [sheet('March', answers(0)), second] }));
    expect(reading).toMatchObject({ sheet: 'March', people: 8 });
    expect(reading.asks.map((each) => each.about)).toEqual([about]);
  });

  it('are read at the main sheet where another holds its repeated parts, and that is said', async () => {
    const members =
      textRow(1, ['household/age', 'household/sex', '_index', '_parent_table_name', '_parent_index']) +
      many(30, (at) => textRow(at + 2, [`${at}`, 'female', `${at}`, 'main', `${at % 8}`])).join('');
    const reading = await seen(
      'repeats.xlsx',
      makeWorkbook({ sheets: [sheet('main', answers(0)), sheet('household', members)] }),
    );
    expect(reading).toMatchObject({ sheet: 'main', people: 8 });
    expect(reading.asks).toMatchObject([{ about: 'sheet', why: expect.stringContaining('"household"') }]);
  });

  it('keep a person’s own label below a heading', async () => {
    const rows =
      textRow(1, ['Ref', 'About the bus', '', 'What people said']) +
      textRow(2, ['', 'How often?', 'Happy with it?', 'Comments']) +
      many(9, (at) =>
        textRow(at + 3, [
          `R${at}`,
          ['Daily', 'Never'][at % 2]!,
          ['Yes', 'No'][at % 2]!,
          `It is late at stop ${at}`,
        ]),
      ).join('');
    const reading = await seen('headings.xlsx', makeWorkbook({ sheets: [sheet('S', rows)] }));
    expect(reading.questions.at(-1)).toMatchObject({
      text: 'What people said - Comments',
      kind: 'free-text',
    });
  });
});

describe('a web page under another name', () => {
  const page = (table: string): string =>
    `<html><head><title>R &amp; D</title><style>td{x:1}</style></head><body>${table}</body></html>`;
  const row = (cells: string[], tag = 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

  it('is read by its largest table: spans, line ends and character references as a browser shows them', async () => {
    const rows = many(12, (at) =>
      row([
        `R${at}`,
        ['Daily', 'Weekly'][at % 2]!,
        at ? `It isn&#39;t lit &amp; it&nbsp;floods<br>at ${at}` : '&lt;none&gt; of it',
      ]),
    );
    const reading = await seen(
      'report.xls',
      page(`<table><tr><td>menu</td></tr></table><TABLE border=1>
        <tr><td colspan=3>Survey of the lanes</td></tr>${row(['Ref', 'How often do you come?', 'Comments'], 'th')}${rows.join('\n')}</TABLE>`),
    );
    expect(reading).toMatchObject({ people: 12, headerRows: [2], status: 'ready' });
    expect(kinds(reading)).toEqual([
      ['How often do you come?', 'scale'],
      ['Comments', 'free-text'],
    ]);
  });

  it('costs no more where signs are never closed', async () => {
    const before = process.cpuUsage();
    for (const sign of ['<!-- ', '<td', '<', '<!-- -->', '<td><!--'])
      await seen('report.xls', page(`<table><tr><td>${sign.repeat(60_000)}`));
    await seen('report.xls', '<!---->'.repeat(2_000));
    await read([
      ['Ref', `Which?${'? ('.repeat(10_000)}`, `Which?${'? ('.repeat(9_999)}`],
      ['1', 'a', 'b'],
    ]);
    // Unbounded, each of these takes minutes. Processor time: a busy machine makes nobody slower.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20);
  });

  it.each([
    ['a page without a table', page('<p>Please sign in</p>'), 'format-unknown'],
    [
      'a workbook in the XML of 2003',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'format-unknown',
    ],
  ])('is refused with the reason: %s', async (_what, text, code) => {
    const reading = await seen('report.xls', text);
    expect(reading).toMatchObject({ status: 'refused', asks: [{ about: code }] });
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

test('what was asked about contact in the past is an answer; leave to write is none', async () => {
  const reading = await read([
    [
      'Ref',
      'In the last year have you contacted the police?',
      'Would you like to be contacted about the results?',
    ],
    ...many(12, (at) => [`R${at}`, at % 2 ? 'Yes' : 'No', at % 3 ? 'Yes' : 'No']),
  ]);
  expect(reading.questions.map(({ text }) => text)).toEqual([
    'In the last year have you contacted the police?',
  ]);
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
  expect((await seen('a.json', json)).questions).toMatchObject([
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
