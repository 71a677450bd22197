export { chooseBackend, QueueError, type Backend } from './backend.js';
export {
  CATALOGUE,
  checkPayload,
  isJobName,
  JOB_NAMES,
  PayloadError,
  type JobName,
  type Payload,
} from './catalogue.js';
export type { SeenJob } from './look.js';
export { openRedis } from './redis.js';
export { QueueClient, type AddOptions, type JobCounts, type Schedule } from './client.js';
export { isPassing } from './failure.js';
export { migrateQueue } from './migrate-queue.js';
export {
  startDispatcher,
  type Dispatcher,
  type DispatcherOptions,
  type Outbox,
  type OutboxRow,
} from './outbox.js';
export {
  startWorkers,
  type Handlers,
  type Run,
  type RunningWorkers,
  type WorkerEvents,
  type WorkerOptions,
} from './workers.js';
