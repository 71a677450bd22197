import { carryThemes, changeCodebook, saferPlymouth } from '#themes';

const theme = (code: string, parent: string | null = null) => ({
  code,
  name: code,
  parent,
  definition: 'd',
  include: ['i'],
  exclude: ['e'],
  examples: ['x'],
});

test('a split leaves the parts open for a person, a merge and a rename carry over, a retirement drops', () => {
  const before = JSON.stringify(saferPlymouth);
  const split = changeCodebook(saferPlymouth, {
    kind: 'split',
    theme: 'litter',
    into: [theme('dog-mess'), theme('street-rubbish')],
  });
  expect(split.codebook.version).toBe(2);
  expect(carryThemes(['litter', 'cctv'], split.mapping)).toEqual({
    themes: ['cctv'],
    open: ['dog-mess', 'street-rubbish'],
  });
  const merge = changeCodebook(split.codebook, {
    kind: 'merge',
    themes: ['speeding', 'parking'],
    into: theme('traffic'),
  });
  expect(carryThemes(['speeding', 'parking'], merge.mapping)).toEqual({ themes: ['traffic'], open: [] });
  const retire = changeCodebook(merge.codebook, { kind: 'retire', theme: 'fireworks' });
  expect(carryThemes(['fireworks', 'cctv'], retire.mapping)).toEqual({ themes: ['cctv'], open: [] });
  const rename = changeCodebook(saferPlymouth, { kind: 'rename', theme: 'cctv', name: 'Cameras' });
  expect(carryThemes(['cctv'], rename.mapping).themes).toEqual(['cctv']);
  expect(JSON.stringify(saferPlymouth)).toBe(before);
});

test('themes below one that went get a parent that exists', () => {
  const { codebook } = changeCodebook(saferPlymouth, { kind: 'retire', theme: 'drugs' });
  const codes = new Set(codebook.themes.map(({ code }) => code));
  for (const { parent } of codebook.themes) expect(parent === null || codes.has(parent)).toBe(true);
});

test('unknown themes, taken codes and the themes that every codebook has are refused', () => {
  expect(() => changeCodebook(saferPlymouth, { kind: 'retire', theme: 'nope' })).toThrow('no theme nope');
  expect(() => changeCodebook(saferPlymouth, { kind: 'add', theme: theme('cctv') })).toThrow('taken');
  expect(() => changeCodebook(saferPlymouth, { kind: 'retire', theme: 'other' })).toThrow('every codebook');
});
