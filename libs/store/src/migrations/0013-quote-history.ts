import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * An edition keeps a quote as it was released then. What was released of a submission is remembered as a hash, also when the
 * words are replaced or the submission is, so that erasure takes back every wording from every edition.
 */
const HISTORY = `
CREATE TABLE coding.quote_history (
  submission uuid NOT NULL, agency text NOT NULL, digest bytea NOT NULL,
  PRIMARY KEY (submission, digest)
);
CREATE INDEX quote_history_digest ON coding.quote_history (digest);
COMMENT ON TABLE coding.quote_history IS 'SHA-256 of every wording that was ever released of a submission; goes when its person is erased';
GRANT SELECT, DELETE ON coding.quote_history TO hub_worker;
${rowSecurity('coding.quote_history', { worker: true })}
INSERT INTO coding.quote_history (submission, agency, digest)
  SELECT q.submission, q.agency, sha256(convert_to(q.text, 'UTF8')) FROM coding.released_quote q;

CREATE FUNCTION coding.remember_quote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO coding.quote_history (submission, agency, digest) VALUES (NEW.submission, NEW.agency, sha256(convert_to(NEW.text, 'UTF8'))) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION coding.remember_quote() FROM PUBLIC;
CREATE TRIGGER quote_remembered AFTER INSERT OR UPDATE ON coding.released_quote FOR EACH ROW EXECUTE FUNCTION coding.remember_quote();

-- As before, but for quotes: taken by the hash of any wording ever released ([{"agency", "digest": hexadecimal}]). A quote that no
-- history knows was replaced before there was a history: it goes where it stands under agency, theme and ward of one of these submissions.
CREATE OR REPLACE FUNCTION facts.cut_loose(submissions bigint[], quotes jsonb) RETURNS integer[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE cut integer[]; quoted integer[];
BEGIN
  PERFORM set_config('hub.cutting_loose', 'yes', true);
  WITH known AS MATERIALIZED (
    SELECT w.agency, decode(w.digest, 'hex') AS digest FROM jsonb_to_recordset(coalesce(quotes, '[]')) AS w(agency text, digest text)),
  emptied AS (
    UPDATE facts.quote q SET text = '' WHERE q.edition > 0 AND q.text <> '' AND (
      EXISTS (SELECT FROM known w WHERE w.agency = q.agency AND w.digest = sha256(convert_to(q.text, 'UTF8')))
      OR NOT EXISTS (SELECT FROM coding.quote_history h WHERE h.agency = q.agency AND h.digest = sha256(convert_to(q.text, 'UTF8')))
        AND EXISTS (SELECT FROM facts.fact f WHERE f.edition = q.edition AND f.submission_key = ANY (submissions)
          AND f.agency = q.agency AND f.theme = q.theme AND f.ward = q.ward))
    RETURNING q.edition)
  SELECT array_agg(edition) INTO quoted FROM emptied;
  CREATE TEMP TABLE cut_person ON COMMIT DROP AS
    SELECT f.edition, f.person_key AS old, facts.fresh_key(f.person_key) AS new
    FROM (SELECT DISTINCT edition, person_key FROM facts.fact WHERE edition > 0 AND submission_key = ANY (submissions)) f;
  CREATE TEMP TABLE cut_submission ON COMMIT DROP AS
    SELECT x.edition, x.old, facts.fresh_key(x.old) AS new
    FROM (SELECT DISTINCT f.edition, f.submission_key AS old FROM facts.fact f JOIN pg_temp.cut_person p ON p.edition = f.edition AND p.old = f.person_key) x;
  CREATE TEMP TABLE cut_argument ON COMMIT DROP AS
    SELECT x.edition, x.old, facts.fresh_key(x.old) AS new FROM (
      SELECT f.edition, f.argument_key AS old FROM facts.fact f LEFT JOIN pg_temp.cut_person p ON p.edition = f.edition AND p.old = f.person_key
      WHERE f.edition > 0 AND f.argument_key IS NOT NULL AND f.edition IN (SELECT c.edition FROM pg_temp.cut_person c)
      GROUP BY f.edition, f.argument_key HAVING bool_and(p.old IS NOT NULL)) x;
  UPDATE facts.fact f SET person_key = p.new,
    submission_key = (SELECT s.new FROM pg_temp.cut_submission s WHERE s.edition = f.edition AND s.old = f.submission_key),
    argument_key = coalesce((SELECT a.new FROM pg_temp.cut_argument a WHERE a.edition = f.edition AND a.old = f.argument_key), f.argument_key)
  FROM pg_temp.cut_person p WHERE p.edition = f.edition AND p.old = f.person_key;
  SELECT coalesce(array_agg(DISTINCT e ORDER BY e), '{}') INTO cut FROM (SELECT edition AS e FROM pg_temp.cut_person UNION SELECT unnest(quoted)) x;
  DROP TABLE pg_temp.cut_person, pg_temp.cut_submission, pg_temp.cut_argument;
  PERFORM set_config('hub.cutting_loose', '', true);
  RETURN cut;
END $$;
`;

export class QuoteHistory0013 implements MigrationInterface {
  name = 'QuoteHistory1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(HISTORY));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
