import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What else waits for a person: comments in which somebody may be at risk, for whoever is on duty; a report for those who were asked to read it;
 * what a second person agrees to or declines; and what readers said looks wrong.
 */
const WAITING = `
CREATE OR REPLACE VIEW access.waiting WITH (security_invoker = true) AS
  SELECT CASE WHEN d.note_code = 'answers-uncoded' THEN 'answers-to-match' ELSE 'delivery-held' END AS kind,
    'partner' AS role, d.agency, d.source, d.id::text AS subject, 1 AS many, coalesce(d.finished_at, d.received_at) AS since
  FROM intake.delivery d WHERE d.status = 'held'
  UNION ALL
  SELECT 'rows-to-mend', 'partner', q.agency, q.source, q.delivery::text, count(DISTINCT (q.file, q."row"))::int, min(d.received_at)
  FROM intake.quarantine q JOIN intake.delivery d ON d.id = q.delivery WHERE q.state = 'open' GROUP BY q.agency, q.source, q.delivery
  UNION ALL
  SELECT 'audit-to-code', 'analyst', a.agency, NULL, a.agency, count(*)::int, min(a.drawn_at)
  FROM coding.audit_sample a WHERE NOT EXISTS (SELECT FROM coding.current_coding h WHERE h.submission = a.submission AND h.purpose = 'audit') GROUP BY a.agency
  UNION ALL
  SELECT 'to-re-code', 'analyst', h.agency, NULL, h.agency, count(DISTINCT h.submission)::int, (SELECT max(k.at) FROM coding.codebook_change k)
  FROM coding.current_coding h WHERE h.open
    AND NOT EXISTS (SELECT FROM coding.whole_coding w WHERE w.submission = h.submission AND w.purpose = h.purpose) GROUP BY h.agency
  UNION ALL
  SELECT 'cases-to-look-at', 'duty', g.agency, NULL, g.agency, count(*)::int, min(g.flagged_at)
  FROM coding.safeguarding g WHERE g.handled_at IS NULL GROUP BY g.agency;

-- What waits for one person and not for everybody of a role. A number and a kind, no words.
CREATE FUNCTION access.personal_waits(who uuid) RETURNS TABLE (kind text, agency text, subject text, many integer, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH me AS (SELECT a.id, a.name FROM access.account a WHERE a.id = who AND a.ended_at IS NULL)
  SELECT 'to-second', (SELECT min(h.agency) FROM access.role_held h JOIN access.proposal_kind k ON k.role = h.role AND k.kind = p.kind WHERE h.account_id = me.id),
    p.id::text, 1, p.proposed_at
  FROM me CROSS JOIN access.proposal p WHERE p.state = 'waiting' AND access.may_second(p, me.name)
  UNION ALL
  SELECT 'report-to-read', r.agency, r.id::text, 1, (SELECT max(e.at) FROM reports.event e WHERE e.report = r.id AND e.account <> me.name)
  FROM me JOIN reports.hand n ON n.account = me.name AND n.part = 'reader' JOIN reports.report r ON r.id = n.report
  WHERE r.digest IS NOT NULL AND n.signed IS DISTINCT FROM r.digest
  UNION ALL
  SELECT 'problems-to-answer', min(h.agency), 'problems', (SELECT count(*)::int FROM facts.problem p WHERE p.answered_at IS NULL),
    (SELECT min(p.at) FROM facts.problem p WHERE p.answered_at IS NULL)
  FROM me JOIN access.role_held h ON h.account_id = me.id AND h.role IN ('analyst', 'lead')
  WHERE EXISTS (SELECT FROM facts.problem p WHERE p.answered_at IS NULL) GROUP BY me.id
$$;
REVOKE EXECUTE ON FUNCTION access.personal_waits(uuid) FROM PUBLIC;
CREATE OR REPLACE FUNCTION access.waits_of(who uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'agency', w.agency, 'source', w.source, 'sourceName', w.name,
    'subject', w.subject, 'many', w.many, 'since', w.since) ORDER BY w.kind <> 'cases-to-look-at', w.since, w.kind, w.subject), '[]')
  FROM (
    SELECT w.kind, w.agency, w.source, w.subject, w.many, w.since, s.name
    FROM access.waiting w JOIN access.role_held h ON h.role = w.role AND h.agency = w.agency
    JOIN access.account a ON a.id = h.account_id LEFT JOIN intake.source s ON s.code = w.source
    WHERE h.account_id = who AND a.ended_at IS NULL
    UNION ALL
    SELECT p.kind, p.agency, NULL, p.subject, p.many, coalesce(p.since, now()), NULL FROM access.personal_waits(who) p
    ORDER BY since LIMIT 500) w
$$;
`;

export class MoreThatWaits0076 implements MigrationInterface {
  name = 'MoreThatWaits1700000000076';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(WAITING));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
