import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Who looks after what people say of their own answers: those of the agency that was told. An answer that was taken back waits for its leads; that
 * it was read wrong is seen and answered by no other agency, and may be said again once somebody has looked.
 */
const PROBLEMS = `
-- The agency to whose answer a note belongs; null where it is about a figure, or the answer is gone.
CREATE FUNCTION facts.agency_of_problem(figure text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.agency FROM engagement.submission s
  WHERE s.id = CASE WHEN figure ~ '^submission/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN substr(figure, 12)::uuid END
$$;
CREATE FUNCTION facts.session_reads_problem(figure text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE WHEN figure LIKE 'submission/%' THEN coalesce(facts.agency_of_problem(figure) = ANY (access.session_agencies('analyst', 'lead')), false)
    ELSE facts.session_reads_problems() END
$$;
CREATE OR REPLACE FUNCTION facts.problems() RETURNS SETOF facts.problem LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.problem p WHERE facts.session_reads_problems() AND facts.session_reads_problem(p.figure) ORDER BY p.answered_at IS NOT NULL, p.id DESC LIMIT 200
$$;
CREATE OR REPLACE FUNCTION facts.answer_problem(wanted bigint, said text, in_public boolean) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE facts.problem p SET answer = btrim(said), answered_by = access.session_account(), answered_at = now(), told = in_public
    WHERE p.id = wanted AND facts.session_reads_problem(p.figure);
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM audit.note(NULL, 'problem-answered', wanted::text, jsonb_build_object('public', in_public));
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION facts.agency_of_problem(text), facts.session_reads_problem(text) FROM PUBLIC;
`;

const SAYING = `
CREATE OR REPLACE FUNCTION facts.answer_says(code text, what text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE answer engagement.submission;
BEGIN
  SELECT s.* INTO answer FROM decisions.answer_code c JOIN engagement.submission s ON s.id = c.submission
    WHERE c.digest = decisions.code_digest(code) AND s.withdrawn_at IS NULL FOR UPDATE OF s;
  IF answer.id IS NULL THEN RETURN false; END IF;
  -- Said twice is said once, until somebody has looked.
  IF what = 'misread' AND EXISTS (SELECT FROM facts.problem p WHERE p.figure = 'submission/' || answer.id AND p.answered_at IS NULL) THEN RETURN true; END IF;
  INSERT INTO decisions.answer_word (submission, agency, said) VALUES (answer.id, answer.agency, what)
    ON CONFLICT (submission, said) DO UPDATE SET at = now();
  IF what = 'misread' THEN
    PERFORM facts.report_problem('submission/' || answer.id, 'Whoever said it says that it was read wrong.');
  ELSE
    UPDATE engagement.submission s SET withdrawn_at = now() WHERE s.id = answer.id;
    PERFORM facts.take_back_words(answer.id);
    INSERT INTO intake.outbox (job, payload) VALUES ('refresh', '{}');
  END IF;
  PERFORM audit.record('whoever holds the code', answer.agency, 'answer-' || what, answer.id::text, '{}');
  RETURN true;
END $$;
-- As in 0086; read wrong is what nobody has looked at since it was said.
CREATE OR REPLACE FUNCTION facts.answer_of(code text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('engagement', s.agency || '/' || s.engagement, 'channel', s.channel, 'saidOn', s.submitted_on,
    'heardOn', coalesce(s.heard_on, s.received_at::date), 'counted', n.submission IS NOT NULL, 'edition', n.edition,
    'readByPerson', EXISTS (SELECT FROM coding.human_coding h WHERE h.submission = s.id),
    'hasText', coalesce((SELECT d.has_text FROM coding.coded d WHERE d.submission = s.id), false), 'codedOn', s.coded_at::date,
    'themes', coalesce((SELECT jsonb_agg(DISTINCT x.theme) FROM coding.current_assignment x WHERE x.submission = s.id AND x.decision = 'assign'), '[]'),
    'ownThemes', coalesce((SELECT jsonb_agg(DISTINCT named->>'name') FROM engagement.answer a JOIN coding.answer_themes t ON t.answer = a.id
      JOIN facts.codebook b ON b.code = t.codebook AND b.edition = (SELECT max(e.number) FROM facts.edition e)
      CROSS JOIN LATERAL jsonb_array_elements(b.document->'themes') named
      WHERE a.submission = s.id AND b.edition > 0 AND named->>'code' = ANY (t.themes)), '[]'),
    'misread', EXISTS (SELECT FROM facts.problem p WHERE p.figure = 'submission/' || s.id AND p.answered_at IS NULL),
    'lookedAgainOn', (SELECT max(p.answered_at)::date FROM facts.problem p WHERE p.figure = 'submission/' || s.id))
  FROM decisions.answer_code c JOIN engagement.submission s ON s.id = c.submission LEFT JOIN engagement.counted n ON n.submission = s.id
  WHERE c.digest = decisions.code_digest(code) AND s.withdrawn_at IS NULL
$$;
`;

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
  FROM coding.safeguarding g WHERE g.handled_at IS NULL GROUP BY g.agency
  UNION ALL
  -- Gone with the submission: until it is erased its words are in the store and in the file that brought it.
  SELECT 'answers-to-erase', 'lead', w.agency, NULL, w.agency, count(*)::int, min(w.at)
  FROM decisions.answer_word w WHERE w.said = 'taken-back' GROUP BY w.agency;

