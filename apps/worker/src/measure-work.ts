import type { Metrics } from '#platform';
import { JOB_NAMES, type QueueClient } from '#queue';
import { readBacklog, type Backlog, type Database } from '#store';

/** Prometheus asks every few seconds, and several of it may: the tables are counted no oftener. */
const KEPT_MS = 10_000;

/** What waits to be done, as numbers of the whole hub: nobody's name, source or agency is a label. */
export function measureWork(metrics: Metrics, worker: Database, queue: QueueClient): void {
  const backlog = keptFor(KEPT_MS, () => readBacklog(worker));
  const one = (name: string, help: string, of: (now: Backlog) => number | null): void =>
    metrics.gauge(name, help, [], async () => of(await backlog()) ?? 0);
  metrics.gauge('hub_deliveries', 'Deliveries by state', ['state'], async () => {
    const { received, held, refused } = await backlog();
    return Object.entries({ received, held, refused_within_a_week: refused }).map(([state, value]) => ({
      labels: { state },
      value,
    }));
  });
  one(
    'hub_oldest_delivery_seconds',
    'How long the delivery that has waited longest to be read has waited',
    (now) => now.oldest,
  );
  one('hub_submissions', 'Submissions held', (now) => now.submissions);
  one('hub_submissions_not_matched', 'Submissions that are not matched yet', (now) => now.unlinked);
  one('hub_submissions_not_coded', 'Submissions that are not coded yet', (now) => now.uncoded);
  one('hub_requests', 'Requests for work not handed to the queue yet', (now) => now.requests);
  one('hub_edition', 'Number of the latest edition', (now) => now.edition);
  metrics.gauge('hub_jobs', 'Background jobs by kind and state', ['job', 'state'], async () => {
    const counted = await Promise.all(JOB_NAMES.map(async (job) => [job, await queue.counts(job)] as const));
    return counted.flatMap(([job, counts]) =>
      Object.entries(counts).map(([state, value]) => ({ labels: { job, state }, value: value as number })),
    );
  });
}

/** One answer for whoever asks within so many milliseconds. */
function keptFor<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  let until = 0;
  return () => {
    if (kept && Date.now() < until) return kept;
    until = Date.now() + ms;
    kept = ask();
    kept.catch(() => (until = 0));
    return kept;
  };
}
