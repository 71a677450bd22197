import type { Queryable } from '../../database.js';
import { isHosts } from '../facts/votes.js';

/** A free-text answer of one submission, with the question it answers. */
export interface TextPart {
  submission: string;
  /** Content hash of the submission that says this. */
  hash: string;
  agency: string;
  /** Answer id; null where the submission has no text at all. */
  answer: number | null;
  question: string | null;
  text: string | null;
}

/** What a host put up to be voted on is nobody's comment: it is without a text. */
const PARTS = `SELECT n.id AS submission, n.content_hash AS hash, n.agency, a.id::int AS answer, q.text AS question, a.text
  FROM next n LEFT JOIN engagement.answer a ON a.submission = n.id AND a.text IS NOT NULL AND NOT n.hosts
  LEFT JOIN engagement.question q ON q.agency = n.agency AND q.engagement = n.engagement AND q.key = a.question
  ORDER BY n.id, a.id`;

/** Free text of submissions that have not been looked at yet. */
export async function uncodedTexts(db: Queryable, limit: number): Promise<TextPart[]> {
  return db.query<TextPart>(
    `WITH next AS (SELECT s.id, s.content_hash, s.agency, s.engagement, ${isHosts('s')} AS hosts FROM engagement.submission s
       WHERE s.coded_at IS NULL AND s.withdrawn_at IS NULL ORDER BY s.id LIMIT $1)
     ${PARTS}`,
    [limit],
  );
}

/** Free text of these submissions. */
export async function textsOf(db: Queryable, submissions: readonly string[]): Promise<TextPart[]> {
  return db.query<TextPart>(
    `WITH next AS (SELECT s.id, s.content_hash, s.agency, s.engagement, ${isHosts('s')} AS hosts FROM engagement.submission s
       WHERE s.id = ANY ($1) AND s.withdrawn_at IS NULL)
     ${PARTS}`,
    [submissions],
  );
}

/** Every submission's whole text, for grouping those that say the same. */
export async function allTexts(db: Queryable): Promise<{ id: string; text: string }[]> {
  return db.query(
    `SELECT c.submission AS id, string_agg(a.text, E'\\n' ORDER BY a.id) AS text
     FROM coding.coded c JOIN engagement.answer a ON a.submission = c.submission AND a.text IS NOT NULL
     WHERE c.has_text AND NOT c.no_answer GROUP BY c.submission ORDER BY c.submission`,
  );
}

/** Submissions with something said in their own words, in order of id. */
export async function submissionsWithText(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'SELECT submission AS id FROM coding.coded WHERE has_text AND NOT no_answer ORDER BY submission',
  );
  return rows.map(({ id }) => id);
}

/** Those that were coded by another model or codebook than the one in force. */
export async function codedOtherwise(
  db: Queryable,
  { model, codebook, codebookVersion }: { model: string; codebook: string; codebookVersion: number },
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT submission AS id FROM coding.coded WHERE model_version <> $1 OR codebook <> $2 OR codebook_version <> $3 ORDER BY submission`,
    [model, codebook, codebookVersion],
  );
  return rows.map(({ id }) => id);
}

/** Vectors that are kept, by hash. */
export async function readEmbeddings(
  db: Queryable,
  hashes: readonly string[],
): Promise<Map<string, Float32Array>> {
  const rows = await db.query<{ hash: string; vector: Buffer }>(
    'SELECT hash, vector FROM coding.embedding WHERE hash = ANY ($1)',
    [hashes],
  );
  return new Map(rows.map(({ hash, vector }) => [hash, asFloats(vector)]));
}

export async function keepEmbeddings(
  db: Queryable,
  vectors: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const entries = [...vectors];
  await db.query(
    'INSERT INTO coding.embedding (hash, vector) SELECT * FROM unnest($1::text[], $2::bytea[]) ON CONFLICT DO NOTHING',
    [
      entries.map(([hash]) => hash),
      entries.map(([, v]) => Buffer.from(v.buffer, v.byteOffset, v.byteLength)),
    ],
  );
}

/** Forgets the vectors of texts that the hub no longer holds. @param held hashes of those that it holds; @returns how many went */
export async function forgetEmbeddings(db: Queryable, held: readonly string[]): Promise<number> {
  const [row] = await db.query<{ gone: number }>(
    `WITH gone AS (DELETE FROM coding.embedding e WHERE NOT EXISTS (SELECT FROM unnest($1::text[]) h WHERE h = e.hash) RETURNING 1)
     SELECT count(*)::int AS gone FROM gone`,
    [held],
  );
  return row?.gone ?? 0;
}

/** Copied, because a driver's buffer need not begin at a multiple of four bytes. */
function asFloats(bytes: Buffer): Float32Array {
  const copy = new Uint8Array(bytes);
  return new Float32Array(copy.buffer);
}

/** What is masked in these answers; those in which nothing is are left out. Places are UTF-16, the end exclusive. */
export async function masksOfAnswers(
  db: Queryable,
  answers: readonly number[],
): Promise<Map<number, { start: number; end: number }[]>> {
  const rows = await db.query<{ answer: number; spans: { start: number; end: number }[] }>(
    `SELECT m.id::int AS answer, jsonb_path_query_array(m.masks, '$[*].span') AS spans
     FROM (SELECT i.id, coding.masks_of(i.id) AS masks FROM unnest($1::bigint[]) i(id)) m WHERE m.masks <> '[]'`,
    [answers],
  );
  return new Map(rows.map(({ answer, spans }) => [answer, spans]));
}
