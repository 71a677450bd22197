import { readingOf, type FileReading } from '#connectors';

import { messyWorkbook } from '../browser/messy-workbook.js';
import { deliver } from '../support/deliver-file.js';
import { csv, known, many, read, TODAY } from '../support/read-sheet.js';

const kindsOf = ({ questions }: FileReading): string[] => questions.map(({ kind }) => kind);
const questionOf = ({ questions }: FileReading, words: string) =>
  questions.find(({ text }) => text.includes(words));

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
    const reading = await read(
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
      'a.csv',
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
  const { reading, mapping } = await readingOf(file, known, null, TODAY);
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
