import type { Queryable } from '../../database.js';

/** How far a hub is with what it was given. */
export interface Backlog {
  /** Deliveries that wait to be read, wait for a person, and were refused within a week. */
  received: number;
  held: number;
  refused: number;
  /** Seconds that the one which has waited longest to be read has waited; null where none does. */
  oldest: number | null;
  submissions: number;
  /** Rows that are not matched, or not coded. */
  unlinked: number;
  uncoded: number;
  /** Requests for work that were not handed to the queue yet. */
  requests: number;
  /** The latest edition; null before the first. */
  edition: number | null;
  published: Date | null;
}

/** @param db opened as the worker role */
export async function readBacklog(db: Queryable): Promise<Backlog> {
  const [row] = await db.query<Backlog>(
    `SELECT d.*, s.*, (SELECT count(*)::int FROM intake.outbox WHERE dispatched_at IS NULL) AS requests,
       e.number AS edition, e.published_at AS published
     FROM (SELECT count(*) FILTER (WHERE status = 'received')::int AS received, count(*) FILTER (WHERE status = 'held')::int AS held,
             count(*) FILTER (WHERE status = 'refused' AND finished_at > now() - interval '7 days')::int AS refused,
             extract(epoch FROM clock_timestamp() - min(received_at) FILTER (WHERE status = 'received'))::int AS oldest FROM intake.delivery) d,
          (SELECT count(*)::int AS submissions, count(*) FILTER (WHERE linked_at IS NULL)::int AS unlinked,
             count(*) FILTER (WHERE coded_at IS NULL)::int AS uncoded FROM engagement.submission WHERE withdrawn_at IS NULL) s
     LEFT JOIN (SELECT number, published_at FROM facts.edition WHERE number > 0 ORDER BY number DESC LIMIT 1) e ON true`,
  );
  return row!;
}

/** What a job's delivery is, for whoever looks for the cause of a failure. */
export interface DeliveryOfJob {
  id: number;
  source: string;
  status: string;
  noteCode: string | null;
  note: string | null;
}

/** @returns those that there are, by id */
export async function deliveriesOfJobs(
  db: Queryable,
  ids: readonly number[],
): Promise<Map<number, DeliveryOfJob>> {
  const rows = await db.query<DeliveryOfJob>(
    `SELECT id::int AS id, source, status, note_code AS "noteCode", note FROM intake.delivery WHERE id = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A part of a worker and its last sign of life. */
export interface PulseLine {
  worker: string;
  part: string;
  /** Seconds. */
  ago: number;
}

/** Signs of life of the last day, the newest first. */
export function readPulses(db: Queryable): Promise<PulseLine[]> {
  return db.query<PulseLine>(
    `SELECT worker, part, extract(epoch FROM clock_timestamp() - at)::int AS ago FROM intake.pulse ORDER BY at DESC, worker, part`,
  );
}
