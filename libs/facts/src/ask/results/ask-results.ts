import { mostlyHidden, type ReleasedCell } from '#disclosure';
import {
  answersHeading,
  leadingAnswers,
  MINIMUM_ANSWERED,
  percentages,
  percentRange,
  tickedPercent,
} from '#statements';
import { type Database, recordLook } from '#store';
import { CHARACTERISTICS, type Characteristic } from '../../dimensions.js';
import { type Counter, workingCounter } from '../counter.js';
import { counterOf } from '../edition-counters.js';
import { findEdition } from '../editions.js';
import type { Access, Edition } from '../figure-shapes.js';
import { refuse, type Refusal } from '../question.js';
import type { AskedQuestion } from './asked-questions.js';
import { heardIn, type ReleasedAnswers, releasedAnswers } from './released-answers.js';

/** What is asked of the answers of one engagement. */
export interface ResultsQuestion {
  /** agency/key */
  engagement: string;
  /** Key of one question; absent: all. */
  question?: string | null;
  /** One characteristic or ward to cut by. */
  by?: Characteristic | null;
  edition?: number | null;
  /** The working facts instead of an edition; for an analyst's session only. */
  working?: boolean;
}

/** One option of a question, in all or among a value of the cut. */
export interface OptionFigure {
  code: string;
  label: string;
  role: 'base' | 'option' | 'other' | 'dont-know' | 'declined';
  /** Released people; null where hidden. */
  people: number | null;
  /** Whole percent of those who answered; null where hidden, where the base is under 50, and for what stands beside the base. */
  percent: number | null;
  /** Its 95% range, noise and rounding included. */
  low: number | null;
  high: number | null;
}

/** The answers of everybody, or of the people of one value of the cut. */
export interface Answers {
  /** Released people who answered; null where hidden. */
  base: number | null;
  options: OptionFigure[];
  /** Percent of the hidden options together; null where none is hidden or no percentages are told. */
  rest: number | null;
  /** Percentages are out by up to so many points. */
  within: number | null;
}

export interface QuestionResult {
  engagement: string;
  key: string;
  text: string;
  kind: string;
  /** Several may be chosen: each option is a question of its own and percentages need not add up. */
  several: boolean;
  /** What the answers say, as a heading. */
  message: string;
  all: Answers;
  /** Heard in the engagement and not counted in this question at all: they gave no answer to it. Null where it can't be told. */
  notAnswered: number | null;
  /** Answers by value of the cut; empty without one, or where it is refused. */
  cut: { code: string; name: string; answers: Answers }[];
  /** Why the cut is not told, in a sentence; null where it is, or none was asked. */
  cutRefused: string | null;
}

export interface Results {
  engagement: string;
  edition: Edition | null;
  working: boolean;
  /** Released people heard in the engagement. */
  heard: number | null;
  questions: QuestionResult[];
}

export type ResultsAnswer = { ok: true; results: Results } | Refusal;

/** Which cuts may be told from how many answers on (rule D, 6). */
const FEWEST_FOR_CUT = 200;
const FEWEST_FOR_WARDS = 2_000;
const CUTS_OF_FEW: readonly Characteristic[] = ['sex'];

/**
 * The closed answers of one engagement, question by question, through disclosure.
 * @param db opened as the published role; for an analyst's working figures as the workbench role
 * @returns a refusal, as a value, for what can't or may not be answered
 */
export async function askResults(
  db: Database,
  question: ResultsQuestion,
  access: Access,
): Promise<ResultsAnswer> {
  if (question.by && !CHARACTERISTICS.includes(question.by))
    return refuse('unknown-dimension', 'Answers are cut by one characteristic or by ward.');
  if (question.working) {
    const no = refuse('not-allowed', 'Working figures are for signed-in analysts.');
    if (access.kind !== 'analyst') return no;
    return db.transaction(async (tx) => {
      const counter = await workingCounter(tx);
      if (!counter) return no;
      await recordLook(tx, 'exact-figures-read', question.engagement, {
        by: question.by ? [question.by] : [],
      });
      return answer(counter, question);
    }, access.session);
  }
  const found = await findEdition(db, question.edition ?? null);
  if (!found) return refuse('unknown-edition', 'There is no such edition.');
  return answer(await counterOf(db, found), question);
}

async function answer(counter: Counter, asked: ResultsQuestion): Promise<ResultsAnswer> {
  const all = (await counter.questions()).get(asked.engagement) ?? [];
  const wanted = asked.question ? all.filter(({ key }) => key === asked.question) : all;
  if (asked.question && wanted.length === 0)
    return refuse('unknown-value', 'There is no such question in these figures.');
  const released = await releasedAnswers(counter, asked.engagement, null);
  const cut = asked.by ? await releasedAnswers(counter, asked.engagement, asked.by) : null;
  const heard = people(await heardIn(counter, asked.engagement));
  return {
    ok: true,
    results: {
      engagement: asked.engagement,
      edition: counter.edition,
      working: counter.edition === null,
      heard,
      questions: wanted.map((question) =>
        resultOf(counter, question, { released, cut, by: asked.by ?? null, heard }),
      ),
    },
  };
}

