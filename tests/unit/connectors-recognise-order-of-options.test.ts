import { readingOf } from '#connectors';
import { csv, known, many, TODAY, type Cell } from '../support/read-sheet.js';

const optionsOf = async (label: string, cells: readonly Cell[]) => {
  const text = csv([['Ref', label], ...cells.map((cell, at): Cell[] => [`R${at}`, cell])]);
  const bytes = new TextEncoder().encode(text);
  const { mapping } = await readingOf({ name: 'a.csv', mediaType: null, bytes }, known, null, TODAY);
  return (mapping!.columns as { key?: string; options?: string[]; learnt?: boolean }[]).find(
    ({ key }) => key,
  )!;
};

describe('options that were read off a file', () => {
  test('stand in no order of counts, and are marked as learnt', async () => {
    const cells = [...many(20, () => 'No'), ...many(10, () => 'Yes'), 'My neighbour is always loud'];
    expect(await optionsOf('Do you use the lido?', cells)).toMatchObject({
      options: ['Yes', 'My neighbour is always loud', 'No'],
      learnt: true,
    });
    const ticks = many(40, (at) => ['Trams;Buses', 'Trams', 'Trams;Cycling', 'Buses'][at % 4]!);
    expect(await optionsOf('How do you come? Tick all that apply', ticks)).toMatchObject({
      options: ['Buses', 'Cycling', 'Trams'],
      learnt: true,
    });
    const sizes = many(60, (at) => ['6 or more', '1 or 2', '1 or 2', '3 to 5', '3 to 5', '3 to 5'][at % 6]!);
    expect(await optionsOf('Which size of household is yours?', sizes)).toMatchObject({
      options: ['1 or 2', '3 to 5', '6 or more'],
    });
  });

  test('that are steps of a scale are the scale’s', async () => {
    const found = await optionsOf(
      'How good?',
      many(40, (at) => ['Poor', 'Poor', 'Good', 'Very good'][at % 4]!),
    );
    expect(found.options).toEqual(['Very good', 'Good', 'Poor']);
    expect(found).not.toHaveProperty('learnt');
  });
});
