import { fail, ok, type DeliveryReceipt, type Outcome } from '#domain';
import {
  receiptOf,
  receiveTrusted,
  sourceByCode,
  type Database,
  type ReceiveAnswer,
  type ReceivedFile,
} from '#store';

import { connectorOf } from './connector-of.js';
import { standardise } from './standardise.js';

export interface HandedOver {
  source: string;
  files: ReceivedFile[];
  /** For this delivery alone; null = the source's mapping. */
  mapping: unknown;
}

/** An agreement's or a key's "no": nothing was stored, the refusal is audited. */
export interface Refusal {
  code: string;
  reason: string;
}

/**
 * Receive files handed to the hub itself (command line) and wait for their receipt. Works the same whether
 * or not a worker runs elsewhere: whoever claims the delivery first standardises it.
 */
export async function deliverAndWait(
  db: Database,
  handed: HandedOver,
): Promise<Outcome<DeliveryReceipt, Refusal>> {
  const source = await sourceByCode(db, handed.source);
  if (!source) return fail({ code: 'source-unknown', reason: `There is no source called ${handed.source}.` });
  const fieldKinds =
    handed.mapping === null ? null : await checkedFieldKinds(source.connector, handed.mapping);
  if (fieldKinds && !fieldKinds.ok) return fieldKinds;
  const answer = await receiveTrusted(db, {
    source: handed.source,
    way: 'command-line',
    files: handed.files,
    mapping: handed.mapping,
    fieldKinds: fieldKinds?.value ?? null,
  });
  if (answer.delivery === undefined)
    return fail({
      code: answer.code ?? answer.outcome,
      reason: answer.reason ?? 'The delivery was refused.',
    });
  await standardise(db, answer.delivery);
  const receipt = await receiptOf(db, answer.delivery);
  if (!receipt) return fail({ code: 'receipt-missing', reason: 'The delivery is not to be found.' });
  return ok(asRepeatedIfSame(receipt, answer));
}

/** The kinds of field a mapping carries, or why it can't be used. */
export async function checkedFieldKinds(
  connectorCode: string,
  mapping: unknown,
): Promise<Outcome<string[], Refusal>> {
  const connector = await connectorOf(connectorCode);
  const problem = connector.checkMapping(mapping);
  if (problem) return fail({ code: problem.code, reason: problem.reason });
  return ok(connector.fieldKinds(mapping));
}

/** The same bytes again: the receipt of the one delivery they are, with every row it took shown as repeated. */
export function asRepeatedIfSame(
  receipt: DeliveryReceipt,
  answer: Pick<ReceiveAnswer, 'outcome'>,
): DeliveryReceipt {
  if (answer.outcome !== 'same-bytes' || (receipt.status !== 'accepted' && receipt.status !== 'repeated'))
    return receipt;
  return {
    ...receipt,
    status: 'repeated',
    accepted: 0,
    repeated: receipt.accepted + receipt.repeated,
    files: receipt.files.map((file) => ({ ...file, accepted: 0, repeated: file.accepted + file.repeated })),
    note: `The same file again: it is delivery ${receipt.delivery}. Nothing was counted twice.`,
  };
}
