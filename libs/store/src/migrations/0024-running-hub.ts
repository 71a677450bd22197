import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** Signs of life of what works behind the doors, so that whoever answers at the front can tell. No agency's rows. */
const PULSE = `
CREATE TABLE intake.pulse (
  worker text NOT NULL,
  part text NOT NULL CHECK (part IN ('feed','rows','whole')),
  at timestamptz NOT NULL DEFAULT now(),
  -- Whether the queue answered; null where the part has no connection of its own to it.
  queue boolean,
  PRIMARY KEY (worker, part)
);
COMMENT ON TABLE intake.pulse IS 'When each part of a worker last gave a sign of life';
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.pulse TO hub_worker;

-- Seconds, and nothing about what is in the hub: anybody may ask how it does.
CREATE FUNCTION facts.condition() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object(
    'rows', (SELECT extract(epoch FROM clock_timestamp() - max(at))::int FROM intake.pulse WHERE part = 'rows'),
    'whole', (SELECT extract(epoch FROM clock_timestamp() - max(at))::int FROM intake.pulse WHERE part = 'whole'),
    'queue', (SELECT bool_or(queue) FROM intake.pulse WHERE at > clock_timestamp() - interval '1 minute'),
    'waiting', (SELECT extract(epoch FROM clock_timestamp() - min(received_at))::int FROM intake.delivery WHERE status = 'received'))
$$;
REVOKE EXECUTE ON FUNCTION facts.condition() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.condition() TO hub_published;
`;

/**
 * The audit trail says by which door an entry came and, where a person sat at the command line, who: neither is an argument
 * that a caller could choose. The worker reads it to chain it outside the database.
 */
const AUDIT = `
ALTER TABLE audit.event ADD COLUMN door text, ADD COLUMN person text;
COMMENT ON COLUMN audit.event.door IS 'The role, or else the login, under which the entry was written';
COMMENT ON COLUMN audit.event.person IS 'The account of the operating system that gave a command, or who it named with --by';
CREATE FUNCTION audit.door() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT CASE WHEN current_setting('role') = 'none' THEN session_user::text ELSE current_setting('role') END
$$;
CREATE OR REPLACE FUNCTION audit.record(actor text, agency text, action text, subject text, detail jsonb) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO audit.event (at, actor, agency, action, subject, detail, door, person)
  VALUES (clock_timestamp(), actor, agency, action, subject, detail, audit.door(), nullif(current_setting('hub.person', true), ''))
$$;
-- What happens to strangers and the refused: a flood of attempts is told by its first sixty a minute, and no more.
CREATE FUNCTION access.refusal(action text, subject text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF refusal.action NOT IN ('sign-in-failed', 'key-refused') OR length(refusal.subject) > 120 THEN
    RAISE EXCEPTION 'no such refusal';
  END IF;
  IF (SELECT count(*) FROM (SELECT 1 FROM audit.event e WHERE e.id > (SELECT max(id) - 500 FROM audit.event)
        AND e.action = refusal.action AND e.at > clock_timestamp() - interval '1 minute' LIMIT 60) latest) >= 60 THEN RETURN; END IF;
  PERFORM audit.record(coalesce(access.session_account(), 'nobody'), NULL, refusal.action, refusal.subject, '{}');
END $$;
REVOKE EXECUTE ON FUNCTION access.refusal(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.refusal(text, text) TO hub_workbench;
-- As before, and a wrong key leaves a trace. Only a source that there is is named: a stranger writes no words into the trail.
CREATE OR REPLACE FUNCTION intake.check_key(source_code text, presented_key_hash text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM intake.source s WHERE s.code = source_code AND s.key_hash = presented_key_hash) THEN RETURN true; END IF;
  PERFORM access.refusal('key-refused', coalesce((SELECT s.code FROM intake.source s WHERE s.code = source_code), 'unknown-source'));
  RETURN false;
END $$;
-- Entries in one canonical line each, for the chain that is kept outside.
CREATE FUNCTION audit.lines(after bigint, most integer) RETURNS TABLE (id bigint, at timestamptz, line text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog SET timezone = 'UTC' AS $$
  SELECT e.id, e.at, jsonb_build_array(e.id, to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor, e.agency, e.action, e.subject, e.detail, e.door, e.person)::text
  FROM audit.event e WHERE e.id > after ORDER BY e.id LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION audit.lines(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.lines(bigint, integer) TO hub_worker;
`;

export class RunningHub0024 implements MigrationInterface {
  name = 'RunningHub1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(PULSE + AUDIT));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
