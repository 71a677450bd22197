import { AuditTrail } from '#operations';
import type { Logger } from '#platform';
import type { Database } from '#store';

const EVERY_MS = 60_000;

/** Chains and signs the audit trail outside the database at once. What it can't do now is done within the minute. */
export async function sealNow(worker: Database, dataDir: string, log: Logger): Promise<void> {
  try {
    await new AuditTrail(dataDir).seal(worker);
  } catch (error) {
    log.failure('audit-trail-trouble', error);
  }
}

/** Chains and signs the audit trail outside the database every minute, and once more at the end. */
export function sealEveryMinute(worker: Database, dataDir: string, log: Logger): { stop(): Promise<void> } {
  let trail: AuditTrail | null = null;
  let under: Promise<unknown> = Promise.resolve();
  const once = async (): Promise<void> => {
    try {
      await (trail ??= new AuditTrail(dataDir)).seal(worker);
    } catch (error) {
      log.failure('audit-trail-trouble', error);
    }
  };
  const next = (): Promise<unknown> => (under = under.then(once));
  void next();
  const sealing = setInterval(() => void next(), EVERY_MS);
  return {
    stop: async () => {
      clearInterval(sealing);
      await next();
    },
  };
}
