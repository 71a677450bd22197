import { fail, HubError, ok, type DeliveryReceipt, type Outcome } from '#domain';
import {
  agreementProblem,
  decideDelivery,
  deliveryById,
  putJob,
  receiptOf,
  recordEvent,
  type Database,
} from '#store';

import { checkedFieldKinds, type Refusal } from './deliver-and-wait.js';
import { standardise } from './standardise.js';

export type Decision = 'replace' | 'add' | 'cancel' | 'map';

/**
 * A person's answer for a held delivery, given on the command line: by the same rules as on the page. Its mapping must be
 * usable and the agreement must cover what it carries.
 */
export async function resolveHeld(
  db: Database,
  delivery: number,
  decision: Decision,
  mapping: unknown,
): Promise<Outcome<DeliveryReceipt, Refusal>> {
  const held = await deliveryById(db, delivery);
  if (held?.status !== 'held') return fail({ code: 'not-held', reason: `Delivery ${delivery} is not held.` });
  if (decision === 'map' && mapping === null)
    return fail({ code: 'mapping-missing', reason: 'Give the mapping to read it by: --mapping FILE.' });
  const kinds = mapping === null ? null : await checkedFieldKinds(held.connector, mapping);
  if (kinds && !kinds.ok) return kinds;
  const problem =
    decision === 'cancel' ? null : await agreementProblem(db, held.source, kinds?.value ?? null);
  if (problem) return fail(problem);
  await db.transaction(async (tx) => {
    await decideDelivery(tx, delivery, decision, mapping);
    // Should this process end before the reading does, a worker reads it.
    await putJob(tx, 'standardise', { delivery });
    await recordEvent(tx, {
      agency: held.agency,
      action: 'delivery-decided',
      subject: String(delivery),
      detail: { decision },
    });
  });
  await standardise(db, delivery);
  const receipt = await receiptOf(db, delivery);
  if (!receipt) throw new HubError('bug', 'receipt-missing', 'The delivery is not to be found.');
  return ok(receipt);
}
