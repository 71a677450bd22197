import { readingOf, type FileReading } from '#connectors';

import { csv, known, many, read, TODAY } from '../support/read-sheet.js';

const kinds = ({ questions }: FileReading): string[] => questions.map(({ kind, text }) => `${kind}: ${text}`);
const left = ({ leftOut }: FileReading): Record<string, number[]> =>
  Object.fromEntries(leftOut.filter(({ why }) => why !== 'header').map(({ why, rows }) => [why, rows]));
const prose = (at: number): string =>
  `Synthetic remark number ${at}: the path by the river floods when it rains.`;

describe('rows that are no answers', () => {
  const body = many(6, (at) => [`S${at}`, `2026-03-0${at + 1}`, at % 5, prose(at)]);

  test('titles above, totals, means and notes below are left out and said', async () => {
    const reading = await read(
      csv([
        ['River survey', '', '', ''],
        ['Exported by Synthia', '', '', ''],
        ['', '', '', ''],
        ['Ref', 'Date', 'Score (0-5)', 'Comment'],
        ...body,
        ['Total', '', '15', ''],
        ['Mean', '', '2.5', ''],
        ['', '', '', 'Source: synthetic, all respondents'],
      ]),
    );
    expect(reading).toMatchObject({ people: 6, headerRows: [4], status: 'ready' });
    expect(left(reading)).toEqual({ title: [1, 2], total: [11, 12], note: [13] });
  });

  test('a header repeated in the middle is never a person, nor a subtotal', async () => {
    const header = ['Ref', 'Date', 'Score (0-5)', 'Comment'];
    const reading = await read(
      csv([header, ...body.slice(0, 3), ['Subtotal', '', '3', ''], header, ...body.slice(3)]),
    );
    expect(reading.people).toBe(6);
    expect(left(reading)).toEqual({ total: [5], 'repeated-header': [6] });
  });

  test('two rows of labels are one, with the upper carried over its columns', async () => {
    const reading = await read(
      csv([
        ['Ref', 'How easy is it to get to?', '', 'Anything else?'],
        ['', 'The pool', 'The museum', 'Open-Ended Response'],
        ...many(8, (at) => [at, ['Very easy', 'Easy', 'Difficult'][at % 3]!, 'Easy', prose(at)]),
      ]),
    );
    expect(reading).toMatchObject({ people: 8, headerRows: [1, 2] });
    expect(reading.questions[0]).toMatchObject({
      kind: 'matrix',
      items: ['The pool', 'The museum'],
      answered: 8,
    });
    expect(kinds(reading)[1]).toBe('free-text: Anything else?');
  });

  test('test, preview, partial and disqualified rows go by the status column; completed ones stay', async () => {
    const statuses = ['Test', 'Survey Preview', 'Partial', 'Disqualified', 'Complete', 'Complete'];
    const reading = await read(
      csv([['Response ID', 'Status', 'Comment'], ...statuses.map((status, at) => [at, status, prose(at)])]),
    );
    expect(reading.people).toBe(2);
    expect(left(reading)).toEqual({ preview: [3], test: [2], partial: [4, 5] });
  });

  test('who says no is left out, who says nothing is left out and asked about', async () => {
    const answers = ['Yes', 'Yes', 'No', ''];
    const reading = await read(
      csv([
        ['Ref', 'I agree that my answers may be used for the report', 'Comment'],
        ...answers.map((yes, at) => [`R${at}`, yes, prose(at)]),
      ]),
    );
    expect(reading).toMatchObject({ people: 2, status: 'asks' });
    expect(left(reading)).toEqual({ 'no-consent': [4, 5] });
    expect(reading.asks.map(({ about }) => about)).toEqual(['consent']);
  });

  test('nothing but a header is refused', async () => {
    expect(await read('Ref,Comment\n')).toMatchObject({ status: 'refused', people: 0 });
  });
});

