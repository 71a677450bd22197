import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * What waits for a person, as one view: codes, ids and times, nothing of what people said. Whatever else comes to wait for
 * somebody joins it here, with the role that can deal with it.
 */
const WAITING = `
CREATE VIEW access.waiting WITH (security_invoker = true) AS
  SELECT CASE WHEN d.note_code = 'answers-uncoded' THEN 'answers-to-match' ELSE 'delivery-held' END AS kind,
    'partner' AS role, d.agency, d.source, d.id::text AS subject, 1 AS many, coalesce(d.finished_at, d.received_at) AS since
  FROM intake.delivery d WHERE d.status = 'held'
  UNION ALL
  SELECT 'rows-to-mend', 'partner', q.agency, q.source, q.delivery::text, count(DISTINCT (q.file, q."row"))::int, min(d.received_at)
  FROM intake.quarantine q JOIN intake.delivery d ON d.id = q.delivery WHERE q.state = 'open' GROUP BY q.agency, q.source, q.delivery;
COMMENT ON VIEW access.waiting IS 'What waits for a person, by the role that can deal with it; for the functions below alone';

CREATE TABLE access.feed_key (
  account_id uuid PRIMARY KEY REFERENCES access.account(id) ON DELETE CASCADE,
  key_hash text NOT NULL UNIQUE,
  made_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.feed_key IS 'Hash of the key with which somebody reads the own feed of what waits, and nothing else';
${rowSecurity('access.feed_key', {})}

CREATE FUNCTION access.waits_of(who uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'agency', w.agency, 'source', w.source, 'sourceName', w.name,
    'subject', w.subject, 'many', w.many, 'since', w.since) ORDER BY w.since, w.kind, w.subject), '[]')
  FROM (SELECT w.*, s.name FROM access.waiting w JOIN access.role_held h ON h.role = w.role AND h.agency = w.agency
    JOIN access.account a ON a.id = h.account_id LEFT JOIN intake.source s ON s.code = w.source
    WHERE h.account_id = who AND a.ended_at IS NULL ORDER BY w.since LIMIT 500) w
$$;
REVOKE EXECUTE ON FUNCTION access.waits_of(uuid) FROM PUBLIC;
CREATE FUNCTION access.waits() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT access.waits_of((SELECT a.id FROM access.account a WHERE a.name = access.session_account()))
$$;
-- For whoever presents the key of a feed; NULL where there is none such.
CREATE FUNCTION access.waits_by_key(presented_hash text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT access.waits_of(k.account_id) FROM access.feed_key k JOIN access.account a ON a.id = k.account_id
  WHERE k.key_hash = presented_hash AND a.ended_at IS NULL
$$;
-- Gives the session's account a key for its feed (an earlier one stops working), or takes it away. False without a session.
CREATE FUNCTION access.set_feed_key(new_hash text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who uuid;
BEGIN
  SELECT a.id INTO who FROM access.account a WHERE a.name = access.session_account();
  IF who IS NULL THEN RETURN false; END IF;
  DELETE FROM access.feed_key k WHERE k.account_id = who;
  IF new_hash IS NOT NULL THEN INSERT INTO access.feed_key (account_id, key_hash) VALUES (who, new_hash); END IF;
  PERFORM audit.note(NULL, CASE WHEN new_hash IS NULL THEN 'feed-key-dropped' ELSE 'feed-key-made' END, who::text, '{}');
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION access.waits(), access.waits_by_key(text), access.set_feed_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.waits(), access.waits_by_key(text), access.set_feed_key(text) TO hub_workbench;

CREATE TABLE access.mail_wish (
  account_id uuid PRIMARY KEY REFERENCES access.account(id) ON DELETE CASCADE,
  address text NOT NULL CHECK (length(address) BETWEEN 3 AND 254),
  -- The latest of what was told, and when.
  told_until timestamptz, sent_at timestamptz
);
COMMENT ON TABLE access.mail_wish IS 'Where somebody wishes to be mailed what waits; set and taken away by that person alone';
${rowSecurity('access.mail_wish', {})}
CREATE FUNCTION access.mail_wish() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT m.address FROM access.mail_wish m JOIN access.account a ON a.id = m.account_id WHERE a.name = access.session_account()
$$;
CREATE FUNCTION access.set_mail_wish(new_address text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who uuid;
BEGIN
  SELECT a.id INTO who FROM access.account a WHERE a.name = access.session_account();
  IF who IS NULL THEN RETURN false; END IF;
  IF new_address IS NULL THEN DELETE FROM access.mail_wish m WHERE m.account_id = who;
  ELSE INSERT INTO access.mail_wish (account_id, address) VALUES (who, new_address)
    ON CONFLICT (account_id) DO UPDATE SET address = EXCLUDED.address; END IF;
  PERFORM audit.note(NULL, CASE WHEN new_address IS NULL THEN 'mail-ended' ELSE 'mail-wished' END, who::text, '{}');
  RETURN true;
END $$;
-- Mails that are due: somebody wished for them, something waits that was not told, and none went within the day. Whoever takes one
-- has it alone.
CREATE FUNCTION intake.claim_mails() RETURNS TABLE (account uuid, address text, waits jsonb)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH due AS (
    SELECT m.account_id, access.waits_of(m.account_id) AS waits FROM access.mail_wish m JOIN access.account a ON a.id = m.account_id
    WHERE a.ended_at IS NULL AND (m.sent_at IS NULL OR m.sent_at < now() - interval '1 day') FOR UPDATE OF m SKIP LOCKED),
  latest AS (
    SELECT d.account_id, d.waits, (SELECT max((w ->> 'since')::timestamptz) FROM jsonb_array_elements(d.waits) w) AS until FROM due d)
  UPDATE access.mail_wish m SET sent_at = now(), told_until = l.until FROM latest l
  WHERE m.account_id = l.account_id AND l.until IS NOT NULL AND (m.told_until IS NULL OR l.until > m.told_until)
  RETURNING m.account_id, m.address, l.waits
$$;
CREATE FUNCTION intake.mail_failed(who uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE access.mail_wish m SET told_until = NULL, sent_at = now() - interval '23 hours' WHERE m.account_id = who
$$;
REVOKE EXECUTE ON FUNCTION access.mail_wish(), access.set_mail_wish(text), intake.claim_mails(), intake.mail_failed(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.mail_wish(), access.set_mail_wish(text) TO hub_workbench;
GRANT EXECUTE ON FUNCTION intake.claim_mails(), intake.mail_failed(uuid) TO hub_worker;

-- Seconds alone: how long the oldest of all has waited for somebody. Nothing about what, or for whom.
CREATE FUNCTION facts.oldest_for_a_person() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT extract(epoch FROM clock_timestamp() - min(w.since))::int FROM access.waiting w
$$;
REVOKE EXECUTE ON FUNCTION facts.oldest_for_a_person() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.oldest_for_a_person() TO hub_published;
`;

export class Waits0039 implements MigrationInterface {
  name = 'Waits1700000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(WAITING));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
