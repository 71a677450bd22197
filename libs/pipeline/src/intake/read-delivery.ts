import {
  agreementProblem,
  rawFiles,
  type FinishedDelivery,
  type PendingDelivery,
  type Transaction,
} from '#store';
import type { Rejection } from '#domain';

import { connectorOf } from './connector-of.js';
import { RecordIds } from './identity.js';
import { sortRows } from './sort-rows.js';
import { engagementTooLong } from './storable.js';
import type { ReadRows } from './write-delivery.js';

/** A delivery that was read, or the answer that it gets instead. */
export type Reading =
  | { ok: true; rows: ReadRows }
  | {
      ok: false;
      answer: Pick<FinishedDelivery, 'status' | 'noteCode' | 'note'> & { suggestedMapping?: unknown };
      rejections: readonly Rejection[];
    };

/**
 * Reads the raw files of a delivery by its mapping. Keeps nothing.
 * @throws what a reader or the database throws
 */
export async function readDelivery(tx: Transaction, pending: PendingDelivery): Promise<Reading> {
  if (pending.decision === 'cancel')
    return answered('refused', 'cancelled', 'Cancelled by the sender: nothing was counted.');
  const connector = await connectorOf(pending.connector);
  const kinds = pending.ownMapping ? connector.fieldKinds(pending.mapping) : null;
  // What was allowed when it arrived may not be any more: hours can lie between the two, and a decision.
  const problem = await agreementProblem(tx, pending.source, kinds);
  if (problem) return answered('refused', problem.code, `${problem.reason} Nothing was counted.`);
  const read = await connector.read(await rawFiles(tx, pending.id), pending.mapping);
  if (read.status !== 'read')
    return {
      ok: false,
      answer: {
        status: read.status,
        noteCode: read.code,
        note: read.reason,
        suggestedMapping: read.status === 'held' ? read.suggestedMapping : null,
      },
      rejections: read.rejections,
    };
  const described = read.engagements.flatMap((each) => engagementTooLong(each) ?? []);
  if (described[0]) return answered('refused', 'text-too-long', described[0]);
  const ids = new RecordIds(pending.agency, pending.source, pending.decision === 'add' ? pending.id : null);
  const sorted = sortRows(read, connector, ids);
  return { ok: true, rows: { sorted, files: read.files, engagements: read.engagements } };
}

const answered = (status: 'refused', noteCode: string, note: string): Reading => ({
  ok: false,
  answer: { status, noteCode, note },
  rejections: [],
});
