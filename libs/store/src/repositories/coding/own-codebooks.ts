import type { Codebook } from '#domain';
import type { Queryable, Transaction } from '../../database.js';

/** Codebooks of agencies, by the worker role. */

export type OwnRunKind = 'group' | 'split' | 'code';

/** A piece of long work on a codebook of an agency. */
export interface OwnRun {
  id: number;
  codebook: string;
  kind: OwnRunKind;
  /** Of the codebook, to code by. */
  version: number | null;
  /** Draft theme, to part. */
  theme: number | null;
  state: 'waiting' | 'running' | 'done' | 'failed';
}

export async function readOwnRun(db: Queryable, id: number): Promise<OwnRun | null> {
  const [row] = await db.query<OwnRun>(
    'SELECT id::int AS id, codebook, kind, version, theme::int AS theme, state FROM coding.codebook_run WHERE id = $1',
    [id],
  );
  return row ?? null;
}

export async function tellOwnRun(db: Queryable, id: number, stage: string): Promise<void> {
  await db.query(
    `UPDATE coding.codebook_run SET state = 'running', stage = $2 WHERE id = $1 AND state IN ('waiting', 'running')`,
    [id, stage],
  );
}

export async function endOwnRun(
  db: Queryable,
  id: number,
  ended: { state: 'done' | 'failed'; model?: string; tookMs?: number; result?: unknown },
): Promise<void> {
  await db.query(
    `UPDATE coding.codebook_run SET state = $2, stage = '', finished_at = now(), model_version = $3, took_ms = $4, result = $5 WHERE id = $1`,
    [id, ended.state, ended.model ?? null, ended.tookMs ?? null, JSON.stringify(ended.result ?? null)],
  );
}

/** An answer to a question that a codebook codes. */
export interface OwnAnswer {
  answer: number;
  agency: string;
  question: string;
  text: string;
  /** Places of what is personal in it (UTF-16, end exclusive). */
  masks: { start: number; end: number }[];
}

const ANSWERS = `SELECT a.id::int AS answer, a.agency, q.text AS question, a.text,
    (SELECT coalesce(jsonb_agg(m -> 'span'), '[]') FROM jsonb_array_elements(coding.masks_of(a.id)) m) AS masks
  FROM engagement.answer a JOIN engagement.question q ON q.agency = a.agency AND q.engagement = a.engagement AND q.key = a.question
  JOIN coding.coded c ON c.submission = a.submission`;

/** Answers that a codebook codes and that were looked at for what is personal, in order. */
export function answersBy(db: Queryable, codebook: string): Promise<OwnAnswer[]> {
  return db.query<OwnAnswer>(
    `${ANSWERS} WHERE a.id IN (SELECT x.id FROM coding.answers_by($1) x) ORDER BY a.id`,
    [codebook],
  );
}

/** Those of them that a model has not coded yet, up to so many. */
export function answersLeft(
  db: Queryable,
  codebook: string,
  model: string,
  limit: number,
): Promise<OwnAnswer[]> {
  return db.query<OwnAnswer>(
    `${ANSWERS} WHERE a.id IN (SELECT x.id FROM coding.answers_by($1) x
       WHERE NOT EXISTS (SELECT FROM coding.answer_coded d WHERE d.answer = x.id AND d.codebook = $1 AND d.model_version = $2))
     ORDER BY a.id LIMIT $3`,
    [codebook, model, limit],
  );
}

/** Answers that a model coded, in order: what a replay codes again. */
export function answersCodedBy(db: Queryable, codebook: string, model: string): Promise<OwnAnswer[]> {
  return db.query<OwnAnswer>(
    `${ANSWERS} WHERE a.id IN (SELECT d.answer FROM coding.answer_coded d WHERE d.codebook = $1 AND d.model_version = $2 AND NOT d.by_person) ORDER BY a.id`,
    [codebook, model],
  );
}

/** Puts groups in place of what was proposed and not decided. */
export async function saveDraftGroups(
  tx: Transaction,
  codebook: string,
  groups: readonly {
    code: string;
    name: string;
    phrases: readonly string[];
    answers: readonly OwnAnswer[];
  }[],
): Promise<void> {
  await tx.query(`DELETE FROM coding.draft_theme WHERE codebook = $1 AND state = 'open'`, [codebook]);
  const [from] = await tx.query<{ next: number }>(
    'SELECT coalesce(max(position) + 1, 0) AS next FROM coding.draft_theme WHERE codebook = $1',
    [codebook],
  );
  for (const [at, { code, name, phrases, answers }] of groups.entries()) {
    const [made] = await tx.query<{ id: number }>(
      `INSERT INTO coding.draft_theme (codebook, agency, code, name, phrases, position)
       SELECT $1, o.agency, $2, $3, $4, $5 FROM coding.own_codebook o WHERE o.code = $1 RETURNING id::int AS id`,
      [codebook, code, name, phrases, from!.next + at],
    );
    await saveMembers(tx, made!.id, answers);
  }
}

