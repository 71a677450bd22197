import type { CodedResponse } from '../contract.js';
import { PhraseIndex } from '../coders/phrases.js';
import type { Word } from '../coders/words.js';
import { STANCE_PHRASES, TURNERS } from './words.js';

const index = new PhraseIndex<number>();
for (const [weight, phrase] of STANCE_PHRASES) index.add(phrase, weight);

/** How far before a word a turner ("not") still turns it. */
const REACH = 3;
const CLEAR = 2;

/**
 * Stance of a text by counted words: positive, negative, mixed (both clearly) or neutral. Kept apart from the theme.
 * A trained stance model (train-stance.ts) is better where codings exist.
 */
export function stanceByRules(words: Word[]): NonNullable<CodedResponse['stance']> {
  let positive = 0;
  let negative = 0;
  for (const { value, from } of index.find(words)) {
    const weight = isTurned(words, from) ? -value / 2 : value;
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

function isTurned(words: Word[], from: number): boolean {
  for (let at = Math.max(0, from - REACH); at < from; at++) if (TURNERS.has(words[at]!.text)) return true;
  return false;
}
