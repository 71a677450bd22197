import type { JobsOptions, Queue } from 'bullmq';
import { traceNow } from '#tracing';
import { connect, type Backend, type Connections } from './backend.js';
import { goodbye } from './goodbye.js';
import { lookAt, type SeenJob } from './look.js';
import { checkPayload, JOB_NAMES, PayloadError, type JobName, type Payload } from './catalogue.js';

/** How often a job that may be retried is tried: with the waits of `waitBefore`, for about an hour and a half. */
const ATTEMPTS = 24;

const KEPT: JobsOptions = {
  attempts: ATTEMPTS,
  backoff: { type: 'custom' },
  // Progress lives in the hub's own tables; the queue keeps only what helps to see what it did lately.
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 14 * 86_400, count: 1_000 },
  stackTraceLimit: 5,
};

export interface AddOptions {
  /** The same id is added once while its job is known to the queue. Letters, digits and hyphens; not digits alone. */
  jobId?: string;
  delayMs?: number;
  /** What asked for it, as W3C Trace Context writes it; unless said, what is under way now. */
  trace?: string | null;
}

/** When a source is pulled: at a fixed interval, or by a cron pattern in UTC. */
export type Schedule = { everyMs: number } | { pattern: string };

export interface JobCounts {
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
}

/** Adds jobs and looks at queues. There is one queue for each job of the catalogue. */
export class QueueClient {
  private constructor(
    private readonly connections: Connections,
    private readonly queues: Map<JobName, Queue>,
  ) {}

  /** @throws QueueError where the backend can't be reached */
  static async open(backend: Backend): Promise<QueueClient> {
    const connections = await connect(backend);
    const queues = new Map<JobName, Queue>();
    for (const job of JOB_NAMES) {
      const queue = connections.queue(`hub-${job}`, { defaultJobOptions: KEPT });
      // Reconnecting is the driver's business; without a listener the error would end the process.
      queue.on('error', () => undefined);
      queues.set(job, queue);
    }
    return new QueueClient(connections, queues);
  }

  /**
   * Adds a job; it is done at least once.
   * @returns its id
   * @throws PayloadError for anything that the catalogue doesn't allow
   */
  async add<J extends JobName>(job: J, payload: Payload<J>, options: AddOptions = {}): Promise<string> {
    const data = checkPayload(job, payload);
    if (options.jobId !== undefined && !/^(?!\d+$)[A-Za-z0-9-]{1,80}$/.test(options.jobId)) {
      throw new PayloadError('a job id holds letters, digits and hyphens, and is not a number');
    }
    const trace = options.trace ?? traceNow();
    const added = await this.queue(job).add(job, data, {
      ...(options.jobId ? { jobId: options.jobId } : {}),
      ...(options.delayMs ? { delay: options.delayMs } : {}),
      ...(trace ? { telemetry: { metadata: trace, omitContext: true } } : {}),
    });
    return added.id ?? '';
  }

  /** Pulls a source again and again from now on; a second call replaces its schedule. */
  async schedulePull(source: string, schedule: Schedule): Promise<void> {
    const data = checkPayload('pull', { source });
    const repeat =
      'everyMs' in schedule ? { every: schedule.everyMs } : { pattern: schedule.pattern, tz: 'UTC' };
    await this.queue('pull').upsertJobScheduler(`pull-${source}`, repeat, { name: 'pull', data, opts: KEPT });
  }

  /** @returns false where the source had no schedule */
  unschedulePull(source: string): Promise<boolean> {
    return this.queue('pull').removeJobScheduler(`pull-${source}`);
  }

  /** Sources that are pulled by schedule, sorted. */
  async scheduledPulls(): Promise<string[]> {
    const schedulers = await this.queue('pull').getJobSchedulers(0, -1);
    return schedulers.map(({ key }) => key.replace(/^pull-/, '')).sort();
  }

  async counts(job: JobName): Promise<JobCounts> {
    const counts = await this.queue(job).getJobCounts(
      'waiting',
      'prioritized',
      'active',
      'delayed',
      'failed',
    );
    const of = (state: string): number => counts[state] ?? 0;
    return {
      waiting: of('waiting') + of('prioritized'),
      active: of('active'),
      delayed: of('delayed'),
      failed: of('failed'),
    };
  }

  /**
   * What waits, is under way or was given up, of every kind of job.
   * @param most of each kind and state: of those that wait the oldest, of those that failed the newest
   */
  async look(states: readonly SeenJob['state'][], most = 100): Promise<SeenJob[]> {
    const all = await Promise.all([...this.queues.values()].map((queue) => lookAt(queue, states, most)));
    return all.flat();
  }

  /**
   * Has a job that was given up done again, as if it had never been tried.
   * @returns false where no job of that id was given up
   */
  async tryAgain(job: JobName, id: string): Promise<boolean> {
    const found = await this.queue(job).getJob(id);
    if (!found || !(await found.isFailed())) return false;
    await found.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    return true;
  }

  async close(): Promise<void> {
    await goodbye(Promise.all([...this.queues.values()].map((queue) => queue.close())));
    await this.connections.close();
  }

  private queue(job: JobName): Queue {
    const queue = this.queues.get(job);
    if (!queue) throw new PayloadError('there is no such job in the catalogue');
    return queue;
  }
}
