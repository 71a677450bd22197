import type { Codebook } from '#domain';

import type { Queryable, Transaction } from '../database.js';
import { lockMarks } from './locks.js';

/** Free text of one submission that has not been looked at yet. */
export interface UncodedText {
  submission: string;
  agency: string;
  /** Answer id; null where the submission has no text at all. */
  answer: number | null;
  question: string | null;
  text: string | null;
}

export async function uncodedTexts(db: Queryable, limit: number): Promise<UncodedText[]> {
  return db.query<UncodedText>(
    `WITH next AS (SELECT id, agency, engagement FROM engagement.submission WHERE coded_at IS NULL AND withdrawn_at IS NULL ORDER BY id LIMIT $1)
     SELECT n.id AS submission, n.agency, a.id::int AS answer, q.text AS question, a.text
     FROM next n LEFT JOIN engagement.answer a ON a.submission = n.id AND a.text IS NOT NULL
     LEFT JOIN engagement.question q ON q.agency = n.agency AND q.engagement = n.engagement AND q.key = a.question
     ORDER BY n.id, a.id`,
    [limit],
  );
}

export async function saveCodebook(tx: Queryable, codebook: Codebook): Promise<void> {
  await tx.query(
    'INSERT INTO coding.codebook (code, version, document, note) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [codebook.code, codebook.version, JSON.stringify(codebook), codebook.note],
  );
}

export async function saveCoderModel(
  tx: Queryable,
  model: { version: string; kind: string; parameters: unknown },
): Promise<void> {
  await tx.query(
    'INSERT INTO coding.model (version, kind, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [model.version, model.kind, JSON.stringify(model.parameters)],
  );
}

export interface CodedRow {
  submission: string;
  agency: string;
  hasText: boolean;
  noAnswer: boolean;
  stance: string | null;
  safeguarding: boolean;
  personalData: unknown;
}

export interface AssignmentRow {
  submission: string;
  agency: string;
  theme: string;
  decision: 'assign' | 'suggest';
  source: 'human' | 'rule' | 'model' | 'llm';
  probability: number;
  evidence: unknown;
}

export interface CodingVersion {
  codebook: string;
  codebookVersion: number;
  model: string;
  actor: string;
}

// prettier-ignore
const CODED = ['submission', 'agency', 'has_text', 'no_answer', 'stance', 'safeguarding', 'personal_data', 'codebook', 'codebook_version', 'model_version'];
// prettier-ignore
const ASSIGNED = ['agency', 'submission', 'theme', 'decision', 'source', 'actor', 'model_version', 'codebook', 'codebook_version', 'probability', 'evidence'];

/** What a coder made of submissions; they are marked as looked at in the same transaction. */
export async function saveCoding(
  tx: Transaction,
  version: CodingVersion,
  coded: readonly CodedRow[],
  assignments: readonly AssignmentRow[],
): Promise<void> {
  const { codebook, codebookVersion, model, actor } = version;
  // prettier-ignore
  await tx.copy('coding.coded', CODED, coded.map((c) => [
    c.submission, c.agency, c.hasText, c.noAnswer, c.stance, c.safeguarding, JSON.stringify(c.personalData), codebook, codebookVersion, model,
  ]));
  // prettier-ignore
  await tx.copy('coding.assignment', ASSIGNED, assignments.map((a) => [
    a.agency, a.submission, a.theme, a.decision, a.source, actor, model, codebook, codebookVersion, a.probability, JSON.stringify(a.evidence),
  ]));
  await lockMarks(tx);
  await tx.query('UPDATE engagement.submission SET coded_at = now() WHERE id = ANY ($1)', [
    coded.map((c) => c.submission),
  ]);
}

/** Every submission's whole text, for grouping those that say the same. */
export async function allTexts(db: Queryable): Promise<{ id: string; text: string }[]> {
  return db.query(
    `SELECT c.submission AS id, string_agg(a.text, E'\\n' ORDER BY a.id) AS text
     FROM coding.coded c JOIN engagement.answer a ON a.submission = c.submission AND a.text IS NOT NULL
     WHERE c.has_text AND NOT c.no_answer GROUP BY c.submission ORDER BY c.submission`,
  );
}

export async function saveArguments(tx: Transaction, groups: ReadonlyMap<string, string>): Promise<void> {
  await tx.query('CREATE TEMP TABLE grouped (submission uuid PRIMARY KEY, argument uuid) ON COMMIT DROP');
  await tx.copy('grouped', ['submission', 'argument'], groups);
  await tx.query(
    `UPDATE coding.coded c SET argument = g.argument FROM grouped g WHERE g.submission = c.submission AND c.argument IS DISTINCT FROM g.argument`,
  );
}

export async function uncodedCount(db: Queryable): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM engagement.submission WHERE coded_at IS NULL AND withdrawn_at IS NULL',
  );
  return row?.n ?? 0;
}
