import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import type { Logger } from '#platform';

import type { Background, BackgroundSettings } from './background-part.js';
import type { Part } from './parts.js';

/** What a thread is given. */
export interface ThreadWork {
  part: Part;
  settings: BackgroundSettings;
  urls: { worker: string; linker: string };
}

const AGAIN_AFTER_MS = 1_000;
const PATIENCE_MS = 35_000;
/** Rows of one delivery stand in memory until they are kept: too many end this thread, and nothing else. */
const ROWS_LIMITS = { maxOldGenerationSizeMb: 1_536 };

/** A thread that is started anew should it end by itself: its jobs are idempotent and wait in the queue. */
export function keepThread(work: ThreadWork, log: Logger): Background {
  const stopping = new AbortController();
  const running = run(work, stopping.signal, log);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function run(workerData: ThreadWork, stopping: AbortSignal, log: Logger): Promise<void> {
  while (!stopping.aborted) {
    const thread = new Worker(new URL('./background-thread.js', import.meta.url), {
      workerData,
      resourceLimits: workerData.part === 'rows' ? ROWS_LIMITS : {},
    });
    const stop = (): void => {
      thread.postMessage('stop');
      // Its jobs are given patience of their own: beyond that whatever it speaks to is gone.
      setTimeout(() => void thread.terminate(), PATIENCE_MS).unref();
    };
    stopping.addEventListener('abort', stop);
    await new Promise<void>((resolve) => {
      thread.on('error', (error) => log.failure('thread-trouble', error, { operation: workerData.part }));
      thread.once('exit', () => resolve());
    });
    stopping.removeEventListener('abort', stop);
    if (stopping.aborted) return;
    log.error('thread-ended', { operation: workerData.part, next: 'retry' });
    await sleep(AGAIN_AFTER_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}
