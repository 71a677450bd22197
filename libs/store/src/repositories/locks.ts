import type { Queryable } from '../database.js';

/**
 * Call before marking submissions as linked or coded. Both kinds of work mark many rows, each in an order of its own, and
 * would otherwise wait for each other's.
 */
export const lockMarks = (tx: Queryable): Promise<void> => lockFor(tx, 'submission-marks');

/** One worker at a time does this kind of work; the lock ends with the transaction. */
export async function lockFor(tx: Queryable, work: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [`hub.${work}`]);
}
