import { many, read } from '../support/read-sheet.js';

const remark = (at: number): string => `The lamps near number ${at} are out, please mend them.`;
/** Thirty rows of which every tenth is marked. */
const marked = (label: string, yes: string, no: string) =>
  read([
    ['Ref', label, 'How often do you come?', 'Comments'],
    ...many(30, (at) => [`R${at}`, at % 10 ? no : yes, ['Often', 'Seldom'][at % 2]!, remark(at)]),
  ]);

describe('rows that a column marks as tests are left out', () => {
  it.each<[string, string, string]>([
    ['Test record? (Y/N)', 'Y', 'N'],
    ['Is this a test?', 'Yes', 'No'],
    ['About the interview - Test record? (Y/N)', 'Y', 'N'],
    ['Is test', '1', '0'],
    ['Test entry', 'x', ''],
    ['Test call', 'Y', 'N'],
    ['Dummy record', 'Yes', 'No'],
    ['Training submission?', 'Yes', 'No'],
    ['isTest', 'true', 'false'],
    ['Status', 'Test response', 'Complete'],
    ['Response status', 'Testing', 'Submitted'],
    ['Record type', 'Test', 'Live'],
    ['Entry type', 'Dummy', 'Real'],
  ])('%s: %s', async (label, yes, no) => {
    const reading = await marked(label, yes, no);
    expect(reading.leftOut.find(({ why }) => why === 'test')?.rows).toHaveLength(3);
    expect(reading.people).toBe(27);
    expect(reading.questions.map(({ text }) => text)).toEqual(['How often do you come?', 'Comments']);
    expect(reading.status).toBe('ready');
  });

  test('previews by their status', async () => {
    const reading = await marked('Status', 'Preview response', 'Complete');
    expect(reading.leftOut.find(({ why }) => why === 'preview')?.rows).toHaveLength(3);
  });

  it.each<[string, string, string]>([
    ['Test', 'TRUE', 'FALSE'],
    ['Test?', 'Yes', 'No'],
    ['Test case', 'Y', 'N'],
    ['Training record', 'Yes', 'No'],
  ])('but asked about where the label may be of a test of another kind: %s', async (label, yes, no) => {
    const reading = await marked(label, yes, no);
    expect(reading.leftOut.find(({ why }) => why === 'test')?.rows).toHaveLength(3);
    expect(reading.asks).toMatchObject([{ column: label, about: 'status' }]);
  });

  it.each<[string, string, string]>([
    ['In training', 'Yes', 'No'],
    ['In training?', 'Yes', 'No'],
    ['In testing', 'Yes', 'No'],
    ['Training (tick)', 'x', ''],
    ['Testing (Y/N)', 'Y', 'N'],
    ['Employment status - In training', 'Yes', 'No'],
    ['Employment status - In training', '1', '0'],
    ['Training status', 'In progress', 'Completed'],
    ['Vaccination status', 'Partial', 'Complete'],
  ])('nobody is left out by what is said of the person: %s', async (label, yes, no) => {
    const reading = await marked(label, yes, no);
    expect(reading.people).toBe(30);
    expect(reading.questions.length + reading.demographics.length).toBe(3);
  });

  it.each([
    ['Booking status', 'Partial', 'Complete'],
    ['Course completed', '0', '1'],
    ['Finished school', 'FALSE', 'TRUE'],
  ])('rows by a status that may be of something else are asked about: %s', async (label, yes, no) => {
    const reading = await marked(label, yes, no);
    expect(reading.asks).toMatchObject([{ column: label, about: 'status' }]);
  });

  it.each(['Completed', 'Completed?', 'Survey completed', 'Response complete', 'Is complete'])(
    'and not asked about where it is plain: %s',
    async (label) => {
      const reading = await marked(label, 'FALSE', 'TRUE');
      expect(reading.leftOut.find(({ why }) => why === 'partial')?.rows).toHaveLength(3);
      expect(reading.status).toBe('ready');
    },
  );

  test('where many are marked, a person is asked whether the column means that', async () => {
    const reading = await read([
      ['Ref', 'Test', 'Comments'],
      ...many(30, (at) => [`R${at}`, at % 2 ? 'Yes' : 'No', remark(at)]),
    ]);
    expect(reading.status).toBe('asks');
  });

  test.each(['Did you take a test?', 'Have you had a test drive?'])('%s is a question', async (label) => {
    const reading = await marked(label, 'Yes', 'No');
    expect(reading.people).toBe(30);
    expect(reading.questions.map(({ text }) => text)).toContain(label);
  });

  test('what stands in such rows alone is no option of a question', async () => {
    const reading = await read([
      ['Ref', 'Category', 'Which do you use?', 'Status'],
      ...many(30, (at) => [
        `R${at}`,
        at % 10 ? ['Bins', 'Roads'][at % 2]! : 'TEST CALL',
        at % 10 ? ['Pool', 'Gym', 'Pool; Gym'][at % 3]! : 'Pool; Nothing real',
        at % 10 ? 'Complete' : 'Test',
      ]),
    ]);
    expect(reading.people).toBe(27);
    expect(reading.questions.map(({ options }) => [...options].sort())).toEqual([
      ['Bins', 'Roads'],
      ['Gym', 'Pool'],
    ]);
  });
});
