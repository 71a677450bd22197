import { ageOn, dayNumber, partsOf } from '../calendar.js';
import type { Submission } from '../generate/plan.js';
import { Random, Weighted } from '../random.js';
import type { AskedIn, DemoQuestion } from './demo-question.js';
import { MEASURED } from './measured.js';
import { ONCE } from './once.js';

const ALL: readonly AskedIn[] = [...MEASURED, ...ONCE];

/** Every closed question of the bank, once. */
export const bank = (): DemoQuestion[] => ALL.map(({ question }) => question);

/** Closed questions that an engagement asks, in the order asked. */
export const questionsOf = (engagement: string): DemoQuestion[] =>
  ALL.filter(({ engagements }) => engagements.includes(engagement)).map(({ question }) => question);

/** What somebody answered: an option, several, an order, a number, or an option for each item of a matrix. */
export type DemoAnswer = string | number | string[] | Record<string, string>;

/** Who skips a question, and who takes what stands beside the options. */
const SKIPPED = 0.06;
const BESIDE = 0.04;

/**
 * What a submission answers to a question; null where it was left out. Drawn from a stream of its own, so that nothing else of
 * the city hangs on it. Whoever wrote nothing answers nothing here: so no row becomes a submission by these questions.
 */
export function answerOf(question: DemoQuestion, submission: Submission): DemoAnswer | null {
  if (submission.texts.length === 0) return null;
  const { person, engagement, externalId } = submission;
  const random = new Random(person.index, `${engagement.key}/${externalId}/${question.key}`);
  if (random.chance(SKIPPED)) return null;
  const [beside] = question.beside ?? [];
  if (beside && question.kind !== 'matrix' && random.chance(BESIDE))
    return question.beside![random.int(question.beside!.length)]!;
  const push = pushOf(question, submission);
  switch (question.kind) {
    case 'scale':
      return step(question.options, (question.lean.middle ?? 0) + push, random);
    case 'matrix':
      return Object.fromEntries(
        (question.items ?? []).map((item, at) => [item, rated(question, at, push, random)]),
      );
    case 'number':
      return Math.max(0, Math.round((question.lean.middle ?? 0) + push + 2 * random.normal()));
    case 'choice':
      return inOrder(question, push, random)[0]!;
    case 'ranking':
      return inOrder(question, push, random);
    case 'multi-choice':
      return ticked(question, random);
  }
}

function pushOf({ lean }: DemoQuestion, { person, day }: Submission): number {
  const years = partsOf(day).year - 2022;
  const young = ageOn(person.birth, dayNumber('2024-01-01')) < 35;
  return (
    (lean.yearly ?? 0) * years +
    (person.sex === 'female' ? (lean.women ?? 0) : 0) +
    (young ? (lean.young ?? 0) : 0) +
    (Number(person.home.fifth ?? 3) <= 2 ? (lean.deprived ?? 0) : 0)
  );
}

/** Cuts a normal opinion into the steps of a scale, the good end first. */
function step(options: readonly string[], opinion: number, random: Random): string {
  const at = opinion + random.normal();
  const width = 4 / options.length;
  const place = Math.floor((2 - at) / width);
  return options[Math.max(0, Math.min(options.length - 1, place))]!;
}

function rated(question: DemoQuestion, at: number, push: number, random: Random): string {
  if (question.beside && random.chance(2 * BESIDE))
    return question.beside[random.int(question.beside.length)]!;
  return step(question.options, (question.lean.middles?.[at] ?? 0) + push, random);
}

/** Options in an order drawn by their shares; whoever is young or deprived leans to the first. */
function inOrder({ options, lean }: DemoQuestion, push: number, random: Random): string[] {
  const left = options.map(
    (option, at) => [option, (lean.shares?.[at] ?? 1) * (at === 0 ? 1 + push : 1)] as const,
  );
  const order: string[] = [];
  while (left.length > 0) {
    const next = new Weighted(left).draw(random);
    order.push(next);
    left.splice(
      left.findIndex(([option]) => option === next),
      1,
    );
  }
  return order;
}

function ticked({ options, lean }: DemoQuestion, random: Random): string[] | null {
  const [others, none] = [options.slice(0, -1), options.at(-1)!];
  const found = others.filter((_, at) => random.chance((lean.shares?.[at] ?? 0) / 100));
  if (found.length > 0) return found;
  return /^(None|I do not)/.test(none) ? [none] : null;
}
