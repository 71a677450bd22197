import { createLogger, type Metrics } from '#platform';
import { chooseBackend, QueueClient, startDispatcher, type Outbox } from '#queue';
import { dispatchOutbox, listenOutbox, putWhatWaits, watchPool, type Database } from '#store';

import type { Background, BackgroundSettings } from './background-part.js';
import { measureWork } from './measure-work.js';
import { startPulse } from './pulse.js';
import { PullSchedules } from './pull-schedules.js';

const SCHEDULES_EVERY_MS = 5_000;
/** An agreement ends with a day: what it covered is gone within the hour. */
const ERASE_EVERY_MS = 3_600_000;
/** A queue may lose its jobs, and a process may end between two steps: what still waits is asked for again. */
const SWEEP_EVERY_MS = 60_000;
const LEFT_BEHIND_SECONDS = 300;
const AT_START_SECONDS = 30;

/**
 * What brings jobs to the queue: the outbox, the schedules of pulled sources, and a look at what was left behind.
 * @throws QueueError where the queue can't be used
 */
export async function startFeed(
  settings: Pick<BackgroundSettings, 'redisUrl' | 'logLevel'>,
  workerUrl: string,
  worker: Database,
  metrics: Metrics | null = null,
): Promise<Background> {
  const log = createLogger('worker', settings.logLevel);
  const client = await QueueClient.open(chooseBackend(settings.redisUrl, workerUrl, watchPool));
  const dispatcher = await startDispatcher(outboxOf(worker, workerUrl), client, {
    trouble: (error) => log.failure('outbox-trouble', error),
    refused: (id) => log.error('outbox-refused', { jobId: id }),
  });
  if (metrics) measureWork(metrics, worker, client);
  const schedules = new PullSchedules(worker, client, (source, error) =>
    log.failure('schedule-unreadable', error, { source }),
  );
  const pulse = startPulse(worker, 'feed', () => client.counts('standardise'), log);
  await schedules.bringUpToDate();
  const erase = (): void =>
    void askToErase(client).catch((error: unknown) => log.failure('erase-trouble', error));
  erase();
  const erasing = setInterval(erase, ERASE_EVERY_MS);
  const sweep = (seconds: number): void =>
    void putWhatWaits(worker, seconds).catch((error: unknown) => log.failure('sweep-trouble', error));
  sweep(AT_START_SECONDS);
  const sweeping = setInterval(sweep, SWEEP_EVERY_MS, LEFT_BEHIND_SECONDS);
  const rescheduling = setInterval(
    () => void schedules.bringUpToDate().catch((error: unknown) => log.failure('schedule-trouble', error)),
    SCHEDULES_EVERY_MS,
  );
  return {
    stop: async () => {
      await pulse.stop();
      clearInterval(rescheduling);
      clearInterval(erasing);
      clearInterval(sweeping);
      await dispatcher.stop();
      await client.close();
    },
  };
}

/** One job an hour, however many processes ask for it. */
async function askToErase(client: QueueClient): Promise<void> {
  await client.add('erase-ended', {}, { jobId: `erase-ended-${new Date().toISOString().slice(0, 13)}` });
}

const outboxOf = (db: Database, url: string): Outbox => ({
  dispatch: (limit, hand) => dispatchOutbox(db, hand, limit),
  listen: (wake) => listenOutbox(url, wake),
});
