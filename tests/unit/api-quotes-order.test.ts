import { evidenceIn, mostTelling } from '../../apps/api/src/public/decisions/most-telling.js';

const quote = (words: string, dissents = false) => ({ quote: words, words, dissents });

test('what gives most to go by comes first, whatever is longer', () => {
  const rich = 'Put lamps between 12 and 40, because buses stop there after 9';
  const long = 'It is all just terrible and nobody ever listens to any of us about any of this at all';
  expect(evidenceIn(rich)).toBeGreaterThan(evidenceIn(long));
  expect(mostTelling([quote(long), quote(rich)]).map(({ words }) => words)).toEqual([rich, long]);
  expect(evidenceIn('')).toBe(0);
});

test('by turns one agrees with most and one does not, and the rest follows', () => {
  const order = mostTelling([quote('aaa'), quote('b'), quote('cc'), quote('d', true), quote('ee', true)]).map(
    ({ words }) => words,
  );
  expect(order).toEqual(['aaa', 'ee', 'cc', 'd', 'b']);
  expect(mostTelling([])).toEqual([]);
});
