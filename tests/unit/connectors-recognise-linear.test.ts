import { many, read } from '../support/read-sheet.js';

/** Seconds that a reading takes. */
async function seconds(rows: (string | number)[][]): Promise<number> {
  const from = performance.now();
  await read(rows);
  return (performance.now() - from) / 1000;
}

describe('odd cells and labels are read in time that grows with their length alone', () => {
  test('a long run of digits among figures', async () => {
    const figures = many(30, (at) => [`R${at}`, at % 4 ? at % 4 : `${'1'.repeat(40_000 + at)}x`]);
    expect(await seconds([['Ref', 'How many?'], ...figures])).toBeLessThan(3);
  });

  test('a label of many words joined by lines', async () => {
    const label = 'a_'.repeat(30_000);
    expect(await seconds([['Ref', label], ...many(30, (at) => [`R${at}`, `${at % 3}`])])).toBeLessThan(3);
  });

  test('a cell of many parts', async () => {
    const long = (at: number): string => many(400 + at, () => 'Bins').join(' - ');
    const cells = many(30, (at) => [`R${at}`, at % 3 ? ['Bins', 'Roads'][at % 2]! : long(at)]);
    expect(await seconds([['Ref', 'Which?'], ...cells])).toBeLessThan(3);
  });
});
