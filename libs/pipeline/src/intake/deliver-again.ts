import { fail, HubError, ok, type DeliveryReceipt, type Outcome } from '#domain';
import {
  deliveryById,
  lockFor,
  receiptOf,
  reopenDelivery,
  type Database,
  type PendingDelivery,
  type ReceivedFile,
  type Transaction,
} from '#store';

import { deliverAndWait, type Refusal } from './deliver-and-wait.js';
import { emptied, type Emptied } from './emptied.js';
import { identifyHeld } from './identify-held.js';
import { readDelivery } from './read-delivery.js';
import { standardise } from './standardise.js';
import { writeDelivery } from './write-delivery.js';

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
  // Not read yet: its turn comes now.
  if (known.status === 'received') await standardise(db, delivery);
  else {
    await identifyHeld(db, known.source);
    const refusal = await db.transaction((tx) => replay(tx, known)).catch(refusedAsSaid);
    if (refusal) return fail(refusal);
  }
  const receipt = await receiptOf(db, delivery);
  return receipt
    ? ok(receipt)
    : fail({ code: 'receipt-missing', reason: 'The delivery is not to be found.' });
}

/**
 * Opening a delivery again and reading it is one thing: cut short, or where it can't be read now, it stays as it was, for a
 * reading that fails would take away what the first one brought.
 */
async function replay(tx: Transaction, known: PendingDelivery): Promise<Refusal | null> {
  await lockFor(tx, `reading.${known.id}`);
  const gone = await emptied(tx, known.id);
  if (gone)
    return { code: gone.code, reason: `${gone.reason} ${nextStep(known, gone)} Nothing was changed.` };
  const again: PendingDelivery = { ...known, decision: known.decision === 'add' ? 'add' : 'replace' };
  const reading = await readDelivery(tx, again);
  if (!reading.ok)
    return {
      code: reading.answer.noteCode ?? 'unread',
      reason: `Nothing was changed. ${reading.answer.note}`,
    };
  await reopenDelivery(tx, known.id);
  await writeDelivery(tx, again, reading.rows);
  return null;
}

/** What a rule of the hub forbids is an answer; nothing was changed then. @throws anything else */
function refusedAsSaid(fault: unknown): Refusal {
  if (fault instanceof HubError && fault.next === 'refuse')
    return { code: fault.code, reason: fault.message };
  throw fault;
}

/** What an erasure took out of a file that was counted stays out; any other comes back with the same bytes. */
const nextStep = ({ status }: PendingDelivery, { why }: Emptied): string =>
  (status === 'accepted' || status === 'repeated') && (why === 'erasure' || why === 'unknown')
    ? 'It can’t be read again.'
    : 'It can be read again once the same file was sent again.';
