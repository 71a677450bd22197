import { textByWords, wordVectors } from '../words/word-vectors.js';

/** Length of a vector that `meaningBytes` makes. */
export const MEANING_SIZE = 100;

/** What a text means by its words: the direction of their weighted mean, a byte a number; empty where no word is known. */
export function meaningBytes(text: string): Int8Array {
  const vectors = wordVectors();
  if (!vectors) return new Int8Array(0);
  const sum = textByWords(vectors, text);
  const length = Math.hypot(...sum);
  return length === 0 ? new Int8Array(0) : Int8Array.from(sum, (value) => Math.round((127 * value) / length));
}
