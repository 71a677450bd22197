import { mix } from './shingles.js';
import type { Shingled } from './shingles.js';

/** 32 bands of 3: a pair with half of its shingles in common meets in some band with probability 0.986. */
const BANDS = 32;
const ROWS = 3;
/** In a bucket larger than this, each text is compared with so many neighbours only. */
const CROWD = 24;

/**
 * Pairs of texts that may be near copies, by MinHash and banding (Broder 1997; Leskovec, Rajaraman and Ullman,
 * Mining of Massive Datasets, ch. 3). Calls `visit` with indexes, the smaller first; a pair may come more than once.
 */
export function visitCandidates(texts: Shingled[], visit: (a: number, b: number) => void): void {
  const seeds = Uint32Array.from({ length: BANDS * ROWS }, (_, i) => mix(i + 1));
  const keys = texts.map((text) => bandKeys(text, seeds));
  for (let band = 0; band < BANDS; band++) {
    const buckets = new Map<number, number[]>();
    keys.forEach((key, index) => {
      const bucket = buckets.get(key[band]!);
      if (bucket) bucket.push(index);
      else buckets.set(key[band]!, [index]);
    });
    for (const bucket of buckets.values()) visitBucket(bucket, visit);
  }
}

function bandKeys({ pairs }: Shingled, seeds: Uint32Array): Uint32Array {
  const least = new Uint32Array(seeds.length).fill(0xffffffff);
  for (const pair of pairs) {
    for (let s = 0; s < seeds.length; s++) {
      // Multiply-shift family: cheap, and enough for a filter whose hits are all verified.
      let hash = Math.imul(pair ^ seeds[s]!, 0x9e3779b1);
      hash = (hash ^ (hash >>> 15)) >>> 0;
      if (hash < least[s]!) least[s] = hash;
    }
  }
  const keys = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band++) {
    let key = band;
    for (let row = 0; row < ROWS; row++) key = mix(Math.imul(key, 33) ^ least[band * ROWS + row]!);
    keys[band] = key;
  }
  return keys;
}

function visitBucket(bucket: number[], visit: (a: number, b: number) => void): void {
  for (let i = 1; i < bucket.length; i++) {
    for (let j = 0; j < i; j++) {
      if (bucket.length > CROWD && j >= CROWD / 2 && j < i - CROWD / 2) continue;
      visit(bucket[j]!, bucket[i]!);
    }
  }
}
