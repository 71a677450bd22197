import { many, read, type Cell } from '../support/read-sheet.js';

const WORDS = ['Very safe', 'Safe', 'Unsafe', 'Very unsafe'];

describe('what the file as a whole makes certain is not asked', () => {
  it('steps of a scale of numbers, where other answers stand in words', async () => {
    const rows = (other: (at: number) => Cell): Cell[][] => [
      [
        'ID',
        'How safe do you feel crossing?',
        'How bad is speeding on your street?',
        'Drivers respect the limit here',
      ],
      ...many(40, (at) => [`a${at}b7`, other(at), (at % 5) + 1, ((at * 3) % 5) + 1]),
    ];
    const reading = await read(rows((at) => WORDS[at % 4]!));
    expect(reading.status).toBe('ready');
    expect(reading.questions.map(({ kind }) => kind)).toEqual(['scale', 'number', 'number']);
    // Where all answers are numbers they may be codes of anything.
    expect((await read(rows((at) => (at % 4) + 1))).status).toBe('asks');
  });

  it('but 1 and 2 for what may be yes and no are asked about', async () => {
    const reading = await read([
      ['ID', 'How safe do you feel crossing?', 'Do you drive?'],
      ...many(40, (at) => [`a${at}b7`, WORDS[at % 4]!, (at % 2) + 1]),
    ]);
    expect(reading.asks.map(({ about }) => about)).toEqual(['codes']);
  });

  it.each(['Bus route', 'Category of home', 'Which area do you live in?', 'Satisfaction'])(
    'but one to five under "%s" are asked about',
    async (label) => {
      const reading = await read([
        ['ID', 'How safe do you feel crossing?', label],
        ...many(40, (at) => [`a${at}b7`, WORDS[at % 4]!, (at % 5) + 1]),
      ]);
      expect(reading.asks.map(({ about }) => about)).toEqual(['codes']);
    },
  );

  it('1 and 0 under a question for yes or no', async () => {
    const reading = await read([
      ['#', 'Have you been to the park in the last month?'],
      ...many(30, (at) => [`a${at}b7`, at % 3 ? 1 : 0]),
    ]);
    expect(reading.questions).toMatchObject([{ kind: 'choice', options: ['Yes', 'No'] }]);
    expect(reading.status).toBe('ready');
  });

  it('the day of a visit beside the day of the answer', async () => {
    const reading = await read([
      ['ID', 'Completion time', 'When did you last visit?', 'How safe was it?'],
      ...many(30, (at) => [
        at + 1,
        `2026-03-${10 + (at % 20)} 10:00:00`,
        `2026-02-${10 + (at % 18)}`,
        WORDS[at % 4]!,
      ]),
    ]);
    expect(reading.status).toBe('ready');
    expect(reading.dates.first).toBe('2026-03-10');
    expect(reading.questions.map(({ kind }) => kind)).toEqual(['scale']);
  });

  it.each([
    'When was your baby due?',
    'When did you move here?',
    'When was your first appointment after the birth?',
  ])('but days under "%s" are asked about, and nobody’s own words', async (label) => {
    const reading = await read([
      ['ID', 'Completion time', label, 'How safe was it?'],
      ...many(30, (at) => [
        at + 1,
        `2026-03-${10 + (at % 20)} 10:00:00`,
        `20${10 + (at % 14)}-02-${10 + (at % 18)}`,
        WORDS[at % 4]!,
      ]),
    ]);
    expect(reading.asks).toMatchObject([{ column: label, about: 'date' }]);
    expect(reading.questions.map(({ kind }) => kind)).toEqual(['scale']);
    expect(reading.dates.first).toBe('2026-03-10');
  });

  it('both languages of a bilingual form', async () => {
    const reading = await read([
      ['Ref', 'Rhywedd / Gender', 'Oes gennych anabledd? / Do you have a disability?'],
      ...many(30, (at) => [
        `R${at}`,
        ['Benyw / Female', 'Gwryw / Male', "Mae'n well gennyf beidio â dweud / Prefer not to say"][at % 3]!,
        at % 2 ? 'Oes / Yes' : 'Nac oes / No',
      ]),
    ]);
    expect(reading.demographics).toMatchObject([
      { characteristic: 'gender', coded: 20, declined: 10, uncoded: 0 },
      { characteristic: 'disability', coded: 30, uncoded: 0 },
    ]);
    expect(reading.status).toBe('ready');
  });

  it('Y and N to a disability', async () => {
    const { demographics } = await read([
      ['Ref', 'Disabled? Y/N', 'Comments'],
      ...many(30, (at) => [
        `R${at}`,
        ['N', 'Y', 'Prefer not to say'][at % 3]!,
        `Too loud by the stage ${at}`,
      ]),
    ]);
    expect(demographics).toMatchObject([{ characteristic: 'disability', coded: 20, declined: 10 }]);
  });
});

