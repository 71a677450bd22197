import type { Queryable, Transaction } from '../../database.js';
import { holdSubmissions } from '../engagement/corrections.js';
import { lockFor } from '../locks.js';
import { holdCoded } from './coding.js';

/** An answer in its own words that can't be found yet. */
export interface UnindexedComment {
  answer: number;
  agency: string;
  submission: string;
  text: string;
  /** Character offsets (UTF-16, end exclusive) of what is personal in it. */
  masks: { start: number; end: number }[];
}

/**
 * Submissions whose answers are to be indexed, held against being corrected and coded anew meanwhile: first themselves, as everybody does. One worker
 * at a time, so that entries can be seen in the order of their numbers: whoever has seen one has seen all before it.
 */
export async function unindexedSubmissions(tx: Transaction, limit: number): Promise<string[]> {
  await lockFor(tx, 'comment-index');
  const open = await tx.query<{ submission: string }>(
    'SELECT submission FROM coding.coded WHERE NOT indexed ORDER BY submission LIMIT $1',
    [limit],
  );
  const ids = open.map(({ submission }) => submission);
  await holdSubmissions(tx, ids);
  await holdCoded(tx, ids);
  const rows = await tx.query<{ submission: string }>(
    `SELECT submission FROM coding.coded WHERE NOT indexed AND submission = ANY ($1) ORDER BY submission`,
    [ids],
  );
  return rows.map(({ submission }) => submission);
}

export function commentsToIndex(
  tx: Transaction,
  submissions: readonly string[],
): Promise<UnindexedComment[]> {
  return tx.query<UnindexedComment>(
    `SELECT a.id::int AS answer, a.agency, a.submission, a.text,
       (SELECT coalesce(jsonb_agg(m -> 'span'), '[]') FROM jsonb_array_elements(coding.masks_of(a.id)) m) AS masks
     FROM coding.coded c JOIN engagement.submission s ON s.id = c.submission AND s.withdrawn_at IS NULL
     JOIN engagement.answer a ON a.submission = c.submission AND a.text IS NOT NULL
     WHERE c.submission = ANY ($1) AND c.has_text AND NOT c.no_answer ORDER BY a.id`,
    [submissions],
  );
}

/**
 * What comments are found by, in place of what was there of these submissions; since when each can be found stays. @param rows `words` without what is personal
 */
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
  const were = await tx.query<{ answer: number; since: string }>(
    'SELECT answer::int AS answer, coalesce(since, entry) AS since FROM coding.comment_index WHERE submission = ANY ($1)',
    [submissions],
  );
  const since = new Map(were.map((one) => [one.answer, one.since]));
  await tx.query('DELETE FROM coding.comment_index WHERE submission = ANY ($1)', [submissions]);
  await tx.query(
    `INSERT INTO coding.comment_index (answer, agency, submission, words, meaning, since)
     SELECT answer, agency, submission, to_tsvector('pg_catalog.english', words), meaning, since
     FROM unnest($1::bigint[], $2::text[], $3::uuid[], $4::text[], $5::bytea[], $6::bigint[]) AS r (answer, agency, submission, words, meaning, since)`,
    [
      rows.map(({ answer }) => answer),
      rows.map(({ agency }) => agency),
      rows.map(({ submission }) => submission),
      rows.map(({ words }) => words),
      rows.map(({ meaning }) => meaning),
      rows.map(({ answer }) => since.get(answer) ?? null),
    ],
  );
  await tx.query('UPDATE coding.coded SET indexed = true WHERE submission = ANY ($1)', [submissions]);
}

/** A word that is asked for, as it is indexed, and how many comments of the session's agencies hold it. */
export interface AskedWord {
  word: string;
  comments: number;
}

export function askedWords(tx: Queryable, said: string): Promise<AskedWord[]> {
  return tx.query('SELECT word, comments FROM coding.asked_words($1)', [said]);
}

/** Words of the session's agencies that begin as this one does and are about as long. */
export function wordsLike(tx: Queryable, word: string): Promise<AskedWord[]> {
  return tx.query('SELECT word, comments FROM coding.words_like($1)', [word]);
}

/**
 * Comments of the session's agencies that hold some of the words, the best first; where the words are common, comments with the rarest of
 * them. @param terms as `askedWords` gives them; `found`: how many hold any, more than `most` where not all were looked at
 */
export function findByWords(
  tx: Queryable,
  terms: readonly string[],
  most: number,
): Promise<{ answer: number; score: number; found: number }[]> {
  return tx.query(
    'SELECT answer::int AS answer, score, found FROM coding.find_by_terms($1, $2) ORDER BY score DESC, answer',
    [terms, most],
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
