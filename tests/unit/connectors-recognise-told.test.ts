import { many, read, type Cell } from '../support/read-sheet.js';

const remark = (at: number): string => `The path beside number ${at} floods each winter and nobody comes.`;
type Column = (at: number) => Cell;
/** Thirty forms with a remark and what else is asked. */
const form = (more: Record<string, Column>, rows = 30) =>
  read([
    ['Ref', 'Comments', ...Object.keys(more)],
    ...many(rows, (at) => [`R${at}`, remark(at), ...Object.values(more).map((of) => of(at))]),
  ]);
const yesNo: Column = (at) => (at % 3 ? 'Yes' : 'No');

describe('what people were asked is never left out without a word', () => {
  it.each([
    'Would you like to get our e-mail newsletter?',
    'Can we send you our newsletter?',
    'Would you like our newsletter?',
    'May we contact you about this consultation?',
    'Would you be happy to be contacted again?',
    'Subscribe me to the environment bulletin',
    'Please keep me informed',
    'Were you kept up to date?',
    'Were you kept informed?',
    'Does your landlord keep you informed?',
    'Can you contact your GP easily?',
    'Would you subscribe to a food box?',
  ])('%s', async (label) => {
    const { questions, status } = await form({ [label]: yesNo });
    expect(questions.find(({ text }) => text === label)).toMatchObject({ kind: 'choice', answered: 30 });
    expect(status).toBe('ready');
  });

  it.each([
    'Duration of stay',
    'Time taken to get an appointment',
    'Waiting time (minutes)',
    'Device used to go online',
  ])('%s is an answer, and no record of the form', async (label) => {
    const { questions } = await form({ [label]: (at) => ['1 day', '2 days', 'A week'][at % 3]! });
    expect(questions.map(({ text }) => text)).toContain(label);
  });

  it.each(['Preferred version', 'Waste collector', 'Owner'])('%s as well', async (label) => {
    const { questions } = await form({ [label]: yesNo });
    expect(questions.map(({ text }) => text)).toContain(label);
  });

  it('numbers that are all different are answers where they do not count rows', async () => {
    const rent = await form({ 'Monthly rent': (at) => 400 + ((at * 7919) % 2003) });
    expect(rent.questions.map(({ text }) => text)).toContain('Monthly rent');
    const cards = await form({ 'Card no.': (at) => 400 + ((at * 7919) % 2003) });
    expect(cards.questions.map(({ text }) => text)).not.toContain('Card no.');
  });

  it('columns that are nobody’s answer are listed with what they are taken for', async () => {
    const { columnsLeftOut, notes } = await form({
      'IP Address': (at) => `192.0.2.${at}`,
      Weight: (at) => 0.8 + (at % 5) / 10,
      'Agreed to use of details for contact': () => '',
    });
    expect(columnsLeftOut).toEqual([
      { column: 'IP Address', what: 'the address of a machine' },
      { column: 'Weight', what: 'a weight' },
    ]);
    expect(notes).toEqual([expect.stringContaining('“Weight” is left out')]);
  });

  it('leave to use an address is told of, as it is no question', async () => {
    const label = 'May we keep your email address to let you know what happens?';
    const { columnsLeftOut, notes, questions } = await form({ [label]: yesNo });
    expect(questions).toHaveLength(1);
    expect(columnsLeftOut).toEqual([{ column: label, what: 'whether they may be written to' }]);
    expect(notes).toEqual([expect.stringContaining(label)]);
  });
});

