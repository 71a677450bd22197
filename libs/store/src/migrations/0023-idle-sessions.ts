import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** A session ends an hour after it was last used, and twelve hours after it began, whatever the workbench's role asks for. */
const SESSIONS = `
ALTER TABLE access.session ADD COLUMN last_used timestamptz NOT NULL DEFAULT now();
CREATE FUNCTION access.is_alive(s access.session) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT s.expires_at > now() AND s.last_used > now() - interval '1 hour'
$$;
CREATE OR REPLACE FUNCTION access.session_agencies() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.agencies FROM access.session s JOIN access.account a ON a.id = s.account_id
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND access.is_alive(s)
$$;
CREATE OR REPLACE FUNCTION access.session_roles() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.roles FROM access.session s JOIN access.account a ON a.id = s.account_id
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND access.is_alive(s)
$$;
CREATE OR REPLACE FUNCTION access.session_account() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.name FROM access.session s JOIN access.account a ON a.id = s.account_id
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND access.is_alive(s)
$$;
CREATE OR REPLACE FUNCTION access.who() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('name', a.name, 'roles', a.roles, 'agencies', a.agencies)
  FROM access.session s JOIN access.account a ON a.id = s.account_id
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND access.is_alive(s)
$$;
-- Says that the session is in use; one that has ended stays ended.
CREATE FUNCTION access.use_session() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE access.session s SET last_used = now()
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND access.is_alive(s)
$$;
GRANT EXECUTE ON FUNCTION access.use_session() TO hub_workbench;
CREATE OR REPLACE FUNCTION access.redeem(link_hash text, session_hash text, lasts interval DEFAULT '12 hours') RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who uuid;
BEGIN
  UPDATE access.sign_in_link SET used_at = now()
   WHERE token_hash = link_hash AND used_at IS NULL AND expires_at > now() RETURNING account_id INTO who;
  IF who IS NULL THEN RETURN NULL; END IF;
  DELETE FROM access.session s WHERE NOT access.is_alive(s);
  INSERT INTO access.session (token_hash, account_id, expires_at) VALUES (session_hash, who, now() + least(lasts, interval '12 hours'));
  PERFORM audit.record((SELECT name FROM access.account WHERE id = who), NULL, 'signed-in', who::text, '{}');
  RETURN (SELECT jsonb_build_object('name', name, 'roles', roles, 'agencies', agencies) FROM access.account WHERE id = who);
END $$;
`;

export class IdleSessions0023 implements MigrationInterface {
  name = 'IdleSessions1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(SESSIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