describe('columns by their cells', () => {
  test('a word in a question makes no field of it', async () => {
    const reading = await read(
      csv([
        [
          'Ref',
          'Would you recommend this NHS clinic?',
          'Would you like our e-mail news?',
          'People of all ethnic groups get on here',
          'Is the page up-to-date?',
        ],
        ...many(12, (at) => [
          `R${at}`,
          ['Likely', 'Unlikely'][at % 2]!,
          ['Yes', 'No'][at % 2]!,
          ['Agree', 'Disagree', 'Neither'][at % 3]!,
          'Yes',
        ]),
      ]),
    );
    expect(reading.identifying).toEqual([]);
    expect(reading.demographics).toEqual([]);
    expect(reading.questions.map(({ answered }) => answered)).toEqual([12, 12, 12, 12]);
  });

  test('what identifies is found by its shape whatever the label says', async () => {
    const reading = await read(
      csv([
        ['Ref', 'Contact', 'Where', 'Ring us on', 'Health no'],
        ...many(9, (at) => [
          `R${at}`,
          `person${at}@example.org`,
          `${at} High Road, PL4 8A${'ABDEFGHJL'[at]}`,
          `07700 900${100 + at}`,
          `94347651${at}0`,
        ]),
      ]),
    );
    expect(reading.identifying).toEqual(expect.arrayContaining(['email', 'phone']));
    expect(reading.identifying.some((field) => field === 'postcode' || field === 'address')).toBe(true);
    expect(reading.questions).toEqual([]);
  });

  test('names of people are kept apart, also where only placeholders stand', async () => {
    const holders = ['Anonymous', 'Resident', 'A N Other', 'N/K'];
    const reading = await read(
      csv([['Ref', 'Full name', 'Comment'], ...many(16, (at) => [`R${at}`, holders[at % 4]!, prose(at)])]),
    );
    expect(reading.identifying).toEqual(['fullName']);
    expect(kinds(reading)).toEqual(['free-text: Comment']);
  });

  test.each([
    ['the address of a machine', 'IP Address', (at: number) => `192.0.2.${at}`],
    ['how long it took', 'Duration (in seconds)', (at: number) => 300 + at],
    ['coordinates', 'geo', (at: number) => `50.3${at}, -4.1${at}`],
    ['the device', 'User Agent', () => 'Mozilla/5.0'],
  ])('%s is nobody’s answer', async (_, label, cell) => {
    const reading = await read(
      csv([['Ref', label, 'Comment'], ...many(9, (at) => [`R${at}`, cell(at), prose(at)])]),
    );
    expect(kinds(reading)).toEqual(['free-text: Comment']);
    expect(reading.identifying).toEqual([]);
  });

  test('a comment column is people’s own words however few or equal they are', async () => {
    const reading = await read(
      csv([
        ['Ref', 'Comment', 'Why?'],
        ['1', 'Dark', ''],
        ['2', 'Dark', 'Cars'],
        ['3', 'Dark', ''],
      ]),
    );
    expect(kinds(reading)).toEqual(['free-text: Comment', 'free-text: Why?']);
  });

  test('long options that repeat are a choice', async () => {
    const long = [
      'I walk there because it is close to my home and free',
      'I take the bus because parking costs more than I earn',
    ];
    const reading = await read(
      csv([['Ref', 'Which is closest to you?'], ...many(20, (at) => [`R${at}`, long[at % 2]!])]),
    );
    // In an order that no count decides.
    expect(reading.questions[0]).toMatchObject({ kind: 'choice', options: [...long].sort() });
  });

  test('words for "not answered" are blank; "Don’t know" is an answer', async () => {
    const cells = [
      'Not Answered',
      '-',
      'nil',
      '(blank)',
      'No response',
      'n.a.',
      'Skipped',
      "Don't know",
      'Good',
      'Poor',
    ];
    const reading = await read(
      csv([['Ref', 'How is the park?', 'Comment'], ...cells.map((cell, at) => [`R${at}`, cell, prose(at)])]),
    );
    expect(reading.questions[0]?.answered).toBe(3);
    expect(reading.questions[0]?.options).toContain("Don't know");
  });

  test('the better of two ids wins, and keys of questions that begin alike differ', async () => {
    const begin =
      'Thinking of your street and of everything that the council and its partners do in it, what is the';
    const reading = await read(
      csv([
        ['Survey ID', 'Response ID', `${begin} best?`, `${begin} worst?`],
        ...many(6, (at) => ['S-1', at, prose(at), prose(at + 9)]),
      ]),
    );
    expect(reading.people).toBe(6);
    expect(new Set(reading.questions.map(({ key }) => key)).size).toBe(2);
  });
});

describe('numbers and dates', () => {
  test('a decimal comma is told by the column', async () => {
    const text = csv(
      [['Ref', 'Score', 'Comment'], ...many(6, (at) => [`R${at}`, `${at},5`, prose(at)])],
      ';',
    );
    const bytes = new TextEncoder().encode(text);
    const { mapping, reading } = await readingOf(
      { name: 'a.csv', mediaType: null, bytes },
      known,
      null,
      TODAY,
    );
    expect(kinds(reading)[0]).toBe('number: Score');
    expect(mapping?.columns).toContainEqual(expect.objectContaining({ column: 'Score', decimal: 'comma' }));
  });

  test('the order of day and month is told by the column, by another column, or asked', async () => {
    const first = (dates: string[][]): Promise<FileReading> =>
      read(
        csv([
          ['Ref', 'Start date', 'End date', 'Comment'],
          ...dates.map((both, at) => [`R${at}`, ...both, prose(at)]),
        ]),
      );
    expect(
      (
        await first([
          ['03/29/2026', '03/29/2026'],
          ['04/02/2026', '04/03/2026'],
        ])
      ).dates,
    ).toEqual({ first: '2026-03-29', last: '2026-04-03' });
    expect(await first([['03/04/2026', '03/04/2026']])).toMatchObject({ status: 'asks' });
    expect(
      (
        await first([
          ['29/03/2026', '04/03/2026'],
          ['02/03/2026', '05/03/2026'],
        ])
      ).dates.last,
    ).toBe('2026-03-05');
  });

  test('days as spreadsheets count them are dates, and dates of nowhen are asked about', async () => {
    const days = await read(
      csv([['Ref', 'Date', 'Comment'], ...many(6, (at) => [`R${at}`, 46100 + at, prose(at)])]),
    );
    expect(days.dates.first).toBe('2026-03-19');
    const never = await read(
      csv([['Ref', 'Date', 'Comment'], ...many(6, (at) => [`R${at}`, '1980-01-01', prose(at)])]),
    );
    expect(never.asks.map(({ about }) => about)).toEqual(['dates']);
  });

  test('answers that are codes are asked about; a score that says so is not', async () => {
    const rows = many(20, (at) => [`R${at}`, 1 + (at % 4)]);
    expect((await read(csv([['Ref', 'How safe do you feel?'], ...rows]))).asks[0]?.about).toBe('codes');
    expect((await read(csv([['Ref', 'How safe do you feel? (1-5)'], ...rows]))).status).toBe('ready');
  });
});