async function saveMembers(tx: Transaction, theme: number, answers: readonly OwnAnswer[]): Promise<void> {
  await tx.query(
    `INSERT INTO coding.draft_member (theme, answer, agency, rank)
     SELECT $1, m.answer, m.agency, m.n FROM unnest($2::bigint[], $3::text[]) WITH ORDINALITY AS m(answer, agency, n)`,
    [theme, answers.map(({ answer }) => answer), answers.map(({ agency }) => agency)],
  );
}

/** Moves comments of a draft theme to a new one. */
export async function partDraftTheme(
  tx: Transaction,
  theme: number,
  part: { code: string; name: string; phrases: readonly string[]; answers: readonly OwnAnswer[] },
  rest: readonly string[],
): Promise<void> {
  const [made] = await tx.query<{ id: number }>(
    `INSERT INTO coding.draft_theme (codebook, agency, code, name, phrases, position)
     SELECT d.codebook, d.agency, $2, $3, $4, (SELECT max(x.position) + 1 FROM coding.draft_theme x WHERE x.codebook = d.codebook)
     FROM coding.draft_theme d WHERE d.id = $1 RETURNING id::int AS id`,
    [theme, part.code, part.name, part.phrases],
  );
  await tx.query('DELETE FROM coding.draft_member WHERE theme = $1 AND answer = ANY ($2)', [
    theme,
    part.answers.map(({ answer }) => answer),
  ]);
  await saveMembers(tx, made!.id, part.answers);
  await tx.query('UPDATE coding.draft_theme SET phrases = $2 WHERE id = $1', [theme, rest]);
}

/** A draft theme with its comments, as far as a coder learns from them. */
export interface DraftTheme {
  id: number;
  code: string;
  name: string;
  state: 'open' | 'kept' | 'merged' | 'dropped';
  mergedInto: number | null;
  members: number[];
  /** Comments of which a person said that they are of it, or not. */
  yes: number[];
  no: number[];
}

export function draftThemes(db: Queryable, codebook: string): Promise<DraftTheme[]> {
  return db.query<DraftTheme>(
    `SELECT d.id::int AS id, d.code, d.name, d.state, d.merged_into::int AS "mergedInto",
       ARRAY(SELECT m.answer::int FROM coding.draft_member m WHERE m.theme = d.id ORDER BY m.rank) AS members,
       ARRAY(SELECT k.answer::int FROM coding.draft_mark k WHERE k.theme = d.id AND k.yes ORDER BY k.answer) AS yes,
       ARRAY(SELECT k.answer::int FROM coding.draft_mark k WHERE k.theme = d.id AND NOT k.yes ORDER BY k.answer) AS no
     FROM coding.draft_theme d WHERE d.codebook = $1 ORDER BY d.position, d.id`,
    [codebook],
  );
}

/** Where an answer stands to what was asked. */
export type AnswerSide = 'for' | 'against' | 'both' | 'neither';

/** What a person last said of an answer. */
export interface AnswerWord {
  answer: number;
  version: number;
  purpose: 'teach' | 'check';
  outcome: 'themes' | 'none' | 'unsure';
  themes: string[];
  /** Null where they did not say. */
  side: AnswerSide | null;
}

export function answerWords(db: Queryable, codebook: string): Promise<AnswerWord[]> {
  return db.query<AnswerWord>(
    `SELECT w.answer::int AS answer, w.codebook_version AS version, w.purpose, w.outcome, w.themes, w.side FROM coding.answer_word w
     WHERE w.codebook = $1 AND NOT EXISTS (SELECT FROM coding.answer_word later WHERE later.supersedes = w.id) ORDER BY w.answer`,
    [codebook],
  );
}

export interface OwnCoded {
  answer: number;
  agency: string;
  themes: readonly string[];
  chances: readonly number[];
  noAnswer: boolean;
  byPerson: boolean;
  /** Null where the coder learnt none, or is right too seldom to say. */
  side: AnswerSide | null;
}

