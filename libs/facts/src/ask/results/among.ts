import { MINIMUM_ANSWERED } from '#statements';
import type { OptionRow } from '#store';
import type { Counter } from '../counter.js';
import { isOpen } from './answers-of.js';
import type { AskedQuestion } from './asked-questions.js';
import { thereWhoChose } from './released-answers.js';
import type { Results, ResultsQuestion, WeightedAnswers } from './result-shapes.js';

/** Rule E weights everybody who was heard. */
export const NOT_OF_SOME: WeightedAnswers = {
  refused: 'Not weighted to residents: only those who gave one answer are counted here.',
  options: [],
  effective: null,
};

/** The answer that is asked about, as it stands in the list of options; null where there is none. */
export const chosenAnswer = (
  questions: readonly AskedQuestion[],
  { question, option }: NonNullable<ResultsQuestion['among']>,
): OptionRow | null =>
  questions
    .find((each) => each.key === question && !isOpen(each))
    ?.options.find(({ code, role }) => code === option && role !== 'base') ?? null;

/**
 * Themes of whoever chose an answer, by what they wrote on the same sheet, the commonest first.
 * @param counter of working figures
 * @param place of the answer
 */
export async function themesAmong(
  counter: Counter,
  engagement: string,
  place: string,
): Promise<Results['themes']> {
  const filters = thereWhoChose(engagement, place);
  const [all] = await counter.count([], filters);
  const whole = all?.people ?? 0;
  return (await counter.count(['theme'], filters))
    .map(({ keys: [code = ''], people }) => ({
      code,
      name: counter.vocabulary.name('theme', code),
      people,
      percent: whole < MINIMUM_ANSWERED ? null : Math.round((100 * people) / whole),
    }))
    .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
}
