import { joinRanks, MEANING_SIZE, meaningBytes, MeaningShelf, nearestSpelling } from '#themes';
import { ByteRows } from '../../libs/themes/src/find/byte-rows.js';
import { generator } from '../support/generator.js';

const shelfOf = (texts: string[]): MeaningShelf =>
  MeaningShelf.of(
    texts.map((text, answer) => ({ answer, meaning: meaningBytes(text) })),
    MEANING_SIZE,
  );

const nearest = (shelf: MeaningShelf, said: string, most: number): number[] => {
  const asked = shelf.asking(meaningBytes(said));
  return asked ? shelf.nearest(asked, most, -1).map(({ answer }) => answer) : [];
};

const SAID = [
  'The doctor and the nurses were kind',
  'Buses never come on time',
  'Dark streets and broken lamps',
  'Noisy neighbours at night',
  'Food was cold',
  'Rubbish is left on the beach',
];

test('what means the same comes first, whichever words it uses', () => {
  const shelf = shelfOf(SAID);
  expect(nearest(shelf, 'physicians in a hospital', 1)).toEqual([0]);
  expect(nearest(shelf, 'late trains', 1)).toEqual([1]);
  expect(nearest(shelf, 'litter in the sand', 1)).toEqual([5]);
});

test('what was added later is found as well, and what holds no known word by nothing', () => {
  const shelf = shelfOf(SAID).and([
    { answer: 77, meaning: meaningBytes('The surgery has no free appointments') },
    { answer: 78, meaning: meaningBytes('zzxqj') },
  ]);
  expect(nearest(shelf, 'surgery appointments', 1)).toEqual([77]);
  expect(nearest(shelf, 'surgery appointments', 100)).not.toContain(78);
  expect(nearest(shelf, 'zzxqj', 5)).toEqual([]);
  expect(nearest(shelfOf([]), 'lamps', 5)).toEqual([]);
});

test('the kernel finds the cosines that plain arithmetic finds, in rows of any length', () => {
  const random = generator(5);
  const unit = (size: number): Float32Array => {
    const row = Float32Array.from({ length: size }, () => random() - 0.5);
    const length = Math.hypot(...row);
    return row.map((value) => value / length);
  };
  for (const size of [1, 16, 100, 512]) {
    const vectors = Array.from({ length: 37 }, () => unit(size));
    const rows = new ByteRows(size, vectors.length);
    vectors.forEach((vector, row) => rows.set(row, vector));
    const asked = unit(size);
    const { values, scale } = rows.cosines(asked);
    vectors.forEach((vector, row) => {
      const cosine = vector.reduce((sum, value, k) => sum + value * asked[k]!, 0);
      expect(Math.abs(values[row]! / scale - cosine)).toBeLessThan(0.01);
    });
  }
});

test('the first of many are the first of all in order', () => {
  const random = generator(6);
  const vectors = Array.from({ length: 3_000 }, (_, answer) => ({
    answer,
    meaning: Int8Array.from({ length: 20 }, () => Math.round(200 * (random() - 0.5))),
  }));
  const shelf = MeaningShelf.of(vectors, 20);
  const asked = shelf.asking(vectors[7]!.meaning)!;
  const all = shelf.nearest(asked, 3_000, -1);
  expect(all).toHaveLength(3_000);
  expect(all[0]!.answer).toBe(7);
  expect(shelf.nearest(asked, 50, -1)).toEqual(all.slice(0, 50));
  expect(shelf.nearest(asked, 50, all[9]!.near)).toEqual(all.slice(0, 10));
});

test('who is in both lists comes before who is first in one', () => {
  expect(joinRanks([1, 2, 3], [9, 2])).toEqual([
    { answer: 2, foundBy: 'both' },
    { answer: 1, foundBy: 'words' },
    { answer: 3, foundBy: 'words' },
    { answer: 9, foundBy: 'meaning' },
  ]);
});

test.each([
  ['recpetionist', 'receptionist'],
  ['libreri', 'librari'],
  ['lampp', 'lamp'],
  ['lmap', 'lamp'],
  ['bus', null],
  ['xylophone', null],
])('%s is taken for %s', (asked, meant) => {
  const known = ['receptionist', 'librari', 'lamp', 'limp', 'bush'].map((word, i) => ({
    word,
    comments: word === 'limp' ? 1 : 9 - i,
  }));
  expect(nearestSpelling(asked, known)).toBe(meant);
});

test('of two as near the one that most comments hold is meant', () => {
  const known = [
    { word: 'staff', comments: 3 },
    { word: 'stiff', comments: 90 },
  ];
  expect(nearestSpelling('stuff', known)).toBe('stiff');
});
