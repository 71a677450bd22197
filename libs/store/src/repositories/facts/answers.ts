import type { Queryable, Transaction } from '../../database.js';
import { isHosts } from './votes.js';

/** A question of an engagement, as the hub holds it. */
export interface HeldQuestion {
  /** agency/key */
  engagement: string;
  key: string;
  text: string;
  kind: string;
  options: string[];
  /** Were the options read off a file's cells? */
  learnt: boolean;
  /** Of an item of a matrix: key and wording of the question that its items share, and what the item is. */
  matrix: string | null;
  stem: string | null;
  item: string | null;
  /** What a number counts. */
  unit: string | null;
}

/** An answer as it is kept, and how many people gave it. */
export interface HeldAnswer {
  engagement: string;
  question: string;
  /** A chosen option, a number, or `place/option` of a ranking. */
  answer: string;
  people: number;
}

/** What an answer is read as: its place in the engagement's list. */
export interface AnswerPlace {
  engagement: string;
  question: string;
  answer: string;
  place: number;
}

/** What stands for a text: who wrote one is counted, its words are not read. */
export const WROTE = 'wrote';
/** Answers of one row of `engagement.answer` (a) to its question (q), as texts. */
const GIVEN = `CASE
    WHEN q.kind = 'ranking' THEN ARRAY(SELECT r.place || '/' || r.option FROM unnest(a.options) WITH ORDINALITY r(option, place))
    WHEN cardinality(a.options) > 0 THEN a.options
    WHEN q.kind = 'free-text' THEN CASE WHEN a.text ~ '\\S' THEN ARRAY['${WROTE}'] || coalesce(o.given, '{}') ELSE '{}' END
    WHEN a.value IS NOT NULL THEN ARRAY[trim_scale(a.value)::text] ELSE '{}' END`;
const COUNTED = `q.kind <> 'vote'`;
/** Of an answer that a codebook of an agency codes: `theme/codebook/theme` for each of its themes, `theme/codebook/` where it has none. */
const OWN_THEMES = `own AS MATERIALIZED (
  SELECT t.answer, array_agg('theme/' || t.codebook || '/' || g.theme) AS given
  FROM coding.answer_themes t CROSS JOIN LATERAL unnest(CASE WHEN t.themes = '{}' THEN ARRAY[''] ELSE t.themes END) AS g(theme) GROUP BY t.answer)`;

/** Questions in the order asked; votes are no questions. By the worker role. */
export function heldQuestions(tx: Transaction): Promise<HeldQuestion[]> {
  return tx.query<HeldQuestion>(
    `SELECT q.agency || '/' || q.engagement AS engagement, q.key, q.text, q.kind, q.options, q.learnt, q.matrix, q.stem, q.item, q.unit FROM engagement.question q WHERE ${COUNTED}
     ORDER BY q.agency COLLATE "C", q.engagement COLLATE "C", q.position NULLS LAST, q.key COLLATE "C"`,
  );
}

/** Every different answer to a question, with its people; texts stand for that they were written. By the worker role. */
export function heldAnswers(tx: Transaction): Promise<HeldAnswer[]> {
  return tx.query<HeldAnswer>(
    `WITH ${OWN_THEMES}
     SELECT s.agency || '/' || s.engagement AS engagement, a.question, g.answer, count(DISTINCT coalesce('p' || m.person, 's' || s.id))::int AS people
     FROM engagement.answer a JOIN engagement.submission s ON s.id = a.submission AND s.withdrawn_at IS NULL AND NOT ${isHosts('s')}
     JOIN engagement.question q ON q.agency = a.agency AND q.engagement = a.engagement AND q.key = a.question AND ${COUNTED}
     LEFT JOIN linkage.membership m ON m.submission = s.id LEFT JOIN own o ON o.answer = a.id
     CROSS JOIN LATERAL unnest(${GIVEN}) AS g(answer) GROUP BY 1, 2, 3`,
  );
}

/**
 * What each submission chose, as places: part of the statement that writes the facts, after its CTE `live`. A person who
 * answered the same question of one engagement in several submissions counts with the latest. $3: a JSON list of
 * `AnswerPlace`.
 */
