import { createLogger, type Settings } from '#platform';
import type { PipelineDatabases } from '#pipeline';

import { startPart, type Background, type BackgroundSettings } from './background-part.js';
import { keepThread } from './keep-thread.js';

export type { Background } from './background-part.js';

/**
 * Everything that happens behind the doors: jobs, the outbox that feeds them, and scheduled pulls. What goes over all
 * there is has a thread of its own, so that linking a whole city keeps neither a partner's receipt nor a page waiting.
 * Any number of processes may run it.
 * @param urls the addresses of the worker's and the linker's role; the queue lives at the first unless there is a Redis
 * @throws StartError where the queue can't be used
 */
export async function startBackground(
  settings: Settings,
  urls: { worker: string; linker: string },
  databases: PipelineDatabases,
): Promise<Background> {
  const wanted: BackgroundSettings = {
    redisUrl: settings.redisUrl,
    allowPrivatePull: settings.allowPrivatePull,
    refine: settings.refine,
    logLevel: settings.logLevel,
    dataDir: settings.dataDir,
  };
  const rows = await startPart('rows', wanted, urls.worker, databases);
  const whole = keepThread(
    { part: 'whole', settings: wanted, urls },
    createLogger('worker', settings.logLevel),
  );
  return { stop: async () => void (await Promise.all([rows.stop(), whole.stop()])) };
}
