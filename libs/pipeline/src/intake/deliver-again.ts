import { fail, ok, type DeliveryReceipt, type Outcome } from '#domain';
import {
  agreementProblem,
  deliveryById,
  hasErasedFiles,
  rawFiles,
  receiptOf,
  reopenDelivery,
  type Database,
  type ReceivedFile,
} from '#store';

import { connectorOf } from './connector-of.js';
import { deliverAndWait, type Refusal } from './deliver-and-wait.js';
import { standardise } from './standardise.js';

/**
 * Replay a delivery. With mended rows: they are a delivery of their own to the same source, read by the mapping that
 * the first was read by; rows already held are repeated, never counted twice. Without: the raw files are read again by
 * the source's mapping of today: rows that now read differently are replaced, rows that are no more are taken out, and
 * what a later delivery has corrected stays corrected.
 */
export async function deliverAgain(
  db: Database,
  delivery: number,
  mended: ReceivedFile | null,
): Promise<Outcome<DeliveryReceipt, Refusal>> {
  const known = await deliveryById(db, delivery);
  if (!known) return fail({ code: 'delivery-unknown', reason: `There is no delivery ${delivery}.` });
  if (mended)
    return deliverAndWait(db, {
      source: known.source,
      files: [mended],
      mapping: known.ownMapping ? known.mapping : null,
    });
  const problem = await agreementProblem(db, known.source, null);
  if (problem) return fail(problem);
  if (await hasErasedFiles(db, delivery))
    return fail({
      code: 'delivery-erased',
      reason: `What was delivered as ${delivery} held rows of somebody who was erased, so it is not kept and can't be read again. Nothing was changed.`,
    });
  const connector = await connectorOf(known.connector);
  const read = await connector.read(await rawFiles(db, delivery), known.mapping);
  // A reading that fails would take away what the first one brought: the delivery stays as it is.
  if (read.status !== 'read') return fail({ code: read.code, reason: `Nothing was changed. ${read.reason}` });
  await reopenDelivery(db, delivery);
  await standardise(db, delivery);
  const receipt = await receiptOf(db, delivery);
  return receipt
    ? ok(receipt)
    : fail({ code: 'receipt-missing', reason: 'The delivery is not to be found.' });
}
