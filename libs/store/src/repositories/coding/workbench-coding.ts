import type { Agency } from '#domain';

import type { Queryable, Transaction } from '../../database.js';

/** By the workbench role, in a transaction that bears an analyst's session: row-level security shows its own agencies. */

export type Pile = 'batch' | 'second' | 'audit';
export type CodingPurpose = 'training' | 'audit';
export type CodingPlace = 'first' | 'second' | 'settled';

/** One in ten comments is coded by a second person too: those whose hash is small, so that nobody chooses them. */
const TWICE = `get_byte(sha256(convert_to(h.submission::text, 'UTF8')), 0) < 26`;
const MINE = `EXISTS (SELECT FROM coding.whole_coding m WHERE m.submission = %s AND m.coder = (SELECT access.who() ->> 'name'))`;
const mine = (column: string): string => MINE.replace('%s', column);

/** A coding in which a theme was split since, on a comment of which nobody has said again what it is. */
const OPEN = (purpose: CodingPurpose): string =>
  `NOT EXISTS (SELECT FROM coding.whole_coding w WHERE w.submission = h.submission AND w.purpose = '${purpose}')`;

/** What lies on each pile for this person, in the order in which it should be coded. */
const PILES: Record<Pile, string> = {
  // First what people have coded already and whose words were corrected since.
  batch: `SELECT h.submission, 0 AS position FROM coding.human_coding h
    WHERE h.purpose = 'training' AND h.outcome <> 'withdrawn' AND h.outdated_at IS NOT NULL AND h.place = 'first'
      AND NOT EXISTS (SELECT FROM coding.human_coding later WHERE later.supersedes = h.id)
      AND NOT EXISTS (SELECT FROM coding.current_coding c WHERE c.submission = h.submission AND c.purpose = 'training')
      AND NOT EXISTS (SELECT FROM coding.audit_sample a WHERE a.submission = h.submission)
      AND NOT EXISTS (SELECT FROM coding.batch_item b WHERE b.submission = h.submission)
      AND EXISTS (SELECT FROM coding.coded c WHERE c.submission = h.submission AND c.has_text AND NOT c.no_answer)
    UNION SELECT h.submission, 0 FROM coding.current_coding h WHERE h.purpose = 'training' AND ${OPEN('training')}
    UNION SELECT b.submission, b.position FROM coding.batch_item b
    WHERE NOT EXISTS (SELECT FROM coding.current_coding h WHERE h.submission = b.submission AND h.purpose = 'training')
      -- The audit goes on as comments come in, and may draw what lies in the batch: that is coded blind then, and not here.
      AND NOT EXISTS (SELECT FROM coding.audit_sample a WHERE a.submission = b.submission)`,
  second: `SELECT h.submission, 0 AS position FROM coding.current_coding h
    WHERE h.purpose = 'training' AND h.place = 'first' AND ${TWICE} AND NOT ${mine('h.submission')}
      AND NOT EXISTS (SELECT FROM coding.current_coding s WHERE s.submission = h.submission AND s.place IN ('second','settled'))`,
  audit: `SELECT a.submission, a.position FROM coding.audit_sample a WHERE NOT ${mine('a.submission')}
      AND (SELECT count(*) FROM coding.whole_coding h WHERE h.submission = a.submission AND h.purpose = 'audit') < CASE WHEN a.twice THEN 2 ELSE 1 END`,
};

