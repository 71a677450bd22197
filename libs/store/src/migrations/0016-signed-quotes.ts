import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** Quotes are released as comments are signed: by the session that asks, in its name. The workbench writes no table and no audit. */
const FUNCTIONS = `
-- Lets words of a submission be quoted; a later release replaces them. False where the submission is not for this session.
CREATE FUNCTION coding.release_quote(wanted uuid, words text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); own text;
BEGIN
  SELECT s.agency INTO own FROM engagement.submission s WHERE s.id = wanted AND s.withdrawn_at IS NULL AND s.agency = ANY (access.session_agencies());
  IF own IS NULL THEN RETURN false; END IF;
  IF coalesce(btrim(words), '') = '' OR length(words) > 8000 THEN RAISE EXCEPTION 'no words to be quoted, or too many' USING ERRCODE = 'HB001'; END IF;
  INSERT INTO coding.released_quote (submission, agency, text, actor) VALUES (wanted, own, words, who)
    ON CONFLICT (submission) DO UPDATE SET text = excluded.text, actor = excluded.actor, at = now();
  PERFORM audit.record(who, own, 'quote-released', wanted::text, '{}');
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION coding.release_quote(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.release_quote(uuid, text) TO hub_workbench;
REVOKE INSERT, UPDATE ON coding.released_quote FROM hub_workbench;
REVOKE EXECUTE ON FUNCTION audit.record(text, text, text, text, jsonb) FROM hub_workbench;
`;

export class SignedQuotes0016 implements MigrationInterface {
  name = 'SignedQuotes1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
