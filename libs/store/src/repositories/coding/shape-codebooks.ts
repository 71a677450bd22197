import type { Codebook } from '#domain';
import type { Queryable, Transaction } from '../../database.js';

/** Codebooks of agencies as people shape them, by the workbench role: what the session may see and do. */

export interface OwnCodebookLine {
  code: string;
  name: string;
  agency: string;
  shared: boolean;
  madeBy: string;
  madeAt: string;
  /** The newest version kept, and the one that speaks; 0 and null where there is none. */
  newest: number;
  inForce: number | null;
}

const LINE = `SELECT o.code, o.name, o.agency, o.shared, o.made_by AS "madeBy", to_json(o.made_at) #>> '{}' AS "madeAt",
    coalesce((SELECT max(b.version) FROM coding.codebook b WHERE b.code = o.code), 0) AS newest,
    (SELECT f.codebook_version FROM coding.own_in_force f WHERE f.codebook = o.code) AS "inForce"
  FROM coding.own_codebook o`;

export function ownCodebooks(tx: Queryable): Promise<OwnCodebookLine[]> {
  return tx.query<OwnCodebookLine>(`${LINE} ORDER BY o.made_at DESC, o.code`);
}

export async function ownCodebook(tx: Queryable, code: string): Promise<OwnCodebookLine | null> {
  const [row] = await tx.query<OwnCodebookLine>(`${LINE} WHERE o.code = $1`, [code]);
  return row ?? null;
}

/** Open questions with answers in words of agencies that the session edits for, to make a codebook of. */
export interface OpenQuestionLine {
  agency: string;
  engagement: string;
  title: string;
  question: string;
  text: string;
  /** Codebooks of agencies that code it. */
  codedBy: string[];
}

export function openQuestions(tx: Queryable): Promise<OpenQuestionLine[]> {
  return tx.query<OpenQuestionLine>(
    `SELECT q.agency, q.engagement, e.title, q.key AS question, q.text,
       ARRAY(SELECT b.codebook FROM coding.coded_by b WHERE b.agency = q.agency AND b.engagement = q.engagement AND b.question = q.key ORDER BY 1) AS "codedBy"
     FROM engagement.question q JOIN engagement.engagement e ON e.agency = q.agency AND e.key = q.engagement
     WHERE q.kind = 'free-text' AND q.agency = ANY ((SELECT access.session_agencies('editor'))::text[])
     ORDER BY q.agency, e.title, q.position NULLS LAST, q.key LIMIT 2000`,
  );
}

/** @returns false where the code is taken, null where the session edits nothing of the agency. @throws HB001 where there is no such open question */
export async function makeCodebook(
  tx: Transaction,
  book: {
    code: string;
    name: string;
    agency: string;
    engagement: string;
    questions: readonly string[];
    shared: boolean;
  },
): Promise<boolean | null> {
  const [row] = await tx.query<{ made: boolean | null }>(
    'SELECT coding.make_codebook($1, $2, $3, $4, $5, $6) AS made',
    [book.code, book.name, book.agency, book.engagement, book.questions, book.shared],
  );
  return row?.made ?? null;
}

export async function codeBy(
  tx: Transaction,
  codebook: string,
  place: { agency: string; engagement: string; questions: readonly string[] },
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.code_by($1, $2, $3, $4) AS done', [
    codebook,
    place.agency,
    place.engagement,
    place.questions,
  ]);
  return row?.done ?? false;
}

export interface CodedByLine {
  agency: string;
  engagement: string;
  title: string;
  question: string;
  text: string;
}

export function codedByOf(tx: Queryable, codebook: string): Promise<CodedByLine[]> {
  return tx.query<CodedByLine>(
    `SELECT b.agency, b.engagement, e.title, b.question, q.text FROM coding.coded_by b
     JOIN engagement.engagement e ON e.agency = b.agency AND e.key = b.engagement
     JOIN engagement.question q ON q.agency = b.agency AND q.engagement = b.engagement AND q.key = b.question
     WHERE b.codebook = $1 ORDER BY 1, 2, q.position NULLS LAST, 4`,
    [codebook],
  );
}

/** A draft theme as it stands. */
export interface DraftLine {
  id: number;
  code: string;
  name: string;
  definition: string;
  excludes: string;
  phrases: string[];
  state: 'open' | 'kept' | 'merged' | 'dropped';
  mergedInto: number | null;
  /** Comments of the session's own agencies that were grouped here. */
  comments: number;
}

export function draftLines(tx: Queryable, codebook: string): Promise<DraftLine[]> {
  return tx.query<DraftLine>(
    `SELECT d.id::int AS id, d.code, d.name, d.definition, d.excludes, d.phrases, d.state, d.merged_into::int AS "mergedInto",
       (SELECT count(*)::int FROM coding.draft_member m WHERE m.theme = d.id) AS comments
     FROM coding.draft_theme d WHERE d.codebook = $1 ORDER BY comments DESC, d.position, d.id`,
    [codebook],
  );
}

