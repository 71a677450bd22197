import type { DeliveryReceipt, Rejection } from '#domain';

import type { Queryable, Transaction } from '../../database.js';
import { slicesOf } from '../../slices.js';

export interface QuarantinedRow extends Rejection {
  cells: Record<string, string | null> | null;
  /** The submission that the row would have made, where its own id says: what erasure finds it by. */
  record?: string | null;
}

/** One row and what became of it; `why` of one that was left out. */
export interface RowOutcomeLine {
  file: string;
  row: number;
  outcome: 'accepted' | 'repeated' | 'rejected' | 'left-out';
  record: string | null;
  why?: string;
}

/** What became of every row of a delivery, and of the cells that were not used: in place of what was said before. */
export async function saveRowOutcomes(
  tx: Transaction,
  delivery: { id: number; agency: string; source: string },
  outcomes: Iterable<RowOutcomeLine>,
  quarantined: readonly QuarantinedRow[],
  notUsed: readonly Rejection[] = [],
): Promise<void> {
  await tx.query('DELETE FROM intake.row_outcome WHERE delivery = $1', [delivery.id]);
  const dismissed = await tx.query<{ cell: object }>(
    `DELETE FROM intake.unused_cell c WHERE delivery = $1
     RETURNING jsonb_build_object('file', file, 'row', "row", 'column', "column", 'code', code, 'because', dismissed_because) AS cell`,
    [delivery.id],
  );
  await tx.query('DELETE FROM intake.quarantine WHERE delivery = $1', [delivery.id]);
  const rows = function* () {
    for (const each of outcomes)
      yield [delivery.agency, delivery.id, each.file, each.row, each.outcome, each.record, each.why ?? null];
  };
  await tx.copy(
    'intake.row_outcome',
    ['agency', 'delivery', 'file', 'row', 'outcome', 'record', 'why'],
    rows(),
  );
  await tx.copy(
    'intake.unused_cell',
    ['agency', 'delivery', 'position', 'file', 'row', 'column', 'code', 'reason'],
    notUsed.map((c, position) => [
      ...[delivery.agency, delivery.id, position, c.file],
      ...[c.row, c.column, c.code, c.reason],
    ]),
  );
  // What a person has said of a cell stands where the delivery is read again.
  await tx.query(
    `UPDATE intake.unused_cell c SET dismissed_because = d.because
     FROM jsonb_to_recordset($2) AS d(file text, "row" integer, "column" text, code text, because text)
     WHERE c.delivery = $1 AND d.because IS NOT NULL AND c.file = d.file AND c."row" = d."row"
       AND c."column" IS NOT DISTINCT FROM d."column" AND c.code = d.code`,
    [delivery.id, JSON.stringify(dismissed.map(({ cell }) => cell))],
  );
  await tx.copy(
    'intake.quarantine',
    ['agency', 'source', 'delivery', 'file', 'row', 'column', 'code', 'reason', 'cells', 'record'],
    quarantined.map((q) => [
      delivery.agency,
      delivery.source,
      delivery.id,
      q.file,
      q.row,
      q.column,
      q.code,
      q.reason,
      q.cells,
      q.record ?? null,
    ]),
  );
}

/** Rejected rows of earlier deliveries whose submissions these are: mended, they wait for nobody. */
export async function markMended(
  tx: Transaction,
  delivery: { id: number; source: string },
  submissions: readonly string[],
): Promise<void> {
  for await (const some of slicesOf(submissions))
    await tx.query(
      `UPDATE intake.quarantine SET state = 'mended', cells = NULL, mended_by = $2
     WHERE state = 'open' AND source = $1 AND delivery <> $2 AND record IN (
       SELECT unnest($3::uuid[]) UNION ALL
       -- A row that did not say its engagement is known by its own id alone.
       SELECT intake.own_id(s.agency, s.source, '', s.external_id) FROM engagement.submission s
       WHERE s.id = ANY ($3::uuid[]) AND s.external_id IS NOT NULL)`,
      [delivery.source, delivery.id, some],
    );
}

/**
 * Cells of earlier deliveries whose rows this delivery brought again, other than they were: where the cell could be used now, it
 * waits for nobody.
 * @param rows submissions that were read anew, each with its columns that could not be used this time either
 */
export async function markMendedCells(
  tx: Transaction,
  delivery: number,
  rows: readonly { submission: string; stillUnused: readonly (string | null)[] }[],
): Promise<void> {
  for await (const some of slicesOf(rows))
    await tx.query(
      `UPDATE intake.unused_cell c SET mended_by = $1 FROM intake.row_outcome o, jsonb_to_recordset($2) AS r(submission uuid, "stillUnused" jsonb)
     WHERE o.record = r.submission AND o.outcome = 'accepted' AND o.delivery = c.delivery AND o.file = c.file AND o."row" = c."row"
       AND c.delivery <> $1 AND c.mended_by IS NULL AND NOT r."stillUnused" @> jsonb_build_array(c."column")`,
      [delivery, JSON.stringify(some)],
    );
}

/** Empties the files that hold rows without consent, so many days after they were read; gives how many. */
export async function forgetUnconsented(db: Queryable, days: number): Promise<number> {
  const [row] = await db.query<{ many: number }>('SELECT intake.forget_unconsented($1) AS many', [days]);
  return row?.many ?? 0;
}

/** The receipt of any delivery, for the hub itself (command line). */
export async function receiptOf(db: Queryable, id: number): Promise<DeliveryReceipt | null> {
  const [row] = await db.query<{ receipt: DeliveryReceipt }>(
    `SELECT jsonb_build_object('delivery', d.id, 'source', d.source, 'status', d.status, 'rows', d."rows", 'accepted', d.accepted, 'repeated', d.repeated,
       'rejected', d.rejected, 'leftOut', d.left_out, 'files', d.files, 'note', d.note) || intake.first_of_receipt(d.id) AS receipt
     FROM intake.delivery d WHERE d.id = $1`,
    [id],
  );
  return row?.receipt ?? null;
}
