import type { RecordedCount, RecordingBreak } from '#domain';

import type { Queryable, Transaction } from '../../database.js';
import type { Origin } from './records.js';

/** By the worker role. */

/** What other deliveries of a source hold of a month: by which of them, and what it comes to. */
export interface HeldMonth {
  month: string;
  /** The latest that brought any of it. */
  delivery: number;
  counts: RecordedCount[];
}

/** @param delivery is none of them */
export async function readRecordedMonths(
  tx: Transaction,
  { source, delivery }: Pick<Origin, 'source' | 'delivery'>,
  months: readonly string[],
): Promise<HeldMonth[]> {
  return tx.query<HeldMonth>(
    `SELECT month, max(delivery)::int AS delivery, jsonb_agg(jsonb_build_object('month', month, 'ward', ward, 'crime', crime, 'count', count)) AS counts
     FROM (SELECT month, ward, crime, max(delivery) AS delivery, sum(count)::int AS count FROM engagement.recorded_count
       WHERE source = $1 AND delivery <> $2 AND month = ANY ($3) GROUP BY month, ward, crime) c
     GROUP BY month ORDER BY month`,
    [source, delivery, months],
  );
}

/**
 * Keeps what a delivery counts, in place of what it counted before.
 * @param replaced months of which what other deliveries hold goes
 */
export async function saveRecorded(
  tx: Transaction,
  { agency, source, delivery }: Origin,
  counts: readonly RecordedCount[],
  replaced: readonly string[],
): Promise<void> {
  await tx.query(
    'DELETE FROM engagement.recorded_count WHERE source = $1 AND (delivery = $2 OR month = ANY ($3))',
    [source, delivery, replaced],
  );
  await tx.copy(
    'engagement.recorded_count',
    ['agency', 'source', 'delivery', 'month', 'ward', 'crime', 'count'],
    counts.map(({ month, ward, crime, count }) => [agency, source, delivery, month, ward, crime, count]),
  );
}

/** A delivery whose rows are counted as a context series is no part of an edition's funnel. */
export async function markRecorded(tx: Transaction, delivery: number): Promise<void> {
  await tx.query('UPDATE intake.delivery SET recorded = true WHERE id = $1', [delivery]);
}

/** A source's series as it stands, with what its mapping says of it. */
export interface RecordedSource {
  source: string;
  agency: string;
  agencyName: string;
  title: string | null;
  licence: string | null;
  attribution: string | null;
  breaks: Partial<RecordingBreak>[];
  /** When the latest delivery of it was received (ISO date). */
  received: string;
  counts: RecordedCount[];
}

/** Every series, by the codes of their sources; counts by month, ward and kind. */
export async function readRecordedSources(db: Queryable): Promise<RecordedSource[]> {
  return db.query<RecordedSource>(
    `SELECT s.code AS source, s.agency, a.name AS "agencyName", s.mapping->>'title' AS title, s.mapping->>'licence' AS licence,
       s.mapping->>'attribution' AS attribution,
       CASE WHEN jsonb_typeof(s.mapping->'breaks') = 'array' THEN s.mapping->'breaks' ELSE '[]' END AS breaks,
       (SELECT max(d.received_at)::date::text FROM intake.delivery d WHERE d.id IN (SELECT r.delivery FROM engagement.recorded_count r WHERE r.source = s.code)) AS received,
       c.counts
     FROM intake.source s JOIN engagement.agency a ON a.code = s.agency
     JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('month', r.month, 'ward', r.ward, 'crime', r.crime, 'count', r.count)
         ORDER BY r.month, r.ward COLLATE "C", r.crime COLLATE "C") AS counts
       FROM (SELECT month, ward, crime, sum(count)::int AS count FROM engagement.recorded_count WHERE source = s.code GROUP BY month, ward, crime) r) c
       ON c.counts IS NOT NULL
     ORDER BY s.code COLLATE "C"`,
  );
}
