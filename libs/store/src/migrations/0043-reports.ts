import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * The report room. A report is written, then proposed with its content fixed, read and signed by two people who did not write it, one of
 * another agency where there is one, and given a minute. From that minute on it is public: nobody releases it, the clock does.
 */
const TABLES = `
CREATE TABLE reports.report (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  agency text NOT NULL REFERENCES engagement.agency(code),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  title text NOT NULL, theme text NOT NULL, for_whom text NOT NULL,
  edition integer NOT NULL REFERENCES facts.edition(number) CHECK (edition > 0),
  texts jsonb NOT NULL,
  corrects uuid REFERENCES reports.report(id),
  version integer NOT NULL DEFAULT 1,
  -- What readers read, once it is proposed: fixed until something is saved.
  proposed jsonb, digest text,
  release_at timestamptz,
  CHECK (release_at IS NULL OR digest IS NOT NULL)
);
CREATE TABLE reports.hand (
  report uuid NOT NULL REFERENCES reports.report(id), agency text NOT NULL,
  account text NOT NULL,
  part text NOT NULL DEFAULT 'author' CHECK (part IN ('author', 'reader')),
  signed text, signed_at timestamptz,
  PRIMARY KEY (report, account)
);
COMMENT ON TABLE reports.hand IS 'Who wrote a report, and who reads it before release; what a reader signed is the digest of what was proposed';
CREATE TABLE reports.event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report uuid NOT NULL REFERENCES reports.report(id), agency text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(), account text NOT NULL, what text NOT NULL
);
COMMENT ON TABLE reports.event IS 'The pre-release list: every saving, opening, signature and minute, by whom and when';
CREATE FUNCTION reports.stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.release_at IS NOT NULL AND OLD.release_at <= now() THEN RAISE EXCEPTION 'a released report never changes' USING ERRCODE = 'HB002'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER report_stays BEFORE UPDATE OR DELETE ON reports.report FOR EACH ROW EXECUTE FUNCTION reports.stays();
CREATE FUNCTION reports.no_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the pre-release list is never changed'; END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reports.event EXECUTE FUNCTION reports.no_change();
${['report', 'hand', 'event'].map((table) => rowSecurity(`reports.${table}`, {})).join('\n')}
`;

