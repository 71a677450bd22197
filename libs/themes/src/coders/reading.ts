import type { CodedResponse, CoderModel } from '../contract.js';
import { isHarmDenied as isHarmDeniedInContext } from '../context/harms.js';
import { readWordsOf, type ReadWord } from '../context/segments.js';
import { isContraryDenied, isGoodSaid } from '../context/status.js';
import { stanceByClauses } from '../stance/by-clauses.js';
import { isDeniedHere } from '../stance/circumstance.js';
import { stanceByRules } from '../stance/stance.js';
import { clauseWordsOf, type ClauseWord } from './clauses.js';
import { isDenied } from './negation.js';
import type { ThemeRule } from './rule.js';
import { isHarmDenied, isSaidToBe } from './scope.js';
import { wordsOf, type Word } from './words.js';

/** What a phrase of a rule speaks of: its theme, or what is contrary to it. */
export type PhrasesOf = 'phrases' | 'contrary' | 'harms';

/**
 * How a coder takes a text apart and tells what is said, denied or wished in it. A model carries the number of its way, and one without
 * is of the first: what it coded is coded again to the same bytes. So a way is never changed once it has coded; the next one stands beside it.
 */
export interface WayOfReading {
  number: 1 | 2 | 3 | 4;
  words(text: string): Word[];
  /**
   * Whether a rule's hit does not count.
   * @param words by `words`
   * @param to end, exclusive
   * @param of which of the rule's phrases was hit
   */
  passesOver(rule: ThemeRule, words: Word[], from: number, to: number, of: PhrasesOf): boolean;
  /** Stance by counted words. */
  stance(words: Word[]): NonNullable<CodedResponse['stance']>;
}

const FIRST: WayOfReading = {
  number: 1,
  words: (text) => wordsOf(text),
  passesOver: (rule, words, from) => rule.negation === 'denies' && isDenied(words, from),
  stance: (words) => stanceByRules(words, 1),
};

const BY_CLAUSES: WayOfReading = {
  number: 2,
  words: clauseWordsOf,
  passesOver: (rule, words, from, to) => {
    const clauses = words as ClauseWord[];
    if (rule.negation === 'keeps') return false;
    return rule.says === 'good' ? !isSaidToBe(clauses, from, to) : isHarmDenied(clauses, from, to);
  },
  stance: (words) => stanceByRules(words, 2),
};

const BY_CONTEXT: WayOfReading = {
  number: 3,
  words: readWordsOf,
  passesOver: (rule, words, from, to, of) => {
    const read = words as ReadWord[];
    if (rule.negation === 'keeps') return false;
    if (rule.says !== 'good') return isHarmDeniedInContext(read, from, to);
    if (of === 'harms') return !isHarmDeniedInContext(read, from, to);
    return of === 'contrary' ? !isContraryDenied(read, from, to) : !isGoodSaid(read, from, to);
  },
  stance: (words) => stanceByClauses(words as ReadWord[], 3),
};

const BY_CIRCUMSTANCE: WayOfReading = {
  ...BY_CONTEXT,
  number: 4,
  passesOver: (rule, words, from, to, of) => {
    const denied = of === 'phrases' ? null : isDeniedHere(words as ReadWord[], from, to);
    return denied === null ? BY_CONTEXT.passesOver(rule, words, from, to, of) : !denied;
  },
  stance: (words) => stanceByClauses(words as ReadWord[], 4),
};

const WAYS = [FIRST, BY_CLAUSES, BY_CONTEXT, BY_CIRCUMSTANCE];

/** The way in which new models read. */
export const READING = BY_CIRCUMSTANCE.number;

export const readingOf = (model: CoderModel): WayOfReading =>
  WAYS.find(({ number }) => number === model.parameters['reading']) ?? FIRST;
