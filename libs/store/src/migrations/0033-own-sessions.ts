import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** Whoever is signed in sees where, and ends what is not theirs any more; an administrator sees the alarms of the audit trail. */
const SESSIONS = `
-- A session is named by a hash of its hash: by the name nobody can present it.
CREATE FUNCTION access.session_name(hash text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT left(encode(sha256(convert_to('session/' || hash, 'UTF8')), 'hex'), 20)
$$;
CREATE FUNCTION access.session_account_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.account_id FROM access.session s WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND access.is_alive(s)
$$;
CREATE FUNCTION access.own_sessions() RETURNS TABLE (name text, began timestamptz, used timestamptz, ends timestamptz, here boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT access.session_name(s.token_hash), s.created_at, s.last_used, least(s.expires_at, s.last_used + interval '1 hour'),
    s.token_hash = current_setting('hub.session', true)
  FROM access.session s WHERE s.account_id = access.session_account_id() AND access.is_alive(s) ORDER BY s.last_used DESC, 1
$$;
-- Ends a session of one's own; false where there is no such one.
CREATE FUNCTION access.end_own_session(wanted text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who uuid := access.session_account_id();
BEGIN
  IF who IS NULL THEN RETURN false; END IF;
  PERFORM audit.note(NULL, 'session-ended', who::text, '{}');
  DELETE FROM access.session s WHERE s.account_id = who AND access.session_name(s.token_hash) = wanted;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such session' USING ERRCODE = 'HB004'; END IF;
  RETURN true;
EXCEPTION WHEN SQLSTATE 'HB004' THEN RETURN false;
END $$;
CREATE FUNCTION access.administer_alarms(since timestamptz) RETURNS TABLE (what text, who text, "from" timestamptz, "to" timestamptz, times integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM access.administrator();
  RETURN QUERY SELECT * FROM audit.alarms(since);
END $$;
REVOKE EXECUTE ON FUNCTION access.session_name(text), access.session_account_id(), access.own_sessions(), access.end_own_session(text),
  access.administer_alarms(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.own_sessions(), access.end_own_session(text), access.administer_alarms(timestamptz) TO hub_workbench;
`;

export class OwnSessions0033 implements MigrationInterface {
  name = 'OwnSessions1700000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(SESSIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
