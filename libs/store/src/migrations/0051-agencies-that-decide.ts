import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** Decisions are read as they are now; an agency that was taken on after the last edition has a name all the same. */
const BOARD = `
CREATE OR REPLACE FUNCTION facts.decision_board(wanted integer) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce((SELECT jsonb_build_object('digest', e.digest, 'priorities', e.priorities, 'promises', e.promises, 'agencies', '[]'::jsonb)
      FROM decisions.edition e WHERE e.edition = wanted),
    jsonb_build_object('digest', NULL,
      'priorities', (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.agency COLLATE "C", p.code COLLATE "C"), '[]') FROM decisions.plan_priority p),
      'promises', (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.agency COLLATE "C"), '[]') FROM decisions.promise p),
      'agencies', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name, 'kind', a.kind) ORDER BY a.code COLLATE "C"), '[]')
        FROM engagement.agency a WHERE a.code IN (SELECT agency FROM decisions.decision UNION SELECT agency FROM decisions.plan_priority UNION SELECT agency FROM decisions.promise))))
$$;
`;

export class AgenciesThatDecide0051 implements MigrationInterface {
  name = 'AgenciesThatDecide1700000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(BOARD));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
