import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What a lead says of a community: that it is another name of one that is there, or that it is on the list and named however few say it. Linkage
 * makes its communities anew with each run, and keeps to this.
 */
const TABLES = `
CREATE TABLE linkage.community_word (
  code text PRIMARY KEY, kind text NOT NULL, name text NOT NULL,
  -- The community that it is another name of; null: it is one of its own.
  into_code text CHECK (into_code <> code), into_kind text, into_name text,
  listed boolean NOT NULL DEFAULT false,
  decided_by text NOT NULL, decided_at timestamptz NOT NULL DEFAULT now(), applied_at timestamptz,
  CHECK ((into_code IS NULL) = (into_name IS NULL) AND (into_code IS NULL) = (into_kind IS NULL)), CHECK (into_code IS NULL OR NOT listed)
);
COMMENT ON TABLE linkage.community_word IS 'Which names of communities a person joined, or put on the list; by the code that a name has by itself';
-- Those that are on the list already were put there by hand.
INSERT INTO linkage.community_word (code, kind, name, listed, decided_by, applied_at)
  SELECT c.code, c.kind, c.name, true, 'before 0070', now() FROM linkage.community c WHERE c.listed;
GRANT SELECT, UPDATE (applied_at) ON linkage.community_word TO hub_linker;
`;

const FUNCTIONS = `
-- Communities that a lead may decide about: those with figures, those that people of the own agencies name, and those decided on. Wards are none.
CREATE FUNCTION linkage.communities_to_name() RETURNS TABLE (code text, name text, kind text, counted boolean, listed boolean, into_code text, into_name text, decided_by text)
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
  ORDER BY 2, 1
$$;
-- A lead's word. False where there is no such community to decide about, or none of its own to join it to.
CREATE FUNCTION linkage.name_community(wanted text, other text, on_list boolean) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('lead', 'only a lead decides about names of communities'); own record; target_kind text; target_name text;
BEGIN
  -- Two words at once could join each to the other.
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.community-names', 0));
  SELECT * INTO own FROM linkage.communities_to_name() c WHERE c.code = wanted;
  IF own.code IS NULL OR (other IS NOT NULL AND on_list) THEN RETURN false; END IF;
  IF other IS NOT NULL THEN
    SELECT c.kind, c.name INTO target_kind, target_name FROM linkage.communities_to_name() c WHERE c.code = other AND c.into_code IS NULL AND c.code <> wanted;
    IF NOT FOUND THEN RETURN false; END IF;
    -- What was another name of this one is now another name of that one.
    UPDATE linkage.community_word w SET into_code = other, into_kind = target_kind, into_name = target_name, applied_at = NULL WHERE w.into_code = wanted;
  END IF;
  INSERT INTO linkage.community_word AS old (code, kind, name, into_code, into_kind, into_name, listed, decided_by)
    VALUES (own.code, own.kind, own.name, other, target_kind, target_name, on_list, who)
    ON CONFLICT (code) DO UPDATE SET into_code = EXCLUDED.into_code, into_kind = EXCLUDED.into_kind, into_name = EXCLUDED.into_name, listed = EXCLUDED.listed,
      decided_by = EXCLUDED.decided_by, decided_at = now(), applied_at = NULL;
  -- Neither name nor code: what few people typed stands in no log.
  PERFORM audit.note(NULL, 'community-named', '', jsonb_build_object('joined', other IS NOT NULL, 'listed', on_list));
  INSERT INTO intake.outbox (job, payload) VALUES ('link', '{}');
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION linkage.communities_to_name(), linkage.name_community(text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION linkage.communities_to_name(), linkage.name_community(text, text, boolean) TO hub_workbench;
`;

export class CommunityNames0070 implements MigrationInterface {
  name = 'CommunityNames1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
