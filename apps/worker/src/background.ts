import { createSafeFetch } from '#connectors';
import type { PipelineDatabases } from '#pipeline';
import { createLogger, type Settings } from '#platform';
import { chooseBackend, QueueClient, startDispatcher, startWorkers, type Outbox } from '#queue';
import { dispatchOutbox, listenOutbox, type Database } from '#store';

import { handlersOver } from './handlers.js';
import { PullSchedules } from './pull-schedules.js';

const SCHEDULES_EVERY_MS = 5_000;

export interface Background {
  /** Stops taking work and waits for what is in hand. */
  stop(): Promise<void>;
}

/**
 * Everything that happens behind the doors: jobs, the outbox that feeds them, and scheduled pulls. Any number of
 * processes may run it.
 * @param workerUrl the worker role's address, where the queue lives unless there is a Redis
 */
export async function startBackground(
  settings: Pick<Settings, 'redisUrl' | 'allowPrivatePull' | 'logLevel'>,
  workerUrl: string,
  databases: PipelineDatabases,
): Promise<Background> {
  const log = createLogger('worker', settings.logLevel);
  const backend = chooseBackend(settings.redisUrl, workerUrl);
  const fetch = createSafeFetch({ allowPrivate: settings.allowPrivatePull });
  const client = await QueueClient.open(backend);
  const workers = await startWorkers(backend, handlersOver(databases, fetch), {
    events: {
      done: (job, jobId, ms) => log.info('job-done', { job, jobId, ms }),
      failed: (job, jobId, code, willRetry) =>
        log.error('job-failed', { job, jobId, code, next: willRetry ? 'retry' : 'bug' }),
      trouble: (job, code) => log.warn('queue-trouble', { job, code }),
    },
  });
  const dispatcher = await startDispatcher(outboxOf(databases.worker, workerUrl), client, {
    trouble: (error) => log.failure('outbox-trouble', error),
    refused: (id) => log.error('outbox-refused', { jobId: id }),
  });
  const schedules = new PullSchedules(databases.worker, client, (source, error) =>
    log.failure('schedule-unreadable', error, { source }),
  );
  await schedules.bringUpToDate();
  const rescheduling = setInterval(
    () => void schedules.bringUpToDate().catch((error: unknown) => log.failure('schedule-trouble', error)),
    SCHEDULES_EVERY_MS,
  );
  return {
    stop: async () => {
      clearInterval(rescheduling);
      await dispatcher.stop();
      await workers.stop();
      await client.close();
    },
  };
}

const outboxOf = (db: Database, url: string): Outbox => ({
  dispatch: (limit, hand) => dispatchOutbox(db, hand, limit),
  listen: (wake) => listenOutbox(url, wake),
});
