import { NO_ANSWER } from '#domain';
import type { Codebook } from '#domain';
import { RuleCoder } from './coders/code-by-rules.js';
import { languageOf } from './coders/language.js';
import { isNoAnswer } from './coders/no-answer.js';
import { rulesIn } from './coders/rule-model.js';
import { wordsOf } from './coders/words.js';
import type { CodedResponse, CoderModel, Response } from './contract.js';
import { findPersonalData } from './personal-data/find.js';
import { safeguardingReasons } from './safeguarding/flag.js';
import { stanceByRules } from './stance/stance.js';

/**
 * Codes responses to themes: "no answer" first, then the model. A response that gets no assignment is left to a
 * person. Stance, personal data and the safeguarding flag are told for every text, whatever its theme.
 * Same inputs, same bytes.
 */
export function code(responses: Response[], codebook: Codebook, model: CoderModel): CodedResponse[] {
  const coder = ruleCoderOf(model, codebook);
  return responses.map((response) => codeOne(response, coder));
}

/** Rules take some 20 ms to read, so what was read is kept for as long as the model object lives. */
const read = new WeakMap<CoderModel, { codebook: Codebook; coder: RuleCoder }>();

function ruleCoderOf(model: CoderModel, codebook: Codebook): RuleCoder {
  const known = read.get(model);
  if (known?.codebook === codebook) return known.coder;
  const coder = new RuleCoder(rulesIn(model), codebook);
  read.set(model, { codebook, coder });
  return coder;
}

function codeOne({ id, text }: Response, coder: RuleCoder): CodedResponse {
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
  const words = wordsOf(text);
  coded.safeguarding = safeguardingReasons(text, words).length > 0;
  // Phrases and stance words are English: what is in another language goes to a person.
  if (languageOf(text, words) !== 'en') return coded;
  coded.assignments = coder.assign(id, words);
  coded.stance = stanceByRules(words);
  return coded;
}
