import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Who has a hand in a report before its minute: a list of reports tells no words of any, so that what is read is opened and written down; proposing
 * and setting the minute are an author's. Once it is out, it tells in which parts and from which agencies it was seen before, and no name; nobody
 * is asked to read it any more, or signs, and what accounts become afterwards changes nothing of that.
 *
 * An agency's drafts have addresses of their own: a guessed one is saved as any other, whoever else waits with a report there. At its minute the first
 * that is out holds the address; another agency's, out later, has its agency's code behind a stop, which no address that is written holds.
 */
const FUNCTIONS = `
ALTER TABLE reports.report DROP CONSTRAINT report_slug_key, ADD UNIQUE (agency, slug);
CREATE FUNCTION reports.address(wanted uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE WHEN r.release_at <= now() AND EXISTS (SELECT FROM reports.report o WHERE o.slug = r.slug AND o.id <> r.id AND o.release_at <= now()
      AND (o.release_at, o.id) < (r.release_at, r.id)) THEN r.slug || '.' || r.agency ELSE r.slug END
  FROM reports.report r WHERE r.id = wanted
$$;
CREATE OR REPLACE FUNCTION reports.document(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT to_jsonb(r) || jsonb_build_object('slug', reports.address(r.id), 'released', coalesce(r.release_at <= now(), false),
    'hands', (SELECT coalesce(jsonb_agg(jsonb_build_object('account', h.account, 'part', h.part, 'signedAt', h.signed_at, 'signs', h.signed = r.digest) ORDER BY h.part, h.account), '[]')
      FROM reports.hand h WHERE h.report = r.id),
    'events', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'account', e.account, 'what', e.what) ORDER BY e.id DESC), '[]') FROM reports.event e WHERE e.report = r.id))
  FROM reports.report r WHERE r.id = wanted
$$;
CREATE OR REPLACE FUNCTION reports.save(given jsonb, seen integer) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE held reports.report; g reports.report; made uuid;
BEGIN
  g := jsonb_populate_record(NULL::reports.report, given);
  IF NOT reports.may_write(g.agency) THEN RETURN NULL; END IF;
  SELECT * INTO held FROM reports.report r WHERE r.slug = g.slug AND r.agency = g.agency FOR UPDATE;
  IF held.version IS DISTINCT FROM seen THEN RAISE EXCEPTION 'saved by somebody else meanwhile' USING ERRCODE = 'HB001'; END IF;
  -- Of another agency's reports those that are out alone are known.
  IF held.id IS NULL AND EXISTS (SELECT FROM reports.report r WHERE r.slug = g.slug AND r.release_at <= now()) THEN
    RAISE EXCEPTION 'a released report has this address' USING ERRCODE = 'HB003'; END IF;
  IF g.corrects IS NOT NULL AND NOT EXISTS (SELECT FROM reports.report r WHERE r.id = g.corrects AND r.agency = g.agency AND r.release_at <= now()) THEN
    RAISE EXCEPTION 'only a released report is corrected' USING ERRCODE = 'HB003'; END IF;
  INSERT INTO reports.report AS r (agency, slug, title, kind, subject, for_whom, edition, texts, corrects)
    VALUES (g.agency, g.slug, g.title, g.kind, g.subject, g.for_whom, g.edition, g.texts, g.corrects)
    ON CONFLICT (agency, slug) DO UPDATE SET title = excluded.title, kind = excluded.kind, subject = excluded.subject, for_whom = excluded.for_whom, edition = excluded.edition,
      texts = excluded.texts, version = r.version + 1, proposed = NULL, digest = NULL, release_at = NULL
    RETURNING r.id INTO made;
  INSERT INTO reports.hand (report, agency, account) VALUES (made, g.agency, access.session_account())
    ON CONFLICT (report, account) DO UPDATE SET part = 'author', signed = NULL, signed_at = NULL;
  PERFORM reports.log(made, 'saved');
  RETURN made;
END $$;
CREATE OR REPLACE FUNCTION reports.adopt(given jsonb, content jsonb, mark text, authors text[], readers text[]) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE g reports.report; made uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM facts.setting s WHERE s.name = 'synthetic' AND s.value = 'true') THEN RETURN false; END IF;
  g := jsonb_populate_record(NULL::reports.report, given);
  INSERT INTO reports.report (agency, slug, title, kind, subject, for_whom, edition, texts, proposed, digest, release_at)
    VALUES (g.agency, g.slug, g.title, g.kind, g.subject, g.for_whom, g.edition, g.texts, content, mark, now()) ON CONFLICT (agency, slug) DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN RETURN false; END IF;
  INSERT INTO reports.hand (report, agency, account) SELECT made, g.agency, unnest(authors);
  INSERT INTO reports.hand (report, agency, account, part, signed, signed_at) SELECT made, g.agency, unnest(readers), 'reader', mark, now();
  INSERT INTO reports.event (report, agency, account, what) SELECT made, g.agency, unnest(authors), 'saved';
  INSERT INTO reports.event (report, agency, account, what) SELECT made, g.agency, unnest(readers), 'signed ' || left(mark, 8);
  RETURN true;
END $$;
CREATE OR REPLACE FUNCTION facts.released_reports() RETURNS SETOF jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('id', r.id, 'slug', reports.address(r.id), 'agency', r.agency, 'title', r.title, 'kind', r.kind, 'subject', r.subject, 'forWhom', r.for_whom, 'edition', r.edition,
    'releasedAt', r.release_at, 'digest', r.digest, 'correctedBy', (SELECT reports.address(c.id) FROM reports.report c WHERE c.corrects = r.id AND c.release_at <= now() ORDER BY c.release_at DESC LIMIT 1))
  FROM reports.report r WHERE r.release_at <= now() ORDER BY r.release_at DESC, r.slug, r.agency
$$;
-- Its content says the address at which it is.
CREATE OR REPLACE FUNCTION facts.released_report(wanted text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT r.proposed || jsonb_build_object('slug', wanted) FROM reports.report r WHERE r.slug = split_part(wanted, '.', 1) AND r.release_at <= now() AND reports.address(r.id) = wanted
$$;
CREATE OR REPLACE FUNCTION reports.own() RETURNS SETOF jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT reports.document(r.id) - 'events' - 'proposed' - 'texts' FROM reports.report r WHERE reports.may_read(r.id) ORDER BY coalesce(r.release_at, now()) DESC, r.slug
$$;
CREATE FUNCTION reports.is_author(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM reports.report r JOIN reports.hand h ON h.report = r.id
    WHERE r.id = wanted AND reports.may_write(r.agency) AND h.account = access.session_account() AND h.part = 'author')
$$;
CREATE OR REPLACE FUNCTION reports.propose(wanted uuid, content jsonb, mark text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE reports.report r SET proposed = content, digest = mark, release_at = NULL WHERE r.id = wanted AND reports.is_author(r.id);
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM reports.log(wanted, 'proposed ' || left(mark, 8));
  RETURN true;
END $$;
CREATE OR REPLACE FUNCTION reports.schedule(wanted uuid, minute timestamptz) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM reports.report r WHERE r.id = wanted AND reports.is_author(r.id) FOR UPDATE) THEN RETURN 'not-allowed'; END IF;
  IF reports.unread(wanted) IS NOT NULL THEN RETURN reports.unread(wanted); END IF;
  IF minute < now() THEN RETURN 'past'; END IF;
  UPDATE reports.report r SET release_at = minute WHERE r.id = wanted;
  PERFORM reports.log(wanted, 'to be released at ' || to_char(minute AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"'));
  PERFORM audit.note((SELECT r.agency FROM reports.report r WHERE r.id = wanted), 'report-scheduled', wanted::text, '{}');
  RETURN NULL;
END $$;
CREATE FUNCTION reports.is_out(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM reports.report r WHERE r.id = wanted AND r.release_at <= now())
$$;
CREATE OR REPLACE FUNCTION reports.invite(wanted uuid, who text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE r reports.report;
BEGIN
  SELECT * INTO r FROM reports.report x WHERE x.id = wanted AND reports.may_write(x.agency) AND NOT reports.is_out(x.id);
  IF r.id IS NULL OR NOT EXISTS (SELECT FROM access.account a JOIN access.role_held h ON h.account_id = a.id
      WHERE a.name = who AND a.ended_at IS NULL AND h.role IN ('lead', 'officer')) THEN RETURN false; END IF;
  INSERT INTO reports.hand (report, agency, account, part) VALUES (wanted, r.agency, who, 'reader') ON CONFLICT DO NOTHING;
  IF NOT EXISTS (SELECT FROM reports.hand h WHERE h.report = wanted AND h.account = who AND h.part = 'reader') THEN RETURN false; END IF;
  PERFORM reports.log(wanted, 'asked to read: ' || who);
  RETURN true;
END $$;
CREATE OR REPLACE FUNCTION reports.sign(wanted uuid, mark text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE reports.hand h SET signed = mark, signed_at = now() FROM reports.report r WHERE h.report = wanted AND r.id = wanted AND r.digest = mark
    AND h.account = access.session_account() AND h.part = 'reader' AND NOT reports.is_out(r.id);
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM reports.log(wanted, 'signed ' || left(mark, 8));
  RETURN true;
END $$;
-- For which agencies somebody wrote and read when it was: accounts change and end.
ALTER TABLE reports.event ADD COLUMN agencies text[];
CREATE FUNCTION reports.agencies_of_hand() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  NEW.agencies := ARRAY(SELECT DISTINCT o.agency FROM access.account a JOIN access.role_held o ON o.account_id = a.id
    WHERE a.name = NEW.account AND o.role IN ('lead', 'officer') ORDER BY o.agency);
  RETURN NEW;
END $$;
CREATE TRIGGER event_of_agencies BEFORE INSERT ON reports.event FOR EACH ROW EXECUTE FUNCTION reports.agencies_of_hand();
-- A line an account, without its name: its part, the agencies for which it wrote and read, and the days of the pre-release list.
CREATE FUNCTION facts.report_seen(wanted text) RETURNS TABLE (part text, agencies text[], first_on date, last_on date, signed_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(h.part, 'officer'),
    CASE WHEN h.part = 'author' THEN ARRAY[r.agency] ELSE ARRAY(SELECT DISTINCT x.agency FROM reports.event l, unnest(l.agencies) AS x(agency)
      WHERE l.report = r.id AND l.account = e.account ORDER BY x.agency) END,
    (min(e.at) AT TIME ZONE 'Europe/London')::date, (max(e.at) AT TIME ZONE 'Europe/London')::date, (max(h.signed_at) AT TIME ZONE 'Europe/London')::date
  FROM reports.report r JOIN reports.event e ON e.report = r.id LEFT JOIN reports.hand h ON h.report = r.id AND h.account = e.account
  WHERE reports.address(r.id) = wanted AND r.release_at <= now()
  GROUP BY e.account, h.part, r.id, r.agency ORDER BY coalesce(h.part, 'officer'), min(e.at), e.account
$$;
REVOKE EXECUTE ON FUNCTION reports.address(uuid), reports.is_author(uuid), reports.is_out(uuid), facts.report_seen(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.report_seen(text) TO hub_published;
`;

export class HandsOnReports0063 implements MigrationInterface {
  name = 'HandsOnReports1700000000063';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
