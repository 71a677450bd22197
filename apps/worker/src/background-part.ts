import { createSafeFetch } from '#connectors';
import { EditionFiles } from '#editions';
import { completeStandings } from '#facts';
import type { PipelineDatabases } from '#pipeline';
import { createLogger, type Logger, type Settings } from '#platform';
import { chooseBackend, QueueClient, startDispatcher, startWorkers, type Backend, type Outbox } from '#queue';
import { dispatchOutbox, listenOutbox, type Database } from '#store';

import { handlersOver } from './handlers.js';
import type { Part } from './parts.js';
import { PullSchedules } from './pull-schedules.js';

const SCHEDULES_EVERY_MS = 5_000;
/** An agreement ends with a day: what it covered is gone within the hour. */
const ERASE_EVERY_MS = 3_600_000;

export type BackgroundSettings = Pick<
  Settings,
  'redisUrl' | 'allowPrivatePull' | 'refine' | 'logLevel' | 'dataDir'
>;

export interface Background {
  /** Stops taking work and waits for what is in hand. */
  stop(): Promise<void>;
}

/**
 * One part of everything that happens behind the doors, in this thread.
 * @param workerUrl the worker role's address, where the queue lives unless there is a Redis
 */
export async function startPart(
  part: Part,
  settings: BackgroundSettings,
  workerUrl: string,
  databases: PipelineDatabases,
): Promise<Background> {
  const log = createLogger('worker', settings.logLevel);
  const backend = chooseBackend(settings.redisUrl, workerUrl);
  const fetch = createSafeFetch({ allowPrivate: settings.allowPrivatePull });
  const stopping = new AbortController();
  const files = new EditionFiles(settings.dataDir);
  const handlers = handlersOver(databases, fetch, {
    stopping: stopping.signal,
    refine: settings.refine,
    files,
  })[part];
  const workers = await startWorkers(backend, handlers, {
    events: {
      done: (job, jobId, ms) => log.info('job-done', { job, jobId, ms }),
      failed: (job, jobId, code, willRetry) =>
        log[code === 'stopping' ? 'info' : 'error']('job-failed', {
          job,
          jobId,
          code,
          next: willRetry ? 'retry' : 'bug',
        }),
      trouble: (job, code) => log.warn('queue-trouble', { job, code }),
    },
  });
  if (part === 'whole')
    void completeStandings(databases.worker)
      .then(() => files.complete(databases.worker))
      .catch((error: unknown) => log.failure('edition-files-trouble', error));
  const feed = part === 'rows' ? await feedQueue(backend, workerUrl, databases.worker, log) : null;
  return {
    stop: async () => {
      stopping.abort();
      await feed?.stop();
      await workers.stop();
    },
  };
}

/** What brings jobs to the queue: the outbox, and the schedules of pulled sources. */
async function feedQueue(
  backend: Backend,
  workerUrl: string,
  worker: Database,
  log: Logger,
): Promise<Background> {
  const client = await QueueClient.open(backend);
  const dispatcher = await startDispatcher(outboxOf(worker, workerUrl), client, {
    trouble: (error) => log.failure('outbox-trouble', error),
    refused: (id) => log.error('outbox-refused', { jobId: id }),
  });
  const schedules = new PullSchedules(worker, client, (source, error) =>
    log.failure('schedule-unreadable', error, { source }),
  );
  await schedules.bringUpToDate();
  const erase = (): void =>
    void askToErase(client).catch((error: unknown) => log.failure('erase-trouble', error));
  erase();
  const erasing = setInterval(erase, ERASE_EVERY_MS);
  const rescheduling = setInterval(
    () => void schedules.bringUpToDate().catch((error: unknown) => log.failure('schedule-trouble', error)),
    SCHEDULES_EVERY_MS,
  );
  return {
    stop: async () => {
      clearInterval(rescheduling);
      clearInterval(erasing);
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
