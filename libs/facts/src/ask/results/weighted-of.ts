import { CENSUS_CATEGORIES, residentsBy } from '#domain';
import { type Margin, type NotWeighted, type Weighted, weightToResidents } from '#statements';
import type { Characteristic } from '../../dimensions.js';
import type { Counter } from '../counter.js';
import { peopleIn } from './answers-of.js';
import type { AskedQuestion } from './asked-questions.js';
import { type ReleasedAnswers, releasedAnswers } from './released-answers.js';
import { type Answers, isApart, type WeightedAnswers, type WeightedOption } from './result-shapes.js';

/** What rule E weights by; consultations ask people of 15 and over, so children are left out on both sides. */
const MARGINS = [
  { by: 'age-band', census: 'age', categories: CENSUS_CATEGORIES.age.filter((band) => band !== '0-14') },
  { by: 'sex', census: 'sex', categories: CENSUS_CATEGORIES.sex },
  { by: 'deprivation', census: 'deprivation', categories: CENSUS_CATEGORIES.deprivation },
] as const satisfies readonly { by: Characteristic; census: string; categories: readonly string[] }[];

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
  const outcomes = options
    .filter(({ role }) => !isApart(role))
    .map(({ code, people }) => ({
      code,
      weighted: weightedOption(question, code, { chose: people, answered: base }, margins, forEverybody),
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

function weightedOption(
  question: AskedQuestion,
  code: string,
  { chose, answered }: { chose: number | null; answered: number | null },
  margins: MarginAnswers,
  forEverybody: boolean,
): Weighted {
  if (chose === null || answered === null || answered === 0) return { ok: false, why: 'hidden-answers' };
  return weightToResidents({
    chose,
    answered,
    forEverybody,
    margins: MARGINS.map(({ by, census, categories }, at): Margin => {
      const from = margins[at]!;
      const people = (of: string, value: string): number | null =>
        from.values.includes(value) ? peopleIn(from.option(question.key, of, value)) : null;
      const counted = categories.map((category) => ({
        code: category,
        residents: residentsBy(null, census, category) ?? 0,
        answered: people(BASE, category),
        chose: people(code, category),
      }));
      const others = from.values.filter((value) => !(categories as readonly string[]).includes(value));
      const notSaid = others.reduce((sum, value) => sum + (people(BASE, value) ?? 0), 0);
      return { characteristic: by, categories: counted, notSaid };
    }),
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
