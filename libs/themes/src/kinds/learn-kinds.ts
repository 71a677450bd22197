import {
  chooseLabels,
  type LinearExample,
  type LinearInput,
  type LinearModel,
  predictLinear,
  trainLinear,
} from '../model/linear-model.js';
import { openLinear, storeLinear, type StoredLinear } from '../model/stored-model.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { agreementOfKinds, type KindAgreement } from './agreement-of-kinds.js';

/** Fewer codings by people say too little of what a kind reads like. */
export const FEWEST_OF_KINDS = 50;
/** Below this agreement with people on codings that it did not see, what was learnt has no say ("substantial", Landis and Koch 1977). */
export const LEAST_KAPPA = 0.6;

/** What was learnt of texts that have one of few kinds each: plain JSON. */
export interface StoredKinds {
  codings: number;
  /** Agreement with people on codings, each by a model that did not see it. */
  leftOut: KindAgreement;
  /** Agreement of rules with people on the same codings. */
  rules: KindAgreement;
  /** Null where it has no say. */
  linear: StoredLinear | null;
}

/** Whether what was learnt is right often enough to speak, and more often than rules. */
export const speaks = (leftOut: KindAgreement, rules: KindAgreement): boolean =>
  leftOut.texts >= FEWEST_OF_KINDS && leftOut.kappa >= LEAST_KAPPA && leftOut.kappa > rules.kappa;

/**
 * Learns which one of few kinds a text has. Null under fifty codings, and where all have the same kind. The same codings in the same order,
 * the same bytes.
 * @param coded what people coded: the first label is the kind
 * @param byRules kind of each by rules
 * @param vocabulary terms that were learnt of more texts; absent, those of these. What is kept is opened with the same.
 */
export function learnKinds(
  coded: readonly LinearExample[],
  byRules: readonly string[],
  vocabulary: Vocabulary | null,
): StoredKinds | null {
  const truth = coded.map(({ labels }) => labels[0]!);
  const kinds = [...new Set(truth)].sort();
  if (coded.length < FEWEST_OF_KINDS || kinds.length < 2) return null;
  const { model, outside } = trainLinear([...coded], kinds, 'one', undefined, vocabulary);
  const leftOut = agreementOfKinds(
    truth,
    outside.map((chances) => likeliest(model, chances)),
  )!;
  const rules = agreementOfKinds(truth, byRules)!;
  return {
    codings: coded.length,
    leftOut,
    rules,
    linear: speaks(leftOut, rules) ? storeLinear(model, vocabulary !== null) : null,
  };
}

/** Opens what was kept; null where it has no say. @param vocabulary as in `learnKinds` */
export function openKinds(
  { linear }: StoredKinds,
  vocabulary: Vocabulary | null,
): ((input: LinearInput) => string) | null {
  if (!linear) return null;
  const model = openLinear(linear, vocabulary);
  return (input) => likeliest(model, predictLinear(model, input));
}

const likeliest = (model: LinearModel, chances: Float64Array): string =>
  model.labels[chooseLabels(model, chances)[0]!]!;
