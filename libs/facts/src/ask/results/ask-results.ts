import { type Database, recordLook } from '#store';
import { CHARACTERISTICS, type Characteristic } from '../../dimensions.js';
import { type Counter, workingCounter } from '../counter.js';
import { releaseCut } from '../cut.js';
import { counterOf } from '../edition-counters.js';
import { findEdition } from '../editions.js';
import type { Access } from '../figure-shapes.js';
import { type Freshness, freshness } from '../freshness.js';
import { refuse, type Refusal } from '../question.js';
import { answersOf, isOpen, isSeveral, messageOf, peopleIn } from './answers-of.js';
import { type AskedQuestion, matrixOf } from './asked-questions.js';
import { cutOf } from './cut-of.js';
import { receiptOf } from './receipt-of.js';
import { heardIn, type ReleasedAnswers, releasedAnswers } from './released-answers.js';
import { isApart, type QuestionResult, type Results, type ResultsQuestion } from './result-shapes.js';
import { type MarginAnswers, marginAnswers, weightedOf } from './weighted-of.js';

export type ResultsAnswer = { ok: true; results: Results } | Refusal;

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
      return answer(counter, question, await freshness(tx));
    }, access.session);
  }
  const found = await findEdition(db, question.edition ?? null);
  if (!found) return refuse('unknown-edition', 'There is no such edition.');
  return answer(await counterOf(db, found), question, found.sources);
}

async function answer(
  counter: Counter,
  asked: ResultsQuestion,
  sources: readonly Freshness[],
): Promise<ResultsAnswer> {
  const { engagement } = asked;
  const asIs = (await counter.questions()).get(engagement) ?? [];
  const wanted = asIs.filter(({ key }) => !asked.question || key === asked.question);
  const closed = wanted.filter((question) => !isOpen(question));
  const themed = wanted.filter((question) => codebooksOf(question).length > 0);
  if (asked.question && closed.length + themed.length === 0)
    return refuse('unknown-value', 'There is no such question in these figures.');
  const released = await releasedAnswers(counter, engagement, null);
  const cut = asked.by ? await releasedAnswers(counter, engagement, asked.by) : null;
  const margins = await marginAnswers(counter, engagement);
  const heard = peopleIn(await heardIn(counter, engagement));
  const [whole] = [...(await releaseCut(counter, [], {})).values()];
  const everybody = whole && !whole.hidden ? whole.people : null;
  const of = { released, cut, by: asked.by ?? null, margins, heard, everybody, sources };
  return {
    ok: true,
    results: {
      engagement,
      edition: counter.edition,
      working: counter.edition === null,
      heard,
      questions: closed.map((question) => resultOf(counter, question, of)),
      themed: themed.map((question) => resultOf(counter, question, of)),
      open: asIs
        .filter(isOpen)
        .map(({ key, text }) => ({ key, text, people: peopleIn(released.option(key, 'answered')) })),
    },
  };
}

/** Codes of the codebooks whose themes an open question's words are told by. */
const codebooksOf = (question: AskedQuestion): string[] =>
  isOpen(question)
    ? [
        ...new Set(
          question.options.flatMap(({ code, role }) => (role === 'option' ? [code.split('/')[0]!] : [])),
        ),
      ]
    : [];

interface Released {
  released: ReleasedAnswers;
  cut: ReleasedAnswers | null;
  by: Characteristic | null;
  margins: MarginAnswers;
  heard: number | null;
  everybody: number | null;
  sources: readonly Freshness[];
}

function resultOf(counter: Counter, question: AskedQuestion, of: Released): QuestionResult {
  const all = answersOf(question, of.released);
  const given = [all.base, ...all.options.filter(({ role }) => isApart(role)).map(({ people }) => people)];
  const counted = given.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const { engagement, key, text, kind, unit } = question;
  const notAnswered = of.heard === null || all.base === null ? null : Math.max(0, of.heard - counted);
  const result = {
    engagement,
    key,
    text,
    kind,
    matrix: matrixOf(question),
    unit,
    codedBy: codebooksOf(question),
    several: isSeveral(question),
    message: messageOf(question, all),
    all,
    notAnswered,
    weighted: weightedOf(question, all, of.margins, counter.vocabulary.isForEverybody(engagement)),
    ...cutOf(counter, question, all, of),
  };
  // Worked out when it is read: most readers open none.
  return Object.defineProperty(result, 'receipt', {
    enumerable: true,
    get: () => receiptOf(question, all, { ...of, counter }),
  }) as QuestionResult;
}
