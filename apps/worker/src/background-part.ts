import { createSafeFetch } from '#connectors';
import { EditionFiles } from '#editions';
import { completeStandings } from '#facts';
import { ErasureJournal } from '#operations';
import type { PipelineDatabases } from '#pipeline';
import { createLogger, type Settings } from '#platform';
import { chooseBackend, startWorkers } from '#queue';
import { watchPool } from '#store';

import { handlersOver } from './handlers.js';
import type { Part } from './parts.js';
import { startPulse } from './pulse.js';
import { sealNow } from './seal-trail.js';

export type BackgroundSettings = Pick<
  Settings,
  'redisUrl' | 'allowPrivatePull' | 'refine' | 'logLevel' | 'dataDir' | 'traces'
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
  const backend = chooseBackend(settings.redisUrl, workerUrl, watchPool);
  const fetch = createSafeFetch({ allowPrivate: settings.allowPrivatePull });
  const stopping = new AbortController();
  const files = new EditionFiles(settings.dataDir);
  const handlers = handlersOver(databases, fetch, {
    stopping: stopping.signal,
    refine: settings.refine,
    files,
    journal: new ErasureJournal(settings.dataDir),
    seal: () => sealNow(databases.worker, settings.dataDir, log),
    faulty: (error) => log.failure('delivery-held', error),
    left: (codebook) => log.warn('answers-left-uncoded', { codebook, code: 'no-such-sentence-model' }),
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
  const pulse = startPulse(databases.worker, part, null, log);
  return {
    stop: async () => {
      stopping.abort();
      await pulse.stop();
      await workers.stop();
    },
  };
}
