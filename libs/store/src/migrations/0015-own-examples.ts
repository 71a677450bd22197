import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** A run of the coder is over all agencies. An analyst reads its figures, and of its examples those of the own agencies. */
const FUNCTIONS = `
REVOKE SELECT ON coding.run FROM hub_workbench;
GRANT SELECT (id, kind, state, stage, done, total, actor, asked_at, finished_at, took_ms, model_version, edition) ON coding.run TO hub_workbench;
CREATE FUNCTION coding.comparison_of(wanted bigint) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE WHEN jsonb_typeof(r.comparison->'examples') = 'array' THEN jsonb_set(r.comparison, '{examples}', (
      SELECT coalesce(jsonb_agg(x.e ORDER BY x.n), '[]') FROM jsonb_array_elements(r.comparison->'examples') WITH ORDINALITY x(e, n)
      JOIN engagement.submission s ON s.id = (x.e->>'submission')::uuid WHERE s.agency = ANY (access.session_agencies())))
    ELSE r.comparison END
  FROM coding.run r WHERE r.id = wanted AND 'analyst' = ANY (access.session_roles())
$$;
REVOKE EXECUTE ON FUNCTION coding.comparison_of(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.comparison_of(bigint) TO hub_workbench;
`;

export class OwnExamples0015 implements MigrationInterface {
  name = 'OwnExamples1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
