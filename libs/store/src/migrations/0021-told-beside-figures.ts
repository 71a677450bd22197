import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What is told beside the figures goes by their rules: funnels are rounded and stay until five have moved, shares rest on a sample
 * that is a part of the whole, and a community's name comes from a list or from ten people.
 */
const FUNNELS = `
-- {"funnel": {step: {"shown", "setBy"}}, "sources": {source: the same}}: what was told, and the true number it was set by.
ALTER TABLE facts.edition ADD COLUMN released jsonb;
-- To the nearest five; a number that was told stays until the true one has moved by five from where it was set.
CREATE FUNCTION facts.release_numbers(numbers jsonb, before jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_object_agg(n.key, CASE WHEN abs((n.value)::numeric - (before->n.key->>'setBy')::numeric) < 5 THEN before->n.key
    ELSE jsonb_build_object('shown', round((n.value)::numeric / 5) * 5, 'setBy', n.value) END), '{}')
  FROM jsonb_each(numbers) n WHERE jsonb_typeof(n.value) = 'number'
$$;
CREATE FUNCTION facts.release_funnels(funnel jsonb, sources jsonb, before jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('funnel', facts.release_numbers(funnel, before->'funnel'),
    'sources', coalesce((SELECT jsonb_object_agg(s->>'source', facts.release_numbers(s, before->'sources'->(s->>'source'))) FROM jsonb_array_elements(sources) s), '{}'))
$$;
CREATE FUNCTION facts.told_numbers(numbers jsonb, released jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT numbers || coalesce((SELECT jsonb_object_agg(key, value->'shown') FROM jsonb_each(released)), '{}')
$$;
-- Do the true numbers add up from received to submissions? Told beside the rounded ones, which need not.
CREATE FUNCTION facts.adds_up(f jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce((f->>'received')::int - (f->>'rejected')::int - (f->>'repeated')::int - (f->>'statements')::int - (f->>'votes')::int
    - (f->>'replaced')::int - (f->>'withdrawn')::int = (f->>'submissions')::int, false)
$$;
GRANT EXECUTE ON FUNCTION facts.release_funnels(jsonb, jsonb, jsonb), facts.release_numbers(jsonb, jsonb) TO hub_worker;

ALTER TABLE facts.edition DISABLE TRIGGER edition_unchanged;
DO $$
DECLARE e record; before jsonb;
BEGIN
  FOR e IN SELECT number, funnel, sources FROM facts.edition WHERE number > 0 ORDER BY number LOOP
    before := facts.release_funnels(e.funnel, e.sources, before);
    UPDATE facts.edition SET released = before WHERE number = e.number;
  END LOOP;
END $$;
ALTER TABLE facts.edition ENABLE TRIGGER edition_unchanged;

CREATE OR REPLACE FUNCTION facts.editions() RETURNS SETOF facts.edition LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT (jsonb_populate_record(e, jsonb_build_object(
    'funnel', facts.told_numbers(e.funnel, e.released->'funnel') || jsonb_build_object('balanced', facts.adds_up(e.funnel)),
    'sources', coalesce((SELECT jsonb_agg(facts.told_numbers(s, e.released->'sources'->(s->>'source')) ORDER BY n)
      FROM jsonb_array_elements(e.sources) WITH ORDINALITY AS x(s, n)), '[]'),
    'released', NULL))).*
  FROM facts.edition e WHERE e.number > 0 ORDER BY e.number DESC
$$;

-- The own agencies' comments and arguments of an analyst's session.
CREATE FUNCTION facts.working_own() RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT coalesce('analyst' = ANY (access.session_roles()), false) THEN RAISE EXCEPTION 'working figures are for analysts'; END IF;
  RETURN (SELECT jsonb_build_object('withText', count(DISTINCT submission_key) FILTER (WHERE argument_key IS NOT NULL),
      'coded', count(DISTINCT submission_key) FILTER (WHERE theme <> ''), 'arguments', count(DISTINCT argument_key))
    FROM facts.fact WHERE edition = 0 AND agency = ANY (access.session_agencies()));
END $$;
GRANT EXECUTE ON FUNCTION facts.working_own() TO hub_workbench;
CREATE FUNCTION facts.every_agency() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT code FROM engagement.agency
$$;
GRANT EXECUTE ON FUNCTION facts.every_agency() TO hub_workbench;
`;

const SHARES = `
-- A share of comments is told where the audit sample is at most a fifth of them, and as many of the sample said the theme as a count of people
-- must have to be shown: a sample of everybody is an exact count.
CREATE OR REPLACE FUNCTION facts.theme_shares_of(wanted integer) RETURNS SETOF facts.theme_share LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH scopes AS (SELECT DISTINCT scope FROM facts.theme_share WHERE edition = wanted AND wanted > 0),
  sized AS (
    SELECT s.scope, count(DISTINCT f.submission_key) AS comments, coalesce(bool_or(f.health), false) AS health
    FROM scopes s JOIN facts.fact f ON f.edition = wanted AND f.argument_key IS NOT NULL
      AND (s.scope = 'all' OR s.scope = 'agency/' || f.agency OR (s.scope LIKE 'community/%' AND substr(s.scope, 11) = ANY (f.communities)))
    GROUP BY s.scope)
  SELECT t.* FROM facts.theme_share t JOIN sized s ON s.scope = t.scope
  WHERE t.edition = wanted AND t.audited * 5 <= s.comments AND round(t.audited * t.value::numeric) >= CASE WHEN s.health THEN 8 ELSE 5 END
  ORDER BY t.scope, t.value DESC, t.theme
$$;
`;

const COMMUNITIES = `
ALTER TABLE linkage.community ADD COLUMN listed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN linkage.community.listed IS 'A person keeps it on the list: it is named however few say it';
GRANT UPDATE (listed) ON linkage.community TO hub_worker;
`;

export class ToldBesideFigures0021 implements MigrationInterface {
  name = 'ToldBesideFigures1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNNELS + SHARES + COMMUNITIES));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
