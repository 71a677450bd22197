import { many, read } from '../support/read-sheet.js';

const OPTIONS = ['Swim', 'Gym', 'Classes', 'Courts'];
const chosen = (at: number): string[] => {
  const some = OPTIONS.filter((_, option) => ((at * 5 + option * 3) % 7) % 2 === 0);
  return some.length ? some : [OPTIONS[at % 4]!];
};
const asked = (cells: (at: number) => string, rows = 40) =>
  read([['Ref', 'Activities today'], ...many(rows, (at) => [`R${at}`, cells(at)])]);

describe('what parts the options of a cell is learnt from the column', () => {
  it.each(['/', ' + ', '+', ' & ', '&', '^', '|', '~', ' - '])('%j', async (mark) => {
    // Each option alone, then several.
    const reading = await asked((at) => (at < 4 ? OPTIONS[at]! : chosen(at).join(mark)));
    expect(reading.questions).toHaveLength(1);
    expect(reading.questions[0]!.kind).toBe('multi-choice');
    expect([...reading.questions[0]!.options].sort()).toEqual([...OPTIONS].sort());
    expect(reading.status).toBe('ready');
  });

  test('an option that holds the mark in its own words stays whole', async () => {
    const options = ['Arts & crafts', 'Swim', 'Gym', 'Food & drink'];
    const reading = await asked((at) =>
      at < 4 ? options[at]! : options.filter((_, option) => (at + option) % 3).join(' & '),
    );
    expect(reading.questions[0]!.kind).toBe('multi-choice');
    expect([...reading.questions[0]!.options].sort()).toEqual([...options].sort());
  });

  it.each([
    [['Male/female toilets', 'Changing rooms', 'Lockers']],
    [['Arts & crafts', 'Food & drink', 'Music']],
    [['Walk/cycle', 'Bus/train', 'Car']],
    [['0-5', '6-10', '11+']],
  ])('a choice whose options hold it stays one: %j', async (options) => {
    const reading = await asked((at) => options[at % options.length]!);
    expect(reading.questions[0]!.kind).toBe('choice');
    expect([...reading.questions[0]!.options].sort()).toEqual([...options].sort());
    expect(reading.status).toBe('ready');
  });

  it.each(['Bus/Train', 'Bus and Train'])('one cell of two others is asked about: %s', async (both) => {
    const reading = await asked((at) => ['Bus', 'Train', both, 'Car'][at % 4]!);
    expect(reading.status).toBe('asks');
  });
});
