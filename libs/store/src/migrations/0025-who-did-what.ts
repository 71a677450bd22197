import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Entries come from one door that knows the actor: the session's account; else whoever gives a command, as the connection was opened;
 * else the hub. No caller hands over a name.
 */
const ACTOR = `
ALTER TABLE access.account ADD COLUMN os_account text UNIQUE;
COMMENT ON COLUMN access.account.os_account IS 'Commands given under this account of the operating system are this person''s, unless --by names another';
COMMENT ON COLUMN audit.event.person IS 'The account of the operating system under which a command was given';
CREATE FUNCTION audit.actor() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(access.session_account(), nullif(current_setting('hub.actor', true), ''), 'hub')
$$;
CREATE FUNCTION audit.note(agency text, action text, subject text, detail jsonb) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT audit.record(audit.actor(), agency, action, subject, detail) $$;
-- As before, for the owner's own functions alone: those of a source's door or of a session, which know the actor by key or session.
REVOKE EXECUTE ON FUNCTION audit.record(text, text, text, text, jsonb) FROM hub_worker, hub_linker;
GRANT EXECUTE ON FUNCTION audit.note(text, text, text, jsonb) TO hub_worker, hub_linker;

CREATE OR REPLACE FUNCTION intake.receive_trusted(source_code text, sent_way text, names text[], media_types text[], contents bytea[], own_mapping jsonb, kinds text[])
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted intake.source;
BEGIN
  SELECT * INTO wanted FROM intake.source s WHERE s.code = source_code;
  IF wanted.code IS NULL THEN RETURN jsonb_build_object('outcome', 'unknown'); END IF;
  RETURN intake.keep(wanted, sent_way, NULL, names, media_types, contents, own_mapping, kinds, audit.actor());
END $$;
`;

/** What signed-in people look at, and what they are refused. */
const LOOKS = `
CREATE FUNCTION access.looked(action text, subject text, detail jsonb) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF looked.action NOT IN ('comments-read', 'quarantine-read', 'exact-figures-read') OR access.session_account() IS NULL THEN
    RAISE EXCEPTION 'no such look';
  END IF;
  PERFORM audit.note(NULL, looked.action, left(looked.subject, 200), looked.detail);
END $$;
GRANT EXECUTE ON FUNCTION access.looked(text, text, jsonb) TO hub_workbench;
CREATE OR REPLACE FUNCTION access.refusal(action text, subject text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF refusal.action NOT IN ('sign-in-failed', 'key-refused', 'not-allowed') OR length(refusal.subject) > 120 THEN
    RAISE EXCEPTION 'no such refusal';
  END IF;
  IF (SELECT count(*) FROM (SELECT 1 FROM audit.event e WHERE e.id > (SELECT max(id) - 500 FROM audit.event)
        AND e.action = refusal.action AND e.at > clock_timestamp() - interval '1 minute' LIMIT 60) latest) >= 60 THEN RETURN; END IF;
  PERFORM audit.record(coalesce(access.session_account(), 'nobody'), NULL, refusal.action, refusal.subject, '{}');
END $$;
`;

