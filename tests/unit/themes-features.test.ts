import fc from 'fast-check';

import { piecesOf, TermCounter } from '../../libs/themes/src/model/features.js';
import { learnRows, vectorise } from '../../libs/themes/src/model/vocabulary.js';

/** A counter, and a way to read its counts by term. */
function counterOfAll(): { counter: TermCounter; read: (text: string) => Record<string, number>[] } {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const counter = new TermCounter((term) => {
    if (!numbers.has(term)) numbers.set(term, terms.push(term) - 1);
    return numbers.get(term)!;
  });
  const read = (text: string): Record<string, number>[] => {
    const { said, beside } = counter.takeApart({ text, question: null });
    return [...(said ?? []), beside].map((part) =>
      Object.fromEntries([...part.terms].map((number, k) => [terms[number]!, part.counts[k]!])),
    );
  };
  return { counter, read };
}

describe('terms of a text', () => {
  test('are words, pairs of words and pieces of words, each as often as it stands there', () => {
    const [words, pieces, beside] = counterOfAll().read('Bad bus, bad BUS');
    expect(words).toEqual({ 'w:bad': 2, 'w:bus': 2, 'w:bad bus': 2, 'w:bus bad': 1 });
    expect(pieces).toMatchObject({ 'c: ba': 2, 'c:bus': 2, 'c:bus,': 1, 'c: bus ': 1, 'c:ad ': 2 });
    expect(beside).toEqual({});
  });

  test('are the same however many texts were taken apart before', () => {
    const { counter, read } = counterOfAll();
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 9 }), { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        expect(read(text)).toEqual(counterOfAll().read(text));
      }),
    );
    const text = 'the lamp of the park and the lamppost';
    const before = read(text);
    // More words than are kept with their pieces.
    for (let i = 0; i < 25_000; i++) counter.takeApart({ text: `x${i} y`, question: null });
    expect(read(text)).toEqual(before);
  });

  test('pieces are of 3 to 5 characters with the borders of the word, or the whole of a short one', () => {
    expect(piecesOf('a')).toEqual(['c: a ']);
    expect(piecesOf('bus')).toEqual(['c: bu', 'c:bus', 'c:us ', 'c: bus', 'c:bus ', 'c: bus ']);
  });
});

describe('rows of features', () => {
  const texts = [
    { text: 'Dark streets, dark lanes.', question: 'What worries you?' },
    { text: 'The streets are dark', question: 'What worries you?', flags: ['lighting'] },
    { text: 'dark streets everywhere', question: null, flags: ['lighting'] },
    { text: 'N/A', question: 'What worries you?' },
  ];
  const { vocabulary, rows } = learnRows(
    texts,
    texts.map(() => Float32Array.of(1, 2)),
  );

  test('learned with the vocabulary are those that a text gets afterwards', () => {
    texts.forEach((text, i) => expect(vectorise(text, vocabulary, Float32Array.of(1, 2))).toEqual(rows[i]));
  });

  test('words and pieces have length 1 each, what stands beside them its set weight', () => {
    const { columns, values } = rows[1]!;
    const lengthOf = (prefix: string): number =>
      columns.reduce(
        (sum, column, k) => sum + (vocabulary.terms[column]!.startsWith(prefix) ? values[k]! ** 2 : 0),
        0,
      );
    expect(lengthOf('w:')).toBeCloseTo(1, 5);
    expect(lengthOf('c:')).toBeCloseTo(1, 5);
    expect(lengthOf('q:')).toBe(0.25);
    expect(lengthOf('f:')).toBe(1);
  });

  test('a text that says nothing has neither words nor a vector', () => {
    const { columns, dense } = rows[3]!;
    expect([...columns].map((column) => vocabulary.terms[column])).toEqual(['q:What worries you?']);
    expect(dense).toEqual(new Float32Array(2));
  });
});
