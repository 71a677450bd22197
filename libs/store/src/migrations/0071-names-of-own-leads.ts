import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * A name that was joined to another may be one that a single person typed. It is read, and parted again, by leads of the agency whose lead joined it:
 * another agency's, who never heard that person, are shown what it was joined to and no more.
 */
const FUNCTION = `
CREATE OR REPLACE FUNCTION linkage.communities_to_name() RETURNS TABLE (code text, name text, kind text, counted boolean, listed boolean, into_code text, into_name text, decided_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH own AS (SELECT access.session_agencies('lead') AS agencies),
  told AS (SELECT c.code FROM facts.community c WHERE c.edition = 0),
  mine AS (SELECT DISTINCT l.community AS code FROM own o JOIN engagement.mention n ON n.agency = ANY (o.agencies)
    JOIN linkage.community_alias l ON l.kind = n.kind AND l.label = n.label)
  SELECT c.code, c.name, c.kind, c.code IN (SELECT t.code FROM told t), coalesce(w.listed, false), NULL::text, NULL::text, w.decided_by
  FROM own o, linkage.community c LEFT JOIN linkage.community_word w ON w.code = c.code AND w.into_code IS NULL
  WHERE cardinality(o.agencies) > 0 AND NOT (c.kind = 'geography' AND c.code ~ '^E[0-9]{8}$')
    AND (c.code IN (SELECT t.code FROM told t) OR c.code IN (SELECT m.code FROM mine m) OR w.listed)
    AND NOT EXISTS (SELECT FROM linkage.community_word x WHERE x.code = c.code AND x.into_code IS NOT NULL)
  UNION ALL
  SELECT w.code, w.name, w.kind, false, false, w.into_code, w.into_name, w.decided_by
  FROM own o, linkage.community_word w WHERE cardinality(o.agencies) > 0 AND w.into_code IS NOT NULL
    AND w.decided_by IN (SELECT a.name FROM access.account a JOIN access.role_held h ON h.account_id = a.id WHERE h.agency = ANY (o.agencies))
  ORDER BY 2, 1
$$;
`;

export class NamesOfOwnLeads0071 implements MigrationInterface {
  name = 'NamesOfOwnLeads1700000000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNCTION));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
