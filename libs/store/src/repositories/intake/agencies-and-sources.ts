import { createHash } from 'node:crypto';

import { HubError, type Agency, type Agreement } from '#domain';

import type { Queryable } from '../../database.js';
import { recordEvent } from '../audit/audit.js';

/** A source as it is added: one agency's stream of one layout. */
export interface NewSource {
  code: string;
  agency: string;
  name: string;
  connector: string;
  mapping: unknown;
  /** Kinds of field the mapping carries; the agreement must cover them. */
  fieldKinds: string[];
  agreement: string | null;
  pullAddress: string | null;
  /** Cron expression for pulls; null = only by hand. */
  schedule: string | null;
  expectedEveryDays?: number;
}

export interface SourceRow extends NewSource {
  bookmark: unknown;
  stoppedReason: string | null;
  expectedEveryDays: number;
}

/** Keys are long and random, so a plain hash is enough to keep them unreadable at rest. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export async function addAgency(db: Queryable, agency: Agency): Promise<void> {
  await db.query(
    `INSERT INTO engagement.agency (code, name, kind) VALUES ($1, $2, $3)
     ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, kind = EXCLUDED.kind`,
    [agency.code, agency.name, agency.kind],
  );
}

export async function agencies(db: Queryable): Promise<Agency[]> {
  return db.query<Agency>('SELECT code, name, kind FROM engagement.agency ORDER BY code');
}

export async function addAgreement(db: Queryable, agreement: Agreement): Promise<void> {
  const { agency, id, purposes, lawfulBasis, fields, from, until } = agreement;
  await db.query(
    `INSERT INTO intake.agreement (agency, id, purposes, lawful_basis, fields, "from", until) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (agency, id) DO UPDATE SET purposes = EXCLUDED.purposes, lawful_basis = EXCLUDED.lawful_basis,
       fields = EXCLUDED.fields, "from" = EXCLUDED."from", until = EXCLUDED.until`,
    [agency, id, purposes, lawfulBasis, fields, from, until],
  );
}

/** Adds or changes a source; its key and bookmark stay as they are. */
export async function addSource(db: Queryable, source: NewSource): Promise<void> {
  await db.query(
    `INSERT INTO intake.source (code, agency, name, connector, mapping, field_kinds, agreement, pull_address, schedule, expected_every_days)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, connector = EXCLUDED.connector, mapping = EXCLUDED.mapping,
       field_kinds = EXCLUDED.field_kinds, agreement = EXCLUDED.agreement, pull_address = EXCLUDED.pull_address,
       schedule = EXCLUDED.schedule, expected_every_days = EXCLUDED.expected_every_days
     WHERE intake.source.agency = EXCLUDED.agency`,
    [
      source.code,
      source.agency,
      source.name,
      source.connector,
      JSON.stringify(source.mapping),
      source.fieldKinds,
      source.agreement,
      source.pullAddress,
      source.schedule,
      source.expectedEveryDays ?? 35,
    ],
  );
}

/**
 * Gives a source its key; an earlier key stops working.
 * @throws HubError `refuse` where there is no such source
 */
export async function setSourceKey(db: Queryable, source: string, key: string): Promise<void> {
  const [found] = await db.query<{ agency: string }>(
    'UPDATE intake.source SET key_hash = $2 WHERE code = $1 RETURNING agency',
    [source, hashSecret(key)],
  );
  if (!found) throw unknownSource(source);
  await recordEvent(db, { agency: found.agency, action: 'source-key-set', subject: source });
}

const unknownSource = (code: string): HubError =>
  new HubError('refuse', 'source-unknown', `There is no source ${code}.`);

const SOURCE_COLUMNS = `code, agency, name, connector, mapping, field_kinds AS "fieldKinds", agreement, pull_address AS "pullAddress",
  schedule, bookmark, stopped_reason AS "stoppedReason", expected_every_days AS "expectedEveryDays"`;

export async function sourceByCode(db: Queryable, code: string): Promise<SourceRow | null> {
  const [row] = await db.query<SourceRow>(`SELECT ${SOURCE_COLUMNS} FROM intake.source WHERE code = $1`, [
    code,
  ]);
  return row ?? null;
}

export async function allSources(db: Queryable): Promise<SourceRow[]> {
  return db.query<SourceRow>(`SELECT ${SOURCE_COLUMNS} FROM intake.source ORDER BY code`);
}

/** The bookmark moves only after its page was kept, in the same transaction. */
export async function moveBookmark(db: Queryable, source: string, bookmark: unknown): Promise<void> {
  await db.query('UPDATE intake.source SET bookmark = $2 WHERE code = $1', [
    source,
    JSON.stringify(bookmark),
  ]);
}

/**
 * A source that needs a person (wrong key, gone address) is pulled no more until its reason is taken away.
 * @throws HubError `refuse` where there is no such source
 */
export async function stopSource(db: Queryable, source: string, reason: string | null): Promise<void> {
  const [found] = await db.query<{ agency: string }>(
    'UPDATE intake.source SET stopped_reason = $2 WHERE code = $1 RETURNING agency',
    [source, reason],
  );
  if (!found) throw unknownSource(source);
  // Without the reason, which may quote an address.
  const action = reason === null ? 'source-started' : 'source-stopped';
  await recordEvent(db, { agency: found.agency, action, subject: source });
}

/** Sources whose people may be matched across agencies today. */
export async function linkableSources(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ code: string }>(
    `SELECT s.code FROM intake.source s JOIN intake.agreement a ON a.agency = s.agency AND a.id = s.agreement
     WHERE 'record-linkage' = ANY (a.purposes) AND current_date >= a."from" AND (a.until IS NULL OR current_date <= a.until)
     ORDER BY 1`,
  );
  return rows.map((row) => row.code);
}

/**
 * Why the source's agreement does not allow these kinds of field today; null where it does.
 * @param fieldKinds null = those of the source's own mapping
 */
export async function agreementProblem(
  db: Queryable,
  source: string,
  fieldKinds: string[] | null,
): Promise<{ code: string; reason: string } | null> {
  const [row] = await db.query<{ problem: { code: string; reason: string } | null }>(
    'SELECT intake.agreement_problem(s, coalesce($2::text[], s.field_kinds)) AS problem FROM intake.source s WHERE s.code = $1',
    [source, fieldKinds],
  );
  return row?.problem ?? null;
}

export async function agreementExists(db: Queryable, agency: string, id: string): Promise<boolean> {
  const rows = await db.query('SELECT FROM intake.agreement WHERE agency = $1 AND id = $2', [agency, id]);
  return rows.length > 0;
}
