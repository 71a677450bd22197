import { riskPieces } from '#themes';

import { processorSeconds } from '../support/attack-texts.js';

const said = (text: string): string[] => riskPieces(text).map((piece) => piece.text);

test('each sentence is a piece and a short text one more, where they stand', () => {
  const text =
    'More bins by the gate, please!  He watches me at 3.5 miles... I am afraid\nnobody in my house knows';
  const pieces = riskPieces(text);
  expect(pieces.map((piece) => piece.text)).toEqual([
    'More bins by the gate, please!',
    'He watches me at 3.5 miles... I am afraid',
    'nobody in my house knows',
    text,
  ]);
  for (const piece of pieces) expect(text.slice(piece.span.start, piece.span.end)).toBe(piece.text);
});

test('one sentence is one piece, and what holds no letter is none', () => {
  expect(said(' I want help. ')).toEqual(['I want help.']);
  expect(said('... 12 !!\n\n')).toEqual([]);
  expect(said('')).toEqual([]);
});

test('a long text has its sentences alone', () => {
  const text = Array.from({ length: 30 }, (_, i) => `Sentence number ${i} is here now.`).join(' ');
  expect(said(text)).toHaveLength(30);
});

test.each(['.', '? ', 'a. ', 'é', '\n'])('a hundred thousand times %j takes no time', (part) => {
  const text = part.repeat(100_000);
  expect(processorSeconds(() => riskPieces(text), 1)).toBeLessThan(1);
});
