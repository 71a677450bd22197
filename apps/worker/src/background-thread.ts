import { parentPort, workerData } from 'node:worker_threads';

import { Database } from '#store';
import { openTraces } from '#tracing';

import { startPart } from './background-part.js';
import type { ThreadWork } from './keep-thread.js';

/** One thread of background work, until it is told to end; a failure ends it, and whoever keeps it says so. */
const { part, settings, urls } = workerData as ThreadWork;

const told = new Promise<void>((resolve) => parentPort?.once('message', () => resolve()));
const endTraces = settings.traces ? await openTraces(settings.traces, `worker-${part}`) : null;
const worker = await Database.open(urls.worker, { name: `hub-worker-${part}`, poolSize: 4 });
const linker = await Database.open(urls.linker, { name: `hub-linker-${part}`, poolSize: 2 });
const background = await startPart(part, settings, urls.worker, { worker, linker });
await told;
await background.stop();
await Promise.all([worker.close(), linker.close()]);
await endTraces?.();
// Within a thread this ends the thread, not the process.
process.exit(0);
