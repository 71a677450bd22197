import { many, read } from '../support/read-sheet.js';

const remark = (at: number): string => `The lamps near number ${at} are out, please mend them.`;
const asked = async (label: string, cells: readonly string[], rows = 40) =>
  read([
    ['Ref', label, 'Comments'],
    ...many(rows, (at) => [`R${at}`, cells[(at * 11) % cells.length]!, remark(at)]),
  ]);

describe('a few figures with words among them are a choice, in their order', () => {
  it.each<[string, string[]]>([
    ['Which council tax rise would you accept?', ['No increase', '1.99%', '4.99%', 'More than 4.99%']],
    ['What would you pay a year for a garden bin?', ['£0', '£30', '£45', '£60 or more']],
    ['How many cars do you have?', ['0', '1', '2', '3+']],
    ['How many hours a week do you volunteer?', ['Under 2', '2', '5', '10', '20 and over']],
    ['What rent could you afford?', ['Nothing', '£200', '£400', '£600', 'Over £600']],
    ['Number of children', ['None at home', '1', '2', '3', '4 or more']],
  ])('%s', async (label, options) => {
    const reading = await asked(label, options);
    const [question] = reading.questions;
    expect(question!.kind).toBe('choice');
    expect(question!.options).toEqual(options);
    expect(question!.answered).toBe(40);
    expect(reading.status).toBe('ready');
  });

  it('also where a third of the cells are words', async () => {
    const cells = ['No increase', 'More than 4.99%', '1.99%', '1.99%', '4.99%', '4.99%'];
    const reading = await asked('Which rise would you accept?', cells, 42);
    expect(reading.questions[0]).toMatchObject({
      kind: 'choice',
      options: ['No increase', '1.99%', '4.99%', 'More than 4.99%'],
    });
  });
});

describe('figures stay numbers', () => {
  it.each<[string, string[]]>([
    ['How likely are you to recommend us, 0 to 10?', ['7', '8', '9', '10', '3', "Don't know"]],
    ['How many minutes did you wait?', many(30, (at) => String(3 + at * 2))],
    ['Rate the pool out of 5', ['1', '2', '3', '4', '5', '5 - Very good']],
  ])('%s', async (label, cells) => {
    const reading = await asked(label, cells);
    expect(reading.questions[0]!.kind).toBe('number');
  });

  test('and words among many of them are asked about', async () => {
    const cells = [
      ...many(25, (at) => `£${20 + at * 3}`),
      'Depends on the day',
      'As the council likes',
      'Same as now',
    ];
    const reading = await asked('What would you pay a year?', cells, 56);
    expect(reading.questions[0]!.kind).toBe('number');
    expect(reading.asks.map(({ about }) => about)).toContain('number');
  });
});
