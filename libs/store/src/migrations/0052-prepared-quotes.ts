import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** The demonstration's made-up people release words as real ones do, so that its decisions and reports have some; a hub of one's own never gets here. */
const FUNCTIONS = `
-- Lets whole answers be quoted under one of their themes, while the demonstration city is being loaded and never after.
CREATE FUNCTION coding.release_prepared(given jsonb) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE made record; done integer := 0;
BEGIN
  IF NOT EXISTS (SELECT FROM facts.setting s WHERE s.name = 'demonstration' AND s.value LIKE 'loading%') THEN
    RAISE EXCEPTION 'words are released by people: no demonstration is being loaded';
  END IF;
  FOR made IN
    INSERT INTO coding.released_quote (submission, agency, text, actor, theme, answer)
    SELECT a.submission, a.agency, a.text, 'Made-up analyst', q.theme, a.id FROM jsonb_to_recordset(given) AS q(answer bigint, theme text)
    JOIN engagement.answer a ON a.id = q.answer AND a.text IS NOT NULL
    JOIN engagement.submission s ON s.id = a.submission AND s.withdrawn_at IS NULL
    WHERE EXISTS (SELECT FROM coding.current_assignment c WHERE c.submission = a.submission AND c.decision = 'assign' AND c.theme = q.theme)
    ORDER BY a.id ON CONFLICT (submission) DO NOTHING RETURNING submission, agency, actor
  LOOP
    done := done + 1;
    PERFORM audit.record(made.actor, made.agency, 'quote-released', made.submission::text, '{}');
  END LOOP;
  RETURN done;
END $$;
REVOKE EXECUTE ON FUNCTION coding.release_prepared(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.release_prepared(jsonb) TO hub_worker;
`;

export class PreparedQuotes0052 implements MigrationInterface {
  name = 'PreparedQuotes1700000000052';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
