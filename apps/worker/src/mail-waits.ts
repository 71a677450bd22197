import { sendWaits, smtp } from '#operations';
import type { Logger, MailSettings } from '#platform';
import type { Database } from '#store';

const EVERY_MS = 60_000;

/** Mails what waits to those who wish it, looking every minute; nothing where no mail server is set. */
export function mailEveryMinute(
  worker: Database,
  mail: MailSettings | null,
  log: Logger,
): { stop(): Promise<void> } {
  if (mail === null) return { stop: () => Promise.resolve() };
  const send = smtp(mail);
  let under: Promise<unknown> = Promise.resolve();
  const once = async (): Promise<void> => {
    try {
      await sendWaits(worker, send, mail.address, (error) => log.failure('mail-trouble', error));
    } catch (error) {
      log.failure('mail-trouble', error);
    }
  };
  const looking = setInterval(() => (under = under.then(once)), EVERY_MS);
  return {
    stop: async () => {
      clearInterval(looking);
      await under;
    },
  };
}