describe('columns of ODK Central', () => {
  const odk = (state: Column) =>
    read([
      ['SubmissionDate', 'voice-words', 'KEY', 'SubmitterID', 'SubmitterName', 'AttachmentsPresent', 'Status', 'ReviewState', 'Edits', 'FormVersion'],
      ...many(30, (at) => [
        `2026-03-${String((at % 27) + 1).padStart(2, '0')}T10:00:00.000Z`, remark(at), `uuid:${String(at).padStart(8, '0')}-0000-4000-8000-000000000000`,
        at % 2 ? 7 : 9, at % 2 ? 'Outreach van' : 'Ruth Synthetic', at % 2, '', state(at), at % 3, 12,
      ]),
    ]); // prettier-ignore

  it('are its own', async () => {
    const { questions, identifying, status, people } = await odk((at) => ['approved', '', 'edited'][at % 3]!);
    expect(questions.map(({ text }) => text)).toEqual(['voice-words']);
    expect({ identifying, status, people }).toEqual({ identifying: [], status: 'ready', people: 30 });
  });

  it('and of rows that a reviewer rejected a person is asked', async () => {
    const { asks, people } = await odk((at) => (at % 10 ? 'approved' : 'rejected'));
    expect(people).toBe(30);
    expect(asks).toMatchObject([{ column: 'ReviewState', about: 'status' }]);
    expect(asks[0]!.why).toContain('3 of 30 rows');
  });
});

it('1 and 0 to a question for yes or no are yes and no, whatever time it speaks of', async () => {
  const label = 'Do you expect to be here in a year’s time?';
  const { questions, status } = await form({ [label]: (at) => at % 2 });
  expect(questions.find(({ text }) => text === label)).toMatchObject({
    kind: 'choice',
    options: ['Yes', 'No'],
  });
  expect(status).toBe('ready');
  const { asks } = await form({ 'Settled in a year': (at) => at % 2 });
  expect(asks).toMatchObject([{ column: 'Settled in a year', about: 'codes' }]);
});

it('how many live in a household are counted, unasked', async () => {
  const { questions, status } = await form({ 'household/people': (at) => (at % 6) + 1 });
  expect(questions.find(({ text }) => text.includes('people'))).toMatchObject({ kind: 'number' });
  expect(status).toBe('ready');
  const { asks } = await form({ 'Support for older people': (at) => (at % 6) + 1 });
  expect(asks).toMatchObject([{ about: 'codes' }]);
});

it('a name behind the group of a form is a name, unasked', async () => {
  const { identifying, status } = await form({
    'person-name': (at) => `${['Alun', 'Bethan', 'Viktor'][at % 3]!} ${['Abara', 'Synthetic', 'Yardley'][at % 4] ?? 'Lomax'}`,
  }); // prettier-ignore
  expect({ identifying, status }).toEqual({ identifying: ['fullName'], status: 'ready' });
});

describe('a detail beside the answers is kept where it tells them apart', () => {
  it('and where in a trust somebody was is told of', async () => {
    const { columnsLeftOut, layout, notes } = await form({
      'How was your experience of our service?': (at) => ['Very good', 'Good', 'Poor'][at % 3]!,
      'Please tell us why you gave this answer': (at) => remark(at + 50),
      'Ward / service': (at) => ['Outpatients', 'Ward 7', 'Eye clinic'][at % 3]!,
      'Trust name': () => 'Synthetic Trust',
    });
    expect(layout).toBe('friends-and-family');
    expect(columnsLeftOut).toEqual([
      { column: 'Ward / service', what: 'where in the trust' },
      { column: 'Trust name', what: 'where in the trust' },
    ]);
    expect(notes).toEqual([expect.stringContaining('“Ward / service” is left out')]);
  });

  it('category and scope of a proposal', async () => {
    const { questions, layout } = await read([
      ['id', 'category/id', 'category/name/en', 'scope/id', 'scope/name/en', 'component/id', 'title/en', 'body/en', 'published_at', 'state'],
      ...many(24, (at) => [at, (at % 3) + 4, ['Parks', 'Streets', 'Health'][at % 3]!, (at % 2) + 1, ['North', 'South'][at % 2]!, 9, `Idea ${at}`, remark(at), '2026-03-02', 'accepted']),
    ]); // prettier-ignore
    expect(layout).toBe('decidim');
    expect(questions.map(({ text }) => text)).toEqual([
      'category/name/en',
      'scope/name/en',
      'title/en',
      'body/en',
    ]);
  });
});
