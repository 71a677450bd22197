import type { Asking } from '#statements';
import { answersOf, wholeOf } from '../results/answers-of.js';
import type { AskedQuestion } from '../results/asked-questions.js';
import type { ReleasedAnswers } from '../results/released-answers.js';

interface Told extends Pick<Asking, 'counted' | 'answered'> {
  /** Whole percent. */
  share: number | null;
}

const NOTHING: Told = { share: null, counted: null, answered: null };
const NO_SIDES = new Map();

/**
 * The share of the options that count: the sum of the percentages that the survey's own page tells, so that both pages say the same;
 * null as soon as one of them is hidden, or too few answered.
 */
export function shareToldOf(
  question: AskedQuestion,
  codes: readonly string[],
  from: ReleasedAnswers,
  value?: string,
): Told {
  if (value !== undefined && !from.values.includes(value)) return NOTHING;
  const answers = answersOf(question, from, NO_SIDES, value);
  const parts = codes.map((code) => answers.options.find((option) => option.code === code)?.percent ?? null);
  const answered = wholeOf(question, answers);
  if (answered === null || parts.length === 0 || parts.some((part) => part === null))
    return { ...NOTHING, answered };
  const share = Math.min(
    100,
    parts.reduce<number>((sum, part) => sum + part!, 0),
  );
  return { share, counted: (share * answered) / 100, answered };
}
