import type { CodedResponse } from '../contract.js';
import { PhraseIndex } from '../coders/phrases.js';
import type { ClauseWord } from '../coders/clauses.js';
import { isHarmDenied, isSaidToBe } from '../coders/scope.js';
import type { Word } from '../coders/words.js';
import { STANCE_PHRASES, STANCE_PHRASES_BY_CLAUSES, TURNERS } from './words.js';

const indexOf = (phrases: readonly [number, string][]): PhraseIndex<number> => {
  const index = new PhraseIndex<number>();
  for (const [weight, phrase] of phrases) index.add(phrase, weight);
  return index;
};

/** By the number of the way of reading. */
const INDEXES = {
  1: indexOf(STANCE_PHRASES),
  2: indexOf([...STANCE_PHRASES, ...STANCE_PHRASES_BY_CLAUSES]),
};

/** How far before a word a turner ("not") still turns it. */
const REACH = 3;
const CLEAR = 2;

/**
 * Stance of a text by counted words: positive, negative, mixed (both clearly) or neutral. Kept apart from the theme.
 * A trained stance model (train-stance.ts) is better where codings exist.
 */
export function stanceByRules(words: Word[], reading: 1 | 2 = 1): NonNullable<CodedResponse['stance']> {
  let positive = 0;
  let negative = 0;
  for (const { value, from, to } of INDEXES[reading].find(words)) {
    const turned =
      reading === 1 ? isTurned(words, from) : isTurnedInClause(words as ClauseWord[], value, from, to);
    const weight = turned ? -value / 2 : value;
    if (weight > 0) positive += weight;
    else negative -= weight;
  }
  if (
    positive >= CLEAR &&
    negative >= CLEAR &&
    Math.max(positive, negative) <= 3 * Math.min(positive, negative)
  ) {
    return 'mixed';
  }
  if (positive === negative) return 'neutral';
  return positive > negative ? 'positive' : 'negative';
}

/** Praise that is denied, wished or gone is a complaint; a harm that is denied is praise. */
function isTurnedInClause(words: ClauseWord[], value: number, from: number, to: number): boolean {
  return value > 0 ? !isSaidToBe(words, from, to) : isHarmDenied(words, from, to);
}

function isTurned(words: Word[], from: number): boolean {
  for (let at = Math.max(0, from - REACH); at < from; at++) if (TURNERS.has(words[at]!.text)) return true;
  return false;
}
