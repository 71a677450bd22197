import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EmbeddingLookup } from '../embed/contract.js';

/** Where the vectors are, seen from this file in its source and once built. */
const PLACES = ['../../words/', '../../../../../libs/themes/words/'];
const SIZE = 100;
/** Weight of a word by its rank: frequent words say little (smooth inverse frequency; Arora and others, 2017). */
const SMOOTH = 1e-3;

export interface WordVectors {
  rows: Map<string, number>;
  bytes: Int8Array;
}

let opened: WordVectors | null | undefined;

/** The shipped word vectors (words/LICENCE.txt); null where the files are not there. Read once: 4 MB. */
export function wordVectors(): WordVectors | null {
  if (opened !== undefined) return opened;
  const folder = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((place) =>
    existsSync(`${place}vectors.int8`),
  );
  if (!folder) return (opened = null);
  const words = readFileSync(`${folder}words.txt`, 'utf8').trim().split('\n');
  const file = readFileSync(`${folder}vectors.int8`);
  return (opened = {
    rows: new Map(words.map((word, row) => [word, row])),
    bytes: new Int8Array(file.buffer, file.byteOffset, file.length),
  });
}

/** The vector of a text by its words, each weighted by its rarity; zeros where none is known. */
export function textByWords(vectors: WordVectors, text: string): Float32Array {
  const sum = new Float32Array(SIZE);
  for (const word of text.toLowerCase().match(/[a-z]{2,}/g) ?? []) {
    const row = vectors.rows.get(word);
    if (row === undefined) continue;
    // By Zipf's law a word's share falls with its rank.
    const weight = SMOOTH / (SMOOTH + 0.06 / (row + 1));
    for (let i = 0; i < SIZE; i++) sum[i]! += weight * vectors.bytes[row * SIZE + i]!;
  }
  return sum.map((value) => value / 127);
}

/** Looks up texts by their words; null where the vectors are not there. */
export function byWords(): EmbeddingLookup | null {
  const vectors = wordVectors();
  return vectors && ((text) => textByWords(vectors, text));
}
