import type { Queryable } from '../database.js';

/**
 * Call before marking submissions as linked or coded. Both kinds of work mark many rows, each in an order of its own, and
 * would otherwise wait for each other's.
 */
export const lockMarks = (tx: Queryable): Promise<void> => lockFor(tx, 'submission-marks');

/**
 * Call before what the audit says, or whom it draws, is worked out and written: two processes (a worker, and a command that publishes)
 * come to it at once, and both would put the same rows, or draw twice by what neither knew of the other.
 */
export const lockAudit = (tx: Queryable): Promise<void> => lockFor(tx, 'audit');

/**
 * One worker at a time does this kind of work; the lock ends with the transaction.
 * @param mode `shared`: any number at once, but none beside an exclusive one
 */
export async function lockFor(
  tx: Queryable,
  work: string,
  mode: 'exclusive' | 'shared' = 'exclusive',
): Promise<void> {
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.query(`SELECT ${lock}(hashtextextended($1, 1))`, [`hub.${work}`]);
}
