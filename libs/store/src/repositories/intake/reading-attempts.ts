import type { Queryable } from '../../database.js';

/**
 * Counts that reading a delivery begins; call outside the transaction that reads, so that the count outlives it.
 * @returns which attempt it is; null where it does not wait to be read
 */
export async function beginReading(db: Queryable, id: number): Promise<number | null> {
  const [row] = await db.query<{ attempts: number }>(
    `UPDATE intake.delivery SET attempts = attempts + 1 WHERE id = $1 AND status = 'received' RETURNING attempts`,
    [id],
  );
  return row?.attempts ?? null;
}

/**
 * An attempt that the delivery is not to blame for.
 * @returns how many it has been forgiven within an hour of the first of them, this one among them
 */
export async function forgiveReading(db: Queryable, id: number): Promise<number> {
  const [row] = await db.query<{ forgiven: number }>(
    `UPDATE intake.delivery d SET attempts = greatest(d.attempts - 1, 0), forgiven = CASE WHEN n.goes_on THEN d.forgiven + 1 ELSE 1 END,
       forgiven_since = CASE WHEN n.goes_on THEN d.forgiven_since ELSE now() END
     FROM (SELECT id, coalesce(forgiven_since > now() - interval '1 hour', false) AS goes_on FROM intake.delivery WHERE id = $1 FOR UPDATE) n
     WHERE d.id = n.id RETURNING d.forgiven`,
    [id],
  );
  return row?.forgiven ?? 0;
}
