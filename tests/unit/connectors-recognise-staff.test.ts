import { readingOf } from '#connectors';

import { csv, known, many, read, TODAY, type Cell } from '../support/read-sheet.js';

const STAFF = ['Kerry Lister', 'Moira Gill', 'Jakub Nuttall'];
const NAMES = ['Amara Adeyemi', 'Bethan Barker', 'Callum Chaudhry', 'Dilys Evans', 'Ewan Frost'];
const remark = (at: number): string => `The lamps near number ${at} are out, please mend them.`;

const sheet = (label: string, cell: (at: number) => Cell): Cell[][] => [
  ['Ref', label, 'Name', 'Comments'],
  ...many(30, (at) => [`R${at}`, cell(at), `${NAMES[at % 5]!}${'abcdef'[Math.floor(at / 5)]!}`, remark(at)]),
];

describe('whoever took or typed an answer is nobody who gave it', () => {
  it.each([
    'Officer',
    'Agent',
    'Call handler',
    'Interviewer',
    "Surveyor's name",
    'Taken by',
    'Staff member',
    'Enumerator',
    'Facilitator',
    'Entered by',
    'Case worker',
    'Duty officer',
    'Name of interviewer',
    'Interviewed by',
    'Data entry clerk',
    'Advisor',
    'Officer initials',
    'Fieldworker ID',
  ])('%s', async (label) => {
    const reading = await read(sheet(label, (at) => STAFF[at % 3]!));
    expect(reading.questions.map(({ text }) => text)).toEqual(['Comments']);
    expect(reading.identifying).toEqual(['fullName']);
    const without = await read(
      sheet(label, (at) => STAFF[at % 3]!).map(([ref, staff, , words]) => [ref!, staff!, words!]),
    );
    expect(without.identifying).toEqual([]);
    expect(without.questions.map(({ text }) => text)).toEqual(['Comments']);
  });

  it.each<[string, string[]]>([
    ['Were the officers polite?', ['Yes', 'No', 'Mostly']],
    ['How helpful was the agent?', ['Very helpful', 'Fairly helpful', 'Not helpful']],
    ['Surveyor', ['Very good', 'Good', 'Poor']],
  ])('but what people thought of them is a question: %s', async (label, answers) => {
    const reading = await read(sheet(label, (at) => answers[at % 3]!));
    expect(reading.questions.map(({ text }) => text)).toContain(label);
  });

  it.each<[string, Cell[]]>([
    ['Key worker', ['Y', 'N']],
    ['Social worker', ['Yes', '']],
    ['Support worker', ['x', '']],
    ['Youth worker', [1, 0]],
    ['Agent', ['Yes', 'No', 'N/A']],
    ['Operator', ['Stagecoach', 'First']],
  ])('and whom people are, have or use is an answer: %s', async (label, cells) => {
    const reading = await read(sheet(label, (at) => cells[at % cells.length]!));
    expect(reading.questions.map(({ text }) => text)).toContain(label);
  });

  it.each<[string, number]>([
    ['Interviewer', 15],
    ['Interviewer', 2],
    ['Enumerator', 12],
    ['Entered by', 3],
    ['Canvasser number', 4],
  ])('and numbers name them too: %s, %i of them', async (label, count) => {
    const reading = await read(sheet(label, (at) => (at % count) + 1));
    expect(reading.questions.map(({ text }) => text)).toEqual(['Comments']);
    expect(reading.status).toBe('ready');
  });

  it.each(['Housing officer', 'Call handler', 'Caseworker'])(
    'but marks from 1 to 5 may be of them, and are asked about: %s',
    async (label) => {
      const reading = await read(sheet(label, (at) => (at % 5) + 1));
      expect(reading.asks.map(({ column }) => column)).toEqual([label]);
    },
  );

  test('and names of people under "Operator" are no options', async () => {
    const reading = await read(sheet('Operator', (at) => STAFF[at % 3]!));
    expect(reading.questions.map(({ text }) => text)).toEqual(['Comments']);
    expect(reading.asks.map(({ column }) => column)).toEqual(['Operator']);
  });

  test('and sentences under such a label are not left out in silence', async () => {
    const reading = await read(
      sheet('Facilitator', (at) => `She let us all speak and kept time, table ${at}`),
    );
    expect(reading.status).toBe('asks');
  });
});

test('two columns that both hold names of people are asked about', async () => {
  const reading = await read([
    ['Ref', 'Full name', 'Contact name', 'Comments'],
    ...many(30, (at) => [
      `R${at}`,
      `${NAMES[at % 5]!}${'abcdef'[Math.floor(at / 5)]!}`,
      `${NAMES[(at + 2) % 5]!}${'ghijkl'[Math.floor(at / 5)]!}`,
      remark(at),
    ]),
  ]);
  expect(reading.asks.map(({ why }) => why).join()).toMatch(/names of people/);
});

describe('how people are addressed and reached is no answer of theirs', () => {
  it.each<[string, string[]]>([
    ['Title', ['Mr', 'Mrs', 'Ms', 'Dr']],
    ['Salutation', ['Mr', 'Miss', 'Mx', 'Prof.']],
    ['Title (Mr/Mrs/Ms/Other)', ['MR', 'MRS', 'MISS', 'REV']],
    ['Preferred contact', ['Phone', 'Email', 'Post']],
    ['Preferred contact method', ['Phone', 'Email', 'Letter']],
    ['Contact preference', ['Telephone', 'E-mail', 'Text']],
    ['Team', ['North', 'South']],
  ])('%s', async (label, cells) => {
    const reading = await read(sheet(label, (at) => cells[at % cells.length]!));
    expect(reading.questions.map(({ text }) => text)).toEqual(['Comments']);
  });

  it.each<[string, string[]]>([
    ['How do you prefer to contact the council?', ['Phone', 'Email', 'Post']],
    ['Title', ['Save our park', 'More trees', 'A crossing']],
    ['Team', ['Very good', 'Good', 'Poor']],
  ])('but %s is where the cells or the label ask', async (label, cells) => {
    const reading = await read(sheet(label, (at) => cells[at % 3]!));
    expect(reading.questions).toHaveLength(2);
  });
});

test.each(['Contact method', 'Method of contact'])(
  'how answers came in is their channel: %s',
  async (label) => {
    const rows = sheet(label, (at) => ['Phone', 'Email', 'Letter'][at % 3]!);
    const file = { name: 'a.csv', mediaType: null, bytes: new TextEncoder().encode(csv(rows)) };
    const { mapping, reading } = await readingOf(file, known, null, TODAY);
    expect(reading.questions.map(({ text }) => text)).toEqual(['Comments']);
    expect(JSON.stringify(mapping)).toContain(JSON.stringify({ as: 'channel', column: label }).slice(1, -1));
  },
);
