import { PhraseIndex } from '../coders/phrases.js';
import type { ReadWord } from './segments.js';
import { isContractedDenial, TRIGGERS, type Trigger } from './triggers.js';

/** A trigger in a text: indexes into its words, end exclusive. */
export interface Mark {
  kind: Trigger;
  from: number;
  to: number;
}

const INDEX = new PhraseIndex<Trigger>();
for (const [kind, phrases] of Object.entries(TRIGGERS) as [Trigger, string[]][])
  for (const phrase of phrases) INDEX.add(phrase, kind);

/** "No I feel safe": a "no" that answers the question. */
const ANSWERED = /^(?:i|i'm|i've|we|it|it's|they|there|there's|the|this|that|my|never|not|nothing)$/;

/** The triggers of a text by the index of the word that each begins with; none overlaps another. */
export function marksOf(words: readonly ReadWord[]): ReadonlyMap<number, Mark> {
  const known = kept.get(words);
  if (known) return known;
  const marks = new Map<number, Mark>();
  let free = 0;
  for (const mark of candidates(words)) {
    if (mark.from < free) continue;
    marks.set(mark.from, mark);
    free = mark.to;
  }
  kept.set(words, marks);
  return marks;
}

/** Found once for each text, whoever asks. */
const kept = new WeakMap<readonly ReadWord[], ReadonlyMap<number, Mark>>();

/** By place, at one place the longest first; what means nothing goes before what is as long. */
function candidates(words: readonly ReadWord[]): Mark[] {
  const found: Mark[] = INDEX.find([...words])
    .filter(({ from, to }) => words[from]!.clause === words[to - 1]!.clause)
    .filter(({ value, from }) => value !== 'denies' || !isAnswer(words, from))
    .map(({ value, from, to }) => ({ kind: value, from, to }));
  words.forEach(({ text }, at) => {
    if (isContractedDenial(text)) found.push({ kind: 'denies', from: at, to: at + 1 });
  });
  const last = (kind: Trigger): number => (kind === 'nothing' ? 0 : 1);
  return found.sort((a, b) => a.from - b.from || b.to - a.to || last(a.kind) - last(b.kind));
}

function isAnswer(words: readonly ReadWord[], at: number): boolean {
  const opens = at === 0 || words[at - 1]!.sentence !== words[at]!.sentence;
  if (words[at]!.text !== 'no') return false;
  if (/^(?:i|i'm|i've|we|he|she|they|it|it's|you)$/.test(words[at + 1]?.text ?? '')) return true;
  return opens && ANSWERED.test(words[at + 1]?.text ?? '');
}
