import type { FileReading } from '#connectors';

import { read } from '../support/read-sheet.js';

/** Thirty answers of ten days of March; the first ones bear the dates that are given. */
const withDates = (...dates: string[]): Promise<FileReading> =>
  read([
    ['Ref', 'Date', 'How often do you come?'],
    ...Array.from({ length: 30 }, (_, at) => [
      `R${at}`,
      dates[at] ?? `${13 + (at % 10)}/03/2026`,
      ['Often', 'Seldom'][at % 2]!,
    ]),
  ]);

const said = (reading: FileReading): string[] =>
  reading.asks.filter(({ column, about }) => column === 'Date' && about === 'dates').map(({ why }) => why);

describe('a column of dates', () => {
  test('in which nothing is odd is not asked about', async () => {
    expect(await withDates()).toMatchObject({ status: 'ready', asks: [] });
  });

  test.each([
    ['cells are no dates', ['soon', 'after the fair'], /^2 of 30 cells are no dates/],
    ['half of the cells are no dates', Array<string>(15).fill('in spring'), /^15 of 30 cells are no dates/],
    ['a day never was', ['31/02/2026'], /^1 of 30 cells/],
    ['a day has not come', ['13/03/2062'], /^1 of 30 dates lie in the future, up to 2062-03-13/],
    [
      'a clock was never set',
      ['01/01/1980', '01/01/1970'],
      /^2 of 30 dates lie before 1990, from 1970-01-01/,
    ],
    ['a year was typed wrong', ['14/03/2016'], /^1 of 30 dates lie far from the others/],
  ])('of which %s is asked about', async (_, dates, why) => {
    const reading = await withDates(...dates);
    expect(said(reading)).toEqual([expect.stringMatching(why)]);
    expect({ status: reading.status, people: reading.people }).toEqual({ status: 'asks', people: 30 });
  });

  test('of two waves, two years apart, is not asked about', async () => {
    expect(said(await withDates(...Array<string>(12).fill('14/03/2024')))).toEqual([]);
  });
});

describe('kinds of cells that were once misread', () => {
  const sheet = (label: string, cells: string[]): Promise<FileReading> =>
    read([
      ['Ref', 'Date', label, 'Comment'],
      ...cells.map((cell, at) => [at + 1, '13/03/2026', cell, `The bus by stop ${at} is always late`]),
    ]);

  test('ages that a spreadsheet took for dates, years of birth and words are ages', async () => {
    const cells = [
      '14-Oct',
      '17-Nov',
      '18-24',
      'Under 18',
      '18–24 years old',
      '65 and over',
      '1985',
      '35 - 44',
    ];
    const reading = await sheet('Age group', cells);
    expect(reading.demographics).toMatchObject([
      { characteristic: 'age', answered: cells.length, coded: cells.length, uncoded: 0 },
    ]);
    expect(reading.questions.map(({ text }) => text)).toEqual(['Comment']);
  });

  test('a score that some wrote in words costs nobody their comment', async () => {
    const cells = ['5 - Very safe', '4', 'Don’t know', '3/5', '★★★', '4.0', '2', '1', '5'];
    const reading = await sheet('Score', cells);
    expect(reading.people).toBe(cells.length);
    expect(reading.questions.find(({ text }) => text === 'Comment')?.answered).toBe(cells.length);
  });

  test('postcodes with towns, dashes and letters for figures are postcodes and no answers', async () => {
    const cells = [
      'PL4 8AA',
      'pl48aa',
      'PL4 OAA',
      'PL4 8AA, Plymouth',
      'Plymouth PL4 8AA',
      'PL4',
      'PL4-8AA',
      'none',
    ];
    const reading = await sheet('Postcode', cells);
    expect(reading.identifying).toEqual(['postcode']);
    expect(reading.questions.map(({ text }) => text)).toEqual(['Comment']);
  });

  test('words for no answer are blank, “No” and “Nothing” are not', async () => {
    const rows = [
      'N/A',
      'n/a',
      '-',
      'No',
      'Nothing',
      'The dark path',
      'Cars',
      'Dogs',
      'The steps',
      'The gate',
    ];
    const reading = await read([
      ['Ref', 'What makes you feel unsafe?', 'Do you come often?'],
      ...rows.map((cell, at) => [at + 1, cell, ['Yes', 'No'][at % 2]!]),
    ]);
    expect(reading.people).toBe(rows.length);
    expect(reading.questions[0]).toMatchObject({ answered: rows.length - 3 });
  });
});

test('people who answered little at the end of a sheet of figures are no totals; sums are', async () => {
  const votes = (at: number): (string | number)[] => [at % 2, 1, 0, -1, at % 3, 1];
  const people = Array.from({ length: 20 }, (_, at) => [40 - at, ...votes(at)]);
  const few = [
    [7, '', '', 0, '', 1, ''],
    [3, '', '', 1, '', '', ''],
  ];
  const header = ['participant', 'group', 'agrees', '1', '2', '3', '4'];
  const reading = await read([header, ...people, ...few]);
  expect(reading.people).toBe(22);
  const summed = await read([header, ...people, [610, '', 20, '', '', '', 20]]);
  expect(summed.leftOut).toContainEqual({ why: 'total', rows: [22] });
});
