import type { ReleasedCell } from '#disclosure';
import { scaleSides, TOO_MANY_ANSWERS } from '#domain';
import {
  answersHeading,
  leadingAnswers,
  middleAnswer,
  MINIMUM_ANSWERED,
  percentages,
  percentRange,
  scaleHeading,
  scaleNet,
  type ScaleStep,
  THEMES_OF_WORDS,
  tickedPercent,
} from '#statements';
import type { AskedQuestion } from './asked-questions.js';
import type { ReleasedAnswers } from './released-answers.js';
import { type Answers, isApart, type OptionFigure } from './result-shapes.js';

const OPEN = 'free-text';

/** Answered in one's own words: what its words say may be told as themes of a codebook of the agency. */
export const isOpen = ({ kind }: Pick<AskedQuestion, 'kind'>): boolean => kind === OPEN;

export const peopleIn = (cell: ReleasedCell): number | null => (cell.hidden ? null : cell.people);

export const isSeveral = ({ kind }: Pick<AskedQuestion, 'kind'>): boolean =>
  kind === 'multi-choice' || kind === 'ranking' || kind === OPEN;

/** Sides of a scale by option code; empty for what is no scale with two sides. */
export type Sides = ReadonlyMap<string, NonNullable<OptionFigure['side']>>;

/**
 * Answers of everybody, or of one value of the cut: people and percentages (rule D, 3 to 6), of a scale its sides and net.
 * @param sides of the question's options, found once for all values of a cut
 */
export function answersOf(
  question: AskedQuestion,
  from: ReleasedAnswers,
  sides: Sides,
  value?: string,
): Answers {
  const several = isSeveral(question);
  // Without copies: it is done for every value of a cut, and of thirty questions by ward that is most of the work on the page.
  const counts = question.options.map(({ code }) => from.people(question.key, code, value));
  const chosen: { code: string; people: number | null }[] = [];
  question.options.forEach(({ code, role }, at) => {
    if (isChosen({ role })) chosen.push({ code, people: counts[at]! });
  });
  const told = counts[question.options.findIndex(({ role }) => role === 'base')] ?? null;
  const base = told ?? shownWhole(question, chosen);
  const shares = several ? null : percentages(chosen, base);
  const figures: OptionFigure[] = [];
  let nth = 0;
  question.options.forEach(({ code, label, role }, at) => {
    if (role === 'base') return;
    const people = counts[at]!;
    // What is no base and not apart was chosen: percentages stand in the same order.
    const share = isApart(role)
      ? null
      : several
        ? tickedPercent(people, base)
        : shares?.options[nth++]!.percent;
    const percent = share ?? null;
    const range = percent === null || base === null ? null : percentRange(percent, base);
    const low = range?.low ?? null;
    const high = range?.high ?? null;
    figures.push({ code, label, role, people, percent, low, high, side: sides.get(code) ?? null });
  });
  const steps = sides.size > 0 ? stepsOf(figures) : [];
  return {
    base: told,
    options: figures,
    rest: shares?.rest ?? null,
    within: shares?.within ?? null,
    net: steps.length > 0 ? scaleNet(steps, base) : null,
  };
}

/** Found by the words of the options alone, which takes longer than the figures do. */
export function sidesOf({ kind, options }: AskedQuestion): Sides {
  const steps = options.filter(({ role }) => role === 'option');
  const sides = kind === 'number' || isSeveral({ kind }) ? null : scaleSides(steps.map(({ label }) => label));
  return new Map(sides ? steps.map(({ code }, at) => [code, sides[at]!]) : []);
}

const stepsOf = (options: readonly OptionFigure[]): ScaleStep[] =>
  options.flatMap(({ label, percent, side }) => (side === null ? [] : [{ label, percent, side }]));

/** What the answers say, as a heading that the figures bear out. */
export function messageOf(question: AskedQuestion, { base, options, net }: Answers): string {
  // Of a ranking what was put first is told: each option stands there twice.
  const shown = options.filter(({ role, code }) => role === 'option' && !code.endsWith('/top3'));
  const list = question.options.filter(({ role }) => role !== 'base');
  if (shown.length === 0 && list.some(({ role }) => role === 'other')) return whyNoList(list);
  if (shown.every(({ percent }) => percent === null))
    return base === null && shown.some(({ people }) => people !== null)
      ? 'How many people answered is hidden, so no percentages are told'
      : `Fewer than ${MINIMUM_ANSWERED} people answered, too few for percentages`;
  if (isOpen(question)) return THEMES_OF_WORDS;
  if (net) return scaleHeading(stepsOf(options), net);
  const middle = question.kind === 'number' ? middleAnswer(shown) : null;
  if (middle) return `The middle answer is ${middle}${question.unit ? ` ${question.unit}` : ''}`;
  // Of a ranking everybody has one first place.
  const several = isSeveral(question) && question.kind !== 'ranking';
  const whole = base ?? shown.reduce((sum, { people: each }) => sum + (each ?? 0), 0);
  return answersHeading(leadingAnswers(shown, whole, several), waysOf(question));
}

/** Of a question whose options nobody declared, and whose answers are no list. */
const whyNoList = (options: readonly { label: string }[]): string =>
  options.some(({ label }) => label === TOO_MANY_ANSWERS)
    ? 'So many different answers were given that none is shown'
    : 'No answer was given by ten people or more, so none is shown';

const WAYS: Readonly<Record<string, 'ticked' | 'put first'>> = {
  ranking: 'put first',
  'multi-choice': 'ticked',
};
const waysOf = ({ kind }: AskedQuestion) => WAYS[kind] ?? 'answered';

/** What percentages are of: the base, or where that is hidden the answers, if all of them are shown; null where neither is told. */
export function wholeOf(
  question: AskedQuestion,
  { base, options }: { base: number | null; options: readonly Pick<OptionFigure, 'role' | 'people'>[] },
): number | null {
  return base ?? shownWhole(question, options.filter(isChosen));
}

const isChosen = ({ role }: { role: OptionFigure['role'] }): boolean => role === 'option' || role === 'other';

/** Where the base is hidden beside almost as many who were heard, options that are all shown still say what they are of. */
function shownWhole(question: AskedQuestion, chosen: readonly { people: number | null }[]): number | null {
  if (isSeveral(question) || chosen.some((option) => option.people === null)) return null;
  return chosen.reduce((sum, option) => sum + (option.people ?? 0), 0);
}
