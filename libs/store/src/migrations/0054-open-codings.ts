import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What a change of the codebook left open of people's codings moves with such a change alone: it is worked out then and kept beside each coding, not
 * asked of each of them by every page of the workbench.
 */
const KEPT = `
ALTER TABLE coding.human_coding ADD COLUMN open boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN coding.human_coding.open IS 'A change of the codebook since has left a theme open: kept by triggers';
CREATE FUNCTION coding.open_by_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE coding.human_coding h SET open = NOT h.open WHERE h.codebook = NEW.codebook
    AND h.open <> (cardinality(coding.open_themes(h.themes, h.codebook, h.codebook_version)) > 0);
  RETURN NULL;
END $$;
CREATE TRIGGER change_opens_codings AFTER INSERT ON coding.codebook_change FOR EACH ROW EXECUTE FUNCTION coding.open_by_change();
CREATE FUNCTION coding.open_from_the_start() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  NEW.open := cardinality(coding.open_themes(NEW.themes, NEW.codebook, NEW.codebook_version)) > 0;
  RETURN NEW;
END $$;
CREATE TRIGGER coding_may_be_open BEFORE INSERT ON coding.human_coding FOR EACH ROW EXECUTE FUNCTION coding.open_from_the_start();
REVOKE EXECUTE ON FUNCTION coding.open_by_change(), coding.open_from_the_start() FROM PUBLIC;
UPDATE coding.human_coding h SET open = true WHERE cardinality(coding.open_themes(h.themes, h.codebook, h.codebook_version)) > 0;
CREATE OR REPLACE VIEW coding.current_coding WITH (security_invoker = true) AS
  SELECT h.* FROM coding.human_coding h
  WHERE h.outcome <> 'withdrawn' AND h.outdated_at IS NULL AND NOT EXISTS (SELECT FROM coding.human_coding later WHERE later.supersedes = h.id);
CREATE OR REPLACE VIEW coding.whole_coding WITH (security_invoker = true) AS SELECT h.* FROM coding.current_coding h WHERE NOT h.open;
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
    AND NOT EXISTS (SELECT FROM coding.whole_coding w WHERE w.submission = h.submission AND w.purpose = h.purpose) GROUP BY h.agency;
`;

export class OpenCodings0054 implements MigrationInterface {
  name = 'OpenCodings1700000000054';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(KEPT + WAITING));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
