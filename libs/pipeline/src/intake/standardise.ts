import { HubError } from '#domain';
import { isPassing } from '#queue';
import {
  beginReading,
  deliveryById,
  lockFor,
  type Database,
  type FinishedDelivery,
  type PendingDelivery,
  type Transaction,
} from '#store';

import { identifyHeld } from './identify-held.js';
import { codeOf, isForgiven, neverPassed } from './passing-faults.js';
import { type DeliveryReaders, readDelivery, READERS } from './read-delivery.js';
import { closeDelivery, writeDelivery } from './write-delivery.js';

/** Readings that may begin without an end: a process that died of a delivery five times would die of it a sixth time. */
const MOST_ATTEMPTS = 5;

const OUR_FAULT = {
  status: 'held',
  noteCode: 'reading-failed',
  note: 'Something failed on our side while this delivery was read. It is kept as it came and can be read again once that is mended.',
} as const;

const GIVEN_UP = {
  status: 'held',
  noteCode: 'reading-given-up',
  note: `Reading this delivery was begun ${MOST_ATTEMPTS} times and never came to an end: it may be too large or too complicated to be read at once. It is kept as it came; send it again in parts.`,
} as const;

/**
 * Turn one delivery's raw files into standardised records and its receipt. Idempotent: a delivery that is already finished is
 * left alone, one that another process reads is waited for, and everything is written in one transaction. Whatever goes wrong
 * has an answer: what may pass is thrown, to be tried again, so many times within an hour; over anything else the delivery is held
 * with the reason.
 * @param told hears of a fault over which the delivery was held
 * @param readers in whose processes it is read
 * @throws what may pass by itself
 */
export async function standardise(
  db: Database,
  delivery: number,
  told: (fault: unknown) => void = () => undefined,
  readers = READERS,
): Promise<void> {
  const attempt = await beginReading(db, delivery);
  if (attempt === null) return;
  if (attempt > MOST_ATTEMPTS) return hold(db, delivery, GIVEN_UP);
  try {
    await identifyHeld(db, (await deliveryById(db, delivery))?.source ?? null);
    await db.transaction(async (tx) => {
      const pending = await taken(tx, delivery);
      if (pending) await readAndWrite(tx, pending, readers);
    });
  } catch (fault) {
    if (isPassing(fault)) {
      // Only what says of itself that it passes is forgiven: a fault that nobody foresaw counts, or it would come back for ever.
      const code = codeOf(fault);
      if (code === null || (await isForgiven(db, delivery))) throw fault;
      await hold(db, delivery, neverPassed(code));
      return told(fault);
    }
    if (isOpenCase(fault)) return hold(db, delivery, waitsForCase(fault));
    await hold(db, delivery, OUR_FAULT);
    told(fault);
  }
}

/** The delivery, if it waits to be read, once nobody else is reading it. */
async function taken(tx: Transaction, delivery: number): Promise<PendingDelivery | null> {
  await lockFor(tx, `reading.${delivery}`);
  const pending = await deliveryById(tx, delivery);
  return pending?.status === 'received' ? pending : null;
}

async function readAndWrite(
  tx: Transaction,
  pending: PendingDelivery,
  readers: DeliveryReaders,
): Promise<void> {
  const reading = await readDelivery(tx, pending, readers);
  if (!reading.ok) return closeDelivery(tx, pending, reading.answer, reading.rejections);
  const next = await writeDelivery(tx, pending, reading.rows);
  if (next === 'read-again') await readAndWrite(tx, { ...pending, decision: 'add' }, readers);
}

async function hold(
  db: Database,
  delivery: number,
  answer: Pick<FinishedDelivery, 'status' | 'noteCode' | 'note'>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const pending = await taken(tx, delivery);
    if (pending) await closeDelivery(tx, pending, answer);
  });
}

/** Rows with an open case of safeguarding would have been taken out. */
const isOpenCase = (fault: unknown): fault is HubError =>
  fault instanceof HubError && fault.code === 'cases-open';

const waitsForCase = ({
  code,
  message,
}: HubError): Pick<FinishedDelivery, 'status' | 'noteCode' | 'note'> => ({
  ...{ status: 'held', noteCode: code, note: `${message} Then it can be read again.` },
});
