import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** What was of use for a while and is of none any more: gone after its time, by a job of every hour. */
const RETENTION = `
CREATE FUNCTION intake.forget_old() RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE sessions integer; links integer; keys integer; requests integer;
BEGIN
  DELETE FROM access.session s WHERE NOT access.is_alive(s);
  GET DIAGNOSTICS sessions = ROW_COUNT;
  -- A link that was used or ran out is told apart from one that never was for as long as anybody may ask.
  DELETE FROM access.sign_in_link l WHERE coalesce(l.used_at, l.expires_at) < now() - interval '30 days';
  GET DIAGNOSTICS links = ROW_COUNT;
  DELETE FROM intake.idempotency i USING intake.delivery d WHERE d.id = i.delivery AND d.received_at < now() - interval '30 days';
  GET DIAGNOSTICS keys = ROW_COUNT;
  DELETE FROM intake.outbox o WHERE o.dispatched_at < now() - interval '14 days';
  GET DIAGNOSTICS requests = ROW_COUNT;
  RETURN jsonb_build_object('sessions', sessions, 'links', links, 'keys', keys, 'requests', requests);
END $$;
REVOKE EXECUTE ON FUNCTION intake.forget_old() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.forget_old() TO hub_worker;
`;

export class Retention0036 implements MigrationInterface {
  name = 'Retention1700000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(RETENTION));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
