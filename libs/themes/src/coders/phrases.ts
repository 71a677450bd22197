import type { Word } from './words.js';

/**
 * A small language for phrases, so that rules are data that a person can read and write:
 * - `word` is that word and `stem*` any word that begins so; both stop at word borders;
 * - `a|b*|two_words` is any one of them, `the?` may be missing, `..` stands for up to three other words;
 * - hyphens and punctuation between words do not matter.
 */
export interface Phrase {
  source: string;
  steps: Step[];
}

interface Step {
  gap: boolean;
  exact: string[];
  stems: string[];
}

/** Where a phrase stands: indexes into the words, end exclusive. */
export interface Hit<T> {
  value: T;
  phrase: string;
  from: number;
  to: number;
}

const LONGEST_GAP = 3;
const KEY = 3;

/** Reads a phrase; optional words and alternatives of several words give variants. Throws where it makes none. */
export function readPhrase(source: string): Phrase[] {
  let variants: Step[][] = [[]];
  for (const token of source.trim().toLowerCase().split(/\s+/)) {
    const options = readToken(token);
    variants = variants.flatMap((steps) => options.map((option) => [...steps, ...option]));
  }
  return variants.map((steps) => {
    if (steps.length === 0 || steps[0]!.gap || steps.at(-1)!.gap)
      throw new Error(`Not a phrase: "${source}"`);
    return { source, steps };
  });
}

/** The sequences of steps that one token may stand for. */
function readToken(token: string): Step[][] {
  if (token === '..') return [[{ gap: true, exact: [], stems: [] }]];
  const optional = token.endsWith('?');
  const parts = (optional ? token.slice(0, -1) : token).split('|').filter((part) => part !== '');
  const single = parts.filter((part) => !part.includes('_'));
  const options = parts
    .filter((part) => part.includes('_'))
    .map((part) => part.split('_').map((word) => step([word])));
  if (single.length > 0) options.unshift([step(single)]);
  if (optional) options.push([]);
  return options;
}

/** People leave out apostrophes: "can't" stands for "cant" too. Not where that makes another word ("we're"). */
function withoutApostrophe(part: string): string[] {
  return part.includes("'") && !/'(?:ll|re|d)$/.test(part) ? [part, part.replaceAll("'", '')] : [part];
}

function step(words: string[]): Step {
  const parts = words.flatMap(withoutApostrophe);
  return {
    gap: false,
    exact: parts.filter((part) => !part.endsWith('*')),
    stems: parts.filter((part) => part.endsWith('*')).map((part) => part.slice(0, -1)),
  };
}

/** Finds many phrases in one pass: candidates are looked up by the word that a phrase begins with. */
export class PhraseIndex<T> {
  private readonly byWord = new Map<string, Entry<T>[]>();
  private readonly byStem = new Map<string, Entry<T>[]>();

  /** Adds a phrase with the value that its hits carry. */
  add(source: string, value: T): void {
    for (const phrase of readPhrase(source)) {
      const entry = { phrase, value };
      const first = phrase.steps[0]!;
      for (const word of first.exact) push(this.byWord, word, entry);
      for (const stem of first.stems) push(this.byStem, stem.slice(0, KEY), entry);
    }
  }

  /** All hits, in the order of the text; the same phrase at the same place is told once. */
  find(words: Word[]): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!.text;
      this.tryAll(this.byWord.get(word), words, at, hits);
      for (let length = 1; length <= KEY && length <= word.length; length++) {
        this.tryAll(this.byStem.get(word.slice(0, length)), words, at, hits);
      }
    }
    return hits;
  }

  private tryAll(entries: Entry<T>[] | undefined, words: Word[], at: number, hits: Hit<T>[]): void {
    for (const { phrase, value } of entries ?? []) {
      const end = matchSteps(phrase.steps, 0, words, at);
      if (end >= 0) hits.push({ value, phrase: phrase.source, from: at, to: end });
    }
  }
}

interface Entry<T> {
  phrase: Phrase;
  value: T;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Index after the last matched word, or -1. */
function matchSteps(steps: Step[], step: number, words: Word[], at: number): number {
  if (step === steps.length) return at;
  const wanted = steps[step]!;
  if (wanted.gap) {
    for (let skip = 0; skip <= LONGEST_GAP; skip++) {
      const end = matchSteps(steps, step + 1, words, at + skip);
      if (end >= 0) return end;
    }
    return -1;
  }
  const word = words[at]?.text;
  if (word === undefined || !fits(wanted, word)) return -1;
  return matchSteps(steps, step + 1, words, at + 1);
}

function fits(step: Step, word: string): boolean {
  return step.exact.includes(word) || step.stems.some((stem) => word.startsWith(stem));
}
