import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** Proposed themes and comparisons of models name the submissions that they rest on: not those that were erased, nor those of others. */
const FUNCTIONS = `
CREATE FUNCTION coding.forget(gone uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE coding.suggestion g SET submissions = ARRAY(
    SELECT u.id FROM unnest(g.submissions) WITH ORDINALITY u(id, n) WHERE u.id <> ALL (gone) ORDER BY u.n)
    WHERE g.submissions && gone;
  -- A proposal with nothing behind it holds only their words.
  DELETE FROM coding.suggestion g WHERE g.submissions = '{}' AND g.state = 'open';
  UPDATE coding.run r SET comparison = jsonb_set(r.comparison, '{examples}', (
      SELECT coalesce(jsonb_agg(e ORDER BY n), '[]') FROM jsonb_array_elements(r.comparison->'examples') WITH ORDINALITY x(e, n)
      WHERE (e->>'submission')::uuid <> ALL (gone)))
    WHERE jsonb_typeof(r.comparison->'examples') = 'array' AND EXISTS (
      SELECT FROM jsonb_array_elements(r.comparison->'examples') e WHERE (e->>'submission')::uuid = ANY (gone));
END $$;
REVOKE EXECUTE ON FUNCTION coding.forget(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.forget(uuid[]) TO hub_worker;

-- What erasures of before left behind.
SELECT coding.forget(ARRAY(
  SELECT x.id FROM (
    SELECT unnest(submissions) AS id FROM coding.suggestion
    UNION SELECT (e->>'submission')::uuid FROM coding.run r, jsonb_array_elements(r.comparison->'examples') e
      WHERE jsonb_typeof(r.comparison->'examples') = 'array') x
  WHERE NOT EXISTS (SELECT FROM engagement.submission s WHERE s.id = x.id)));
`;

export class CodingForgets0014 implements MigrationInterface {
  name = 'CodingForgets1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
