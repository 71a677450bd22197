import type { Queryable } from '../database.js';

/** One worker at a time does this kind of work; the lock ends with the transaction. */
export async function lockFor(tx: Queryable, work: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [`hub.${work}`]);
}
