import { type AnswerCut, OPTION } from '../dimensions.js';

/** Name of the kept table of a cut of answers. */
export const answerTable = (by: AnswerCut | null): string => (by ? `${OPTION},${by}` : OPTION);

/** An option in a kept table. Its place in the facts may move from edition to edition; this does not. */
export const optionValue = (engagement: string, question: string, code: string): string =>
  `${engagement}\u0000${question}\u0000${code}`;
