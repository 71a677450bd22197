import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** An agency says whom to ask beside what it promises; editions of before say nobody. */
const CONTACT = `
ALTER TABLE decisions.promise ADD COLUMN contact text CHECK (length(contact) BETWEEN 1 AND 200);
COMMENT ON COLUMN decisions.promise.contact IS 'Whom to ask about what was said and decided: an office, a number, an address that anybody may read';
DROP FUNCTION decisions.save_promise(text, integer, text);
CREATE FUNCTION decisions.save_promise(whose text, within_months integer, said text, ask text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT decisions.may_write(whose) THEN RETURN false; END IF;
  INSERT INTO decisions.promise (agency, months, words, contact) VALUES (whose, within_months, said, ask)
    ON CONFLICT (agency) DO UPDATE SET months = excluded.months, words = excluded.words, contact = excluded.contact;
  PERFORM audit.note(whose, 'promise-saved', whose, jsonb_build_object('months', within_months));
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION decisions.save_promise(text, integer, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decisions.save_promise(text, integer, text, text) TO hub_workbench;
CREATE OR REPLACE FUNCTION decisions.adopt_plan(priorities jsonb, promises jsonb) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO decisions.plan_priority SELECT * FROM jsonb_populate_recordset(NULL::decisions.plan_priority, priorities)
    ON CONFLICT (agency, code) DO UPDATE SET plan = excluded.plan, title = excluded.title, themes = excluded.themes;
  INSERT INTO decisions.promise SELECT * FROM jsonb_populate_recordset(NULL::decisions.promise, promises)
    ON CONFLICT (agency) DO UPDATE SET months = excluded.months, words = excluded.words, contact = excluded.contact;
$$;
`;

export class WhomToAsk0058 implements MigrationInterface {
  name = 'WhomToAsk1700000000058';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(CONTACT));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
