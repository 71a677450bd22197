import { wordsOf } from '../coders/words.js';

/** A distinct text: its words as hashes, and the sorted distinct hashes of its pairs of neighbouring words. */
export interface Shingled {
  words: Uint32Array;
  pairs: Uint32Array;
}

/** What a text says, whatever its capitals, signs and spaces. Texts without words keep their trimmed signs. */
export function normalise(text: string): string {
  const words = wordsOf(text);
  return words.length === 0 ? text.trim() : words.map((word) => word.text.replaceAll("'", '')).join(' ');
}

/** Cuts a normalised text. */
export function shingle(normalised: string): Shingled {
  const words = Uint32Array.from(normalised.split(' '), hashWord);
  const pairs = new Uint32Array(Math.max(0, words.length - 1));
  for (let i = 0; i < pairs.length; i++) pairs[i] = mix(Math.imul(words[i]!, 31) ^ words[i + 1]!);
  pairs.sort();
  let kept = 0;
  for (let i = 0; i < pairs.length; i++) if (i === 0 || pairs[i] !== pairs[i - 1]) pairs[kept++] = pairs[i]!;
  return { words, pairs: pairs.slice(0, kept) };
}

/** FNV-1a, 32 bits. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Final mixing of 32 bits (murmur3), unsigned. */
export function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** How many values two sorted lists have in common. */
export function inCommon(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      count++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return count;
}
