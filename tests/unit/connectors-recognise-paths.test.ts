import { many, read } from '../support/read-sheet.js';

const NAMES = [
  'Amara Adeyemi',
  'Bethan Barker',
  'Callum Chaudhry',
  'Dilys Evans',
  'Ewan Frost',
  'Grace Hall',
];

it.each(['data.your_name', 'form.contact.full_name', 'answers.name', 'data/your_name'])(
  'a path leads to a name: %s',
  async (path) => {
    const reading = await read([
      ['ref', path, 'data.comments'],
      ...many(6, (at) => [`R${at}`, NAMES[at]!, `The lamps near number ${at} are out, please mend them.`]),
    ]);
    expect(reading.identifying).toEqual(['fullName']);
    expect(reading.status).toBe('ready');
  },
);

it.each(['group_a-your_name', 'about_you-full_name', 'meta-your_name'])(
  'and a group of a form before a dash: %s',
  async (label) => {
    const reading = await read([
      ['ref', label, 'group_b-comments'],
      ...many(6, (at) => [`R${at}`, NAMES[at]!, `The lamps near number ${at} are out, please mend them.`]),
    ]);
    expect(reading.identifying).toEqual(['fullName']);
    expect(reading.status).toBe('ready');
  },
);

test('authors of a proposal, as a list of names, are no options of a question', async () => {
  const proposals = many(30, (at) => ({
    id: at + 1,
    body: `Please mend the lamps near number ${at}, they are out.`,
    authors: at % 7 ? [NAMES[at % 6]!] : [NAMES[at % 6]!, NAMES[(at + 1) % 6]!],
  }));
  const reading = await read(JSON.stringify(proposals), 'proposals.json');
  expect(reading.questions.map(({ text }) => text)).toEqual(['body']);
});

test('the id of a consultee who comes again is that of a person', async () => {
  const reading = await read([
    ['Consultee ID', 'Comment ID', 'Comment'],
    ...many(30, (at) => [`P${Math.floor(at / 3)}`, `C${at}`, `The lamps near number ${at} are out.`]),
  ]);
  expect(reading.identifying).toEqual(['systemId']);
  expect(reading.people).toBe(30);
});
