import type { EmbeddingLookup } from '../embed/contract.js';
import { learnRows } from '../model/vocabulary.js';
import { beside, type Dense, scaled, withoutCommon } from './dense.js';
import { latentRows } from './latent.js';

/** Weights of word vectors and of latent dimensions beside the sentence vector of length 1; measured in docs/benchmarks/codebooks.md. */
const WORDS = 0.7;
const LATENT = 0.7;
const DIMENSIONS = 60;

/** What texts are grouped by. @param vectors of sentences and of words, where there are any */
export function spaceOf(texts: readonly string[], vectors: readonly (EmbeddingLookup | null)[]): Dense {
  const parts = vectors.flatMap((lookup, at): Dense[] => {
    const found = lookup ? texts.map((text) => lookup(text)) : [];
    if (found.length === 0 || found.some((vector) => vector === undefined)) return [];
    const rows = withoutCommon(found as Dense);
    return [at === 0 ? rows : rows.map((row) => scaled(row, WORDS))];
  });
  const learned = learnRows(
    texts.map((text) => ({ text, question: null })),
    texts.map(() => null),
  );
  const latent = latentRows(learned.rows, learned.vocabulary.terms.length, DIMENSIONS);
  parts.push(latent.map((row) => scaled(row, LATENT)));
  return texts.map((_, i) => beside(parts.map((part) => part[i]!)));
}
