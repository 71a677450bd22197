import type { Database, Transaction } from '../../database.js';

/** Number of the edition before another, whose number need not be the next lower one; 0 where there is none. */
export async function editionBefore(tx: Transaction, number: number): Promise<number> {
  const [row] = await tx.query<{ before: number }>('SELECT facts.edition_before($1) AS before', [number]);
  return row!.before;
}

/** The name under which the highest number that the journal outside the database knows is kept, where that is above all that are here. */
const GIVEN = 'editions-given';

/** The number of the next edition: above every edition there is, and every one that was published before the database was put back. */
export async function nextNumber(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    `SELECT 1 + greatest((SELECT max(number) FROM facts.edition), (SELECT value::int FROM facts.setting WHERE name = $1), 0) AS next`,
    [GIVEN],
  );
  return row!.next;
}

/** Numbers up to this one were given to editions, whether these are here or not: no other gets them. @param db by the worker role */
export async function keepNumbersAbove(db: Database, last: number): Promise<void> {
  await db.query(
    `INSERT INTO facts.setting (name, value) SELECT $1, $2::int::text WHERE $2::int > greatest((SELECT max(number) FROM facts.edition), 0)
     ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value WHERE setting.value::int < EXCLUDED.value::int`,
    [GIVEN, last],
  );
}
