import { UnrecoverableError, type Job, type Worker } from 'bullmq';
import { inSpan } from '#tracing';
import { connect, type Backend, type Connections } from './backend.js';
import { CATALOGUE, checkPayload, type JobName, type Payload } from './catalogue.js';
import { toFailure } from './failure.js';
import { goodbye } from './goodbye.js';
import { reclaim, workerName } from './reclaim.js';

/** What a handler knows of its run beside the payload. */
export interface Run {
  jobId: string;
  /** 1 for the first. A run cut short by a crash may have been the first already: effects go by a unique key. */
  attempt: number;
}

export type Handlers = { [J in JobName]?: (payload: Payload<J>, run: Run) => Promise<void> };

/** What workers tell, for logs: codes and ids only. */
export interface WorkerEvents {
  done?(job: JobName, jobId: string, ms: number): void;
  failed?(job: JobName, jobId: string, code: string, willRetry: boolean): void;
  /** The backend can't be reached just now, and the like; working goes on by itself. */
  trouble?(job: JobName, code: string): void;
}

export interface WorkerOptions {
  concurrency?: Partial<Record<JobName, number>>;
  events?: WorkerEvents;
  /**
   * After so long without a sign of life, a job's worker counts as dead and the job is given to another. Longer than
   * any step that lets nothing else run; jobs of dead processes of this machine are given back sooner.
   */
  lockMs?: number;
  /** How often that is looked for. */
  checkMs?: number;
}

export interface RunningWorkers {
  /** Takes no new jobs and waits for the running ones; after `patienceMs` they are left for the next worker. */
  stop(patienceMs?: number): Promise<void>;
}

/** A job is given up only by its own error, never for having been under a worker that was killed, however often. */
const NEVER = 1_000_000;

/**
 * Works on the jobs that have a handler, until stopped. Every handler must be idempotent by a key of the database:
 * a job is done at least once.
 * @throws QueueError where the backend can't be reached
 */
export async function startWorkers(
  backend: Backend,
  handlers: Handlers,
  options: WorkerOptions = {},
): Promise<RunningWorkers> {
  const jobs = (Object.keys(CATALOGUE) as JobName[]).filter((job) => handlers[job]);
  const connections = await connect(backend, jobs.length);
  const workers: Worker[] = [];
  for (const job of jobs) {
    await prepare(connections, job);
    const worker = connections.worker(
      `hub-${job}`,
      (one: Job) => runOne(job, handlers, one, options.events),
      {
        name: workerName(),
        concurrency: options.concurrency?.[job] ?? CATALOGUE[job].concurrency,
        maxStalledCount: NEVER,
        lockDuration: options.lockMs ?? 60_000,
        stalledInterval: options.checkMs ?? 5_000,
        settings: { backoffStrategy: waitBefore },
      },
    );
    worker.on('error', (error) => options.events?.trouble?.(job, toFailure(error).code));
    workers.push(worker);
  }
  return {
    stop: async (patienceMs = 20_000) => {
      await Promise.all(workers.map((worker) => closeWithin(worker, patienceMs)));
      await connections.close();
    },
  };
}

async function prepare(connections: Connections, job: JobName): Promise<void> {
  const queue = connections.queue(`hub-${job}`, {});
  queue.on('error', () => undefined);
  if (CATALOGUE[job].alone) await queue.setGlobalConcurrency(1);
  await reclaim(connections, queue);
  await queue.close();
}

async function runOne<J extends JobName>(job: J, handlers: Handlers, one: Job, events: WorkerEvents = {}) {
  const jobId = one.id ?? '';
  const attempt = one.attemptsMade + 1;
  const began = performance.now();
  try {
    const handler = handlers[job] as (payload: Payload<J>, run: Run) => Promise<void>;
    await inSpan(
      `job ${job}`,
      { 'messaging.destination.name': job, 'hub.attempt': attempt },
      () => handler(checkPayload(job, one.data), { jobId, attempt }),
      { from: one.opts.telemetry?.metadata ?? null },
    );
    events.done?.(job, jobId, Math.round(performance.now() - began));
  } catch (error) {
    const failure = toFailure(error);
    const willRetry = failure.retry && attempt < (one.opts.attempts ?? 1);
    events.failed?.(job, jobId, failure.code, willRetry);
    if (willRetry) throw failure;
    const last = new UnrecoverableError(failure.code);
    last.stack = failure.stack;
    throw last;
  }
}

/** A server that says to come again next year is asked tomorrow all the same. */
const LONGEST_WAIT_MS = 86_400_000;

/**
 * Milliseconds before the next try: 1 s, 2 s, 4 s... up to five minutes, spread so that failures don't return at once; longer where
 * whoever refused it said when to come again, a day at the most.
 */
export function waitBefore(attemptsMade: number, _type?: string, failure?: unknown): number {
  const wait = Math.min(300_000, 1_000 * 2 ** (attemptsMade - 1));
  const { afterMs = null } = (failure ?? {}) as { afterMs?: number | null };
  return Math.max(Math.round(wait * (0.75 + Math.random() / 2)), Math.min(afterMs ?? 0, LONGEST_WAIT_MS));
}

async function closeWithin(worker: Worker, patienceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, patienceMs, 'late')));
  const closed = worker.close();
  const first = await Promise.race([closed, patience]);
  clearTimeout(timer);
  if (first === 'late') await goodbye(worker.close(true));
}