export const PICKED = `
places AS MATERIALIZED (
  SELECT p.engagement, p.question, p.answer, p.place FROM jsonb_to_recordset($3::jsonb) AS p(engagement text, question text, answer text, place integer)),
again AS MATERIALIZED (SELECT person, engagement FROM live GROUP BY 1, 2 HAVING count(*) > 1),
stale AS MATERIALIZED (
  SELECT r.submission, r.question FROM (
    SELECT a.submission, a.question, row_number() OVER (PARTITION BY l.person, l.engagement, a.question
      ORDER BY l.submitted_on DESC NULLS LAST, l.received_at DESC, l.id DESC) AS nth
    FROM live l JOIN again USING (person, engagement) JOIN engagement.answer a ON a.submission = l.id) r
  WHERE r.nth > 1),
${OWN_THEMES},
picked AS MATERIALIZED (
  SELECT a.submission, array_agg(DISTINCT p.place ORDER BY p.place)::text[] AS options
  FROM engagement.answer a JOIN engagement.question q ON q.agency = a.agency AND q.engagement = a.engagement AND q.key = a.question AND ${COUNTED}
  LEFT JOIN own o ON o.answer = a.id
  CROSS JOIN LATERAL unnest(${GIVEN}) AS g(answer)
  JOIN places p ON p.engagement = a.agency || '/' || a.engagement AND p.question = a.question AND p.answer = g.answer
  WHERE NOT EXISTS (SELECT FROM stale s WHERE s.submission = a.submission AND s.question = a.question)
  GROUP BY a.submission)`;

/** A question of an edition. */
export interface QuestionRow {
  engagement: string;
  key: string;
  position: number;
  text: string;
  kind: string;
  matrix: string | null;
  stem: string | null;
  item: string | null;
  unit: string | null;
}

/** What could be answered: `place` is what the facts hold. */
export interface OptionRow {
  engagement: string;
  place: number;
  question: string;
  code: string;
  label: string;
  role: 'base' | 'option' | 'other' | 'dont-know' | 'declined' | 'not-shown';
}

const QUESTION = 'engagement, key, position, text, kind, matrix, stem, item, unit';

/** Writes the questions of the working facts. By the worker role. */
export async function saveFactQuestions(
  tx: Transaction,
  questions: readonly QuestionRow[],
  options: readonly OptionRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO facts.question (edition, ${QUESTION})
     SELECT 0, ${QUESTION} FROM jsonb_to_recordset($1::jsonb) AS q(engagement text, key text, position integer, text text, kind text, matrix text, stem text, item text, unit text)`,
    [JSON.stringify(questions)],
  );
  await tx.query(
    `INSERT INTO facts.option (edition, engagement, place, question, code, label, role)
     SELECT 0, engagement, place, question, code, label, role
     FROM jsonb_to_recordset($1::jsonb) AS o(engagement text, place integer, question text, code text, label text, role text)`,
    [JSON.stringify(options)],
  );
}

const OF_EDITION = { questions: 'facts.questions_of($1)', options: 'facts.options_of($1)' };

/** Questions of a published edition, by the published role; of all engagements, in the order asked. */
export function readQuestions(db: Queryable, edition: number): Promise<QuestionRow[]> {
  return db.query<QuestionRow>(`SELECT ${QUESTION} FROM ${OF_EDITION.questions}`, [edition]);
}
export function readOptions(db: Queryable, edition: number): Promise<OptionRow[]> {
  return db.query<OptionRow>(
    `SELECT engagement, place, question, code, label, role FROM ${OF_EDITION.options}`,
    [edition],
  );
}

/** The same of the working facts, of the session's own agencies; empty for whoever is no analyst. */
export function readWorkingQuestions(tx: Queryable): Promise<QuestionRow[]> {
  return tx.query<QuestionRow>(`SELECT ${QUESTION} FROM facts.working_questions()`);
}
export function readWorkingOptions(tx: Queryable): Promise<OptionRow[]> {
  return tx.query<OptionRow>(
    'SELECT engagement, place, question, code, label, role FROM facts.working_options()',
  );
}
