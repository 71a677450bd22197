import type { Codebook } from '#domain';
import { noAnswerKind } from '../coders/no-answer.js';
import { openCoder } from '../coder.js';
import type { CoderModel, Response } from '../contract.js';
import type { EmbeddingLookup } from '../embed/contract.js';
import { normalise } from '../grouping/shingles.js';
import type { Candidate } from './next-batch.js';

/**
 * How sure a model is of each theme of uncoded responses, for nextBatch (mode `many`): 0.5 stands for the border
 * from which a theme is assigned. A model that never says anything of a response leaves it without chances.
 * @param embeddings as for code()
 */
export function candidatesOf(
  responses: readonly Response[],
  codebook: Codebook,
  model: CoderModel,
  embeddings?: EmbeddingLookup,
): Candidate[] {
  const coder = openCoder(model, codebook);
  return responses.map((response) => ({
    id: response.id,
    chances: coder.decidedness(response, coder.words(response.text), embeddings),
    content: contentOf(response.text),
  }));
}

/** What a text says, whatever its capitals and signs; all the ways to say nothing say the same. */
export function contentOf(text: string): string {
  return noAnswerKind(text) ?? normalise(text);
}
