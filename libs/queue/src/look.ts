import type { JobType, Queue } from 'bullmq';

import { isJobName, type JobName } from './catalogue.js';

type JobBase = Awaited<ReturnType<Queue['getJobs']>>[number];

/** A job that waits, is under way, or was given up. Ids and codes only, as the catalogue has them. */
export interface SeenJob {
  job: JobName;
  id: string;
  state: 'waiting' | 'active' | 'delayed' | 'failed';
  payload: Record<string, string | number>;
  /** When it was asked for. */
  since: Date;
  /** Tries that came to nothing. */
  tries: number;
  /** Code of the last of them; null where there was none. */
  failed: string | null;
  /** When that was, or when it is tried again; null where neither is so. */
  at: Date | null;
}

const STATES: Record<SeenJob['state'], JobType[]> = {
  waiting: ['waiting', 'prioritized'],
  active: ['active'],
  delayed: ['delayed'],
  failed: ['failed'],
};

/** The oldest jobs of one queue in each state; of those that failed, the newest. */
export async function lookAt(
  queue: Queue,
  states: readonly SeenJob['state'][],
  most: number,
): Promise<SeenJob[]> {
  const job = queue.name.replace(/^hub-/, '');
  if (!isJobName(job)) return [];
  const found = await Promise.all(
    states.map(async (state) => {
      const jobs = await queue.getJobs(STATES[state], 0, most - 1, state !== 'failed');
      return jobs.filter((one) => one?.id).map((one) => seen(job, state, one));
    }),
  );
  return found.flat();
}

function seen(job: JobName, state: SeenJob['state'], one: JobBase): SeenJob {
  return {
    job,
    id: one.id ?? '',
    state,
    payload: (one.data ?? {}) as SeenJob['payload'],
    since: new Date(one.timestamp),
    tries: one.attemptsMade,
    failed: one.failedReason || null,
    at: whenOf(state, one),
  };
}

function whenOf(state: SeenJob['state'], one: JobBase): Date | null {
  if (state === 'failed') return one.finishedOn ? new Date(one.finishedOn) : null;
  return state === 'delayed' ? new Date(one.timestamp + one.delay) : null;
}
