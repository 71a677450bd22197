import type { Agency } from '#domain';

import type { Database, Queryable, Transaction } from '../../database.js';

/** An agency whose comments are to be looked at for new topics. */
export interface AgencyToScan {
  agency: string;
  /** The Sunday that ends the last week which is over and in which somebody was heard; ISO day. */
  until: string;
  comments: number;
}

/** How much of an agency's comments must be new, as a share, before it is looked at again within a week. */
const GROWN = 0.02;

/** Agencies that were not looked at since a week of theirs ended or since their comments became more, or fewer, by a fiftieth. */
export function agenciesToScan(worker: Queryable): Promise<AgencyToScan[]> {
  return worker.query<AgencyToScan>(
    `SELECT h.agency, h.until::text, h.comments FROM (
       SELECT i.agency, count(*)::int AS comments,
         least((date_trunc('week', max(s.submitted_on)) + interval '6 days')::date, (date_trunc('week', current_date + interval '1 day') - interval '1 day')::date) AS until
       FROM coding.comment_index i JOIN engagement.submission s ON s.id = i.submission AND s.withdrawn_at IS NULL
       WHERE s.submitted_on IS NOT NULL GROUP BY i.agency) h
     LEFT JOIN coding.emerging_scan l ON l.agency = h.agency
     WHERE l.agency IS NULL OR l.until IS DISTINCT FROM h.until OR abs(h.comments - l.comments) > ${GROWN} * l.comments
     ORDER BY h.agency`,
  );
}

/** A comment as it is listened to. */
export interface CommentToScan {
  answer: number;
  /** ISO day. */
  day: string;
  engagement: string;
  /** The person as linked; the submission where nobody is. */
  by: string;
  text: string;
  masks: { start: number; end: number }[];
}

/**
 * An agency's comments of so many weeks up to a Sunday, the latest `most` of them, in order of weeks and in each of who said them.
 */
export function commentsToScan(
  worker: Queryable,
  { agency, until }: AgencyToScan,
  { weeks, most }: { weeks: number; most: number },
): Promise<CommentToScan[]> {
  return worker.query<CommentToScan>(
    `SELECT * FROM (
       SELECT a.id::int AS answer, s.submitted_on::text AS day, s.engagement, coalesce(m.person, s.id)::text AS by, a.text,
         coalesce((SELECT jsonb_agg(p -> 'span') FROM jsonb_array_elements(coding.masks_of(a.id)) p), '[]') AS masks
       FROM coding.comment_index i JOIN engagement.answer a ON a.id = i.answer
       JOIN engagement.submission s ON s.id = a.submission AND s.withdrawn_at IS NULL
       LEFT JOIN linkage.membership m ON m.submission = s.id
       WHERE i.agency = $1 AND s.submitted_on <= $2::date AND s.submitted_on > $2::date - 7 * $3::int
       ORDER BY s.submitted_on DESC, a.id DESC LIMIT $4) latest
     ORDER BY date_trunc('week', day::date), by, answer`,
    [agency, until, weeks, most],
  );
}

/** A topic as a scan found it; days are Sundays. */
export interface FoundTopic {
  words: string[];
  since: string;
  weeks: number;
  mentions: number;
  expected: number;
  people: number;
  answers: number[];
}

/**
 * Keeps what a scan found in place of what the one before had. What somebody set aside stays so, and is not found again under a word of
 * its own.
 */
export async function saveEmerging(
  worker: Database,
  { agency, until, comments }: AgencyToScan,
  topics: readonly FoundTopic[],
): Promise<void> {
  await worker.transaction(async (tx: Transaction) => {
    await tx.query('DELETE FROM coding.emerging WHERE agency = $1 AND set_aside_at IS NULL', [agency]);
    for (const { words, since, weeks, mentions, expected, people, answers } of topics)
      await tx.query(
        `WITH topic AS (
           INSERT INTO coding.emerging (agency, words, since, until, weeks, mentions, expected, people)
           SELECT $1, $2::text[], $3, $4, $5, $6, $7, $8
           WHERE NOT EXISTS (SELECT FROM coding.emerging e WHERE e.agency = $1 AND e.words && $2::text[]) RETURNING id)
         INSERT INTO coding.emerging_answer (topic, answer)
         SELECT topic.id, a.id FROM topic, engagement.answer a WHERE a.id = ANY ($9::bigint[])`,
        [agency, words, since, until, weeks, mentions, expected, people, answers],
      );
    await tx.query(
      `INSERT INTO coding.emerging_scan (agency, until, comments) VALUES ($1, $2, $3)
       ON CONFLICT (agency) DO UPDATE SET until = EXCLUDED.until, comments = EXCLUDED.comments, scanned_at = now()`,
      [agency, until, comments],
    );
  });
}

/** A topic as an analyst reads it. */
export interface EmergingRow extends Omit<FoundTopic, 'answers'> {
  id: number;
  agency: Agency;
  until: string;
  /** The latest first. */
  answers: number[];
  setAsideBy: string | null;
  setAsideAt: Date | null;
  reason: string;
}

/** Topics of the agencies for which the session is an analyst, the newest first, those that were set aside last. */
export function readEmerging(tx: Queryable): Promise<EmergingRow[]> {
  return tx.query<EmergingRow>(
    `SELECT e.id::int AS id, jsonb_build_object('code', g.code, 'name', g.name, 'kind', g.kind) AS agency, e.words, e.since::text, e.until::text, e.weeks,
       e.mentions, e.expected, e.people, e.set_aside_by AS "setAsideBy", e.set_aside_at AS "setAsideAt", e.reason,
       (SELECT coalesce(array_agg(a.id::int ORDER BY s.submitted_on DESC, a.id DESC), '{}') FROM coding.emerging_answer l
        JOIN engagement.answer a ON a.id = l.answer JOIN engagement.submission s ON s.id = a.submission AND s.withdrawn_at IS NULL
        WHERE l.topic = e.id) AS answers
     FROM coding.emerging e JOIN engagement.agency g ON g.code = e.agency
     ORDER BY e.set_aside_at IS NOT NULL, e.since DESC, e.mentions DESC, e.id`,
  );
}

/** Up to when an agency's comments were looked at. */
export interface EmergingScan {
  agency: Agency;
  until: string | null;
  comments: number;
  scannedAt: Date;
}

/** Of the agencies for which the session is an analyst. */
export function readEmergingScans(tx: Queryable): Promise<EmergingScan[]> {
  return tx.query<EmergingScan>(
    `SELECT jsonb_build_object('code', g.code, 'name', g.name, 'kind', g.kind) AS agency, l.until::text, l.comments, l.scanned_at AS "scannedAt"
     FROM coding.emerging_scan l JOIN engagement.agency g ON g.code = l.agency ORDER BY g.name`,
  );
}

/** @param reason null takes it up again @returns false where the session may not, or there is no such topic */
export async function setTopicAside(tx: Transaction, id: number, reason: string | null): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.set_topic_aside($1, $2) AS done', [
    id,
    reason,
  ]);
  return row?.done ?? false;
}
