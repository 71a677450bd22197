import type { EmbeddingLookup } from '../embed/contract.js';
import type { LinearInput } from '../model/linear-model.js';
import { beside, scaled } from './dense.js';
import type { PoolSpace } from './pool-space.js';

/** What a text is looked up in beside its words; null where there is none. */
export interface FewSenses {
  sentences: EmbeddingLookup | null;
  words: EmbeddingLookup | null;
  /** Learnt of the comments that are to be coded; coders before `few-4` have none. */
  space: PoolSpace | null;
}

/** Weights of word vectors and of the pool's dimensions beside a sentence vector of length 1. */
const WORDS = 0.7;
const SPACE = 0.7;

/** A text as a coder of few codings sees it. A sense that does not know the text is left out. */
export function fewInput(
  text: string,
  question: string | null,
  { sentences, words, space }: FewSenses,
): LinearInput {
  const [sentence, word] = [sentences?.(text), words?.(text)];
  // By `hypot`, to the last bit as coders before did it that are kept.
  const length = word ? Math.hypot(...word) || 1 : 1;
  const parts = [
    ...(sentence ? [sentence] : []),
    ...(word ? [word.map((value) => (WORDS * value) / length)] : []),
    ...(space ? [scaled(space.place(text), SPACE)] : []),
  ];
  return { text, question, embedding: parts.length > 0 ? beside(parts) : null };
}
