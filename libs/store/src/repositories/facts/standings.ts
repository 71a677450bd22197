import type { Queryable } from '../../database.js';

/** One whole table of an edition as it was released; `libs/facts/src/standing` says what the bytes mean. */
export interface StoredStanding {
  /** Codes of the dimensions, with commas between. */
  dimensions: string;
  /** What may be shown. */
  shown: Buffer;
  /** The true counts that each figure was set by: for the next edition, never for an answer. */
  setBy: Buffer;
}

/** By the worker role, for good: a kept table is never changed. */
export async function keepStanding(
  tx: Queryable,
  edition: number,
  { dimensions, shown, setBy }: StoredStanding,
): Promise<void> {
  await tx.query('INSERT INTO facts.standing (edition, dimensions, shown, set_by) VALUES ($1, $2, $3, $4)', [
    edition,
    dimensions,
    shown,
    setBy,
  ]);
}

/** By the worker role; null where the edition has no such table. */
export async function storedStanding(
  tx: Queryable,
  edition: number,
  dimensions: string,
): Promise<StoredStanding | null> {
  const [row] = await tx.query<StoredStanding>(
    'SELECT dimensions, shown, set_by AS "setBy" FROM facts.standing WHERE edition = $1 AND dimensions = $2',
    [edition, dimensions],
  );
  return row ?? null;
}

/** Names of the tables that an edition has. By the worker role. */
export async function keptTables(tx: Queryable, edition: number): Promise<string[]> {
  const found = await tx.query<{ dimensions: string }>(
    'SELECT dimensions FROM facts.standing WHERE edition = $1',
    [edition],
  );
  return found.map(({ dimensions }) => dimensions);
}

/**
 * Published editions by a policy that keeps tables, which have none yet, or none of closed answers; the first one first.
 * By the worker role.
 */
export async function editionsWithoutStandings(tx: Queryable): Promise<number[]> {
  const found = await tx.query<{ number: number }>(
    `SELECT number FROM facts.edition e WHERE number > 0 AND versions->>'disclosurePolicy' NOT LIKE 'simple %'
       AND NOT EXISTS (SELECT FROM facts.standing s WHERE s.edition = e.number AND s.dimensions = 'option,ward') ORDER BY number`,
  );
  return found.map(({ number }) => number);
}

/** The same by the published role: what may be shown of some tables, by name; those that the edition has not are not among them. */
export async function readStandings(
  db: Queryable,
  edition: number,
  names: readonly string[],
): Promise<Map<string, Buffer>> {
  const rows = await db.query<{ name: string; shown: Buffer | null }>(
    'SELECT n.name, facts.standing_of($1, n.name) AS shown FROM unnest($2::text[]) AS n(name)',
    [edition, names],
  );
  return new Map(rows.flatMap(({ name, shown }) => (shown ? [[name, shown] as const] : [])));
}
