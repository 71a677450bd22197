import { mostlyHidden } from '#disclosure';
import { tooFewForCut } from '#statements';
import type { AnswerCut } from '../../dimensions.js';
import type { Counter } from '../counter.js';
import { answersOf, type Sides, wholeOf } from './answers-of.js';
import type { AskedQuestion } from './asked-questions.js';
import { cutValueName } from './counts-by-cut.js';
import type { ReleasedAnswers } from './released-answers.js';
import { type Answers, isApart, type QuestionResult } from './result-shapes.js';

/** The answers by value of a cut, or why they are not told. */
export function cutOf(
  counter: Counter,
  question: AskedQuestion,
  all: Answers,
  { cut, by, sides }: { cut: ReleasedAnswers | null; by: AnswerCut | null; sides: Sides },
): Pick<QuestionResult, 'cut' | 'cutRefused'> {
  if (!cut || !by) return { cut: [], cutRefused: null };
  const refused = counter.policy.guard ? tooFewForCut(wholeOf(question, all), by) : null;
  if (refused) return { cut: [], cutRefused: refused };
  const rows = cut.values.map((code) => ({
    code,
    name: cutValueName(counter, by, code),
    answers: answersOf(question, cut, sides, code),
  }));
  let [cells, hidden] = [0, 0];
  for (const { answers } of rows)
    for (const { role, people } of answers.options) {
      if (isApart(role)) continue;
      cells += 1;
      if (people === null) hidden += 1;
    }
  if (mostlyHidden(hidden, cells, counter.policy))
    return { cut: [], cutRefused: 'Too few people for so fine a cut: most of it would be hidden.' };
  return { cut: rows, cutRefused: null };
}
