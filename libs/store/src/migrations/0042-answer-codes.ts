import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

const held = (...roles: string[]): string =>
  `agency = ANY ((SELECT access.session_agencies(${roles.map((role) => `'${role}'`).join(', ')}))::text[])`;

/**
 * By a code somebody finds what became of their answer. Of a code only a keyed hash is kept: NMAC of SHA-256 (Bellare, Canetti and
 * Krawczyk 1996) with two keys of the hub's own. Codes are told once, to the source that has the contact; a lost one can't be found again.
 */
const TABLES = `
INSERT INTO facts.setting (name, value)
  SELECT 'answer-code-keys', string_agg(replace(gen_random_uuid()::text, '-', ''), '') FROM generate_series(1, 4) ON CONFLICT DO NOTHING;
CREATE TABLE decisions.answer_code (
  agency text NOT NULL,
  digest bytea NOT NULL,
  submission uuid NOT NULL UNIQUE REFERENCES engagement.submission(id) ON DELETE CASCADE,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (agency, digest)
);
CREATE INDEX answer_code_digest ON decisions.answer_code (digest);
COMMENT ON TABLE decisions.answer_code IS 'Keyed hashes of the codes that were handed to people; goes with the submission';
CREATE TABLE decisions.answer_word (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  submission uuid NOT NULL REFERENCES engagement.submission(id) ON DELETE CASCADE,
  agency text NOT NULL,
  said text NOT NULL DEFAULT 'misread' CHECK (said IN ('misread', 'taken-back')),
  at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (submission, said)
);
COMMENT ON TABLE decisions.answer_word IS 'What whoever holds the code says of their own answer: it was read wrong, or is taken back';
${rowSecurity('decisions.answer_code', { worker: true, workbench: held('partner') })}
${rowSecurity('decisions.answer_word', { worker: true, workbench: held('lead', 'officer') })}
GRANT SELECT (submission, agency, made_at) ON decisions.answer_code TO hub_workbench;
GRANT SELECT ON decisions.answer_word TO hub_worker, hub_workbench;
`;

const FUNCTIONS = `
CREATE FUNCTION decisions.code_digest(code text) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT sha256(decode(left(s.value, 64), 'hex') || sha256(decode(right(s.value, 64), 'hex') || convert_to(code, 'UTF8')))
  FROM facts.setting s WHERE s.name = 'answer-code-keys'
$$;
-- Submissions of a delivery that have no code yet, in the order of their rows. By a partner of the agency.
CREATE FUNCTION decisions.without_code(wanted bigint) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT count(*)::int FROM engagement.submission s WHERE s.delivery = wanted AND s.withdrawn_at IS NULL
    AND s.agency = ANY (access.session_agencies('partner'))
    AND NOT EXISTS (SELECT FROM decisions.answer_code c WHERE c.submission = s.id)
$$;
-- Gives each of them one of the codes offered, and tells them this once.
CREATE FUNCTION decisions.put_codes(wanted bigint, codes text[], agencies text[]) RETURNS TABLE (file text, "row" integer, external_id text, code text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.answer-codes.' || wanted, 1));
  RETURN QUERY WITH open AS (
    SELECT s.id, s.agency, s.file, s."row", s.external_id, row_number() OVER (ORDER BY s.file, s."row", s.id) AS n FROM engagement.submission s
    WHERE s.delivery = wanted AND s.withdrawn_at IS NULL AND s.agency = ANY (agencies)
      AND NOT EXISTS (SELECT FROM decisions.answer_code c WHERE c.submission = s.id)),
  given AS (SELECT o.*, codes[o.n] AS code FROM open o WHERE o.n <= cardinality(codes)),
  kept AS (INSERT INTO decisions.answer_code (digest, submission, agency) SELECT decisions.code_digest(g.code), g.id, g.agency FROM given g RETURNING submission)
  SELECT g.file, g."row", g.external_id, g.code FROM given g JOIN kept k ON k.submission = g.id ORDER BY g.n;
END $$;
CREATE FUNCTION decisions.make_codes(wanted bigint, codes text[]) RETURNS TABLE (file text, "row" integer, external_id text, code text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM intake.delivery d WHERE d.id = wanted AND d.agency = ANY (access.session_agencies('partner'))) THEN RETURN; END IF;
  RETURN QUERY SELECT * FROM decisions.put_codes(wanted, codes, access.session_agencies('partner'));
  PERFORM audit.note((SELECT d.agency FROM intake.delivery d WHERE d.id = wanted), 'answer-codes-made', wanted::text, '{}');
END $$;
GRANT EXECUTE ON FUNCTION decisions.without_code(bigint), decisions.make_codes(bigint, text[]) TO hub_workbench;
GRANT EXECUTE ON FUNCTION decisions.put_codes(bigint, text[], text[]) TO hub_worker;

-- What became of one answer: no word of it, no name, no place. Null for a wrong code and for an answer that was taken back or erased alike.
CREATE FUNCTION facts.answer_of(code text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('engagement', s.agency || '/' || s.engagement, 'channel', s.channel, 'saidOn', s.submitted_on, 'heardOn', s.received_at::date,
    'counted', s.linked_at IS NOT NULL, 'readByPerson', EXISTS (SELECT FROM coding.human_coding h WHERE h.submission = s.id),
    'hasText', coalesce((SELECT d.has_text FROM coding.coded d WHERE d.submission = s.id), false), 'codedOn', s.coded_at::date,
    'themes', coalesce((SELECT jsonb_agg(DISTINCT x.theme) FROM coding.current_assignment x WHERE x.submission = s.id AND x.decision = 'assign'), '[]'),
    'edition', (SELECT min(e.number) FROM facts.edition e WHERE e.number > 0 AND e.published_at >= s.received_at AND s.linked_at IS NOT NULL),
    'misread', EXISTS (SELECT FROM decisions.answer_word w WHERE w.submission = s.id AND w.said = 'misread'))
  FROM decisions.answer_code c JOIN engagement.submission s ON s.id = c.submission
  WHERE c.digest = decisions.code_digest(code) AND s.withdrawn_at IS NULL
$$;
-- Whoever holds the code says that it was read wrong, or takes it back: it is withdrawn at once, and counts in no later edition.
CREATE FUNCTION facts.answer_says(code text, what text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
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
    INSERT INTO intake.outbox (job, payload) VALUES ('refresh', '{}');
  END IF;
  PERFORM audit.record('whoever holds the code', answer.agency, 'answer-' || what, answer.id::text, '{}');
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION facts.answer_of(text), facts.answer_says(text, text) TO hub_published;
REVOKE EXECUTE ON FUNCTION decisions.code_digest(text), decisions.without_code(bigint), decisions.put_codes(bigint, text[], text[]), decisions.make_codes(bigint, text[]),
  facts.answer_of(text), facts.answer_says(text, text) FROM PUBLIC;
`;

export class AnswerCodes0042 implements MigrationInterface {
  name = 'AnswerCodes1700000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
