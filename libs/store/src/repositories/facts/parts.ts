import type { Queryable, Transaction } from '../../database.js';

/** Documents by name: what an edition was counted by and says; `libs/facts/src/frozen` says what is in each. */
export type PartDocuments = Record<string, unknown>;

/** Keeps the parts of an edition, by the worker role in the transaction that publishes it. */
export async function keepParts(tx: Transaction, edition: number, parts: PartDocuments): Promise<void> {
  for (const [name, body] of Object.entries(parts))
    await tx.query('INSERT INTO facts.part (edition, name, body) VALUES ($1, $2, $3)', [
      edition,
      name,
      JSON.stringify(body),
    ]);
}

/** All parts of a published edition; none of one made before they were kept. By the published or the worker role. */
export async function readParts(db: Queryable, edition: number): Promise<PartDocuments> {
  const rows = await db.query<{ name: string; body: unknown }>('SELECT name, body FROM facts.parts_of($1)', [
    edition,
  ]);
  return Object.fromEntries(rows.map(({ name, body }) => [name, body]));
}

/** One part of every edition that has it, by number. */
export async function partsNamed(db: Queryable, name: string): Promise<Map<number, unknown>> {
  const rows = await db.query<{ edition: number; body: unknown }>(
    'SELECT edition, body FROM facts.parts_named($1)',
    [name],
  );
  return new Map(rows.map(({ edition, body }) => [edition, body]));
}

/** Which versions of coder and codebook read the comments of each quarter of the working facts; by the worker role. */
export async function codedByQuarter(
  tx: Queryable,
): Promise<{ quarter: string; coder: string; codebook: string }[]> {
  return tx.query(
    `SELECT to_char(s.submitted_on, 'YYYY"-Q"Q') AS quarter, string_agg(DISTINCT c.model_version, ', ') AS coder,
       string_agg(DISTINCT c.codebook || ' ' || c.codebook_version, ', ') AS codebook
     FROM coding.coded c JOIN engagement.submission s ON s.id = c.submission
     WHERE c.has_text AND s.withdrawn_at IS NULL AND s.submitted_on IS NOT NULL GROUP BY 1 ORDER BY 1`,
  );
}

/** Quarters of an edition, and the answers about people that its facts hold; codes, no counts. By the worker role. */
export async function editionQuarters(
  tx: Queryable,
  edition: number,
): Promise<{ quarters: string[]; asked: Record<string, string[]> }> {
  const [row] = await tx.query<{ quarters: string[]; asked: Record<string, string[]> }>(
    `SELECT coalesce(array_agg(DISTINCT quarter), '{}') AS quarters, jsonb_build_object(
       'age-band', coalesce(jsonb_agg(DISTINCT age_band), '[]'), 'sex', coalesce(jsonb_agg(DISTINCT sex), '[]'),
       'ethnic-group', coalesce(jsonb_agg(DISTINCT ethnic_group), '[]'), 'disability', coalesce(jsonb_agg(DISTINCT disability), '[]')) AS asked
     FROM facts.fact WHERE edition = $1`,
    [edition],
  );
  return row!;
}
