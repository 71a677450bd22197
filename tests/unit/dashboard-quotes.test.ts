import { expect, test } from '@jest/globals';
import { shownWords } from '#statements';
import { sentencesOf } from '../../apps/dashboard/src/pages/search/sentences.js';
import { codeOf, shapedSoFar } from '../../apps/dashboard/src/pages/codebooks/draft.js';
import { quotedSpan, shownText, spanInText } from '../../apps/api/src/analyst/quoted-span.js';
import { stretchesOf } from '../../apps/api/src/analyst/stretches.js';

const TEXT = 'Ring Ann Other on 01632 960001! Twice now; nobody came.\nWhy? It is dark';
const MASKS = [
  { span: { start: 5, end: 14 }, type: 'person' },
  { span: { start: 18, end: 30 }, type: 'phone' },
];

test('page and hub count a quote’s places over the same words', () => {
  const segments = stretchesOf(TEXT, MASKS, [{ start: 33, end: 38 }]);
  expect(shownWords(segments)).toBe(shownText({ text: TEXT, masks: MASKS }));
  for (const { from, to, words } of sentencesOf(shownWords(segments)))
    expect(quotedSpan({ text: TEXT, masks: MASKS }, { start: from, end: to })).toBe(words);
});

test('a span of the words as they are shown is masked where it stands in the text, and takes in the masks that it touches', () => {
  const comment = {
    text: `🎺 ${TEXT}`,
    masks: MASKS.map(({ span, type }) => ({ span: { start: span.start + 3, end: span.end + 3 }, type })),
  };
  const shown = shownText(comment);
  const inText = (words: string) => {
    const start = shown.indexOf(words);
    const span = spanInText(comment, { start, end: start + words.length });
    return span && comment.text.slice(span.start, span.end);
  };
  expect(inText('Twice now')).toBe('Twice now');
  expect(inText('Ring')).toBe('Ring');
  expect(inText('removed] on [phone')).toBe('Ann Other on 01632 960001');
  expect(inText('number removed]! Twice')).toBe('01632 960001! Twice');
  expect(spanInText(comment, { start: 1, end: 2 })).toEqual({ start: 0, end: 2 });
  expect(spanInText(comment, { start: 4, end: 4 })).toBeNull();
  expect(spanInText(comment, { start: 900, end: 950 })).toBeNull();
  expect(spanInText(comment, { start: -5, end: 6 })).toEqual({ start: 0, end: 6 });
});

test('sentences end at full stops, question and exclamation marks and ends of lines, and nothing is lost but blanks', () => {
  const shown = shownText({ text: TEXT, masks: MASKS });
  const sentences = sentencesOf(shown).map(({ words }) => words);
  expect(sentences).toEqual([
    'Ring [name removed] on [phone number removed]!',
    'Twice now; nobody came.',
    'Why?',
    'It is dark',
  ]);
  expect(sentencesOf('')).toEqual([]);
  expect(sentencesOf('  ...  ')).toEqual([]);
});

test('a codebook’s code comes of its name, and what is shaped is told in a heading', () => {
  expect(codeOf('Bücher & Café: 2025!')).toBe('bucher-cafe-2025');
  expect(codeOf('!!')).toBe('');
  const theme = (state: string) => ({ state }) as never;
  expect(shapedSoFar([theme('KEPT'), theme('OPEN'), theme('MERGED')])).toBe(
    '1 of 3 themes are kept, 1 is to decide',
  );
  expect(shapedSoFar([theme('KEPT'), theme('DROPPED')])).toBe('1 of 2 themes are kept, all are decided');
});
