import { askedWords, findByWords, wordsLike, type Transaction } from '#store';
import type * as Themes from '#themes';
import type { Shelves } from './shelves.js';

/** The best by words that are looked at; beyond, words are too common to tell anything. */
export const MOST_BY_WORDS = 1_000;
export const MOST_BY_MEANING = 300;
/** Cosine from which a comment is taken to speak of the same; chosen on comments that were read. */
export const NEAR = 0.45;

/** Comments in one order, and what was looked for. */
export interface Ranked {
  order: { answer: number; foundBy: Themes.FoundBy }[];
  /** Words as they are indexed, as they were asked for or as they were meant. */
  terms: string[];
  /** More hold the words than were looked at. */
  more: boolean;
  /** How near pieces of text come to what is asked, from -1 to 1. */
  nearness: (pieces: readonly string[]) => number[];
}

/** Orders the comments of the session's agencies by their words and by their meaning. */
export async function rankComments(tx: Transaction, shelves: Shelves, said: string): Promise<Ranked> {
  const themes = await import('#themes');
  const terms = await termsOf(tx, said, themes);
  const byWords = await findByWords(tx, terms, MOST_BY_WORDS);
  const shelf = await shelves.of(tx);
  const asked = shelf.asking(themes.meaningBytes(said));
  const nearest = asked ? shelf.nearest(asked, MOST_BY_MEANING, NEAR) : [];
  return {
    order: themes.joinRanks(
      byWords.map(({ answer }) => answer),
      nearest.map(({ answer }) => answer),
    ),
    terms,
    more: (byWords[0]?.found ?? 0) > MOST_BY_WORDS,
    nearness: (pieces) =>
      asked ? shelf.nearness(asked, pieces.map(themes.meaningBytes)) : pieces.map(() => -1),
  };
}

/** Words that are asked for, as they are indexed; one that nobody used is taken for the nearest that somebody did. */
async function termsOf(tx: Transaction, said: string, { nearestSpelling }: typeof Themes): Promise<string[]> {
  const terms = new Set<string>();
  for (const { word, comments } of await askedWords(tx, said))
    if (comments > 0) terms.add(word);
    else terms.add(nearestSpelling(word, await wordsLike(tx, word)) ?? word);
  return [...terms];
}
