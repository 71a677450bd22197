import { along, axesOf } from '../../libs/themes/src/discover/axes.js';
import { dot, scaled } from '../../libs/themes/src/discover/dense.js';
import { vectorise } from '../../libs/themes/src/model/vocabulary.js';
import { learnPoolSpace, openPoolSpace } from '#themes';
import { libraryComments } from '../support/libraries.js';

const texts = libraryComments(300, 1).map(({ text }, i) => `${text} (${i})`);
const pool = texts.map((text) => ({ text, question: 'What should change?' }));
const stored = learnPoolSpace(pool)!;

test('the same comments give the same bytes, in any order and however often copied', () => {
  expect(learnPoolSpace([...pool].reverse())).toEqual(stored);
  expect(learnPoolSpace([...pool, ...pool])).toEqual(stored);
});

test('what fewer than five different comments hold is not kept', () => {
  const letter = { text: 'Quillfeather asks for a lift', question: null };
  const told = (many: number) =>
    learnPoolSpace([
      ...pool,
      ...Array.from({ length: 9 }, () => letter),
      ...Array.from({ length: many }, (_, i) => ({ text: `Ask Zebedee, branch ${i}x`, question: null })),
    ])!.terms.split('\n');
  expect(told(5)).toContain('w:zebedee');
  expect(told(4).filter((term) => /zebed|quillf/.test(term))).toEqual([]);
});

test('a number of a dimension takes a byte, and rounding hardly moves a comment', () => {
  const { vocabulary, place } = openPoolSpace(stored);
  const columns = vocabulary.terms.length;
  expect(Buffer.from(stored.axes, 'base64').length).toBe(columns * stored.dimensions);
  const rows = texts.map((text) => vectorise({ text, question: null }, vocabulary, null));
  const { axes, dimensions } = axesOf(rows, columns, stored.dimensions);
  rows.forEach((row, i) => {
    const exact = scaled(along(row, axes, dimensions));
    expect(dot(place(texts[i]!), exact)).toBeGreaterThan(0.999);
  });
});

test('dimensions are at right angles, and as many as the rows have', () => {
  const rows = ['a dog', 'a cat', 'a dog', 'a cat'].map((text) =>
    vectorise({ text, question: null }, openPoolSpace(stored).vocabulary, null),
  );
  const columns = openPoolSpace(stored).vocabulary.terms.length;
  const { axes, dimensions } = axesOf(rows, columns, 3);
  expect(dimensions).toBe(3);
  const axis = (k: number): Float32Array =>
    Float32Array.from({ length: columns }, (_, i) => axes[i * dimensions + k]!);
  expect(dot(axis(0), axis(0))).toBeCloseTo(1, 5);
  expect(dot(axis(0), axis(1))).toBeCloseTo(0, 5);
  expect(dot(axis(2), axis(2))).toBeCloseTo(0, 5);
});

test('few comments tell nothing of all', () => {
  expect(learnPoolSpace(pool.slice(0, 199))).toBeNull();
  expect(openPoolSpace(stored).place('')).toEqual(new Float32Array(stored.dimensions));
});