const FUNCTIONS = `
CREATE FUNCTION reports.may_write(which text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(which = ANY (access.session_agencies('lead', 'officer')), false)
$$;
CREATE FUNCTION reports.may_read(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM reports.report r WHERE r.id = wanted AND (reports.may_write(r.agency)
    OR EXISTS (SELECT FROM reports.hand h WHERE h.report = r.id AND h.account = access.session_account())))
$$;
CREATE FUNCTION reports.log(wanted uuid, what text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO reports.event (report, agency, account, what) SELECT r.id, r.agency, coalesce(access.session_account(), 'hub'), what FROM reports.report r WHERE r.id = wanted
$$;
CREATE FUNCTION reports.document(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT to_jsonb(r) || jsonb_build_object('released', coalesce(r.release_at <= now(), false),
    'hands', (SELECT coalesce(jsonb_agg(jsonb_build_object('account', h.account, 'part', h.part, 'signedAt', h.signed_at, 'signs', h.signed = r.digest) ORDER BY h.part, h.account), '[]')
      FROM reports.hand h WHERE h.report = r.id),
    'events', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'account', e.account, 'what', e.what) ORDER BY e.id DESC), '[]') FROM reports.event e WHERE e.report = r.id))
  FROM reports.report r WHERE r.id = wanted
$$;
CREATE FUNCTION reports.own() RETURNS SETOF jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT reports.document(r.id) - 'events' - 'proposed' FROM reports.report r WHERE reports.may_read(r.id) ORDER BY coalesce(r.release_at, now()) DESC, r.slug
$$;
-- Opening a report that is not out yet is written down.
CREATE FUNCTION reports.open(wanted uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT reports.may_read(wanted) THEN RETURN NULL; END IF;
  PERFORM reports.log(wanted, 'opened') FROM reports.report r WHERE r.id = wanted AND NOT coalesce(r.release_at <= now(), false);
  RETURN reports.document(wanted);
END $$;
-- Saved by an author: what was proposed, its signatures and its minute fall away. Null where the agency is not the session's.
CREATE FUNCTION reports.save(given jsonb, seen integer) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE held reports.report; g reports.report; made uuid;
BEGIN
  g := jsonb_populate_record(NULL::reports.report, given);
  IF NOT reports.may_write(g.agency) THEN RETURN NULL; END IF;
  SELECT * INTO held FROM reports.report r WHERE r.slug = g.slug FOR UPDATE;
  IF held.id IS NOT NULL AND held.agency <> g.agency THEN RAISE EXCEPTION 'the address is taken' USING ERRCODE = 'HB003'; END IF;
  IF held.version IS DISTINCT FROM seen THEN RAISE EXCEPTION 'saved by somebody else meanwhile' USING ERRCODE = 'HB001'; END IF;
  IF g.corrects IS NOT NULL AND NOT EXISTS (SELECT FROM reports.report r WHERE r.id = g.corrects AND r.agency = g.agency AND r.release_at <= now()) THEN
    RAISE EXCEPTION 'only a released report is corrected' USING ERRCODE = 'HB003'; END IF;
  INSERT INTO reports.report AS r (agency, slug, title, theme, for_whom, edition, texts, corrects) VALUES (g.agency, g.slug, g.title, g.theme, g.for_whom, g.edition, g.texts, g.corrects)
    ON CONFLICT (slug) DO UPDATE SET title = excluded.title, theme = excluded.theme, for_whom = excluded.for_whom, edition = excluded.edition, texts = excluded.texts,
      version = r.version + 1, proposed = NULL, digest = NULL, release_at = NULL
    RETURNING r.id INTO made;
  INSERT INTO reports.hand (report, agency, account) VALUES (made, g.agency, access.session_account())
    ON CONFLICT (report, account) DO UPDATE SET part = 'author', signed = NULL, signed_at = NULL;
  PERFORM reports.log(made, 'saved');
  RETURN made;
END $$;
-- Somebody is asked to read: an account that may write reports of some agency, and did not write this one.
CREATE FUNCTION reports.invite(wanted uuid, who text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE r reports.report;
BEGIN
  SELECT * INTO r FROM reports.report x WHERE x.id = wanted AND reports.may_write(x.agency);
  IF r.id IS NULL OR NOT EXISTS (SELECT FROM access.account a JOIN access.role_held h ON h.account_id = a.id
      WHERE a.name = who AND a.ended_at IS NULL AND h.role IN ('lead', 'officer')) THEN RETURN false; END IF;
  INSERT INTO reports.hand (report, agency, account, part) VALUES (wanted, r.agency, who, 'reader') ON CONFLICT DO NOTHING;
  IF NOT EXISTS (SELECT FROM reports.hand h WHERE h.report = wanted AND h.account = who AND h.part = 'reader') THEN RETURN false; END IF;
  PERFORM reports.log(wanted, 'asked to read: ' || who);
  RETURN true;
END $$;
-- The content is fixed for its readers.
CREATE FUNCTION reports.propose(wanted uuid, content jsonb, mark text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE reports.report r SET proposed = content, digest = mark, release_at = NULL WHERE r.id = wanted AND reports.may_write(r.agency);
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM reports.log(wanted, 'proposed ' || left(mark, 8));
  RETURN true;
END $$;
CREATE FUNCTION reports.sign(wanted uuid, mark text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE reports.hand h SET signed = mark, signed_at = now() FROM reports.report r
    WHERE h.report = wanted AND r.id = wanted AND r.digest = mark AND h.account = access.session_account() AND h.part = 'reader';
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM reports.log(wanted, 'signed ' || left(mark, 8));
  RETURN true;
END $$;
-- What keeps a report from its minute; null where nothing does.
CREATE FUNCTION reports.unread(wanted uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE r reports.report; many integer; elsewhere boolean;
BEGIN
  SELECT * INTO r FROM reports.report x WHERE x.id = wanted;
  IF r.digest IS NULL THEN RETURN 'not-proposed'; END IF;
  SELECT count(*), coalesce(bool_or(EXISTS (SELECT FROM access.account a JOIN access.role_held o ON o.account_id = a.id
      WHERE a.name = h.account AND o.role IN ('lead', 'officer') AND o.agency <> r.agency)), false) INTO many, elsewhere
    FROM reports.hand h WHERE h.report = wanted AND h.part = 'reader' AND h.signed = r.digest;
  IF many < 2 THEN RETURN 'two-readers'; END IF;
  IF NOT elsewhere AND EXISTS (SELECT FROM engagement.agency g WHERE g.code <> r.agency) THEN RETURN 'another-agency'; END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION reports.schedule(wanted uuid, minute timestamptz) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM reports.report r WHERE r.id = wanted AND reports.may_write(r.agency) FOR UPDATE) THEN RETURN 'not-allowed'; END IF;
  IF reports.unread(wanted) IS NOT NULL THEN RETURN reports.unread(wanted); END IF;
  IF minute < now() THEN RETURN 'past'; END IF;
  UPDATE reports.report r SET release_at = minute WHERE r.id = wanted;
  PERFORM reports.log(wanted, 'to be released at ' || to_char(minute AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"'));
  PERFORM audit.note((SELECT r.agency FROM reports.report r WHERE r.id = wanted), 'report-scheduled', wanted::text, '{}');
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION reports.own(), reports.open(uuid), reports.save(jsonb, integer), reports.invite(uuid, text), reports.propose(uuid, jsonb, text),
  reports.sign(uuid, text), reports.unread(uuid), reports.schedule(uuid, timestamptz) TO hub_workbench;

-- Public from its minute on, by this database's clock; one that a later one corrects says so from that one's minute on.
CREATE FUNCTION facts.released_reports() RETURNS SETOF jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('id', r.id, 'slug', r.slug, 'agency', r.agency, 'title', r.title, 'theme', r.theme, 'forWhom', r.for_whom, 'edition', r.edition,
    'releasedAt', r.release_at, 'digest', r.digest, 'correctedBy', (SELECT c.slug FROM reports.report c WHERE c.corrects = r.id AND c.release_at <= now() ORDER BY c.release_at DESC LIMIT 1))
  FROM reports.report r WHERE r.release_at <= now() ORDER BY r.release_at DESC, r.slug
$$;
CREATE FUNCTION facts.released_report(wanted text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT r.proposed FROM reports.report r WHERE r.slug = wanted AND r.release_at <= now()
$$;
GRANT EXECUTE ON FUNCTION facts.released_reports(), facts.released_report(text) TO hub_published;
REVOKE EXECUTE ON FUNCTION reports.may_write(text), reports.may_read(uuid), reports.log(uuid, text), reports.document(uuid), reports.own(), reports.open(uuid),
  reports.save(jsonb, integer), reports.invite(uuid, text), reports.propose(uuid, jsonb, text), reports.sign(uuid, text), reports.unread(uuid),
  reports.schedule(uuid, timestamptz), facts.released_reports(), facts.released_report(text) FROM PUBLIC;
`;

export class Reports0043 implements MigrationInterface {
  name = 'Reports1700000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA IF NOT EXISTS reports AUTHORIZATION hub_owner');
    await runner.query(asOwner(`GRANT USAGE ON SCHEMA reports TO hub_workbench;${TABLES}${FUNCTIONS}`));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