/** A person's day: so many respondents looked up, so many records of possible matches compared. */
const IDENTITIES = `
CREATE INDEX event_identities ON audit.event (actor, at) WHERE action = 'vault-read';
-- The reading is recorded in the same transaction, and so is one that comes to nothing. {"over": true} where the person's day is used up.
CREATE FUNCTION vault.look(wanted uuid, reason text, way text, most integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found vault.respondent; who text := access.session_account();
BEGIN
  IF NOT coalesce('reviewer' = ANY (access.session_roles()), false) OR length(trim(coalesce(reason, ''))) < 3 THEN RETURN NULL; END IF;
  -- Questions at the same time wait for each other, so that none slips under the limit.
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.identities.' || who, 0));
  IF (SELECT count(*) FROM audit.event e WHERE e.actor = who AND e.action = 'vault-read' AND e.at > clock_timestamp() - interval '1 day'
        AND coalesce(e.detail->>'way', 'one') = way) >= most THEN
    IF NOT EXISTS (SELECT FROM audit.event e WHERE e.actor = who AND e.action = 'identities-over' AND e.at > clock_timestamp() - interval '1 hour') THEN
      PERFORM audit.record(who, NULL, 'identities-over', way, jsonb_build_object('most', most));
    END IF;
    RETURN jsonb_build_object('over', true);
  END IF;
  SELECT * INTO found FROM vault.respondent r WHERE r.submission = wanted AND r.agency = ANY (access.session_agencies());
  PERFORM audit.record(who, found.agency, 'vault-read', wanted::text,
    jsonb_build_object('reason', left(reason, 200), 'found', found.submission IS NOT NULL)
      || CASE WHEN way = 'one' THEN '{}' ELSE jsonb_build_object('way', way) END);
  IF found.submission IS NULL THEN RETURN NULL; END IF;
  RETURN to_jsonb(found) - 'agency' - 'source';
END $$;
CREATE OR REPLACE FUNCTION vault.read(wanted uuid, reason text) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT vault.look(wanted, reason, 'one', 100) $$;
CREATE OR REPLACE FUNCTION vault.read_for_match(wanted uuid, reason text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found jsonb;
BEGIN
  IF NOT EXISTS (SELECT FROM linkage.pair p WHERE wanted IN (p.a, p.b) AND linkage.reviews(p.agency, p.agency_b)) THEN RETURN NULL; END IF;
  found := vault.look(wanted, reason, 'match', 2000);
  IF found IS NULL OR found ? 'over' THEN RETURN found; END IF;
  RETURN found || jsonb_build_object('sex',
    (SELECT d.code FROM engagement.demographic d WHERE d.submission = wanted AND d.characteristic = 'sex' AND d.code IN ('female', 'male')));
END $$;
`;

/** What an administrator should look at, always as the trail itself says. */
const ALARMS = `
CREATE FUNCTION audit.alarms(since timestamptz) RETURNS TABLE (what text, who text, "from" timestamptz, "to" timestamptz, times integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH rules (action, by, within, least) AS (VALUES
    ('identities-over', 'actor', 'day', 1), ('vault-missed', 'actor', 'day', 5), ('not-allowed', 'actor', 'hour', 20),
    ('sign-in-failed', 'all', 'hour', 10), ('key-refused', 'subject', 'hour', 10), ('comments-read', 'actor', 'day', 3000)),
  told AS (
    SELECT CASE WHEN e.action = 'vault-read' THEN 'vault-missed' ELSE e.action END AS action, e.actor, e.subject, e.at,
      CASE WHEN e.action = 'comments-read' THEN coalesce((e.detail->>'comments')::int, 1) ELSE 1 END AS times
    FROM audit.event e WHERE e.at >= since AND (e.action <> 'vault-read' OR e.detail->>'found' = 'false'))
  SELECT r.action, CASE r.by WHEN 'actor' THEN t.actor WHEN 'subject' THEN t.subject ELSE '' END, min(t.at), max(t.at), sum(t.times)::int
  FROM told t JOIN rules r ON r.action = t.action
  GROUP BY r.action, 2, r.least, date_trunc(r.within, t.at AT TIME ZONE 'UTC') HAVING sum(t.times) >= r.least
  ORDER BY 4 DESC, 1, 2
$$;
CREATE FUNCTION audit.latest(since timestamptz, by text, of text, most integer)
RETURNS TABLE (id bigint, at timestamptz, actor text, person text, agency text, action text, subject text, detail jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT e.id, e.at, e.actor, e.person, e.agency, e.action, e.subject, e.detail FROM audit.event e
  WHERE e.at >= since AND (latest.by IS NULL OR e.actor = latest.by) AND (latest.of IS NULL OR e.action = latest.of) ORDER BY e.id DESC LIMIT most
$$;
GRANT EXECUTE ON FUNCTION audit.alarms(timestamptz), audit.latest(timestamptz, text, text, integer) TO hub_worker;
`;

export class WhoDidWhat0025 implements MigrationInterface {
  name = 'WhoDidWhat1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(ACTOR + LOOKS + IDENTITIES + ALARMS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