/** A comment near a draft theme's middle, and what a person said of it. */
export interface NearLine {
  theme: number;
  answer: number;
  text: string;
  masks: { span: { start: number; end: number }; type: string }[];
  yes: boolean | null;
}

/** The nearest comments of each draft theme, that the session may read. */
export function nearestOf(tx: Queryable, themes: readonly number[], each: number): Promise<NearLine[]> {
  return tx.query<NearLine>(
    `SELECT n.theme::int AS theme, n.answer::int AS answer, a.text, k.yes,
       coding.masks_of(a.id) AS masks
     FROM unnest($1::bigint[]) AS t(id) CROSS JOIN LATERAL (
       SELECT m.theme, m.answer, m.rank FROM coding.draft_member m WHERE m.theme = t.id ORDER BY m.rank LIMIT $2) n
     JOIN engagement.answer a ON a.id = n.answer JOIN coding.coded c ON c.submission = a.submission
     LEFT JOIN coding.draft_mark k ON k.theme = n.theme AND k.answer = n.answer ORDER BY n.theme, n.rank`,
    [themes, each],
  );
}

export interface ShapedTheme {
  name?: string | null;
  definition?: string | null;
  excludes?: string | null;
  state?: 'open' | 'kept' | 'merged' | 'dropped' | null;
  into?: number | null;
}

export async function shapeTheme(tx: Transaction, id: number, shaped: ShapedTheme): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>(
    'SELECT coding.shape_theme($1, $2, $3, $4, $5, $6) AS done',
    [
      id,
      shaped.name ?? null,
      shaped.definition ?? null,
      shaped.excludes ?? null,
      shaped.state ?? null,
      shaped.into ?? null,
    ],
  );
  return row?.done ?? false;
}

/** @param theme.words its first comments are those that hold all of these; empty: none */
export async function addDraftTheme(
  tx: Transaction,
  codebook: string,
  theme: { code: string; name: string; definition: string; words: string },
): Promise<number | null> {
  const [row] = await tx.query<{ id: number | null }>(
    'SELECT coding.add_draft_theme($1, $2, $3, $4, $5)::int AS id',
    [codebook, theme.code, theme.name, theme.definition, theme.words],
  );
  return row?.id ?? null;
}

export async function markMember(
  tx: Transaction,
  theme: number,
  answer: number,
  yes: boolean,
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.mark_member($1, $2, $3) AS done', [
    theme,
    answer,
    yes,
  ]);
  return row?.done ?? false;
}

type Asked = 'split_theme' | 'group_again' | 'code_again';

/** Asks for long work on a codebook. @returns number of the run; null where the session may not */
export async function askOfCodebook(
  tx: Transaction,
  work: Asked,
  of: string | number,
): Promise<number | null> {
  const [row] = await tx.query<{ run: number | null }>(`SELECT coding.${work}($1)::int AS run`, [of]);
  return row?.run ?? null;
}

/** Keeps the next version. @returns the run that codes by it; 0 where another version came between; null where the session may not */
export async function keepOwnCodebook(
  tx: Transaction,
  codebook: Codebook,
  mapping: unknown,
): Promise<number | null> {
  const [row] = await tx.query<{ run: number | null }>(
    'SELECT coding.keep_own_codebook($1, $2)::int AS run',
    [JSON.stringify(codebook), mapping === null ? null : JSON.stringify(mapping)],
  );
  return row?.run ?? null;
}

export interface OwnRunLine {
  id: number;
  kind: 'group' | 'split' | 'code';
  version: number | null;
  state: 'waiting' | 'running' | 'done' | 'failed';
  stage: string;
  actor: string;
  askedAt: string;
  tookMs: number | null;
  model: string | null;
  result: unknown;
}

/** Latest first. */
export function ownRuns(tx: Queryable, codebook: string): Promise<OwnRunLine[]> {
  return tx.query<OwnRunLine>(
    `SELECT id::int AS id, kind, version, state, stage, actor, to_json(asked_at) #>> '{}' AS "askedAt", took_ms AS "tookMs", model_version AS model, result
     FROM coding.codebook_run WHERE codebook = $1 ORDER BY id DESC LIMIT 50`,
    [codebook],
  );
}

/** @returns state of the proposal, `done` where nobody else holds the right; null where the session may not */
export async function signOffOwn(tx: Transaction, model: string, reason: string): Promise<string | null> {
  const [row] = await tx.query<{ state: string | null }>('SELECT coding.sign_off_own($1, $2) AS state', [
    model,
    reason,
  ]);
  return row?.state ?? null;
}
