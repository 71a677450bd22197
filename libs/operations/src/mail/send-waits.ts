import { createTransport } from 'nodemailer';
import type { MailSettings } from '#platform';
import { claimMails, failedMail, type Database } from '#store';

import { waitsMail } from './words.js';

/** How a mail goes out. */
export type Send = (mail: { to: string; subject: string; text: string }) => Promise<void>;

const TIMEOUT_MS = 20_000;

/** Mail by SMTP. Certificates are checked; without `smtps:` the line is encrypted where the server can (STARTTLS). */
export function smtp({ url, from }: MailSettings): Send {
  const transport = createTransport(url, {
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  } as Parameters<typeof createTransport>[1]);
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text });
  };
}

/**
 * Mails everybody who wished for it and for whom something new waits: once a day at the most, and once whatever number of
 * processes ask at the same time. A mail that can't be sent is tried again after an hour.
 * @param trouble hears of a mail that could not be sent; of no address
 * @returns how many were sent
 */
export async function sendWaits(
  worker: Database,
  send: Send,
  address: string | null,
  trouble: (error: unknown) => void,
): Promise<number> {
  let sent = 0;
  for (const { account, to, waits } of await claimMails(worker)) {
    try {
      await send({ to, ...waitsMail(waits, address) });
      sent++;
    } catch (error) {
      await failedMail(worker, account);
      trouble(error);
    }
  }
  return sent;
}
