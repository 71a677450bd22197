import type { Queryable, Transaction } from '../../database.js';

/** An answer in its own words that can't be found yet. */
export interface UnindexedComment {
  answer: number;
  agency: string;
  submission: string;
  text: string;
  /** Character offsets (UTF-16, end exclusive) of what is personal in it. */
  masks: { start: number; end: number }[];
}

/** Submissions whose answers are to be indexed, held against being coded anew meanwhile. */
export async function unindexedSubmissions(tx: Transaction, limit: number): Promise<string[]> {
  const rows = await tx.query<{ submission: string }>(
    `SELECT submission FROM coding.coded WHERE NOT indexed ORDER BY submission LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  );
  return rows.map(({ submission }) => submission);
}

export function commentsToIndex(
  tx: Transaction,
  submissions: readonly string[],
): Promise<UnindexedComment[]> {
  return tx.query<UnindexedComment>(
    `SELECT a.id::int AS answer, a.agency, a.submission, a.text,
       coalesce((SELECT jsonb_agg(p -> 'span') FROM jsonb_array_elements(c.personal_data) p WHERE (p ->> 'answer')::bigint = a.id), '[]') AS masks
     FROM coding.coded c JOIN engagement.submission s ON s.id = c.submission AND s.withdrawn_at IS NULL
     JOIN engagement.answer a ON a.submission = c.submission AND a.text IS NOT NULL
     WHERE c.submission = ANY ($1) AND c.has_text AND NOT c.no_answer ORDER BY a.id`,
    [submissions],
  );
}

/** What comments are found by, in place of what was there of these submissions. @param rows `words` without what is personal */
export async function saveCommentIndex(
  tx: Transaction,
  submissions: readonly string[],
  rows: readonly {
    answer: number;
    agency: string;
    submission: string;
    words: string;
    meaning: Buffer;
  }[],
): Promise<void> {
  await tx.query('DELETE FROM coding.comment_index WHERE submission = ANY ($1)', [submissions]);
  await tx.query(
    `INSERT INTO coding.comment_index (answer, agency, submission, words, meaning)
     SELECT answer, agency, submission, to_tsvector('pg_catalog.english', words), meaning
     FROM unnest($1::bigint[], $2::text[], $3::uuid[], $4::text[], $5::bytea[]) AS r (answer, agency, submission, words, meaning)`,
    [
      rows.map(({ answer }) => answer),
      rows.map(({ agency }) => agency),
      rows.map(({ submission }) => submission),
      rows.map(({ words }) => words),
      rows.map(({ meaning }) => meaning),
    ],
  );
  await tx.query('UPDATE coding.coded SET indexed = true WHERE submission = ANY ($1)', [submissions]);
}

/** Comments of the session's agencies that hold some of the words, the best first. `found`: how many hold any. */
export function findByWords(
  tx: Queryable,
  said: string,
  most: number,
): Promise<{ answer: number; score: number; found: number }[]> {
  return tx.query(
    'SELECT answer::int AS answer, score, found FROM coding.find_by_words($1, $2) ORDER BY score DESC, answer',
    [said, most],
  );
}

/** How many vectors the session may use, the latest entry, and whose they are: what is kept of them is compared with it. */
export async function meaningsHeld(
  tx: Queryable,
): Promise<{ many: number; last: number; agencies: string[] }> {
  const [row] = await tx.query<{ many: number; last: number; agencies: string[] }>(
    'SELECT many, last::int AS last, agencies FROM coding.meanings_held()',
  );
  return row!;
}

/** Vectors entered after one, in order. */
export function readMeanings(
  tx: Queryable,
  above: number,
  most: number,
): Promise<{ entry: number; answer: number; meaning: Buffer }[]> {
  return tx.query(
    'SELECT entry::int AS entry, answer::int AS answer, meaning FROM coding.meanings($1, $2) ORDER BY entry',
    [above, most],
  );
}
