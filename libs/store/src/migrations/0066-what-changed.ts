import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What whoever spoke may know of what came of it: how a public decision read before, and whether a person has looked again at an answer that
 * was said to be read wrong. Who takes an answer back takes its released words back too, at once: nobody has to erase anything first.
 */
const FUNCTIONS = `
-- How a decision that is public now read at each saving at which it was public, the earliest first. Who saved it is no part of it.
CREATE FUNCTION facts.decision_versions(wanted uuid) RETURNS TABLE (at timestamptz, document jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT v.at, v.document - 'saved_by' FROM decisions.version v JOIN decisions.decision d ON d.id = v.decision AND d.public
  WHERE v.decision = wanted AND (v.document->>'public')::boolean ORDER BY v.number
$$;
CREATE OR REPLACE FUNCTION facts.answer_of(code text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('engagement', s.agency || '/' || s.engagement, 'channel', s.channel, 'saidOn', s.submitted_on, 'heardOn', s.received_at::date,
    'counted', s.linked_at IS NOT NULL, 'readByPerson', EXISTS (SELECT FROM coding.human_coding h WHERE h.submission = s.id),
    'hasText', coalesce((SELECT d.has_text FROM coding.coded d WHERE d.submission = s.id), false), 'codedOn', s.coded_at::date,
    'themes', coalesce((SELECT jsonb_agg(DISTINCT x.theme) FROM coding.current_assignment x WHERE x.submission = s.id AND x.decision = 'assign'), '[]'),
    'edition', (SELECT min(e.number) FROM facts.edition e WHERE e.number > 0 AND e.published_at >= s.received_at AND s.linked_at IS NOT NULL),
    'misread', EXISTS (SELECT FROM decisions.answer_word w WHERE w.submission = s.id AND w.said = 'misread'),
    'lookedAgainOn', (SELECT max(p.answered_at)::date FROM facts.problem p WHERE p.figure = 'submission/' || s.id))
  FROM decisions.answer_code c JOIN engagement.submission s ON s.id = c.submission
  WHERE c.digest = decisions.code_digest(code) AND s.withdrawn_at IS NULL
$$;
-- Words of a submission that were ever released go from every edition, and are released no more. Its count stays, and the row of a quote, empty.
CREATE FUNCTION facts.take_back_words(wanted uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE released bigint;
BEGIN
  PERFORM set_config('hub.cutting_loose', 'yes', true);
  WITH gone AS (DELETE FROM coding.quote_history h WHERE h.submission = wanted RETURNING h.agency, h.digest),
  emptied AS (UPDATE facts.quote q SET text = '' FROM gone g
    WHERE q.edition > 0 AND q.text <> '' AND q.agency = g.agency AND sha256(convert_to(q.text, 'UTF8')) = g.digest)
  SELECT count(*) INTO released FROM gone;
  PERFORM set_config('hub.cutting_loose', '', true);
  IF released > 0 THEN PERFORM facts.take_words_out(); END IF;
  DELETE FROM coding.released_quote r WHERE r.submission = wanted;
END $$;
CREATE OR REPLACE FUNCTION facts.answer_says(code text, what text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE answer engagement.submission;
BEGIN
  SELECT s.* INTO answer FROM decisions.answer_code c JOIN engagement.submission s ON s.id = c.submission
    WHERE c.digest = decisions.code_digest(code) AND s.withdrawn_at IS NULL FOR UPDATE OF s;
  IF answer.id IS NULL THEN RETURN false; END IF;
  INSERT INTO decisions.answer_word (submission, agency, said) VALUES (answer.id, answer.agency, what) ON CONFLICT DO NOTHING;
  -- Said twice is said once.
  IF NOT FOUND THEN RETURN true; END IF;
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
REVOKE EXECUTE ON FUNCTION facts.decision_versions(uuid), facts.take_back_words(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.decision_versions(uuid) TO hub_published;
-- Of answers that were taken back before, too.
SELECT facts.take_back_words(w.submission) FROM decisions.answer_word w WHERE w.said = 'taken-back';
`;

export class WhatChanged0066 implements MigrationInterface {
  name = 'WhatChanged1700000000066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
