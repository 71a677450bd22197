import type { DeliveryReceipt, FileReceipt } from '#domain';

import type { Queryable, Transaction } from '../../database.js';

export interface ReceivedFile {
  name: string;
  mediaType: string | null;
  bytes: Uint8Array;
}

/** What the doors of intake answer. */
export interface ReceiveAnswer {
  outcome: 'kept' | 'same-bytes' | 'refused' | 'unknown' | 'key-reused' | 'still-running';
  delivery?: number;
  /** With `refused`. */
  code?: string;
  reason?: string;
  /** True where the same idempotency key had been answered before. */
  replayed?: boolean;
}

const columns = (files: readonly ReceivedFile[]): [string[], (string | null)[], Buffer[]] => [
  files.map((file) => file.name),
  files.map((file) => file.mediaType),
  files.map((file) => Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)),
];

/** Whether a key is that of a source, by the intake role: asked before a body is read. */
export async function isSourceKey(db: Queryable, source: string, keyHash: string): Promise<boolean> {
  const [row] = await db.query<{ known: boolean }>('SELECT intake.check_key($1, $2) AS known', [
    source,
    keyHash,
  ]);
  return row?.known ?? false;
}

/** Push over HTTP, by the intake role: the source is known by the hash of its key. */
export async function receivePush(
  db: Queryable,
  push: { source: string; keyHash: string; idempotencyKey: string | null; files: readonly ReceivedFile[] },
): Promise<ReceiveAnswer> {
  const [row] = await db.query<{ answer: ReceiveAnswer }>(
    'SELECT intake.receive($1, $2, $3, $4, $5, $6) AS answer',
    [push.source, push.keyHash, push.idempotencyKey, ...columns(push.files)],
  );
  return row?.answer ?? { outcome: 'unknown' };
}

/** Pull and command line, by the worker role: the hub itself is the sender. */
export async function receiveTrusted(
  db: Queryable,
  sent: {
    source: string;
    way: 'pull' | 'command-line';
    files: readonly ReceivedFile[];
    mapping: unknown;
    fieldKinds: string[] | null;
  },
): Promise<ReceiveAnswer> {
  const mapping = sent.mapping === null || sent.mapping === undefined ? null : JSON.stringify(sent.mapping);
  const [names, mediaTypes, contents] = columns(sent.files);
  const [row] = await db.query<{ answer: ReceiveAnswer }>(
    'SELECT intake.receive_trusted($1, $2, $3, $4, $5, $6, $7) AS answer',
    [sent.source, sent.way, names, mediaTypes, contents, mapping, sent.fieldKinds],
  );
  return row?.answer ?? { outcome: 'unknown' };
}

/** The receipt for the holder of the source's key; null for everybody else's deliveries and for none alike. */
export async function pushStatus(
  db: Queryable,
  source: string,
  keyHash: string,
  delivery: string,
): Promise<DeliveryReceipt | null> {
  if (!/^\d{1,15}$/.test(delivery)) return null;
  const [row] = await db.query<{ receipt: DeliveryReceipt | null }>(
    'SELECT intake.delivery_status($1, $2, $3) AS receipt',
    [source, keyHash, delivery],
  );
  return row?.receipt ?? null;
}

export interface RowOutcomePage {
  rows: {
    file: string;
    row: number;
    outcome: 'accepted' | 'repeated' | 'rejected' | 'left-out';
    /** Why it was left out. */
    why: string | null;
    /** Why it was rejected, or what of it was not used: the first twenty. */
    reasons: { column: string | null; code: string; reason: string }[];
  }[];
}

export async function pushRowOutcomes(
  db: Queryable,
  asked: {
    source: string;
    keyHash: string;
    delivery: string;
    afterFile: string | null;
    afterRow: number | null;
    limit: number;
  },
): Promise<RowOutcomePage> {
  if (!/^\d{1,15}$/.test(asked.delivery)) return { rows: [] };
  const [row] = await db.query<{ rows: RowOutcomePage['rows'] }>(
    'SELECT intake.row_outcomes($1, $2, $3, $4, $5, $6) AS rows',
    [asked.source, asked.keyHash, asked.delivery, asked.afterFile, asked.afterRow, asked.limit],
  );
  return { rows: row?.rows ?? [] };
}

/** A delivery as standardising needs it. */
export interface PendingDelivery {
  id: number;
  agency: string;
  source: string;
  connector: string;
  way: string;
  status: string;
  decision: 'replace' | 'add' | 'cancel' | 'map' | null;
  /** The delivery's own mapping, or the source's. */
  mapping: unknown;
  /** Has it a mapping of its own? */
  ownMapping: boolean;
}

export async function deliveryById(db: Queryable, id: number): Promise<PendingDelivery | null> {
  const [row] = await db.query<PendingDelivery>(
    `SELECT d.id::int AS id, d.agency, d.source, s.connector, d.way, d.status, d.decision, coalesce(d.mapping, s.mapping) AS mapping,
       d.mapping IS NOT NULL AS "ownMapping"
     FROM intake.delivery d JOIN intake.source s ON s.code = d.source WHERE d.id = $1`,
    [id],
  );
  return row ?? null;
}

export async function rawFiles(db: Queryable, delivery: number): Promise<ReceivedFile[]> {
  const rows = await db.query<{ name: string; mediaType: string | null; bytes: Buffer | null }>(
    `SELECT name, media_type AS "mediaType", content AS bytes FROM intake.raw_file WHERE delivery = $1 ORDER BY position`,
    [delivery],
  );
  return rows.flatMap((row) => (row.bytes ? [{ ...row, bytes: new Uint8Array(row.bytes) }] : []));
}

