import type { Queryable } from '../../database.js';

/**
 * Asks again for the work that waits although nobody was asked to do it for so long: deliveries that are not read, rows that are
 * neither linked nor coded, runs of the coder, editions that were agreed to. What is done twice has one effect.
 * @param seconds since it came, and since it was asked for last
 * @returns number of jobs put
 */
export async function putWhatWaits(db: Queryable, seconds: number): Promise<number> {
  const rows = await db.query(
    `WITH asked AS (
       SELECT job, payload FROM intake.outbox WHERE dispatched_at IS NULL OR dispatched_at > now() - make_interval(secs => $1)),
     waiting AS (
       SELECT 'standardise' AS job, jsonb_build_object('delivery', d.id) AS payload FROM intake.delivery d
       WHERE d.status = 'received' AND d.received_at < now() - make_interval(secs => $1)
       UNION ALL
       SELECT j.job, '{}' FROM (VALUES ('code'), ('link')) j(job) WHERE EXISTS (
         SELECT FROM engagement.submission s WHERE s.withdrawn_at IS NULL AND s.received_at < now() - make_interval(secs => $1)
           AND CASE j.job WHEN 'code' THEN s.coded_at IS NULL ELSE s.linked_at IS NULL END)
       UNION ALL
       SELECT 'index-comments', '{}' WHERE EXISTS (
         SELECT FROM coding.coded c WHERE NOT c.indexed AND c.coded_at < now() - make_interval(secs => $1))
       UNION ALL
       SELECT 'look-for-risk', '{}' WHERE EXISTS (
         SELECT FROM coding.coded c WHERE c.risk_look = '' AND c.has_text AND NOT c.no_answer AND c.coded_at < now() - make_interval(secs => $1))
       UNION ALL
       SELECT CASE r.kind WHEN 'refine' THEN 'refine' ELSE 'coder-run' END, jsonb_build_object('run', r.id) FROM coding.run r
       WHERE r.state IN ('waiting', 'running') AND r.asked_at < now() - make_interval(secs => $1)
       UNION ALL
       SELECT 'publish', jsonb_build_object('proposal', p.id) FROM facts.publications_left($1) p(id))
     INSERT INTO intake.outbox (job, payload)
     SELECT w.job, w.payload FROM waiting w WHERE NOT EXISTS (
       SELECT FROM asked a WHERE a.job = w.job AND (w.payload = '{}' OR a.payload = w.payload)) RETURNING id`,
    [seconds],
  );
  return rows.length;
}

/** What is taken in but not finished: an edition must not count half of it. */
export interface Unfinished {
  unlinked: number;
  uncoded: number;
  ungrouped: number;
}

/** Under the lock of the facts: rows that are not linked, not coded, or whose words belong to no argument yet. */
export async function unfinishedWork(tx: Queryable): Promise<Unfinished> {
  const [row] = await tx.query<Unfinished>(
    `SELECT (SELECT count(*)::int FROM engagement.submission WHERE linked_at IS NULL AND withdrawn_at IS NULL) AS unlinked,
       (SELECT count(*)::int FROM engagement.submission WHERE coded_at IS NULL AND withdrawn_at IS NULL) AS uncoded,
       (SELECT count(*)::int FROM coding.coded WHERE has_text AND NOT no_answer AND argument IS NULL) AS ungrouped`,
  );
  return row!;
}
