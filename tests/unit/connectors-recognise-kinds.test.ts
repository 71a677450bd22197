import type { FileReading } from '#connectors';
import { readEquality } from '#domain';

import { many, read } from '../support/read-sheet.js';

describe('consent', () => {
  test('to news of a project is none to take part: nobody is left out for it', async () => {
    const reading = await read([
      ['Ref', 'Project updates consent', 'How often do you come?'],
      ...many(20, (at) => [`R${at}`, at % 2 ? 'true' : 'false', ['Often', 'Seldom'][at % 2]!]),
    ]);
    expect(reading.people).toBe(20);
    expect(reading.questions.map(({ text }) => text)).toEqual(['How often do you come?']);
  });

  test('that half of the people refuse leaves them out, and a person is asked', async () => {
    const reading = await read([
      ['Ref', 'I consent to my answers being used', 'How often do you come?'],
      ...many(20, (at) => [`R${at}`, at % 2 ? 'Yes' : 'No', ['Often', 'Seldom'][at % 2]!]),
    ]);
    expect(reading.people).toBe(10);
    expect(reading.asks.map(({ about }) => about)).toContain('consent');
  });
});

test('what stands alike in every row is no answer; a question that all answer alike is one', async () => {
  const reading = await read([
    ['Ref', 'Ending', 'Do you use the library?'],
    ...many(12, (at) => [`R${at}`, 'Default ending', 'Yes']),
  ]);
  expect(reading.questions.map(({ text }) => text)).toEqual(['Do you use the library?']);
});

test('numbered columns of one question are one question', async () => {
  const options = ['Later buses', 'Cheaper fares', 'Cleaner seats'];
  const reading = await read([
    ['Ref', ...options.map((option, at) => `Q2.${at + 1}: What would you change? ${option}`)],
    ...many(20, (at) => [`R${at}`, ...options.map((_, option) => ((at >> option) & 1 ? '1' : '0'))]),
  ]);
  expect(reading.questions).toHaveLength(1);
  expect(reading.questions[0]).toMatchObject({ kind: 'multi-choice', options });
});

test('a label that sounds like people’s own words does not make a list of options into them', async () => {
  const options = ['Noise', 'Litter', 'Parking'];
  const cells = (at: number): string => options.filter((_, option) => (at + option) % 3).join('; ');
  const reading = await read([
    ['Ref', 'What is your comment about?', 'Reasons'],
    ...many(20, (at) => [`R${at}`, cells(at), `The bins by number ${at} are full, please empty them`]),
  ]);
  expect(reading.questions.map(({ kind }) => kind)).toEqual(['multi-choice', 'free-text']);
});

test('labels of two rows that somebody typed again in the middle, as one, are no person', async () => {
  const answer = (at: number): (string | number)[] => [
    at + 1,
    ['16-24', '25-44', '65+'][at % 3]!,
    ['Every day', 'Once a week', 'Never'][at % 3]!,
    1 + (at % 5),
  ];
  const reading = await read([
    ['No.', 'About you', 'About the bus', ''],
    ['', 'Age', 'How often?', 'Happy with it? (1-5)'],
    ...many(12, answer),
    ['No.', 'Age', 'How often?', 'Happy with it? (1-5)'],
    ...many(12, (at) => answer(at + 12)),
  ]);
  expect(reading.headerRows).toEqual([1, 2]);
  expect(reading.people).toBe(24);
  expect(reading.leftOut).toContainEqual({ why: 'repeated-header', rows: [15] });
});

test('names of options as form tools write them are read as the words they stand for', () => {
  const code = (answer: string) => readEquality('age', answer, '2026-01-01');
  expect(code('16_24')).toEqual(code('16-24'));
  expect(code('75_or_over')).toEqual(code('75 or over'));
  expect(readEquality('sex', 'prefer_not_to_say', null)).toEqual(
    readEquality('sex', 'Prefer not to say', null),
  );
});

describe('what only a person can say is asked', () => {
  const asked = (reading: FileReading, about: string): (string | null)[] =>
    reading.asks.filter((one) => one.about === about).map(({ column }) => column);

  test('answers that are codes of the tool, one or several to a cell', async () => {
    const reading = await read([
      ['Ref', 'Q1', 'Which services?', 'Do you come often?'],
      ...many(24, (at) => [
        `R${at}`,
        `A${1 + (at % 4)}`,
        `${1 + (at % 3)}|${4 + (at % 2)}`,
        ['Yes', 'No'][at % 2]!,
      ]),
    ]);
    expect(asked(reading, 'codes')).toEqual(['Q1', 'Which services?']);
  });

  test('answers of one question in two languages', async () => {
    const answers = [
      ['Cytuno', 'Anghytuno', 'Ddim yn siŵr'],
      ['Agree', 'Disagree', 'Not sure'],
    ];
    const sheet = (pick: (at: number) => string): Promise<FileReading> =>
      read([
        ['Ref', 'Iaith / Language', 'Barn / View of the plan'],
        ...many(24, (at) => [`R${at}`, ['Cymraeg', 'English'][at % 2]!, pick(at)]),
      ]);
    expect(asked(await sheet((at) => answers[at % 2]![at % 3]!), 'languages')).toEqual([
      'Barn / View of the plan',
    ]);
    expect(asked(await sheet((at) => answers[1]![at % 3]!), 'languages')).toEqual([]);
  });
});

test('points and remarks of a quiz are nobody’s answers', async () => {
  const label = 'How often do you use the bus?';
  const reading = await read([
    ['Timestamp', 'Total score', label, `${label} [Score]`, `${label} [Feedback]`],
    ...many(24, (at) => [
      `2026/03/${13 + (at % 10)} 9:${10 + at}:00 AM GMT`,
      `${at % 2}.00 / 1`,
      ['Daily', 'Weekly', 'Never'][at % 3]!,
      `${at % 2}.00 / 1`,
      '',
    ]),
  ]);
  expect(reading.questions.map(({ text }) => text)).toEqual([label]);
});