/** Submissions that wait on a pile. */
export async function readPile(tx: Queryable, pile: Pile, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT p.submission AS id FROM (${PILES[pile]}) p ORDER BY p.position, p.submission LIMIT $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

export async function countPile(tx: Queryable, pile: Pile): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM (${PILES[pile]}) p`);
  return row?.n ?? 0;
}

export interface CodedPart {
  answer: number;
  question: string;
  text: string;
}

interface Found {
  answer: number;
  span: { start: number; end: number };
}

/** Comments whose coding a change of the codebook left open, in training and audit. */
export async function countToRecode(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `SELECT count(DISTINCT h.submission)::int AS n FROM coding.current_coding h WHERE (h.purpose = 'training' AND ${OPEN('training')}) OR (h.purpose = 'audit' AND ${OPEN('audit')})`,
  );
  return row?.n ?? 0;
}

/** A comment as people code it: its words, what in them is personal, and where it comes from. */
export interface CommentToCodeRow {
  submission: string;
  agency: Agency;
  engagement: string;
  ward: string | null;
  submittedOn: string | null;
  parts: CodedPart[];
  personalData: (Found & { type: string })[];
  safeguarding: boolean;
  /** Comments that say the same, this one too. */
  sameArgument: number;
  audited: boolean;
}

export function readCommentsToCode(tx: Queryable, ids: readonly string[]): Promise<CommentToCodeRow[]> {
  return tx.query<CommentToCodeRow>(
    `SELECT s.id AS submission, jsonb_build_object('code', g.code, 'name', g.name, 'kind', g.kind) AS agency, e.title AS engagement, s.ward,
       s.submitted_on::text AS "submittedOn", c.safeguarding,
       (SELECT coalesce(jsonb_agg(m), '[]') FROM engagement.answer x, jsonb_array_elements(coding.masks_of(x.id)) m WHERE x.submission = s.id AND x.text IS NOT NULL) AS "personalData",
       (SELECT count(*)::int FROM coding.coded o WHERE o.argument = c.argument) AS "sameArgument",
       EXISTS (SELECT FROM coding.audit_sample a WHERE a.submission = s.id) AS audited,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('answer', a.id, 'question', coalesce(q.text, a.question), 'text', a.text) ORDER BY a.id), '[]')
        FROM engagement.answer a LEFT JOIN engagement.question q ON q.agency = a.agency AND q.engagement = a.engagement AND q.key = a.question
        WHERE a.submission = s.id AND a.text IS NOT NULL) AS parts
     FROM unnest($1::uuid[]) WITH ORDINALITY AS i(id, n) JOIN engagement.submission s ON s.id = i.id
     JOIN engagement.agency g ON g.code = s.agency JOIN engagement.engagement e ON e.agency = s.agency AND e.key = s.engagement
     JOIN coding.coded c ON c.submission = s.id ORDER BY i.n`,
    [ids],
  );
}

/** One line of the history of a comment's themes: who, when, why, and what it replaced. */
export interface AssignmentLine {
  id: number;
  submission: string;
  theme: string;
  decision: 'assign' | 'suggest' | 'absent';
  source: 'human' | 'rule' | 'model' | 'llm';
  actor: string;
  model: string | null;
  codebook: string;
  codebookVersion: number;
  probability: number;
  evidence: (Found & { because: string })[];
  at: string;
  supersedes: number | null;
  /** Why, where a person wrote it down. */
  note: string | null;
  inForce: boolean;
}

export function readAssignmentHistory(tx: Queryable, ids: readonly string[]): Promise<AssignmentLine[]> {
  return tx.query<AssignmentLine>(
    `SELECT a.id::int AS id, a.submission, a.theme, a.decision, a.source, a.actor, a.model_version AS model, a.codebook, a.codebook_version AS "codebookVersion",
       a.probability, a.evidence, to_json(a.at) #>> '{}' AS at, a.supersedes::int AS supersedes, nullif(h.note, '') AS note,
       NOT EXISTS (SELECT FROM coding.assignment later WHERE later.supersedes = a.id) AS "inForce"
     FROM coding.assignment a LEFT JOIN coding.human_coding h ON h.id = a.coding WHERE a.submission = ANY ($1) ORDER BY a.id`,
    [ids],
  );
}

/** What a person said of a comment. */
export interface PersonsCoding {
  id: number;
  submission: string;
  purpose: CodingPurpose;
  place: CodingPlace;
  coder: string;
  mine: boolean;
  outcome: 'themes' | 'none' | 'unsure';
  themes: string[];
  note: string;
  codebookVersion: number;
  at: string;
}

const PERSONS = `SELECT h.id::int AS id, h.submission, h.purpose, h.place, h.coder, h.coder = (SELECT access.who() ->> 'name') AS mine,
  h.outcome, h.themes, h.note, h.codebook_version AS "codebookVersion", to_json(h.at) #>> '{}' AS at FROM coding.current_coding h`;

export function readPersonsCodings(tx: Queryable, ids: readonly string[] | null): Promise<PersonsCoding[]> {
  return tx.query<PersonsCoding>(
    `${PERSONS} WHERE $1::uuid[] IS NULL OR h.submission = ANY ($1) ORDER BY h.id`,
    [ids],
  );
}

/** The last comments that this person signed, newest first. */
export function readMyLast(tx: Queryable, limit: number): Promise<PersonsCoding[]> {
  return tx.query<PersonsCoding>(
    `${PERSONS} WHERE h.coder = (SELECT access.who() ->> 'name') ORDER BY h.id DESC LIMIT $1`,
    [limit],
  );
}

/** Submissions on which two people differ and nobody has settled it. */
export async function readDisagreements(tx: Queryable, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT h.submission AS id FROM coding.current_coding h WHERE h.purpose = 'training' GROUP BY h.submission
     HAVING count(DISTINCT (h.outcome, h.themes)) > 1 AND NOT bool_or(h.place = 'settled') ORDER BY h.submission LIMIT $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

export interface Signing {
  submission: string;
  purpose: CodingPurpose;
  place: CodingPlace;
  outcome: 'themes' | 'none' | 'unsure';
  themes: readonly string[];
  note: string;
}

/** Signs one comment in the session's own name. @returns null where it is not for this session; throws on a theme that is none */
export async function signComment(tx: Transaction, signing: Signing): Promise<number | null> {
  const { submission, purpose, place, outcome, themes, note } = signing;
  const [row] = await tx.query<{ id: number | null }>(
    'SELECT coding.sign_comment($1, $2, $3, $4, $5, $6)::int AS id',
    [submission, purpose, place, outcome, themes, note],
  );
  return row?.id ?? null;
}

export async function withdrawCoding(tx: Transaction, id: number): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.withdraw_coding($1) AS done', [id]);
  return row?.done ?? false;
}
