import type * as Themes from '#themes';
import type { FewSources, FewVectors } from '#themes';
import type { OwnAnswer } from '#store';

import type { Vectors } from '../coder.js';
import { maskedText } from '../masked-text.js';

/** An answer as a codebook's coder reads it: without what is personal. */
export interface OwnText {
  id: string;
  answer: number;
  agency: string;
  question: string;
  text: string;
}

export const textOf = ({ answer, agency, question, text, masks }: OwnAnswer): OwnText => ({
  id: String(answer).padStart(15, '0'),
  answer,
  agency,
  question,
  text: maskedText(text, masks),
});

/**
 * Vectors of what is to be learned and coded, sentence vectors made where they are missing.
 * @param wanted false: words alone
 */
export async function fewVectors(
  { byWords, fewTexts }: typeof Themes,
  vectors: Vectors,
  sources: Pick<FewSources, 'themes' | 'pool' | 'coded' | 'grouped'>,
  wanted = vectors.wanted,
): Promise<FewVectors> {
  const embedder = wanted ? await vectors.id() : null;
  const sentences = embedder === null ? null : await vectors.of(fewTexts(sources));
  return { sentences, embedder: sentences ? embedder : null, words: byWords() };
}
