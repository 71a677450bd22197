import { many, read } from '../support/read-sheet.js';

/** Options that bear the names of characteristics, among others of a list. */
const OPTIONS = ['Age', 'Cost', 'Disability', 'Transport', 'Faith'];
const ticks = (at: number, yes: string | number, no: string | number): (string | number)[] =>
  OPTIONS.map((_, option) => ((at * 7 + option * 3) % 5 < 2 ? yes : no));

describe('an option that bears the name of a characteristic, beside others of its list', () => {
  it.each<[string, (option: string) => string]>([
    ['behind a dash', (option) => `Q4 Barriers - ${option}`],
    ['behind the question', (option) => `What keeps you from coming? ${option}`],
    ['behind a colon', (option) => `Barriers: ${option}`],
    ['behind a line, as programs name columns', (option) => `barriers_${option.toLowerCase()}`],
  ])('is ticked like them: %s', async (_, label) => {
    const reading = await read([
      ['Ref', ...OPTIONS.map(label), 'Comments'],
      ...many(30, (at) => [`R${at}`, ...ticks(at, 1, 0), `More buses past number ${at}, please.`]),
    ]);
    expect(reading.demographics).toEqual([]);
    expect(reading.questions.map(({ kind }) => kind)).toEqual(['multi-choice', 'free-text']);
    expect(reading.questions[0]!.options.map((option) => option.toLowerCase())).toEqual(
      OPTIONS.map((option) => option.toLowerCase()),
    );
    expect(reading.status).toBe('ready');
  });

  it.each<[string, string | number, string | number]>([
    ['TRUE and FALSE', 'TRUE', 'FALSE'],
    ['a cross or nothing', 'x', ''],
  ])('is ticked like them by %s', async (_, yes, no) => {
    const reading = await read([
      ['Ref', ...OPTIONS.map((option) => `Which of these are barriers? - ${option}`)],
      ...many(30, (at) => [`R${at}`, ...ticks(at, yes, no)]),
    ]);
    expect(reading.demographics).toEqual([]);
    expect(reading.questions).toHaveLength(1);
    expect(reading.questions[0]!.options).toEqual(OPTIONS);
  });

  it.each([
    ['Which of these barriers apply to you?', 'Cost', 'Disability', 'Transport', 'Opening hours'],
    ['Which of these are barriers?', 'Cost', 'Disability', 'Transport'],
    ['Tick all that apply', 'Cost', 'Disability', 'Being a carer', 'Transport'],
    ['Which reasons apply to you?', 'Age', 'Sex', 'Disability', 'Race'],
  ])('is asked about where it may be said of the person: %s', async (stem, ...options) => {
    const reading = await read([
      ['Ref', ...options.map((option) => `${stem} - ${option}`), 'Comments'],
      ...many(30, (at) => [
        `R${at}`,
        ...options.map((_, option) => ((at + option) % 3 ? '' : 'Yes')),
        `More buses past number ${at}, please.`,
      ]),
    ]);
    expect(reading.asks.map(({ why }) => why).join()).toMatch(/asked of the person/);
  });

  test('is asked about where yes and no may also be said of the person', async () => {
    const reading = await read([
      ['Ref', 'Support - Disability', 'Support - Money', 'Support - Housing'],
      ...many(30, (at) => [`R${at}`, ...[0, 1, 2].map((option) => ((at + option) % 3 ? 'Yes' : 'No'))]),
    ]);
    expect(reading.status).toBe('asks');
    expect(reading.asks.map(({ why }) => why).join()).toMatch(/asked of the person/);
  });
});

describe('what is asked of the person stays a characteristic', () => {
  it.each(['About you', 'Your details', 'Respondent', 'Equality monitoring'])('%s', async (heading) => {
    const reading = await read([
      ['Ref', `${heading} - Disability`, `${heading} - Unpaid carer`, `${heading} - Student`, 'Comments'],
      ...many(30, (at) => [
        `R${at}`,
        ...[0, 1, 2].map((option) => ((at + option) % 3 ? 'Yes' : 'No')),
        `More buses past number ${at}, please.`,
      ]),
    ]);
    expect(reading.demographics.map(({ characteristic }) => characteristic)).toEqual(['disability', 'carer']);
  });

  it.each([
    'Which of the following apply to you?',
    'Do any of these apply to you?',
    'Which applies to me',
    'Your situation',
    'Protected characteristics',
    'Which of these are true of you?',
    'Your circumstances',
  ])('by a tick or nothing: %s', async (stem) => {
    const options = ['Disability', 'Unpaid carer', 'Veteran', 'None of these'];
    const reading = await read([
      ['Ref', ...options.map((option) => `${stem} - ${option}`), 'Comments'],
      ...many(30, (at) => [
        `R${at}`,
        ...options.map((_, option) => ((at + option) % 3 ? '' : 'Yes')),
        `More buses past number ${at}, please.`,
      ]),
    ]);
    expect(reading.demographics.map(({ characteristic }) => characteristic)).toEqual([
      'disability',
      'carer',
      'armed-forces',
    ]);
  });

  test('a column called age that says no more than yes and no is asked about', async () => {
    const reading = await read([
      ['Ref', 'Age', 'Comments'],
      ...many(30, (at) => [`R${at}`, at % 2, `More buses past number ${at}, please.`]),
    ]);
    expect(reading.status).toBe('asks');
    expect(reading.asks.map(({ column }) => column)).toContain('Age');
  });
});
