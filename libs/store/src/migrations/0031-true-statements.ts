import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/** What an edition was counted by and what it says, one document a part; frozen with it, so that it says for ever what it said. */
const PARTS = `
CREATE TABLE facts.part (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  -- policy, reports, rules, groups, series, geography, freshness, statements
  name text NOT NULL CHECK (name ~ '^[a-z][a-z-]{0,40}$'),
  body jsonb NOT NULL,
  PRIMARY KEY (edition, name)
);
COMMENT ON TABLE facts.part IS 'What an edition was counted by, and what it says of change; public, and never a true count';
CREATE TRIGGER part_stays BEFORE DELETE ON facts.part FOR EACH ROW WHEN (OLD.edition > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER part_unchanged BEFORE UPDATE ON facts.part FOR EACH ROW WHEN (OLD.edition > 0 OR NEW.edition > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER part_no_truncate BEFORE TRUNCATE ON facts.part EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER part_sealed BEFORE INSERT ON facts.part FOR EACH ROW EXECUTE FUNCTION facts.is_sealed();
${rowSecurity('facts.part', { worker: true })}
GRANT SELECT, INSERT, DELETE ON facts.part TO hub_worker;
CREATE FUNCTION facts.parts_of(wanted integer) RETURNS SETOF facts.part LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.part WHERE edition = wanted AND wanted > 0 ORDER BY name
$$;
GRANT EXECUTE ON FUNCTION facts.parts_of(integer) TO hub_published, hub_worker;
-- One part of every edition that has it.
CREATE FUNCTION facts.parts_named(wanted text) RETURNS SETOF facts.part LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.part WHERE name = wanted AND edition > 0 ORDER BY edition
$$;
GRANT EXECUTE ON FUNCTION facts.parts_named(text) TO hub_published, hub_worker;
-- What freshness() says, and when the last of the engagements closes that a source brought answers of; null where one stands open.
CREATE FUNCTION facts.freshness_of_sources() RETURNS TABLE (source text, name text, agency text, agency_name text, agency_kind text,
  last_received timestamptz, data_to date, expected_every_days integer, stopped text, closes date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT f.source, f.name, f.agency, f.agency_name, f.agency_kind, f.last_received, f.data_to, f.expected_every_days, f.stopped, (s->>'closes')::date
  FROM facts.freshness() f LEFT JOIN LATERAL (SELECT s FROM facts.edition e, jsonb_array_elements(e.sources) s
    WHERE e.number = 0 AND s->>'source' = f.source LIMIT 1) w ON true
$$;
GRANT EXECUTE ON FUNCTION facts.freshness_of_sources() TO hub_published, hub_workbench, hub_worker;
`;

/** Consultations that asked the same twice: proposed by the hub, signed by a person of the agency, never guessed from titles alone. */
const SERIES = `
CREATE TABLE engagement.series (
  agency text NOT NULL REFERENCES engagement.agency(code),
  key text NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,80}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  kind text NOT NULL CHECK (kind IN ('standing-feed', 'repeats')),
  -- Keys of the agency's engagements, in order of opening.
  engagements text[] NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'signed', 'refused')),
  -- Why the hub proposes it, or what the person said who declared it.
  because text NOT NULL,
  decided_by text, decided_at timestamptz,
  PRIMARY KEY (agency, key),
  CHECK ((state = 'proposed') = (decided_by IS NULL))
);
COMMENT ON TABLE engagement.series IS 'Which engagements of an agency asked the same again; only signed ones are compared';
${rowSecurity('engagement.series', { worker: true, workbench: `agency = ANY ((SELECT access.session_agencies('lead', 'analyst'))::text[])` })}
GRANT SELECT, INSERT, UPDATE ON engagement.series TO hub_worker;
GRANT SELECT ON engagement.series TO hub_workbench;
-- A decision and its entry in the audit trail are one; who decided is for the database to say.
CREATE FUNCTION engagement.settle_series(of_agency text, series_key text, verdict text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF verdict NOT IN ('signed', 'refused') THEN RETURN false; END IF;
  UPDATE engagement.series SET state = verdict, decided_by = audit.actor(), decided_at = now()
    WHERE agency = of_agency AND key = series_key;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM audit.note(of_agency, 'series-' || verdict, series_key, '{}');
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION engagement.settle_series(text, text, text) TO hub_worker;
-- A session decides of agencies that it leads.
CREATE FUNCTION engagement.decide_series(of_agency text, series_key text, verdict text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT coalesce(of_agency = ANY (access.session_agencies('lead')), false) THEN RETURN false; END IF;
  RETURN engagement.settle_series(of_agency, series_key, verdict);
END $$;
GRANT EXECUTE ON FUNCTION engagement.decide_series(text, text, text) TO hub_workbench;
`;

export class TrueStatements0031 implements MigrationInterface {
  name = 'TrueStatements1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(PARTS + SERIES));
  }

  async down(): Promise<void> {
    throw new Error('Editions hold what they were counted by: there is no way back.');
  }
}
