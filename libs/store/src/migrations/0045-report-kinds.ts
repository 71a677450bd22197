import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Reports of three kinds: a theme for a board, a consultation question by question, a ward for its councillors. The demonstration adopts
 * reports that its made-up officers wrote and read; a hub of real people never can.
 */
const KINDS = `
ALTER TABLE reports.report RENAME COLUMN theme TO subject;
ALTER TABLE reports.report ADD COLUMN kind text NOT NULL DEFAULT 'theme' CHECK (kind IN ('theme', 'consultation', 'ward'));
COMMENT ON COLUMN reports.report.subject IS 'Code of the theme, of the engagement (agency/key), or of the ward';
CREATE OR REPLACE FUNCTION reports.save(given jsonb, seen integer) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE held reports.report; g reports.report; made uuid;
BEGIN
  g := jsonb_populate_record(NULL::reports.report, given);
  IF NOT reports.may_write(g.agency) THEN RETURN NULL; END IF;
  SELECT * INTO held FROM reports.report r WHERE r.slug = g.slug FOR UPDATE;
  IF held.id IS NOT NULL AND held.agency <> g.agency THEN RAISE EXCEPTION 'the address is taken' USING ERRCODE = 'HB003'; END IF;
  IF held.version IS DISTINCT FROM seen THEN RAISE EXCEPTION 'saved by somebody else meanwhile' USING ERRCODE = 'HB001'; END IF;
  IF g.corrects IS NOT NULL AND NOT EXISTS (SELECT FROM reports.report r WHERE r.id = g.corrects AND r.agency = g.agency AND r.release_at <= now()) THEN
    RAISE EXCEPTION 'only a released report is corrected' USING ERRCODE = 'HB003'; END IF;
  INSERT INTO reports.report AS r (agency, slug, title, kind, subject, for_whom, edition, texts, corrects)
    VALUES (g.agency, g.slug, g.title, g.kind, g.subject, g.for_whom, g.edition, g.texts, g.corrects)
    ON CONFLICT (slug) DO UPDATE SET title = excluded.title, kind = excluded.kind, subject = excluded.subject, for_whom = excluded.for_whom, edition = excluded.edition,
      texts = excluded.texts, version = r.version + 1, proposed = NULL, digest = NULL, release_at = NULL
    RETURNING r.id INTO made;
  INSERT INTO reports.hand (report, agency, account) VALUES (made, g.agency, access.session_account())
    ON CONFLICT (report, account) DO UPDATE SET part = 'author', signed = NULL, signed_at = NULL;
  PERFORM reports.log(made, 'saved');
  RETURN made;
END $$;
CREATE OR REPLACE FUNCTION facts.released_reports() RETURNS SETOF jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('id', r.id, 'slug', r.slug, 'agency', r.agency, 'title', r.title, 'kind', r.kind, 'subject', r.subject, 'forWhom', r.for_whom, 'edition', r.edition,
    'releasedAt', r.release_at, 'digest', r.digest, 'correctedBy', (SELECT c.slug FROM reports.report c WHERE c.corrects = r.id AND c.release_at <= now() ORDER BY c.release_at DESC LIMIT 1))
  FROM reports.report r WHERE r.release_at <= now() ORDER BY r.release_at DESC, r.slug
$$;
-- Made-up reports, of made-up officers: out at once. False where the address is taken already, or the hub's people are real.
CREATE FUNCTION reports.adopt(given jsonb, content jsonb, mark text, authors text[], readers text[]) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE g reports.report; made uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM facts.setting s WHERE s.name = 'synthetic' AND s.value = 'true') THEN RETURN false; END IF;
  g := jsonb_populate_record(NULL::reports.report, given);
  INSERT INTO reports.report (agency, slug, title, kind, subject, for_whom, edition, texts, proposed, digest, release_at)
    VALUES (g.agency, g.slug, g.title, g.kind, g.subject, g.for_whom, g.edition, g.texts, content, mark, now()) ON CONFLICT (slug) DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN RETURN false; END IF;
  INSERT INTO reports.hand (report, agency, account) SELECT made, g.agency, unnest(authors);
  INSERT INTO reports.hand (report, agency, account, part, signed, signed_at) SELECT made, g.agency, unnest(readers), 'reader', mark, now();
  INSERT INTO reports.event (report, agency, account, what) SELECT made, g.agency, unnest(authors), 'saved';
  INSERT INTO reports.event (report, agency, account, what) SELECT made, g.agency, unnest(readers), 'signed ' || left(mark, 8);
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION reports.adopt(jsonb, jsonb, text, text[], text[]) FROM PUBLIC;
GRANT USAGE ON SCHEMA reports TO hub_worker;
GRANT EXECUTE ON FUNCTION reports.adopt(jsonb, jsonb, text, text[], text[]) TO hub_worker;
-- What a resident says by a code of their answer is no figure: its answer is never told in public.
CREATE OR REPLACE FUNCTION facts.problems_told() RETURNS TABLE (id bigint, figure text, answer text, answered_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.id, p.figure, p.answer, p.answered_at FROM facts.problem p WHERE p.told AND p.answer IS NOT NULL AND p.figure NOT LIKE 'submission/%' ORDER BY p.answered_at DESC, p.id DESC LIMIT 100
$$;
`;

export class ReportKinds0045 implements MigrationInterface {
  name = 'ReportKinds1700000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(KINDS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