/** What a model says of answers; what it said before stays. */
export async function saveOwnCoding(
  tx: Transaction,
  { codebook, version, model }: { codebook: string; version: number; model: string },
  coded: readonly OwnCoded[],
): Promise<void> {
  await tx.query(
    `INSERT INTO coding.answer_coded (answer, agency, codebook, codebook_version, model_version, themes, chances, no_answer, by_person, side)
     SELECT c.answer, c.agency, $2, $3, $4, c.themes, c.chances, c."noAnswer", c."byPerson", c.side
     FROM jsonb_to_recordset($1) AS c(answer bigint, agency text, themes text[], chances real[], "noAnswer" boolean, "byPerson" boolean, side text)
     WHERE EXISTS (SELECT FROM engagement.answer a WHERE a.id = c.answer) ON CONFLICT DO NOTHING`,
    [JSON.stringify(coded), codebook, version, model],
  );
}

/** Themes and sides of every answer of the codebook's own agency by one model. */
export function codedBy(
  db: Queryable,
  codebook: string,
  model: string,
): Promise<{ answer: number; themes: string[]; noAnswer: boolean; side: AnswerSide | null }[]> {
  return db.query(
    `SELECT c.answer::int AS answer, c.themes, c.no_answer AS "noAnswer", c.side FROM coding.answer_coded c
     JOIN coding.own_codebook o ON o.code = c.codebook AND o.agency = c.agency WHERE c.codebook = $1 AND c.model_version = $2 ORDER BY c.answer`,
    [codebook, model],
  );
}

/** Codebooks of agencies whose coder a person let speak. */
export function ownInForce(db: Queryable): Promise<{ codebook: string; version: number; model: string }[]> {
  return db.query(
    `SELECT codebook, codebook_version AS version, model_version AS model FROM coding.own_in_force ORDER BY codebook COLLATE "C"`,
  );
}

/** Themes, chances and side of every answer that a model coded itself. */
export function codedRows(
  db: Queryable,
  codebook: string,
  model: string,
): Promise<
  { answer: number; themes: string[]; chances: number[]; noAnswer: boolean; side: AnswerSide | null }[]
> {
  return db.query(
    `SELECT answer::int AS answer, themes, chances::float8[] AS chances, no_answer AS "noAnswer", side FROM coding.answer_coded
     WHERE codebook = $1 AND model_version = $2 AND NOT by_person ORDER BY answer`,
    [codebook, model],
  );
}

/** What an edition's answers were coded by; digests of what was said of them, then and now. */
export function ownOfEdition(
  db: Queryable,
  edition: number,
): Promise<{ codebook: string; version: number; model: string; digest: string; now: string }[]> {
  return db.query(
    `SELECT codebook, codebook_version AS version, model_version AS model, digest, coding.digest_of_own(codebook, model_version) AS now FROM coding.edition_own WHERE edition = $1 ORDER BY codebook COLLATE "C"`,
    [edition],
  );
}

/** Themes by which open questions are coded, in the order of their codebook. */
export interface QuestionThemes {
  /** agency/key */
  engagement: string;
  question: string;
  codebook: string;
  title: string;
  themes: Codebook['themes'];
}

/**
 * Those of codebooks whose coder in force has coded every answer: of what is coded in part people would be told too few. A coder that can't code
 * here, for want of its sentence model, leaves answers out.
 */
export function questionThemes(db: Queryable): Promise<QuestionThemes[]> {
  return db.query<QuestionThemes>(
    `WITH whole AS MATERIALIZED (
       SELECT f.codebook, f.codebook_version FROM coding.own_in_force f WHERE NOT EXISTS (
         SELECT FROM coding.answers_by(f.codebook) x JOIN engagement.answer a ON a.id = x.id JOIN coding.coded c ON c.submission = a.submission
         WHERE NOT EXISTS (SELECT FROM coding.answer_coded d WHERE d.answer = x.id AND d.codebook = f.codebook AND d.model_version = f.model_version)))
     SELECT b.agency || '/' || b.engagement AS engagement, b.question, f.codebook, k.document->>'title' AS title, k.document->'themes' AS themes
     FROM coding.coded_by b JOIN whole f ON f.codebook = b.codebook
     JOIN coding.codebook k ON k.code = f.codebook AND k.version = f.codebook_version ORDER BY f.codebook COLLATE "C"`,
  );
}
