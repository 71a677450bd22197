import type { noAnswerKind } from '../coders/no-answer.js';
import { wordsOf } from '../coders/words.js';

/**
 * Features of a text with their counts: `w:` words and pairs of words, `c:` pieces of 3-5 characters within a word,
 * `q:` the question, `f:` what rules found.
 */
export type Terms = Map<string, number>;

const SHORTEST = 3;
const LONGEST = 5;

/** Counts the words and pairs of neighbouring words of a text. */
export function wordTerms(text: string): Terms {
  const terms: Terms = new Map();
  let before = '';
  for (const { text: word } of wordsOf(text)) {
    add(terms, `w:${word}`);
    if (before) add(terms, `w:${before} ${word}`);
    before = word;
  }
  return terms;
}

/** Counts the pieces of 3-5 characters of each word, borders marked by a space; they carry misspellings and endings. */
export function characterTerms(text: string): Terms {
  const terms: Terms = new Map();
  for (const word of text.toLowerCase().split(/\s+/)) {
    if (word === '') continue;
    const padded = ` ${word} `;
    for (let length = SHORTEST; length <= LONGEST; length++) {
      if (padded.length <= length) {
        add(terms, `c:${padded}`);
        break;
      }
      for (let at = 0; at + length <= padded.length; at++) add(terms, `c:${padded.slice(at, at + length)}`);
    }
  }
  return terms;
}

/** What is known beside the words: the question asked, and, where a text says nothing, in which of the many ways. */
export function sideTerms(
  empty: ReturnType<typeof noAnswerKind>,
  question: string | null,
  flags: string[],
): Terms {
  const terms: Terms = new Map();
  if (question) add(terms, `q:${question}`);
  if (empty) {
    add(terms, `f:${empty}`);
    // "Nothing" is praise after "What could be better?" and blame after "What was good?"; a blank is a blank.
    if (question && empty === 'nothing') add(terms, `f:${empty} ${question}`);
  }
  for (const flag of flags) add(terms, `f:${flag}`);
  return terms;
}

function add(terms: Terms, term: string): void {
  terms.set(term, (terms.get(term) ?? 0) + 1);
}
