import { goodbye } from './goodbye.js';
import { isJobName, PayloadError, type JobName, type Payload } from './catalogue.js';
import type { QueueClient } from './client.js';

/** A job that a transaction asked for by writing a row beside its own, so that both are there or neither. */
export interface OutboxRow {
  id: number | string;
  job: string;
  payload: unknown;
  /** What was under way when it was asked for (W3C Trace Context). */
  trace?: string | null;
}

/** The outbox as the store knows it. */
export interface Outbox {
  /**
   * Takes up to `limit` waiting rows, oldest first, leaving aside those that another process holds (SKIP LOCKED), gives
   * them to `hand` and marks them as dispatched, all in one transaction: if `hand` fails, they wait on.
   * @returns how many were taken
   */
  dispatch(limit: number, hand: (rows: OutboxRow[]) => Promise<void>): Promise<number>;
  /** Calls `wake` whenever a row is written (LISTEN/NOTIFY), where it can; polling finds them all the same. */
  listen?(wake: () => void): Promise<() => Promise<void>>;
}

export interface DispatcherOptions {
  pollMs?: number;
  /** A row whose job or payload is not in the catalogue: it is set aside as dispatched. */
  refused?(id: string): void;
  /** The outbox or the queue can't be reached just now; it is tried again. */
  trouble?(error: unknown): void;
}

export interface Dispatcher {
  /** Finishes the batch in hand, though it does not wait for a database that is gone. */
  stop(): Promise<void>;
}

const BATCH = 100;

/**
 * Hands jobs from the outbox to the queue, in any number of processes at once. A crash between handing over and marking
 * hands a job over twice: its id is the row's, so the queue knows it, and handlers are idempotent besides.
 */
export async function startDispatcher(
  outbox: Outbox,
  client: Pick<QueueClient, 'add'>,
  options: DispatcherOptions = {},
): Promise<Dispatcher> {
  let stopped = false;
  let wake: () => void = () => undefined;
  let woken = false;
  const nudge = (): void => {
    woken = true;
    wake();
  };
  const unlisten = await outbox.listen?.(nudge).catch((error: unknown) => void options.trouble?.(error));
  const hand = (rows: OutboxRow[]): Promise<void> => handOver(rows, client, options);
  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => (clearTimeout(timer), resolve());
    });
  const loop = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      const taken = await outbox
        .dispatch(BATCH, hand)
        .catch((error: unknown) => void options.trouble?.(error));
      if (taken !== BATCH && !woken && !stopped) await rest(options.pollMs ?? 500);
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopped = true;
      nudge();
      // What it has in hand is handed over again where it could not be marked.
      await goodbye(running.then(() => undefined));
      await unlisten?.();
    },
  };
}

async function handOver(
  rows: OutboxRow[],
  client: Pick<QueueClient, 'add'>,
  options: DispatcherOptions,
): Promise<void> {
  for (const row of rows) {
    try {
      if (!isJobName(row.job)) throw new PayloadError('there is no such job in the catalogue');
      await client.add(row.job, row.payload as Payload<JobName>, {
        jobId: `outbox-${row.id}`,
        trace: row.trace ?? null,
      });
    } catch (error) {
      // One bad row must not hold up those behind it; anything else fails the batch, which then waits on.
      if (!(error instanceof PayloadError)) throw error;
      options.refused?.(String(row.id));
    }
  }
}
