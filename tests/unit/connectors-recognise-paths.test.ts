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
