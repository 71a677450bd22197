import { NO_ANSWER } from '#domain';
import type { Codebook } from '#domain';
import { languageOf } from './coders/language.js';
import { isNoAnswer } from './coders/no-answer.js';
import { openCoder } from './coder.js';
import type { OpenCoder } from './coder.js';
import type { CodedResponse, CoderModel, Response } from './contract.js';
import type { EmbeddingLookup } from './embed/contract.js';
import { findPersonalData } from './personal-data/find.js';
import { safeguardingReasons } from './safeguarding/flag.js';

/**
 * Codes responses to themes: "no answer" first, then the model. A response that gets no assignment is left to a
 * person. Stance, personal data and the safeguarding flag are told for every text, whatever its theme.
 * Same inputs, same bytes.
 * @param embeddings vectors of the texts (embedAll), for a model that was trained with them
 * @throws Error where such a model misses one
 */
export function code(
  responses: Response[],
  codebook: Codebook,
  model: CoderModel,
  embeddings?: EmbeddingLookup,
): CodedResponse[] {
  const coder = openCoder(model, codebook);
  return responses.map((response) => codeOne(response, coder, embeddings));
}

function codeOne(
  response: Response,
  coder: OpenCoder,
  embeddings: EmbeddingLookup | undefined,
): CodedResponse {
  const { id, text } = response;
  const coded: CodedResponse = {
    responseId: id,
    noAnswer: isNoAnswer(text),
    assignments: [],
    stance: null,
    personalData: findPersonalData(text),
    safeguarding: false,
  };
  if (coded.noAnswer) {
    const evidence = [{ span: { start: 0, end: text.length }, because: 'the whole answer says nothing' }];
    coded.assignments = [
      { responseId: id, theme: NO_ANSWER, decision: 'assign', probability: 0.98, source: 'rule', evidence },
    ];
    return coded;
  }
  const words = coder.words(text);
  coded.safeguarding = safeguardingReasons(text, words).length > 0;
  // Rules, models and stance words are English: what is in another language goes to a person.
  if (languageOf(text, words) !== 'en') return coded;
  coded.assignments = coder.assign(response, words, embeddings);
  coded.stance = coder.stance(response, words, embeddings);
  return coded;
}
