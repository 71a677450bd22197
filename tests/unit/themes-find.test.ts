import { joinRanks, meaningBytes, MeaningShelf } from '#themes';

const shelfOf = (texts: string[]): MeaningShelf =>
  MeaningShelf.of(texts.map((text, answer) => ({ answer, meaning: meaningBytes(text) })));

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
  expect(shelf.nearest('physicians in a hospital', 1, -1)[0]!.answer).toBe(0);
  expect(shelf.nearest('late trains', 1, -1)[0]!.answer).toBe(1);
  expect(shelf.nearest('litter in the sand', 1, -1)[0]!.answer).toBe(5);
});

test('what was added later is found as well, and what holds no known word by nothing', () => {
  const shelf = shelfOf(SAID).and([
    { answer: 77, meaning: meaningBytes('The surgery has no free appointments') },
    { answer: 78, meaning: meaningBytes('zzxqj') },
  ]);
  expect(shelf.nearest('surgery appointments', 1, -1)[0]!.answer).toBe(77);
  expect(shelf.nearest('surgery appointments', 100, -1).map(({ answer }) => answer)).not.toContain(78);
  expect(shelf.nearest('zzxqj', 5, -1)).toEqual([]);
  expect(shelfOf([]).nearest('lamps', 5, -1)).toEqual([]);
});

test('who is in both lists comes before who is first in one', () => {
  expect(joinRanks([1, 2, 3], [9, 2])).toEqual([
    { answer: 2, foundBy: 'both' },
    { answer: 1, foundBy: 'words' },
    { answer: 9, foundBy: 'meaning' },
    { answer: 3, foundBy: 'words' },
  ]);
});