CREATE OR REPLACE FUNCTION access.personal_waits(who uuid) RETURNS TABLE (kind text, agency text, subject text, many integer, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH me AS (SELECT a.id, a.name FROM access.account a WHERE a.id = who AND a.ended_at IS NULL)
  SELECT 'to-second', (SELECT min(h.agency) FROM access.role_held h JOIN access.proposal_kind k ON k.role = h.role AND k.kind = p.kind WHERE h.account_id = me.id),
    p.id::text, 1, p.proposed_at
  FROM me CROSS JOIN access.proposal p WHERE p.state = 'waiting' AND access.may_second(p, me.name)
  UNION ALL
  -- What is out is read and signed by nobody any more.
  SELECT 'report-to-read', r.agency, r.id::text, 1, (SELECT max(e.at) FROM reports.event e WHERE e.report = r.id AND e.account <> me.name)
  FROM me JOIN reports.hand n ON n.account = me.name AND n.part = 'reader' JOIN reports.report r ON r.id = n.report
  WHERE r.digest IS NOT NULL AND n.signed IS DISTINCT FROM r.digest AND NOT reports.is_out(r.id)
  UNION ALL
  SELECT 'problems-to-answer', min(h.agency), 'problems', count(DISTINCT p.id)::int, min(p.at)
  FROM me JOIN access.role_held h ON h.account_id = me.id AND h.role IN ('analyst', 'lead')
  JOIN facts.problem p ON p.answered_at IS NULL AND (p.figure NOT LIKE 'submission/%' OR facts.agency_of_problem(p.figure) = h.agency) GROUP BY me.id
$$;
`;

/** Whoever writes for the report's own agency too is no reader of another. */
const READERS = `
CREATE OR REPLACE FUNCTION reports.unread(wanted uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE r reports.report; many integer; elsewhere boolean;
BEGIN
  SELECT * INTO r FROM reports.report x WHERE x.id = wanted;
  IF r.digest IS NULL THEN RETURN 'not-proposed'; END IF;
  SELECT count(*), coalesce(bool_or(l.agencies <> '{}' AND r.agency <> ALL (l.agencies)), false) INTO many, elsewhere
    FROM reports.hand h CROSS JOIN LATERAL (SELECT ARRAY(SELECT o.agency FROM access.account a JOIN access.role_held o ON o.account_id = a.id
      WHERE a.name = h.account AND o.role IN ('lead', 'officer')) AS agencies) l
    WHERE h.report = wanted AND h.part = 'reader' AND h.signed = r.digest;
  IF many < 2 THEN RETURN 'two-readers'; END IF;
  IF NOT elsewhere AND EXISTS (SELECT FROM engagement.agency g WHERE g.code <> r.agency) THEN RETURN 'another-agency'; END IF;
  RETURN NULL;
END $$;
`;

export class AnswersLookedAfter0087 implements MigrationInterface {
  name = 'AnswersLookedAfter1700000000087';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(PROBLEMS + SAYING + WAITING + READERS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
