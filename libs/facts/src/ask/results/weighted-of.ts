import { CENSUS_CATEGORIES, residentsBy } from '#domain';
import { type Margin, type NotWeighted, type Weighted, weightToResidents } from '#statements';
import type { Characteristic } from '../../dimensions.js';
import type { Counter } from '../counter.js';
import { wholeOf } from './answers-of.js';
import type { AskedQuestion } from './asked-questions.js';
import { type ReleasedAnswers, releasedAnswers } from './released-answers.js';
import { type Answers, isApart, type WeightedAnswers, type WeightedOption } from './result-shapes.js';

/** What rule E weights by; consultations ask people of 15 and over, so children are left out on both sides. */
const MARGINS: readonly { by: Characteristic; categories: { code: string; residents: number }[] }[] = [
  { by: 'age-band', categories: residentsOf('age').filter(({ code }) => code !== '0-14') },
  { by: 'sex', categories: residentsOf('sex') },
  { by: 'deprivation', categories: residentsOf('deprivation') },
];

function residentsOf(of: 'age' | 'sex' | 'deprivation'): { code: string; residents: number }[] {
  return CENSUS_CATEGORIES[of].map((code) => ({ code, residents: residentsBy(null, of, code) ?? 0 }));
}

/** The released answers by each characteristic that weights hang on. */
export type MarginAnswers = readonly ReleasedAnswers[];

export const marginAnswers = (counter: Counter, engagement: string): Promise<MarginAnswers> =>
  Promise.all(MARGINS.map(({ by }) => releasedAnswers(counter, engagement, by)));

const BASE = 'answered';

/** Every option of a question as it would be if each age, sex and deprivation fifth had answered as it lives here (rule E). */
export function weightedOf(
  question: AskedQuestion,
  { base, options }: Answers,
  margins: MarginAnswers,
  forEverybody: boolean,
): WeightedAnswers {
  const asked = askedMargins(question, margins);
  const answered = wholeOf(question, { base, options });
  const outcomes = options
    .filter(({ role }) => !isApart(role))
    .map(({ code, people }) => ({
      code,
      weighted: weightedOption(code, { chose: people, answered }, asked, forEverybody),
    }));
  const told = outcomes.flatMap(({ weighted }) => (weighted.ok ? [weighted] : []));
  if (told.length === 0) {
    const [first] = outcomes;
    const why = first && !first.weighted.ok ? first.weighted.why : 'hidden-answers';
    return { refused: REASONS[why], options: [], effective: null };
  }
  return {
    refused: null,
    options: outcomes.map(({ code, weighted }) => asOption(code, weighted)),
    effective: Math.round(Math.min(...told.map(({ effective }) => effective))),
  };
}

/** What all options of a question are weighted by: its base by the categories of each margin, and who chose an option there. */
interface AskedMargin extends Pick<Margin, 'characteristic'> {
  categories: readonly Omit<Margin['categories'][number], 'chose'>[];
  chose: (option: string, category: string) => number | null;
}

const askedMargins = (question: AskedQuestion, margins: MarginAnswers): AskedMargin[] =>
  MARGINS.map(({ by, categories }, at) => {
    const from = margins[at]!;
    const told = new Set(from.values);
    const chose = (option: string, value: string): number | null =>
      told.has(value) ? from.people(question.key, option, value) : null;
    // A base is hidden beside almost as many who were heard: where one to four of a category did not answer. Its answers still tell it.
    const answered = (value: string): number | null =>
      wholeOf(question, {
        base: chose(BASE, value),
        options: question.options.map(({ code, role }) => ({ role, people: chose(code, value) })),
      });
    return {
      characteristic: by,
      categories: categories.map((category) => ({ ...category, answered: answered(category.code) })),
      chose,
    };
  });

function weightedOption(
  code: string,
  { chose, answered }: { chose: number | null; answered: number | null },
  margins: readonly AskedMargin[],
  forEverybody: boolean,
): Weighted {
  if (chose === null || answered === null || answered === 0) return { ok: false, why: 'hidden-answers' };
  return weightToResidents({
    chose,
    answered,
    forEverybody,
    margins: margins.map(({ characteristic, categories, chose: choseIn }): Margin => ({
      characteristic,
      categories: categories.map(({ code: category, residents, answered: there }) => ({
        code: category,
        residents,
        answered: there,
        chose: choseIn(code, category),
      })),
    })),
  });
}

function asOption(code: string, weighted: Weighted): WeightedOption {
  if (!weighted.ok) return { code, percent: null, low: null, high: null };
  const { value, low, high } = weighted.share;
  return { code, percent: Math.round(100 * value), low: 100 * low, high: 100 * high };
}

const REASONS: Record<NotWeighted, string> = {
  'for-a-group': 'Not weighted to residents: it was for a group and not for everybody.',
  'too-few-in-a-category':
    'Not weighted to residents: fewer than 30 people of some age, sex or deprivation fifth answered, and so few can’t stand for the others.',
  'too-many-did-not-say':
    'Not weighted to residents: over 30% of those who answered did not say their age, sex or postcode.',
  'hidden-answers': 'Not weighted to residents: an answer that it hangs on is hidden.',
  'too-unlike-residents': 'Not weighted to residents: those who answered are too unlike them.',
};
