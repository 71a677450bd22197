import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * The audit by people: drawn at random and by what the coder says, each comment with its part of the chance. What a sample held until now was drawn at
 * random out of all there was.
 */
const AUDIT = `
ALTER TABLE coding.audit_sample ADD COLUMN drawn_for text NOT NULL DEFAULT 'random' CHECK (drawn_for IN ('random','yes','near','person')),
  ADD COLUMN wave integer NOT NULL DEFAULT 1;
CREATE TABLE coding.audit_chance (
  submission uuid PRIMARY KEY REFERENCES engagement.submission(id) ON DELETE CASCADE,
  agency text NOT NULL, chance double precision NOT NULL CHECK (chance > 0 AND chance <= 1)
);
COMMENT ON TABLE coding.audit_chance IS 'With which chance the audit would have drawn a comment, by any of its draws so far; also of comments that it did not draw';
${rowSecurity('coding.audit_chance', { worker: true })}
GRANT SELECT, INSERT, UPDATE, DELETE ON coding.audit_chance TO hub_worker;
INSERT INTO coding.audit_chance (submission, agency, chance)
  SELECT c.submission, c.agency, least(1, n.drawn::float8 / n.of_all) FROM coding.coded c, (
    SELECT (SELECT count(*) FROM coding.audit_sample) AS drawn, greatest(1, count(*)) AS of_all FROM coding.coded WHERE has_text AND NOT no_answer) n
  WHERE c.has_text AND NOT c.no_answer AND n.drawn > 0;
`;

/** What figures are corrected by, and what of the audit an edition was graded by: never public. */
const GRADES = `
ALTER TABLE coding.theme_grade ADD COLUMN agencies jsonb NOT NULL DEFAULT '{}', ADD COLUMN former jsonb, ADD COLUMN recoding integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN coding.theme_grade.former IS 'True share with its interval by the coder of the latest edition, of the same comments and the same audit; null where that is the same coder';
COMMENT ON COLUMN coding.theme_grade.recoding IS 'Codings that a change of the codebook left open';
CREATE TABLE coding.edition_grade (
  edition integer NOT NULL, theme text NOT NULL, codings integer NOT NULL, positives integer NOT NULL, audited_yes integer NOT NULL,
  PRIMARY KEY (edition, theme)
);
COMMENT ON TABLE coding.edition_grade IS 'Counts of the audit by which an edition was graded, so that a grade and its factor stay until five codings have moved';
GRANT SELECT, INSERT ON coding.edition_grade TO hub_worker;
DELETE FROM coding.share_basis;
`;

/**
 * Codings that a change of the codebook left open: a theme of theirs was split, and nobody has said which of its parts it is. They wait for a person, with
 * what the audit wants coded.
 */
const RECODING = `
CREATE FUNCTION coding.open_themes(given text[], book text, since integer) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE sure text[] := given; opened text[] := '{}'; step jsonb;
BEGIN
  FOR step IN SELECT k.mapping->'themes' FROM coding.codebook_change k WHERE k.codebook = book AND k.version > since ORDER BY k.version LOOP
    opened := opened || ARRAY(SELECT DISTINCT x FROM unnest(sure) s, jsonb_array_elements_text(coalesce(step->s, '[]')) x WHERE jsonb_array_length(step->s) > 1);
    sure := ARRAY(SELECT DISTINCT x FROM unnest(sure) s, jsonb_array_elements_text(coalesce(step->s, '[]')) x WHERE jsonb_array_length(step->s) = 1);
  END LOOP;
  RETURN ARRAY(SELECT DISTINCT o FROM unnest(opened) o WHERE NOT o = ANY (sure) ORDER BY 1);
END $$;
REVOKE EXECUTE ON FUNCTION coding.open_themes(text[], text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.open_themes(text[], text, integer) TO hub_workbench, hub_worker;
-- Codings that say it all in the codebook that people code by.
CREATE VIEW coding.whole_coding WITH (security_invoker = true) AS
  SELECT h.* FROM coding.current_coding h WHERE cardinality(coding.open_themes(h.themes, h.codebook, h.codebook_version)) = 0;
COMMENT ON VIEW coding.whole_coding IS 'Current codings of which no change of the codebook has left a theme open';
GRANT SELECT ON coding.whole_coding TO hub_workbench, hub_worker;
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
  FROM coding.current_coding h WHERE cardinality(coding.open_themes(h.themes, h.codebook, h.codebook_version)) > 0
    AND NOT EXISTS (SELECT FROM coding.whole_coding w WHERE w.submission = h.submission AND w.purpose = h.purpose) GROUP BY h.agency;
-- What is only worth while is no alarm, however long it waits.
CREATE OR REPLACE FUNCTION facts.oldest_for_a_person() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT extract(epoch FROM clock_timestamp() - min(w.since))::int FROM access.waiting w WHERE w.kind NOT IN ('audit-to-code', 'to-re-code')
$$;
`;

export class GradedFigures0049 implements MigrationInterface {
  name = 'GradedFigures1700000000049';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(AUDIT + GRADES + RECODING));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
