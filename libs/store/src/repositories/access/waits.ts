import type { Wait } from '#domain';

import type { Queryable, Transaction } from '../../database.js';

/** What waits for the session's account, the oldest first, 500 at the most. */
export async function readWaits(tx: Transaction): Promise<Wait[]> {
  const [row] = await tx.query<{ waits: Wait[] | null }>('SELECT access.waits() AS waits');
  return row?.waits ?? [];
}

/** What waits for the account whose feed's key this is the hash of; null where there is no such key. */
export async function readWaitsByKey(db: Queryable, keyHash: string): Promise<Wait[] | null> {
  const [row] = await db.query<{ waits: Wait[] | null }>('SELECT access.waits_by_key($1) AS waits', [
    keyHash,
  ]);
  return row?.waits ?? null;
}

/** Gives the session's account a key for its feed, or takes it away (null). @returns whether there is a session */
export async function setFeedKey(tx: Transaction, keyHash: string | null): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT access.set_feed_key($1) AS done', [keyHash]);
  return row?.done ?? false;
}

/** The address to which the session's account wished to be mailed; null where it did not. */
export async function readMailWish(tx: Transaction): Promise<string | null> {
  const [row] = await tx.query<{ address: string | null }>('SELECT access.mail_wish() AS address');
  return row?.address ?? null;
}

/** Mail what waits for the session's account to this address, or no more (null). @returns whether there is a session */
export async function setMailWish(tx: Transaction, address: string | null): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT access.set_mail_wish($1) AS done', [address]);
  return row?.done ?? false;
}

/** Takes the mails that are due, so that no other process sends them. */
export function claimMails(worker: Queryable): Promise<{ account: string; to: string; waits: Wait[] }[]> {
  return worker.query('SELECT account, address AS "to", waits FROM intake.claim_mails()');
}

/** A mail could not be sent: it is due again in an hour. */
export async function failedMail(worker: Queryable, account: string): Promise<void> {
  await worker.query('SELECT intake.mail_failed($1)', [account]);
}
