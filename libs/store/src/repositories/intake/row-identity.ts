import type { Queryable, Transaction } from '../../database.js';
import { slicesOf } from '../../slices.js';

/** A submission that is held, with what tells whether a row that arrives is the one that made it. */
export interface HeldRow {
  id: string;
  hash: string;
  delivery: number;
  file: string;
  row: number;
  engagement: string;
  externalId: string | null;
}

/** The name of a row as it arrived, and the submission it became. */
export interface NamedRow {
  /** Hash of source, engagement and cells (a uuid). */
  key: string;
  /** How many equal rows stood before it. */
  nth: number;
  submission: string;
}

const HELD = `s.id, s.content_hash AS hash, s.delivery::int AS delivery, s.file, s."row", s.engagement, s.external_id AS "externalId"`;

export async function heldByKey(
  db: Queryable,
  keys: readonly string[],
): Promise<(HeldRow & { key: string; nth: number })[]> {
  return db.query(
    `SELECT r.row_key AS key, r.nth, ${HELD} FROM intake.row_identity r JOIN engagement.submission s ON s.id = r.submission
     WHERE r.row_key = ANY ($1::uuid[]) ORDER BY r.nth`,
    [keys],
  );
}

export async function heldById(db: Queryable, ids: readonly string[]): Promise<HeldRow[]> {
  return db.query(`SELECT ${HELD} FROM engagement.submission s WHERE s.id = ANY ($1::uuid[])`, [ids]);
}

export async function heldByOwnId(
  db: Queryable,
  source: string,
  externalIds: readonly string[],
): Promise<HeldRow[]> {
  return db.query(
    `SELECT ${HELD} FROM engagement.submission s WHERE s.source = $1 AND s.external_id = ANY ($2) ORDER BY s.delivery, s.id`,
    [source, externalIds],
  );
}

/** Those of a source without an id of their own that say the same, in the order in which they came. */
export async function heldByContent(
  db: Queryable,
  source: string,
  hashes: readonly string[],
): Promise<HeldRow[]> {
  return db.query(
    `SELECT ${HELD} FROM engagement.submission s WHERE s.source = $1 AND s.external_id IS NULL AND s.content_hash = ANY ($2)
     ORDER BY s.delivery, s.file, s."row", s.id`,
    [source, hashes],
  );
}

/** What the rows of a delivery became when it was read before; `at` says where in the delivery they stand. */
export async function heldByPlace(
  db: Queryable,
  delivery: number,
): Promise<(HeldRow & { at: { file: string; row: number } })[]> {
  return db.query(
    `SELECT jsonb_build_object('file', o.file, 'row', o."row") AS at, ${HELD} FROM intake.row_outcome o
     JOIN engagement.submission s ON s.id = o.record WHERE o.delivery = $1`,
    [delivery],
  );
}

/**
 * Remembers what arrived rows became, and that this is known of the delivery. A name that is taken stays its first bearer's.
 * @param corrected submissions that say something else now: what they were known by is forgotten
 */
export async function nameRows(
  tx: Transaction,
  delivery: { id: number; agency: string },
  rows: readonly NamedRow[],
  corrected: readonly string[] = [],
): Promise<void> {
  if (corrected.length > 0)
    await tx.query('DELETE FROM intake.row_identity WHERE submission = ANY ($1::uuid[])', [corrected]);
  for await (const some of slicesOf(rows))
    await tx.query(
      `INSERT INTO intake.row_identity (agency, row_key, nth, submission)
       SELECT $1, n.key, n.nth, n.submission FROM unnest($2::uuid[], $3::int[], $4::uuid[]) AS n(key, nth, submission)
       WHERE EXISTS (SELECT FROM engagement.submission s WHERE s.id = n.submission) ON CONFLICT DO NOTHING`,
      [
        delivery.agency,
        some.map(({ key }) => key),
        some.map(({ nth }) => nth),
        some.map(({ submission }) => submission),
      ],
    );
  await tx.query('UPDATE intake.delivery SET rows_known = true WHERE id = $1', [delivery.id]);
}

/** Names under which these submissions are known, in one string each. */
export async function namesOf(tx: Queryable, submissions: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `SELECT row_key || '/' || nth AS name FROM intake.row_identity WHERE submission = ANY ($1::uuid[]) ORDER BY 1`,
    [submissions],
  );
  return rows.map(({ name }) => name);
}

/** Deliveries whose rows could be named and are not, oldest first. @param source null for those of all sources */
export async function unnamedDeliveries(db: Queryable, source: string | null): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `SELECT d.id::int AS id FROM intake.delivery d WHERE NOT d.rows_known AND d.status IN ('accepted', 'repeated')
       AND ($1::text IS NULL OR d.source = $1)
       AND EXISTS (SELECT FROM intake.raw_file r WHERE r.delivery = d.id AND r.content IS NOT NULL) ORDER BY d.id`,
    [source],
  );
  return rows.map(({ id }) => id);
}

/** Whether the rows of a delivery are named. */
export async function rowsKnown(db: Queryable, delivery: number): Promise<boolean> {
  const [row] = await db.query<{ known: boolean }>(
    'SELECT rows_known AS known FROM intake.delivery WHERE id = $1',
    [delivery],
  );
  return row?.known ?? true;
}

/**
 * Submissions without an id of their own that nothing tells any more but what they say: the file that brought them lost its
 * content before its rows were named.
 * @param told submissions that are not meant, as this reading knows them
 */
export async function untoldRows(
  db: Queryable,
  source: string,
  told: readonly string[],
): Promise<{ id: string; delivery: number }[]> {
  return db.query(
    `SELECT s.id, s.delivery::int AS delivery FROM intake.delivery d JOIN engagement.submission s ON s.delivery = d.id
     WHERE d.source = $1 AND NOT d.rows_known AND s.external_id IS NULL AND s.id <> ALL ($2::uuid[])
       AND NOT EXISTS (SELECT FROM intake.raw_file f WHERE f.delivery = d.id AND f.content IS NOT NULL)
       AND NOT EXISTS (SELECT FROM intake.row_identity i WHERE i.submission = s.id) ORDER BY s.delivery, s.file, s."row", s.id`,
    [source, told],
  );
}

/** A person has said what became of a source's untold rows: they are asked about no more. */
export async function settleUntold(tx: Transaction, source: string): Promise<void> {
  await tx.query(
    `UPDATE intake.delivery d SET rows_known = true WHERE d.source = $1 AND NOT d.rows_known AND d.status IN ('accepted', 'repeated')
       AND NOT EXISTS (SELECT FROM intake.raw_file f WHERE f.delivery = d.id AND f.content IS NOT NULL)`,
    [source],
  );
}
