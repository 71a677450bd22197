import type { Queryable } from '../../database.js';

/**
 * A sign of life of one part of a worker; those of workers that have been gone for a day are forgotten.
 * @param queue whether the queue answered just now; null where the part does not know
 */
export async function beat(
  worker: Queryable,
  { name, part, queue }: { name: string; part: 'feed' | 'rows' | 'whole'; queue: boolean | null },
): Promise<void> {
  await worker.query(
    `INSERT INTO intake.pulse (worker, part, queue) VALUES ($1, $2, $3)
     ON CONFLICT (worker, part) DO UPDATE SET at = clock_timestamp(), queue = excluded.queue`,
    [name, part, queue],
  );
  await worker.query(`DELETE FROM intake.pulse WHERE at < now() - interval '1 day'`);
}

/** How the parts behind the doors do, in seconds; null where there was never any. */
export interface Condition {
  /** Since the last sign of life of the part that reads deliveries. */
  rows: number | null;
  /** Since that of the part that goes over all there is; its work may take a processor for minutes. */
  whole: number | null;
  queue: boolean | null;
  /** How long the delivery that has waited longest to be read has waited. */
  waiting: number | null;
  /** How long the oldest of everything that waits for a person has waited. */
  forAPerson: number | null;
}

export async function hubCondition(published: Queryable): Promise<Condition> {
  const [row] = await published.query<{ told: Omit<Condition, 'forAPerson'>; forAPerson: number | null }>(
    'SELECT facts.condition() AS told, facts.oldest_for_a_person() AS "forAPerson"',
  );
  return { ...row!.told, forAPerson: row!.forAPerson };
}
