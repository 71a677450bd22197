import type { FileReading } from '#connectors';
import { csv, many, read } from '../support/read-sheet.js';

const kinds = ({ questions }: FileReading): string[] => questions.map(({ kind, text }) => `${kind}: ${text}`);
const characteristics = ({ demographics }: FileReading): string[] =>
  demographics.map(({ characteristic }) => characteristic);
const remark = (at: number): string => `Synthetic remark ${at}: the gate by the mill is locked at five.`;
const about = ({ asks }: FileReading): string[] => asks.map((ask) => `${ask.column}: ${ask.about}`);
/** A table with an id, a column under test, and remarks. */
const under = (label: string, cells: readonly (string | number)[], rows = 24): Promise<FileReading> =>
  read(
    csv([
      ['Ref', label, 'Any comments?'],
      ...many(rows, (at) => [`R${at}`, cells[at % cells.length]!, remark(at)]),
    ]),
  );

describe('labels that bear a word of something else', () => {
  test.each([
    ['Does your child have a disability?', ['Yes', 'No', 'Yes']],
    ['Should employers do more for carers?', ['Yes', 'No', 'Not sure']],
    ['Is your home easy to get into for a disabled person?', ['Yes', 'No', 'Not sure']],
    ['Do you trust us with data protection?', ['Yes', 'No', 'No']],
    ['Which group do you work with?', ['White British', 'Chinese', 'Black African']],
  ])('%s is a question, and everybody stays', async (label, cells) => {
    const reading = await under(label, cells);
    expect(reading).toMatchObject({ people: 24, demographics: [], status: 'ready' });
    expect(kinds(reading)[0]).toMatch(/^(choice|scale): /);
  });

  test('how long somebody has lived here is no longitude', async () => {
    const reading = await under('How long here (years)', [3, 17, 40, 8, 25, 61, 2]);
    expect(kinds(reading)[0]).toBe('number: How long here (years)');
  });

  test('two questions that begin alike keep what each asks for', async () => {
    const reading = await read(
      csv([
        ['Ref', 'Do you have caring responsibilities?', 'Do you have a disability?'],
        ...many(20, (at) => [`R${at}`, at % 3 ? 'No' : 'Yes', at % 4 ? 'No' : 'Yes']),
      ]),
    );
    expect(characteristics(reading)).toEqual(['carer', 'disability']);
  });

  test('a year in which somebody was born is an age', async () => {
    const years = many(20, (at) => String(1940 + at * 3));
    const reading = await under('year_born', years, 20);
    expect(reading.identifying).toEqual([]);
    expect(characteristics(reading)).toEqual(['age']);
  });
});

test('a number before a question does not hide what it asks for', async () => {
  const reading = await read(
    csv([
      ['Ref', 'Q1: Name', '2. Surname', '3) Which age group are you in?', 'Q4 Comments'],
      ...many(20, (at) => [
        `R${at}`,
        `Ada Synthetic${String.fromCharCode(97 + at)}`,
        `Abbott${String.fromCharCode(97 + at)}`,
        ['18-24', '25-34', '75+'][at % 3]!,
        remark(at),
      ]),
    ]),
  );
  expect(reading).toMatchObject({ identifying: ['fullName', 'familyName'], status: 'ready' });
  expect(characteristics(reading)).toEqual(['age']);
});

test('what a tool marks as partial is left out, whatever tool the file looks like', async () => {
  const header = [
    ['Response ID', 'Date Submitted', 'Status', 'User Agent', 'Latitude', 'Longitude'],
    ['What is your connection to the area?', 'How do you feel about it?'],
  ].flat();
  const rows = many(20, (at) => [
    at + 1,
    `2026-03-${String(at + 1).padStart(2, '0')} 10:00:00`,
    at === 7 ? 'Partial' : 'Complete',
    'Mozilla/5.0 (X11) Synthetic',
    '50.37',
    '-4.14',
    ['I live here', 'I work here'][at % 2]!,
    ['Happy', 'Unhappy', 'Neutral'][at % 3]!,
  ]);
  const reading = await read(csv([header, ...rows]));
  expect(reading.people).toBe(19);
  expect(reading.leftOut).toContainEqual({ why: 'partial', rows: [9] });
});

test('a remark that begins as notes do stays a person’s where rows have no id', async () => {
  const reading = await read(
    csv([
      ['What should change?', 'Where do you live?'],
      ...many(20, (at) => [remark(at), ['The Green', 'Mill Road', 'Church Lane'][at % 3]!]),
      ['Note that the lamps in the lane are out', ''],
      ...many(20, (at) => [remark(at + 30), ['The Green', 'Mill Road', 'Church Lane'][at % 3]!]),
    ]),
  );
  expect(reading.people).toBe(41);
});

describe('options', () => {
  test('of money hold their commas', async () => {
    const options = ['Under £16,000', '£16,000 to £29,999', '£30,000 or more'];
    const reading = await under('What does your household live on?', options);
    expect(reading.questions[0]).toMatchObject({ kind: 'choice' });
    expect([...reading.questions[0]!.options].sort()).toEqual([...options].sort());
  });

  test('side by side without a question are asked about, also where one bears the name of a field', async () => {
    const options = ['Letter', 'E-mail', 'Phone call'];
    const reading = await read(
      csv([
        ['Ref', ...options, 'Any comments?'],
        ...many(20, (at) => [
          `R${at}`,
          ...options.map((option, bit) => ((at >> bit) & 1 ? option : '')),
          remark(at),
        ]),
      ]),
    );
    expect(reading.questions[0]).toMatchObject({ kind: 'multi-choice', options });
    expect(about(reading)).toEqual(['Letter: question']);
  });

  test('under a label that asks for own words are asked about', async () => {
    const reading = await under('What was the reason?', ['Shopping', 'Work', 'Meeting friends']);
    expect(about(reading)).toEqual(['What was the reason?: kind']);
  });

  test('that stand under brackets of their own stay whole', async () => {
    const options = ['Gym (upstairs)', 'Pool', 'Café'];
    const reading = await read(
      csv([
        ['Ref', ...options.map((option) => `Which do you use? (${option})`)],
        ...many(20, (at) => [`R${at}`, ...options.map((_, bit) => ((at >> bit) & 1 ? 'Yes' : 'No'))]),
      ]),
    );
    expect(reading.questions).toMatchObject([{ kind: 'multi-choice', text: 'Which do you use?', options }]);
  });
});

test('equality answers under a label that does not say so are asked about', async () => {
  const reading = await under('Which of these best describes you?', [
    'White British',
    'Black African',
    'Chinese',
    'White Irish',
  ]);
  expect(characteristics(reading)).toEqual(['ethnic-group']);
  expect(about(reading)).toEqual(['Which of these best describes you?: characteristic']);
});

test('sentences are never left out unsaid because of their label', async () => {
  const reading = await read(
    csv([['Ref', 'Score (0-5)', 'Notes'], ...many(20, (at) => [`R${at}`, at % 6, remark(at)])]),
  );
  expect(about(reading)).toEqual(['Notes: left-out']);
});
