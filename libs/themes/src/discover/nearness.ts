import type { EmbeddingLookup } from '../embed/contract.js';
import { type Dense, dot, scaled } from './dense.js';

/** How near each of some phrases is to what a group says: cosines, none below 0. */
export type Nearness = (phrases: readonly string[]) => number[];

/**
 * For each group, how near phrases are to the middle of its texts by word vectors, seen from the middle of all texts. Of a phrase with no
 * known word (a place, a misspelling) nothing can be said: it stands where the others stand on average.
 * @param groups of each text
 */
export function nearnessOf(
  texts: readonly string[],
  groups: readonly number[],
  of: number,
  words: EmbeddingLookup,
): Nearness[] {
  const rows = texts.map((text) => scaled(words(text)!));
  const middle = meanOf(rows);
  const seen = (row: Float32Array): Float32Array => scaled(row.map((value, i) => value - middle[i]!));
  return Array.from({ length: of }, (_, group) => {
    const towards = seen(meanOf(rows.filter((_, i) => groups[i] === group)));
    return (phrases) => {
      const near = phrases.map((phrase) => {
        const row = scaled(words(phrase)!);
        return row.some((value) => value !== 0) ? Math.max(0, dot(seen(row), towards)) : null;
      });
      const known = near.filter((value) => value !== null);
      const usual = known.reduce((sum, value) => sum + value, 0) / (known.length || 1);
      return near.map((value) => value ?? usual);
    };
  });
}

function meanOf(rows: Dense): Float32Array {
  const mean = new Float32Array(rows[0]?.length ?? 0);
  for (const row of rows) for (let i = 0; i < mean.length; i++) mean[i]! += row[i]! / rows.length;
  return mean;
}
