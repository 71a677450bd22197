import type { CoderModel } from '../contract.js';
import { clauseWordsOf, type ClauseWord } from './clauses.js';
import { isDenied } from './negation.js';
import type { ThemeRule } from './rule.js';
import { isHarmDenied, isSaidToBe } from './scope.js';
import { wordsOf, type Word } from './words.js';

/**
 * How a coder takes a text apart and tells what is denied in it. A model carries the number of its way, and one without is of the
 * first: what it coded is coded again to the same bytes.
 */
export interface WayOfReading {
  number: 1 | 2;
  words(text: string): Word[];
  /** Whether a rule's hit does not count. @param words by `words`; @param to end, exclusive */
  passesOver(rule: ThemeRule, words: Word[], from: number, to: number): boolean;
}

const FIRST: WayOfReading = {
  number: 1,
  words: (text) => wordsOf(text),
  passesOver: (rule, words, from) => rule.negation === 'denies' && isDenied(words, from),
};

const BY_CLAUSES: WayOfReading = {
  number: 2,
  words: clauseWordsOf,
  passesOver: (rule, words, from, to) => {
    const clauses = words as ClauseWord[];
    if (rule.negation === 'keeps') return false;
    return rule.says === 'good' ? !isSaidToBe(clauses, from, to) : isHarmDenied(clauses, from, to);
  },
};

/** The way in which new models read. */
export const READING = BY_CLAUSES.number;

export const readingOf = (model: CoderModel): WayOfReading =>
  model.parameters['reading'] === BY_CLAUSES.number ? BY_CLAUSES : FIRST;
