import type { Span } from '../contract.js';
import { PhraseIndex } from '../coders/phrases.js';
import { wordsOf } from '../coders/words.js';
import type { Word } from '../coders/words.js';
import { IN_POWER, SAFEGUARDING_PHRASES, SIGNS_OF_HARM } from './phrases.js';

const index = new PhraseIndex<string>();
for (const [kind, phrases] of Object.entries(SAFEGUARDING_PHRASES)) {
  for (const phrase of phrases) index.add(phrase, kind);
}

const pairs = new PhraseIndex<'who' | 'sign'>();
for (const phrase of IN_POWER) pairs.add(phrase, 'who');
for (const phrase of SIGNS_OF_HARM) pairs.add(phrase, 'sign');

/** Why a text was flagged: the kind of risk and where its words stand. */
export interface SafeguardingReason {
  kind: string;
  span: Span;
}

/** Words of a text that may mean that somebody is at risk; empty where there are none. Chosen for recall. */
export function safeguardingReasons(text: string, words: Word[] = wordsOf(text)): SafeguardingReason[] {
  const reasons = index
    .find(words)
    .map(({ value, from, to }) => ({ kind: value, span: spanOf(words, from, to) }));
  return [...reasons, ...harmTogether(text, words)];
}

/** Signs of harm in a sentence that names somebody who may be in another's power. */
function harmTogether(text: string, words: Word[]): SafeguardingReason[] {
  const hits = pairs.find(words).map(({ value, from, to }) => ({ value, span: spanOf(words, from, to) }));
  const people = hits.filter(({ value }) => value === 'who');
  if (people.length === 0) return [];
  return hits
    .filter(({ value, span }) => value === 'sign' && people.some((who) => !isParted(text, who.span, span)))
    .map(({ span }) => ({ kind: 'harm', span }));
}

/** Whether a sentence ends between two places. */
function isParted(text: string, a: Span, b: Span): boolean {
  return /[.!?\n]/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));
}

function spanOf(words: Word[], from: number, to: number): Span {
  return { start: words[from]!.start, end: words[to - 1]!.end };
}
