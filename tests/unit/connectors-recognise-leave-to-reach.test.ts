import { many, read } from '../support/read-sheet.js';

const remark = (at: number): string => `The lamps near number ${at} are out, please mend them.`;
/** Thirty rows of which every tenth says no. */
const refused = (label: string) =>
  read([
    ['Ref', label, 'How often do you come?', 'Comments'],
    ...many(30, (at) => [`R${at}`, at % 10 ? 'Yes' : 'No', ['Often', 'Seldom'][at % 2]!, remark(at)]),
  ]);
const texts = ({ questions }: Awaited<ReturnType<typeof refused>>): string[] =>
  questions.map(({ text }) => text);

describe('a no to something else than the use of answers leaves nobody out', () => {
  it.each([
    'Can we use your details to get in touch with you again?',
    'May we keep your details so that we can invite you to future events?',
    'Can we hold your details on our citizens panel?',
    'May we use your information for our newsletter?',
    'May we keep your email address to let you know what happens?',
  ])('to be written to: %s', async (label) => {
    const reading = await refused(label);
    expect(reading.people).toBe(30);
    expect(texts(reading)).toEqual(['How often do you come?', 'Comments']);
  });

  it.each([
    'Are you happy for us to share your details with the fire service?',
    'Can we keep your details?',
    'Is it ok for us to hold your phone number?',
    'Can we use your answers in a follow-up visit?',
    'Would you be willing to share your views in a follow-up interview?',
    'Are you happy for us to share your information with your GP?',
  ])('and a person is asked: %s', async (label) => {
    const reading = await refused(label);
    expect(reading.people).toBe(30);
    expect(texts(reading)).toEqual(['How often do you come?', 'Comments']);
    expect(reading.asks.map(({ column }) => column)).toEqual([label]);
  });

  it.each([
    'Are you happy with how we use your information?',
    'Are you comfortable with the way we store your data?',
    'Were you willing to share your views at the meeting?',
  ])('and an opinion is a question: %s', async (label) => {
    const reading = await refused(label);
    expect(reading.people).toBe(30);
    expect(texts(reading)).toContain(label);
  });
});

describe('leave that is told by its words alone is always asked about', () => {
  it.each([
    'Can we use your answers?',
    'Are you happy for us to share your answers with the fire service?',
    'Happy for us to use your responses?',
    'Do you agree to your information being shared with the fire service?',
  ])('%s', async (label) => {
    const reading = await refused(label);
    expect(reading.leftOut.find(({ why }) => why === 'no-consent')?.rows).toHaveLength(3);
    expect(reading.asks).toMatchObject([{ column: label, about: 'consent' }]);
  });

  it('but not where the words are those of consent', async () => {
    const reading = await refused('I consent to my answers being used in this survey');
    expect(reading.leftOut.find(({ why }) => why === 'no-consent')?.rows).toHaveLength(3);
    expect(reading.status).toBe('ready');
  });
});
