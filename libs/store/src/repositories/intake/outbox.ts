import type { Client } from 'pg';

import { traceNow } from '#tracing';
import { endClient, openClient } from '../../connections.js';
import type { Queryable } from '../../database.js';

export interface OutboxRow {
  id: number;
  job: string;
  payload: Record<string, unknown>;
  /** What was under way when it was asked for, as W3C Trace Context writes it; null where that was not told. */
  trace: string | null;
}

/** Say that a job is needed, in the transaction that makes it so. */
export async function putJob(
  db: Queryable,
  job: string,
  payload: Record<string, number | string> = {},
): Promise<void> {
  await db.query('INSERT INTO intake.outbox (job, payload, trace) VALUES ($1, $2, $3)', [
    job,
    JSON.stringify(payload),
    traceNow(),
  ]);
}

/**
 * Take waiting jobs and hand each to `send`; they are marked in the same transaction. A crash between the two sends
 * again: at-least-once, so every job is idempotent. Two dispatchers never take the same row.
 */
export async function dispatchOutbox(
  db: { transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> },
  send: (rows: OutboxRow[]) => Promise<void>,
  limit = 100,
): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<OutboxRow>(
      `SELECT id::int AS id, job, payload, trace FROM intake.outbox WHERE dispatched_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
    if (rows.length === 0) return 0;
    await send(rows);
    await tx.query('UPDATE intake.outbox SET dispatched_at = now() WHERE id = ANY ($1)', [
      rows.map((row) => row.id),
    ]);
    return rows.length;
  });
}

const LISTEN_AGAIN_MS = 1_000;

/**
 * Be told of new rows at once (LISTEN); polling finds them all the same. A connection that drops is followed by another, for as
 * long as it takes.
 * @throws where the first can't be had
 */
export async function listenOutbox(url: string, wake: () => void): Promise<() => Promise<void>> {
  let stopped = false;
  let again: NodeJS.Timeout | undefined;
  const listen = async (): Promise<Client> => {
    const client = await openClient(url, { name: 'hub-outbox' });
    client.on('notification', wake);
    client.on('end', later);
    await client.query('LISTEN hub_outbox');
    wake(); // of what came in between nobody was told
    return client;
  };
  const later = (): void => {
    if (stopped) return;
    again = setTimeout(() => {
      current = listen();
      current.catch(later);
    }, LISTEN_AGAIN_MS);
    again.unref();
  };
  let current = listen();
  await current;
  return async () => {
    stopped = true;
    clearTimeout(again);
    await current.then(endClient, () => undefined);
  };
}

/** Requests for a job in the last day that can be seen now, newest first. */
export async function recentJobIds(db: Queryable, job: string): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `SELECT id::int AS id FROM intake.outbox WHERE job = $1 AND created_at > now() - interval '1 day' ORDER BY id DESC LIMIT 20000`,
    [job],
  );
  return rows.map((row) => row.id);
}
