import { createLogger, within, type Metrics, type Settings } from '#platform';
import type { PipelineDatabases } from '#pipeline';

import type { Background, BackgroundSettings } from './background-part.js';
import { mailEveryMinute } from './mail-waits.js';
import { sealEveryMinute } from './seal-trail.js';
import { startFeed } from './feed.js';
import { keepThread } from './keep-thread.js';

export type { Background } from './background-part.js';

/** A database that is gone is no reason not to stop. */
const SEAL_MS = 10_000;

/**
 * Everything that happens behind the doors: jobs, the outbox that feeds them, and scheduled pulls. Both parts have a thread
 * of their own, so that neither a large delivery nor linking a whole city keeps a partner's receipt or a page waiting, nor takes it down.
 * Any number of processes may run it.
 * @param urls the addresses of the worker's and the linker's role; the queue lives at the first unless there is a Redis
 * @param metrics is told what waits
 * @throws StartError where the queue can't be used
 */
export async function startBackground(
  settings: Settings,
  urls: { worker: string; linker: string },
  databases: PipelineDatabases,
  metrics: Metrics | null = null,
): Promise<Background> {
  const wanted: BackgroundSettings = {
    redisUrl: settings.redisUrl,
    allowPrivatePull: settings.allowPrivatePull,
    refine: settings.refine,
    logLevel: settings.logLevel,
    dataDir: settings.dataDir,
    traces: settings.traces,
  };
  const feed = await startFeed(wanted, urls.worker, databases.worker, metrics);
  const log = createLogger('worker', settings.logLevel);
  const parts = (['rows', 'whole'] as const).map((part) => keepThread({ part, settings: wanted, urls }, log));
  const mails = mailEveryMinute(databases.worker, settings.mail, log);
  const trail = sealEveryMinute(databases.worker, settings.dataDir, log);
  return {
    stop: async () => {
      await Promise.all([feed, mails, ...parts].map((each) => each.stop()));
      // Last, so that it vouches for what they did.
      await within(SEAL_MS, trail.stop());
    },
  };
}
