import type { Queryable } from '../../database.js';
import { holdSubmissions } from '../engagement/corrections.js';

/** What a person decided on one submission. */
export interface HumanCoding {
  id: number;
  submission: string;
  purpose: 'training' | 'audit';
  place: 'first' | 'second' | 'settled';
  coder: string;
  outcome: 'themes' | 'none' | 'unsure';
  themes: string[];
  codebookVersion: number;
  at: string;
}

const CODING = `id::int AS id, submission, purpose, place, coder, outcome, themes, codebook_version AS "codebookVersion", at::text AS at`;
const ORDER = `ORDER BY submission, array_position(ARRAY['settled','first','second'], place), id`;

/** Codings in force, for each submission the settled ones first, then the first coder's. */
export function currentCodings(
  db: Queryable,
  purpose: 'training' | 'audit',
  submissions: readonly string[] | null = null,
): Promise<HumanCoding[]> {
  return db.query<HumanCoding>(
    `SELECT ${CODING} FROM coding.current_coding WHERE purpose = $1 AND (purpose <> 'audit' OR submission IN (SELECT submission FROM coding.audit_sample)) AND ($2::uuid[] IS NULL OR submission = ANY ($2)) ${ORDER}`,
    [purpose, submissions],
  );
}

/** Submissions on which people said something that their assignments don't know of yet. */
export async function codingsToFold(db: Queryable, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT c.submission AS id FROM coding.coded c WHERE EXISTS (
       SELECT FROM coding.human_coding h WHERE h.submission = c.submission AND h.purpose = 'training' AND h.outdated_at IS NULL AND h.id > c.folded)
     ORDER BY c.submission LIMIT $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** A coding prepared for a demonstration; people's own come through `coding.sign_comment`. */
export interface PreparedCoding {
  submission: string;
  place: 'first' | 'second';
  coder: string;
  themes: readonly string[];
  /** Kept for training too; a coding that is not is kept only where its comment is in the audit sample. */
  training: boolean;
}

/** Ids of submissions by source and the id that the row had there. */
export async function submissionsByExternalId(db: Queryable): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; key: string }>(
    `SELECT id, source || '/' || external_id AS key FROM engagement.submission WHERE external_id IS NOT NULL AND withdrawn_at IS NULL`,
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/**
 * Keeps prepared codings by the codebook's version given. Those of comments in the audit sample are audit codings.
 * Nothing is kept twice.
 * @param waves of the audit's draws that are coded
 * @returns how many were not kept before
 */
export async function keepPreparedCodings(
  db: Queryable,
  codebook: { code: string; version: number },
  codings: readonly PreparedCoding[],
  waves: number,
): Promise<number> {
  const [row] = await db.query<{ kept: number }>(
    `WITH kept AS (INSERT INTO coding.human_coding (agency, submission, purpose, place, coder, outcome, themes, codebook, codebook_version, note)
     SELECT c.agency, c.submission, CASE WHEN a.submission IS NULL THEN 'training' ELSE 'audit' END, p.place, p.coder,
       CASE WHEN cardinality(p.themes) > 0 THEN 'themes' ELSE 'none' END, p.themes, $2, $3, 'Prepared for the demonstration.'
     FROM jsonb_to_recordset($1) AS p(submission uuid, place text, coder text, themes text[], training boolean)
     JOIN coding.coded c ON c.submission = p.submission AND c.has_text AND NOT c.no_answer
     LEFT JOIN coding.audit_sample a ON a.submission = p.submission
     WHERE CASE WHEN a.submission IS NULL THEN p.training ELSE a.wave <= $4 AND (p.place = 'first' OR a.twice) END
       AND NOT EXISTS (SELECT FROM coding.human_coding h WHERE h.submission = p.submission AND h.coder = p.coder)
     ORDER BY c.submission, p.place RETURNING 1) SELECT count(*)::int AS kept FROM kept`,
    [JSON.stringify(codings), codebook.code, codebook.version, waves],
  );
  return row?.kept ?? 0;
}

/** The next batch for people to code, in place of what was left of the last. */
export async function keepBatch(db: Queryable, ids: readonly string[], unsure: number): Promise<void> {
  await holdSubmissions(db, ids);
  await db.query('DELETE FROM coding.batch_item');
  await db.query(
    `INSERT INTO coding.batch_item (submission, agency, batch, position, chosen_for)
     SELECT s.id, s.agency, 1, d.position, CASE WHEN d.position <= $2 THEN 'unsure' ELSE 'random' END
     FROM unnest($1::uuid[]) WITH ORDINALITY AS d(id, position) JOIN engagement.submission s ON s.id = d.id`,
    [ids, unsure],
  );
}

/** Puts groups of uncoded texts before people, in place of those that nobody has decided on. */
export async function keepSuggestions(
  db: Queryable,
  suggestions: readonly { terms: string[]; responseIds: string[] }[],
): Promise<void> {
  await db.query(`DELETE FROM coding.suggestion WHERE state = 'open'`);
  for (const { terms, responseIds } of suggestions)
    await db.query(
      `INSERT INTO coding.suggestion (agencies, terms, submissions)
       SELECT array_agg(DISTINCT agency), $2, $1 FROM engagement.submission WHERE id = ANY ($1)`,
      [responseIds, terms],
    );
}
