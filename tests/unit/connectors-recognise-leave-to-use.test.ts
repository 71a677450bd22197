import { many, read } from '../support/read-sheet.js';

const remark = (at: number): string => `The lamps near number ${at} are out, please mend them.`;
/** Thirty rows of which every tenth is marked. */
const marked = (label: string, yes: string, no: string) =>
  read([
    ['Ref', label, 'How often do you come?', 'Comments'],
    ...many(30, (at) => [`R${at}`, at % 10 ? no : yes, ['Often', 'Seldom'][at % 2]!, remark(at)]),
  ]);

describe('leave to use what somebody answered', () => {
  it.each([
    'Can we use your answers?',
    'Happy for us to use your responses?',
    'Are you happy for your answers to be used in our report?',
    'May we keep your information?',
    'I give permission for the council to use my answers',
    'OK to store your data?',
    'Do you agree to us using your responses?',
  ])('%s', async (label) => {
    const reading = await marked(label, 'N', 'Y');
    const out = reading.leftOut.find(({ why }) => why === 'no-consent')?.rows.length ?? 0;
    expect(out === 3 || reading.asks.some(({ about }) => about === 'consent')).toBe(true);
    expect(reading.questions.map(({ text }) => text)).toEqual(['How often do you come?', 'Comments']);
  });

  it.each([
    'Should we use your street for the trial?',
    'Can we use less water?',
    'Would you use our service again?',
  ])('is not asked by: %s', async (label) => {
    const reading = await marked(label, 'No', 'Yes');
    expect(reading.people).toBe(30);
    expect(reading.questions.map(({ text }) => text)).toContain(label);
  });
});
