import { many, read, type Cell } from '../support/read-sheet.js';

const OFTEN = ['Often', 'Seldom'];

describe('rows that a form tool marks as no answers', () => {
  test.each([
    ['Is draft', 'partial'],
    ['In draft', 'partial'],
    ['Test submission', 'test'],
    ['Is spam?', 'test'],
  ])('by yes under "%s" are left out as %s', async (label, why) => {
    const reading = await read([
      ['Serial number', label, 'How often do you come?'],
      ...many(20, (at): Cell[] => [at + 1, at === 4 || at === 9 ? 'Yes' : 'No', OFTEN[at % 2]!]),
    ]);
    expect(reading).toMatchObject({ people: 18, status: 'ready' });
    expect(reading.leftOut).toContainEqual({ why, rows: [6, 11] });
  });

  test('stay where a question only sounds like it', async () => {
    const reading = await read([
      ['Ref', 'Have you seen the draft plan?', 'How often do you come?'],
      ...many(20, (at): Cell[] => [`R${at}`, at % 3 ? 'Yes' : 'No', OFTEN[at % 2]!]),
    ]);
    expect(reading.people).toBe(20);
    expect(reading.questions.map(({ text }) => text)).toContain('Have you seen the draft plan?');
  });
});

test('the page that somebody reached and the address of an answer are nobody’s answer', async () => {
  const reading = await read([
    ['Reference', 'Submission URI', 'Current page', 'Last Page Reached?', 'How often do you come?'],
    ...many(20, (at): Cell[] => [
      `R${at}`,
      `/form/river/submissions/${at}`,
      `page_${1 + (at % 2)}`,
      1 + (at % 3),
      OFTEN[at % 2]!,
    ]),
  ]);
  expect(reading).toMatchObject({ status: 'ready', asks: [] });
  expect(reading.questions.map(({ text }) => text)).toEqual(['How often do you come?']);
});

describe('who looks after somebody', () => {
  test.each([
    // The census of 2021, and forms after it.
    'Do you look after, or give any help or support to, anyone because they have long-term physical or mental health conditions or illnesses, or problems related to old age?',
    'Do you look after, or give help or support to, anyone because of a long-term condition?',
    'Do you provide unpaid care?',
    'Do you provide regular help for a family member with a disability?',
  ])('is a carer and not disabled: "%s"', async (label) => {
    const reading = await read([
      ['Ref', label],
      ...many(20, (at): Cell[] => [`R${at}`, at % 4 ? 'No' : 'Yes']),
    ]);
    expect(reading.demographics).toMatchObject([{ characteristic: 'carer', coded: 20 }]);
  });

  test.each([
    'Do you have any physical or mental health conditions or illnesses lasting or expected to last 12 months or more?',
    'Are your day-to-day activities limited because of a long-term illness or disability?',
    'Does anyone look after you because of a long-term illness or disability?',
  ])('asks whether somebody is disabled: "%s"', async (label) => {
    const reading = await read([
      ['Ref', label],
      ...many(20, (at): Cell[] => [`R${at}`, at % 4 ? 'No' : 'Yes']),
    ]);
    expect(reading.demographics.map(({ characteristic }) => characteristic)).toEqual(['disability']);
  });
});

test('a name under a request for contact details is a name, unasked', async () => {
  const names = ['Ada', 'Bilal', 'Cerys', 'Dinesh'].flatMap((first) =>
    ['Abbott', 'Bevan', 'Dale', 'Ellis', 'Frost'].map((last) => `${first} ${last}`),
  );
  const reading = await read([
    ['Ref', 'Please give us your contact details if you want to hear more - Name', 'How often do you come?'],
    ...names.map((name, at): Cell[] => [`R${at}`, name, OFTEN[at % 2]!]),
  ]);
  expect(reading).toMatchObject({ status: 'ready', identifying: ['fullName'] });
});

describe('wordings with character references and tags', () => {
  const rows: Cell[][] = [
    [
      'Ref',
      '<p>Do you use park &amp; ride?</p>',
      'How do you come? Tick all that apply',
      'What isn&#39;t good?',
    ],
    ...many(24, (at): Cell[] => [
      `R${at}`,
      ['Yes&nbsp;', 'No&nbsp;', 'Used to&nbsp;'][at % 3]!,
      ['Walk &amp; bus', 'Car', 'Walk &amp; bus|Car', 'Lift|Car', 'Lift'][at % 5]!,
      `The shelter ${at} isn&#39;t dry when it rains`,
    ]),
  ];

  test('are read as they were meant: questions, options, and the kind by the words', async () => {
    const { questions, status } = await read(rows);
    expect(status).toBe('ready');
    expect(questions).toMatchObject([
      { text: 'Do you use park & ride?', key: 'do-you-use-park-ride', kind: 'choice', answered: 24 },
      { text: 'How do you come? Tick all that apply', kind: 'multi-choice', answered: 24 },
      { text: "What isn't good?", kind: 'free-text' },
    ]);
    expect([...questions[0]!.options].sort()).toEqual(['No', 'Used to', 'Yes']);
    expect([...questions[1]!.options].sort()).toEqual(['Car', 'Lift', 'Walk & bus']);
  });
});

describe('what people wrote under "Other" of a list with one answer', () => {
  const concern = (own: readonly string[]): Promise<Awaited<ReturnType<typeof read>>> =>
    read([
      ['Ref', 'What is your main worry?'],
      ...many(30, (at): Cell[] => [`R${at}`, own[at - 5] ?? ['Cost', 'Noise', 'Traffic'][at % 3]!]),
    ]);

  test('is asked about: it stands there as an option', async () => {
    const { asks } = await concern(['dust from the lorries', 'Where will the brownies meet?']);
    expect(asks).toMatchObject([{ column: 'What is your main worry?', about: 'other' }]);
    expect(asks[0]!.why).toMatch(/^2 rows hold an answer that nobody else gave/);
    expect(asks[0]!.why).not.toMatch(/lorries|brownies/);
  });

  test('is told from an option that was seldom chosen', async () => {
    expect(await concern(['Loss of light'])).toMatchObject({ status: 'ready', asks: [] });
  });
});

test('sums with words in them and the mean of a score are nobody', async () => {
  const reading = await read([
    ['No.', 'How was the visit?', 'Score out of 5'],
    ...many(12, (at): Cell[] => [at + 1, ['Good', 'Fair'][at % 2]!, 1 + (at % 5)]),
    ['Total', 'Good: 6', ''],
    ['Average score', '', '2.9'],
  ]);
  expect(reading).toMatchObject({ people: 12, status: 'ready' });
  expect(reading.leftOut).toContainEqual({ why: 'total', rows: [14, 15] });
});