describe('sheets that people keep by hand', () => {
  it('a row whose id says that it was a test is nobody', async () => {
    const reading = await read([
      ['Ref', 'Returned', 'How safe do you feel?'],
      ['TEST', '01/02/2026', 'Safe'],
      ...many(20, (at) => [`CS0${10 + at}`, `${13 + (at % 10)}/02/2026`, WORDS[at % 4]!]),
    ]);
    expect(reading.leftOut).toContainEqual({ why: 'test', rows: [2] });
    expect(reading.people).toBe(20);
  });

  it('a sum of each place that the cards came from is no person, nor is a mean that says so by its sign', async () => {
    const place = (name: string, from: number): Cell[][] => [
      ...many(9, (at) => [from + at, 46_086 + at, 'For', (at % 5) + 1]),
      [`Total ${name}`, '', 9, ''],
    ];
    const reading = await read([
      ['No.', 'Date', 'For or against?', 'How important (1-5)'],
      ...place('Seacroft Library Annexe', 1),
      ...place('Otley Market', 10),
      ['GRAND TOTAL', '', 18, ''],
      ['', '', '', 'Ø 3.4'],
    ]);
    expect(reading.people).toBe(18);
    expect(reading.leftOut.find(({ why }) => why === 'total')?.rows).toEqual([11, 21, 22, 23]);
  });

  it('a sum of comments is no person, and a comment that begins with "Total" is one', async () => {
    const reading = await read([
      ['Ref', 'Comment'],
      ...many(20, (at) => [`R${at}`, at % 4 ? `The path ${at} floods` : 'Total disaster']),
      ['Total', 20],
    ]);
    expect(reading.people).toBe(20);
  });

  it.each([12, 60, 200])(
    'a second row of labels is found above ticks that are summed below, in %i rows',
    async (rows) => {
      const options = ['Speeding', 'Dark streets', 'Dogs'];
      const reading = await read([
        ['Ref', 'Date', 'What worries you? Tick all', '', '', 'What would help?'],
        ['', '', ...options, 'Open-Ended Response'],
        ...many(rows, (at) => [
          `R${at}`,
          `2026-03-${10 + (at % 20)}`,
          ...options.map((option, one) => ((at + one) % 3 ? option : '')),
          `More lamps on path ${at}`,
        ]),
        ['TOTAL', '', ...options.map(() => Math.round((2 * rows) / 3)), ''],
      ]);
      expect(reading.headerRows).toEqual([1, 2]);
      expect(reading.people).toBe(rows);
      expect(reading.questions[0]).toMatchObject({ kind: 'multi-choice', options });
    },
  );

  it('dates that a spreadsheet counts, with the time behind a comma', async () => {
    const text = [
      'ID.serial;ID.date;Q1 Why?',
      ...many(12, (at) => `${at + 1};${46_054 + at},43588;bins ${at} again`),
    ].join('\n');
    const reading = await read(text);
    expect(reading.dates).toEqual({ first: '2026-02-01', last: '2026-02-12' });
  });

  it('Windows-1252 with a sign or two that stand in no word is read', async () => {
    const rows = many(9, (at) => `${at};Café ${at}, £5 to park;Señora can't wait\n`).join('');
    const text = `Nr;What needs fixing?;Remarks\n${rows}9;à la carte;naïve\n`;
    const { asks, people } = await read(new Uint8Array(Buffer.from(text, 'latin1')));
    expect(asks.filter(({ about }) => about.startsWith('encoding'))).toEqual([]);
    expect(people).toBe(10);
  });
});