interface Released {
  released: ReleasedAnswers;
  cut: ReleasedAnswers | null;
  by: Characteristic | null;
  heard: number | null;
}

const people = (cell: ReleasedCell): number | null => (cell.hidden ? null : cell.people);

function resultOf(counter: Counter, question: AskedQuestion, of: Released): QuestionResult {
  const all = answersOf(question, of.released);
  const given = [all.base, ...all.options.filter(({ role }) => isApart(role)).map((option) => option.people)];
  const counted = given.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return {
    engagement: question.engagement,
    key: question.key,
    text: question.text,
    kind: question.kind,
    several: isSeveral(question),
    message: messageOf(question, all),
    all,
    notAnswered: of.heard === null || all.base === null ? null : Math.max(0, of.heard - counted),
    ...cutOf(counter, question, all, of),
  };
}

const isApart = (role: OptionFigure['role']): boolean => role === 'dont-know' || role === 'declined';
const isSeveral = ({ kind }: AskedQuestion): boolean => kind === 'multi-choice' || kind === 'ranking';

function answersOf(question: AskedQuestion, from: ReleasedAnswers, value?: string): Answers {
  const options = question.options.map(({ code, label, role }) => ({
    code,
    label,
    role,
    people: people(from.option(question.key, code, value)),
  }));
  const chosen = options.filter(({ role }) => role === 'option' || role === 'other');
  const told = options.find(({ role }) => role === 'base')?.people ?? null;
  const base = told ?? shownWhole(question, chosen);
  const shares = isSeveral(question) ? null : percentages(chosen, base);
  const percentOf = (code: string, ticked: number | null): number | null =>
    isSeveral(question)
      ? tickedPercent(ticked, base)
      : (shares?.options.find((option) => option.code === code)?.percent ?? null);
  return {
    base: told,
    options: options
      .filter(({ role }) => role !== 'base')
      .map((option) => {
        const percent = isApart(option.role) ? null : percentOf(option.code, option.people);
        const range = percent === null || base === null ? null : percentRange(percent, base);
        return { ...option, percent, low: range?.low ?? null, high: range?.high ?? null };
      }),
    rest: shares?.rest ?? null,
    within: shares?.within ?? null,
  };
}

function messageOf(question: AskedQuestion, { base, options }: Answers): string {
  const shown = options.filter(({ role }) => role === 'option');
  if (shown.every(({ percent }) => percent === null))
    return `Fewer than ${MINIMUM_ANSWERED} people answered, too few for percentages`;
  const several = isSeveral(question);
  const whole = base ?? shown.reduce((sum, { people: each }) => sum + (each ?? 0), 0);
  return answersHeading(leadingAnswers(shown, whole, several), several);
}

/** Where the base is hidden beside almost as many who were heard, options that are all shown still say what they are of. */
function shownWhole(question: AskedQuestion, chosen: readonly { people: number | null }[]): number | null {
  if (isSeveral(question) || chosen.some((option) => option.people === null)) return null;
  return chosen.reduce((sum, option) => sum + (option.people ?? 0), 0);
}

function cutOf(
  counter: Counter,
  question: AskedQuestion,
  all: Answers,
  { cut, by }: Released,
): Pick<QuestionResult, 'cut' | 'cutRefused'> {
  if (!cut || !by) return { cut: [], cutRefused: null };
  const refused = counter.policy.guard ? tooFew(all.base ?? 0, by) : null;
  if (refused) return { cut: [], cutRefused: refused };
  const rows = cut.values.map((code) => ({
    code,
    name: counter.vocabulary.name(by, code),
    answers: answersOf(question, cut, code),
  }));
  const cells = rows.flatMap(({ answers }) => answers.options.filter(({ role }) => !isApart(role)));
  const hidden = cells.filter(({ people: shown }) => shown === null).length;
  if (mostlyHidden(hidden, cells.length, counter.policy))
    return { cut: [], cutRefused: 'Too few people for so fine a cut: most of it would be hidden.' };
  return { cut: rows, cutRefused: null };
}

function tooFew(base: number, by: Characteristic): string | null {
  if (base < MINIMUM_ANSWERED)
    return `Fewer than ${MINIMUM_ANSWERED} people answered: nothing finer is told.`;
  if (base < FEWEST_FOR_CUT && !CUTS_OF_FEW.includes(by))
    return `Fewer than ${FEWEST_FOR_CUT} people answered: it is told by sex alone.`;
  if (by === 'ward' && base < FEWEST_FOR_WARDS)
    return `Wards are told from ${FEWEST_FOR_WARDS.toLocaleString('en-GB')} answers on.`;
  return null;
}
