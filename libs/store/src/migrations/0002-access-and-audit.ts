import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * Who is asking. Row-level security reads the rights of the *session*, looked up by the hash of its
 * secret (`SET LOCAL hub.session`), so a query can't claim an agency: it can only present a session.
 */
const ACCESS = `
CREATE TABLE access.account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL UNIQUE,
  roles text[] NOT NULL CHECK (roles <@ ARRAY['partner','analyst','reviewer']),
  agencies text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE access.sign_in_link (
  token_hash text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES access.account(id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE TABLE access.session (
  token_hash text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES access.account(id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);

CREATE FUNCTION access.session_agencies() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.agencies FROM access.session s JOIN access.account a ON a.id = s.account_id
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND s.expires_at > now()
$$;
CREATE FUNCTION access.session_roles() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.roles FROM access.session s JOIN access.account a ON a.id = s.account_id
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND s.expires_at > now()
$$;
CREATE FUNCTION access.session_account() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.name FROM access.session s JOIN access.account a ON a.id = s.account_id
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND s.expires_at > now()
$$;
-- One use only: the link dies in the statement that opens the session.
CREATE FUNCTION access.redeem(link_hash text, session_hash text, lasts interval DEFAULT '12 hours') RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who uuid;
BEGIN
  UPDATE access.sign_in_link SET used_at = now()
   WHERE token_hash = link_hash AND used_at IS NULL AND expires_at > now() RETURNING account_id INTO who;
  IF who IS NULL THEN RETURN NULL; END IF;
  INSERT INTO access.session (token_hash, account_id, expires_at) VALUES (session_hash, who, now() + lasts);
  PERFORM audit.record((SELECT name FROM access.account WHERE id = who), NULL, 'signed-in', who::text, '{}');
  RETURN (SELECT jsonb_build_object('name', name, 'roles', roles, 'agencies', agencies) FROM access.account WHERE id = who);
END $$;
CREATE FUNCTION access.who() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('name', a.name, 'roles', a.roles, 'agencies', a.agencies)
  FROM access.session s JOIN access.account a ON a.id = s.account_id
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND s.expires_at > now()
$$;
CREATE FUNCTION access.sign_out() RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM access.session WHERE token_hash = nullif(current_setting('hub.session', true), '');
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION access.session_agencies(), access.session_roles(), access.session_account(), access.redeem(text, text, interval), access.who(), access.sign_out() TO hub_workbench;
`;

const AUDIT = `
CREATE TABLE audit.event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  agency text,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE audit.event IS 'What was done by whom to which thing; codes and ids only, never personal data';
CREATE FUNCTION audit.record(actor text, agency text, action text, subject text, detail jsonb) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO audit.event (actor, agency, action, subject, detail) VALUES (actor, agency, action, subject, detail)
$$;
GRANT EXECUTE ON FUNCTION audit.record(text, text, text, text, jsonb) TO hub_worker, hub_linker, hub_workbench;
CREATE FUNCTION audit.no_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'audit events are never changed or removed'; END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.event EXECUTE FUNCTION audit.no_change();
${rowSecurity('audit.event', {})}
`;

export class AccessAndAudit0002 implements MigrationInterface {
  name = 'AccessAndAudit1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(AUDIT + ACCESS));
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are undone by dropping the database.');
  }
}
