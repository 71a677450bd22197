import { noAnswerOf } from '../coders/no-answer.js';
import { wordsOf } from '../coders/words.js';

/** A text and what is known beside its words. */
export interface Text {
  text: string;
  question: string | null;
  /** What rules found in the text, for example the themes of their hits. */
  flags?: string[];
}

/** Terms by number, in the order in which they first come, and how often each comes. */
export interface Counted {
  terms: Int32Array;
  counts: Int32Array;
}

/**
 * The terms of a text: `w:` words and pairs of words, `c:` pieces of 3-5 characters within a word; beside them `q:` the question
 * and `f:` what rules found.
 */
export interface Parts {
  /** Words, and pieces of words; null where the text says nothing. */
  said: [words: Counted, pieces: Counted] | null;
  beside: Counted;
}

const SHORTEST = 3;
const LONGEST = 5;
/** So many words are kept with their pieces: the words of a language come again and again, those of a text may never. */
const MOST_KEPT = 20_000;

/** Takes texts apart into numbered terms. Not to be shared by threads. */
export class TermCounter {
  private readonly tally = new Tally();
  /** Numbers of the pieces of each word met, with repeats: to find them anew takes the longest of all. */
  private readonly kept = new Map<string, Int32Array>();

  /** @param numberOf a number for a term, below 0 where the term is not wanted; the same whenever it is asked */
  constructor(private readonly numberOf: (term: string) => number) {}

  takeApart({ text, question, flags }: Text): Parts {
    const words = wordsOf(text).map((word) => word.text);
    const empty = noAnswerOf(words);
    if (question) this.add(`q:${question}`);
    if (empty) {
      this.add(`f:${empty}`);
      // "Nothing" is praise after "What could be better?" and blame after "What was good?"; a blank is a blank.
      if (question && empty === 'nothing') this.add(`f:${empty} ${question}`);
    }
    for (const flag of flags ?? []) this.add(`f:${flag}`);
    const beside = this.tally.take();
    return { said: empty ? null : [this.countWords(words), this.countPieces(text)], beside };
  }

  /** Words and pairs of neighbouring words. */
  private countWords(words: string[]): Counted {
    let before = '';
    for (const word of words) {
      this.add(`w:${word}`);
      if (before) this.add(`w:${before} ${word}`);
      before = word;
    }
    return this.tally.take();
  }

  private countPieces(text: string): Counted {
    for (const word of text.toLowerCase().split(/\s+/)) {
      if (word === '') continue;
      let pieces = this.kept.get(word);
      if (!pieces) {
        pieces = Int32Array.from(piecesOf(word), (piece) => this.numberOf(piece));
        if (this.kept.size >= MOST_KEPT) this.kept.clear();
        this.kept.set(word, pieces);
      }
      for (let k = 0; k < pieces.length; k++) this.tally.add(pieces[k]!);
    }
    return this.tally.take();
  }

  private add(term: string): void {
    this.tally.add(this.numberOf(term));
  }
}

/** The pieces of 3-5 characters of a lower-case word, borders marked by a space; they carry misspellings and endings. */
export function piecesOf(word: string): string[] {
  const padded = ` ${word} `;
  const pieces: string[] = [];
  for (let length = SHORTEST; length <= LONGEST; length++) {
    if (padded.length <= length) {
      pieces.push(`c:${padded}`);
      break;
    }
    for (let at = 0; at + length <= padded.length; at++) pieces.push(`c:${padded.slice(at, at + length)}`);
  }
  return pieces;
}

/** Counts numbers from 0, in the order in which they first come. */
class Tally {
  private times = new Int32Array(1 << 14);
  private readonly met: number[] = [];

  add(number: number): void {
    if (number < 0) return;
    if (number >= this.times.length) this.grow(number);
    if (this.times[number]!++ === 0) this.met.push(number);
  }

  /** What was counted since the last time. */
  take(): Counted {
    const { times, met } = this;
    const terms = Int32Array.from(met);
    const counts = terms.map((number) => times[number]!);
    for (const number of met) times[number] = 0;
    met.length = 0;
    return { terms, counts };
  }

  private grow(number: number): void {
    const larger = new Int32Array(2 * number);
    larger.set(this.times);
    this.times = larger;
  }
}
