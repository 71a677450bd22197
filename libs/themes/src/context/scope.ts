import { back } from '../coders/scope.js';
import { marksOf, type Mark } from './marks.js';
import type { ReadWord } from './segments.js';
import type { Trigger } from './triggers.js';

/** Words before something within its clause that may bear on it, and words after. */
export const REACH = 14;
export const AHEAD = 8;

/** What is named in a text, with what stands about it in its clause. */
export interface Scope {
  words: readonly ReadWord[];
  /** Index of its first word, and after its last. */
  from: number;
  to: number;
  /** Index of the clause's first word, as far back as the reach goes. */
  start: number;
  /** Triggers before and within it, in the order of the text, and after it as far as what it is compared with. */
  before: Mark[];
  after: Mark[];
  /** The words after it in its clause. */
  ahead: string;
  /** Whether the denial is part of what is named: "wouldn't walk there". */
  own: boolean;
}

/** "Wouldn't walk there": the denial is part of what is named. */
const DENIES_ITSELF = /n't$|^(?:do|does|would|will|never|not|no|dare|i'd|we'd|have|cannot|no_longer)$/;

/** The scope of words `from` to `to` (exclusive). @param bad whether they name something bad, which may deny by itself */
export function scopeOf(words: readonly ReadWord[], from: number, to: number, bad: boolean): Scope {
  const marks = marksOf(words);
  const { clause } = words[from]!;
  const inner = bad && DENIES_ITSELF.test(words[from]!.text) ? from + 1 : to;
  const reached = back(words, from, REACH).reverse();
  const start = reached[0] ?? from;
  const before = reached.flatMap((at) => marks.get(at) ?? []).filter((mark) => mark.to <= inner);
  for (let at = from + 1; at < inner; at++) if (marks.has(at)) before.push(marks.get(at)!);
  const after: Mark[] = [];
  for (let at = inner; at < words.length && at < to + AHEAD && words[at]!.clause === clause; at++) {
    if (/^(?:than|as)$/.test(words[at]!.text)) break;
    if (marks.has(at)) after.push(marks.get(at)!);
  }
  return { words, from, to, start, before, after, ahead: aheadOf(words, to).join(' '), own: inner !== to };
}

/** The words from `to` on that stand in the clause of the word before. */
export function aheadOf(words: readonly ReadWord[], to: number, most = AHEAD): string[] {
  const ahead: string[] = [];
  for (let at = to; at < words.length && at < to + most && words[at]!.clause === words[to - 1]!.clause; at++)
    ahead.push(words[at]!.text);
  return ahead;
}

/** Whether a trigger of this kind stands before or within it. */
export const hasBefore = ({ before }: Scope, kind: Trigger): boolean =>
  before.some((mark) => mark.kind === kind);

/** The word that a trigger begins with. */
export const wordOf = ({ words }: Scope, mark: Mark): string => words[mark.from]!.text;

/** Whether a phrase that means something else, or that tells what others say, stands over it. */
export function isOtherSense(words: readonly ReadWord[], from: number, to: number): boolean {
  const marks = marksOf(words);
  for (let at = Math.max(0, from - 5); at < to; at++) {
    const mark = marks.get(at);
    if ((mark?.kind === 'other' || mark?.kind === 'claimed') && mark.to > from) return true;
  }
  return false;
}
