import type { Queryable } from '../../database.js';

/** By the worker role, while the demonstration city is being loaded. */

/**
 * Answers that stand alone in their submission, of a length to be read out, in which nobody is named and nobody may be in danger, with
 * the themes that a person gave them.
 */
export function quotableAnswers(
  db: Queryable,
): Promise<{ answer: number; text: string; themes: string[]; tone: string | null }[]> {
  return db.query(
    `SELECT a.id::int AS answer, a.text, h.themes, c.stance AS tone FROM coding.current_coding h
     JOIN coding.coded c ON c.submission = h.submission AND NOT c.safeguarding AND c.personal_data = '[]'
     JOIN engagement.answer a ON a.submission = h.submission AND a.text IS NOT NULL
     WHERE h.place = 'first' AND h.outcome = 'themes' AND length(a.text) BETWEEN 40 AND 220
       AND NOT EXISTS (SELECT FROM engagement.answer o WHERE o.submission = a.submission AND o.text IS NOT NULL AND o.id <> a.id)`,
  );
}

/** Lets answers be quoted under a theme of theirs. @returns how many are new @throws where no demonstration is being loaded */
export async function releasePrepared(
  db: Queryable,
  quotes: readonly { answer: number; theme: string }[],
): Promise<number> {
  const [row] = await db.query<{ done: number }>('SELECT coding.release_prepared($1) AS done', [
    JSON.stringify(quotes),
  ]);
  return row?.done ?? 0;
}

/** What an edition quotes, by the number that each has there. */
export function quotesOfEdition(
  db: Queryable,
  edition: number,
): Promise<{ quote: string; theme: string; text: string }[]> {
  return db.query(
    `SELECT id::text AS quote, theme, text FROM facts.quote WHERE edition = $1 AND text <> '' ORDER BY id`,
    [edition],
  );
}
