import { hostname } from 'node:os';

import type { Logger } from '#platform';
import { beat, type Database } from '#store';

const EVERY_MS = 10_000;
const QUEUE_MS = 3_000;

/**
 * Gives a sign of life every ten seconds, from the thread that does the work: one that hangs gives none.
 * @param queue asks the queue for something small; null where this part has no connection of its own to it
 */
export function startPulse(
  worker: Database,
  part: Parameters<typeof beat>[1]['part'],
  queue: (() => Promise<unknown>) | null,
  log: Logger,
): { stop(): Promise<void> } {
  const name = `${hostname()}-${process.pid}`.slice(0, 120);
  let under = false;
  const once = async (): Promise<void> => {
    if (under) return;
    under = true;
    try {
      await beat(worker, { name, part, queue: queue ? await answers(queue) : null });
    } catch (error) {
      log.failure('pulse-trouble', error, { operation: part });
    } finally {
      under = false;
    }
  };
  void once();
  const beating = setInterval(() => void once(), EVERY_MS);
  return {
    stop: () => {
      clearInterval(beating);
      return Promise.resolve();
    },
  };
}

async function answers(queue: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, QUEUE_MS, false)));
  return Promise.race([
    queue().then(
      () => true,
      () => false,
    ),
    late,
  ]).finally(() => clearTimeout(timer));
}