/** Why a file's content went; `unknown` where that was before it was noted. */
export type WhyEmptied = 'erasure' | 'agreement-ended' | 'no-consent' | 'unknown';

/**
 * Has the content of one of the delivery's files gone? Then it can't be read: what it brought would seem to be gone.
 * @returns why, an erasure before all else; null where every file is whole
 */
export async function whyEmptied(db: Queryable, delivery: number): Promise<WhyEmptied | null> {
  const [row] = await db.query<{ why: WhyEmptied }>(
    `SELECT coalesce(emptied_because, 'unknown') AS why FROM intake.raw_file WHERE delivery = $1 AND content IS NULL
     ORDER BY emptied_because IS DISTINCT FROM 'erasure', emptied_because NULLS LAST LIMIT 1`,
    [delivery],
  );
  return row?.why ?? null;
}

/** Take a delivery for this transaction; false where another worker has finished it meanwhile. */
export async function claimDelivery(tx: Transaction, id: number): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM intake.delivery WHERE id = $1 AND status = 'received' FOR UPDATE`,
    [id],
  );
  return rows.length > 0;
}

export interface FinishedDelivery {
  status: 'accepted' | 'repeated' | 'held' | 'refused';
  noteCode: string | null;
  note: string | null;
  suggestedMapping: unknown;
  files: FileReceipt[];
  dataTo: string | null;
}

/** Write the receipt. The database refuses one that does not add up. Held or refused, what was decided of it is used up. */
export async function finishDelivery(tx: Transaction, id: number, finished: FinishedDelivery): Promise<void> {
  const sum = (pick: (file: FileReceipt) => number): number =>
    finished.files.reduce((total, file) => total + pick(file), 0);
  await tx.query(
    `UPDATE intake.delivery SET status = $2, note_code = $3, note = $4, suggested_mapping = $5, files = $6, data_to = $7,
       "rows" = $8, accepted = $9, repeated = $10, rejected = $11, left_out = $12, finished_at = now(), attempts = 0, forgiven = 0,
       forgiven_since = NULL, decision = CASE WHEN $2 IN ('held', 'refused') THEN NULL ELSE decision END WHERE id = $1`,
    [
      id,
      finished.status,
      finished.noteCode,
      finished.note,
      finished.suggestedMapping === null ? null : JSON.stringify(finished.suggestedMapping),
      JSON.stringify(finished.files),
      finished.dataTo,
      sum((f) => f.rows),
      sum((f) => f.accepted),
      sum((f) => f.repeated),
      sum((f) => f.rejected),
      sum((f) => f.leftOut ?? 0),
    ],
  );
}

/** Deliveries not standardised yet, oldest first. */
export async function waitingDeliveries(db: Queryable): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `SELECT id::int AS id FROM intake.delivery WHERE status = 'received' ORDER BY id`,
  );
  return rows.map((row) => row.id);
}

/** Which earlier delivery brought the record, for "looks the same as delivery 17". */
export async function deliveryOfSubmission(db: Queryable, submission: string): Promise<number | null> {
  const [row] = await db.query<{ delivery: number }>(
    'SELECT delivery::int AS delivery FROM engagement.submission WHERE id = $1',
    [submission],
  );
  return row?.delivery ?? null;
}

/** Hold answers given on the command line; the page answers through `intake.decide`. */
export async function decideDelivery(
  db: Queryable,
  id: number,
  decision: string,
  mapping: unknown,
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE intake.delivery SET decision = $2, mapping = coalesce($3, mapping), status = 'received', note = NULL, note_code = NULL,
       "rows" = 0, accepted = 0, repeated = 0, rejected = 0 WHERE id = $1 AND status = 'held' RETURNING id`,
    [id, decision, mapping === null ? null : JSON.stringify(mapping)],
  );
  return rows.length > 0;
}

/** How many rows a delivery brought or repeated. */
export async function rowsTaken(db: Queryable, id: number): Promise<number> {
  const [row] = await db.query<{ many: number }>(
    'SELECT accepted + repeated AS many FROM intake.delivery WHERE id = $1',
    [id],
  );
  return row?.many ?? 0;
}

/** The source's standing answer: all rows of this delivery are new. */
export async function settleAsNew(tx: Transaction, id: number): Promise<void> {
  await tx.query(`UPDATE intake.delivery SET decision = 'add' WHERE id = $1`, [id]);
}

/** Whether each file of a source holds everything so far or only new rows, as a person said; only where a mapping can hold it. */
export async function rememberEachFile(
  tx: Transaction,
  source: string,
  word: 'cumulative' | 'only-new-rows',
): Promise<void> {
  await tx.query(
    `UPDATE intake.source SET mapping = mapping || jsonb_build_object('eachFile', $2::text) WHERE code = $1 AND mapping ? 'columns'`,
    [source, word],
  );
}

/** Let a finished delivery be read again; what it brought stays until the new reading replaces it. */
export async function reopenDelivery(db: Queryable, id: number): Promise<void> {
  await db.query(
    `UPDATE intake.delivery SET status = 'received', decision = CASE WHEN decision = 'add' THEN decision ELSE 'replace' END,
       note = NULL, note_code = NULL, files = '[]', "rows" = 0, accepted = 0, repeated = 0, rejected = 0, finished_at = NULL
     WHERE id = $1 AND status <> 'received'`,
    [id],
  );
}

/** The mapping that a held delivery's reader suggests; null where there is none. */
export async function suggestedMapping(db: Queryable, id: number): Promise<unknown> {
  const [row] = await db.query<{ mapping: unknown }>(
    'SELECT suggested_mapping AS mapping FROM intake.delivery WHERE id = $1',
    [id],
  );
  return row?.mapping ?? null;
}
