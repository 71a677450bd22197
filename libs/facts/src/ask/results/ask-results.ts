import { type Database, recordLook } from '#store';
import { ANSWER_CUTS, type AnswerCut, OPTION } from '../../dimensions.js';
import { type Counter, workingCounter } from '../counter.js';
import { releaseCut } from '../cut.js';
import { counterOf } from '../edition-counters.js';
import { findEdition } from '../editions.js';
import type { Access } from '../figure-shapes.js';
import { type Freshness, ownFreshness } from '../freshness.js';
import { refuse, type Refusal } from '../question.js';
import { chosenAnswer, NOT_OF_SOME, themesAmong } from './among.js';
import { answersOf, isOpen, isSeveral, messageOf, peopleIn, sidesOf } from './answers-of.js';
import { type AskedQuestion, matrixOf } from './asked-questions.js';
import { cutOf } from './cut-of.js';
import { receiptOf, type ReceiptOf } from './receipt-of.js';
import {
  heardIn,
  isToldBy,
  type ReleasedAnswers,
  releasedAnswers,
  whyNotByArea,
} from './released-answers.js';
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
  if (question.by && !ANSWER_CUTS.includes(question.by))
    return refuse('unknown-dimension', 'Answers are cut by one characteristic, by ward or by area.');
  if (question.among && !question.working)
    return refuse('not-allowed', 'Two answers together are for signed-in analysts.');
  if (question.working) {
    const no = refuse('not-allowed', 'Working figures are for signed-in analysts.');
    if (access.kind !== 'analyst') return no;
    return db.transaction(async (tx) => {
      const counter = await workingCounter(tx);
      if (!counter) return no;
      await recordLook(tx, 'exact-figures-read', question.engagement, {
        by: [...(question.by ? [question.by] : []), ...(question.among ? [OPTION] : [])],
      });
      return answer(counter, question, await ownFreshness(tx));
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
  if (asked.by && !(await isToldBy(counter, asked.by)))
    return refuse('unknown-dimension', whyNotByArea(counter.frozen?.groups ?? []));
  const chosen = asked.among ? chosenAnswer(asIs, asked.among) : null;
  if (asked.among && !chosen) return refuse('unknown-value', 'There is no such answer in these figures.');
  const place = chosen ? String(chosen.place) : null;
  const [released, cut, margins, there, all] = await Promise.all([
    releasedAnswers(counter, engagement, null, place),
    asked.by ? releasedAnswers(counter, engagement, asked.by, place) : null,
    marginAnswers(counter, engagement),
    heardIn(counter, engagement),
    releaseCut(counter, [], {}),
  ]);
  const heard = peopleIn(there);
  const [whole] = [...all.values()];
  const everybody = whole && !whole.hidden ? whole.people : null;
  const who = chosen && peopleIn(await heardIn(counter, engagement, place));
  const among = chosen && { label: chosen.label, people: who };
  const of = { released, cut, by: asked.by ?? null, margins, heard, everybody, sources, among };
  return {
    ok: true,
    results: {
      engagement,
      edition: counter.edition,
      working: counter.edition === null,
      heard,
      questions: closed.map((question) => resultOf(counter, question, of)),
      themed: themed.map((question) => resultOf(counter, question, of)),
      themes: place === null ? [] : await themesAmong(counter, engagement, place),
      open: asIs.filter(isOpen).map(({ key, text, language, otherWordings }) => ({
        ...{ key, text, language, otherWordings },
        people: released.people(key, 'answered'),
      })),
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
  by: AnswerCut | null;
  margins: MarginAnswers;
  heard: number | null;
  everybody: number | null;
  sources: readonly Freshness[];
  among: ReceiptOf['among'];
}

function resultOf(counter: Counter, question: AskedQuestion, of: Released): QuestionResult {
  const sides = sidesOf(question);
  const all = answersOf(question, of.released, sides);
  const given = [all.base, ...all.options.filter(({ role }) => isApart(role)).map(({ people }) => people)];
  // What is hidden is not nobody: then who gave no answer can't be told, as the receipt has it.
  const counted = given.some((each) => each === null)
    ? null
    : given.reduce<number>((sum, each) => sum + each!, 0);
  const { engagement, key, text, language, otherWordings, kind, unit } = question;
  const there = of.among ? of.among.people : of.heard;
  const notAnswered = there === null || counted === null ? null : Math.max(0, there - counted);
  const result = {
    engagement,
    key,
    text,
    language,
    otherWordings,
    kind,
    matrix: matrixOf(question),
    unit,
    codedBy: codebooksOf(question),
    several: isSeveral(question),
    message: messageOf(question, all),
    all,
    notAnswered,
    weighted: of.among
      ? NOT_OF_SOME
      : weightedOf(question, all, of.margins, counter.vocabulary.isForEverybody(engagement)),
    ...cutOf(counter, question, all, { ...of, sides }),
  };
  // Worked out when it is read: most readers open none.
  return Object.defineProperty(result, 'receipt', {
    enumerable: true,
    get: () => receiptOf(question, all, { ...of, counter }),
  }) as QuestionResult;
}
