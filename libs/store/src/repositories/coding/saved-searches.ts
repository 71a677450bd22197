import type { Queryable, Transaction } from '../../database.js';
import type { CommentFilter } from './found-comments.js';

/** A search that the session's account keeps. */
export interface SavedSearch {
  id: string;
  name: string;
  words: string;
  filter: CommentFilter;
  /** The last entry of the index that could be found when it was opened last. */
  seen: number;
  savedAt: Date;
  openedAt: Date;
}

/** Searches of the session's account by name. @param id that one alone */
export function readSavedSearches(tx: Queryable, id: string | null = null): Promise<SavedSearch[]> {
  return tx.query<SavedSearch>(
    `SELECT id::text AS id, name, words, filter, seen::int AS seen, saved_at AS "savedAt", opened_at AS "openedAt"
     FROM coding.saved_search WHERE $1::bigint IS NULL OR id = $1 ORDER BY name, id`,
    [id],
  );
}

/**
 * Keeps a search; what can be found now is taken as seen.
 * @returns its id; null for whoever is no analyst
 * @throws database error HB001 where as many as may be are kept, HB002 where one has this name
 */
export async function saveSearch(
  tx: Transaction,
  { name, words, filter }: Pick<SavedSearch, 'name' | 'words' | 'filter'>,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string | null }>('SELECT coding.save_search($1, $2, $3)::text AS id', [
    name,
    words,
    JSON.stringify(filter),
  ]);
  return row?.id ?? null;
}

/** Takes what can be found now as seen. @returns how far and when it was seen before; null where the account keeps no such search */
export async function openSearch(
  tx: Transaction,
  id: string,
): Promise<Pick<SavedSearch, 'seen' | 'openedAt'> | null> {
  const [row] = await tx.query<Pick<SavedSearch, 'seen' | 'openedAt'>>(
    'SELECT seen::int AS seen, opened_at AS "openedAt" FROM coding.open_search($1)',
    [id],
  );
  return row ?? null;
}

/** @returns whether there was such a search of the account's own */
export async function forgetSearch(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.query<{ forgotten: boolean }>('SELECT coding.forget_search($1) AS forgotten', [id]);
  return row?.forgotten ?? false;
}
