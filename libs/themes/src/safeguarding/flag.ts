import type { Span } from '../contract.js';
import { PhraseIndex } from '../coders/phrases.js';
import { wordsOf } from '../coders/words.js';
import type { Word } from '../coders/words.js';
import { SAFEGUARDING_PHRASES } from './phrases.js';

const index = new PhraseIndex<string>();
for (const [kind, phrases] of Object.entries(SAFEGUARDING_PHRASES)) {
  for (const phrase of phrases) index.add(phrase, kind);
}

/** Why a text was flagged: the kind of risk and where its words stand. */
export interface SafeguardingReason {
  kind: string;
  span: Span;
}

/** Words of a text that may mean that somebody is at risk; empty where there are none. Chosen for recall. */
export function safeguardingReasons(text: string, words: Word[] = wordsOf(text)): SafeguardingReason[] {
  return index.find(words).map(({ value, from, to }) => ({
    kind: value,
    span: { start: words[from]!.start, end: words[to - 1]!.end },
  }));
}
