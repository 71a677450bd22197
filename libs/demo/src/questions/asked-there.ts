import { ENGAGEMENTS } from '../story/agencies.js';
import { bank, questionsOf } from './asked.js';
import { keyOf } from './columns.js';
import type { DemoQuestion } from './demo-question.js';

/** Closed questions that any engagement of a source asks, each once. */
export function askedThere(source: string): DemoQuestion[] {
  const keys = new Set(
    ENGAGEMENTS.filter((engagement) => engagement.source === source).flatMap(({ key }) =>
      questionsOf(key).map((question) => question.key),
    ),
  );
  return bank().filter(({ key }) => keys.has(key));
}

/** Closed questions as each engagement asks them, by the keys that the hub knows them by; items of matrices are left out. */
export const questionsAsked = (): {
  agency: string;
  engagement: string;
  question: string;
  text: string;
  options: readonly string[];
}[] =>
  ENGAGEMENTS.flatMap(({ agency, key }) =>
    questionsOf(key)
      .filter(({ kind }) => kind !== 'matrix')
      .map((question) => ({
        agency: agency.code,
        engagement: key,
        question: keyOf(question),
        text: question.text,
        options: question.options,
      })),
  );
