import type { MigrationInterface, QueryRunner } from 'typeorm';

import { FACTS_FUNCTIONS } from './0006-facts-functions.js';
import { asOwner, rowSecurity } from './row-security.js';

const TABLES_OF_AN_EDITION = [
  'edition',
  'fact',
  'agency',
  'engagement',
  'statement',
  'community',
  'codebook',
  'quote',
];

/** Edition 0 is the working facts: refreshed after each pipeline run, never published. */
const TABLES = `
CREATE TABLE facts.edition (
  number integer PRIMARY KEY CHECK (number >= 0),
  hash text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  data_to date,
  note text,
  synthetic boolean NOT NULL,
  versions jsonb NOT NULL,
  -- The exact funnel of the whole hub, from rows received to submissions, people and arguments (Funnel in published-facts.ts).
  funnel jsonb NOT NULL,
  -- Funnel, freshness and data-to by source, frozen.
  sources jsonb NOT NULL
);
-- One row per submission x theme (one with theme '' where there is none): published dimensions and three keys, no text, no identifier.
CREATE TABLE facts.fact (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  agency text NOT NULL, source text NOT NULL, engagement text NOT NULL,
  participation text NOT NULL, quarter text NOT NULL, ward text NOT NULL,
  age_band text NOT NULL, sex text NOT NULL, ethnic_group text NOT NULL, disability text NOT NULL, deprivation text NOT NULL,
  communities text[] NOT NULL,
  theme text NOT NULL, theme_group text NOT NULL,
  health boolean NOT NULL,
  submission_key bigint NOT NULL, person_key bigint NOT NULL,
  -- Null where the submission has no text.
  argument_key bigint,
  noise_key smallint NOT NULL CHECK (noise_key BETWEEN 0 AND 255)
);
CREATE INDEX fact_edition ON facts.fact (edition, ward);
CREATE TABLE facts.agency (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  code text NOT NULL, name text NOT NULL, kind text NOT NULL, PRIMARY KEY (edition, code)
);
CREATE TABLE facts.engagement (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  -- agency/key
  id text NOT NULL,
  agency text NOT NULL, key text NOT NULL, title text NOT NULL, kind text NOT NULL, participation text,
  opens date, closes date, channel text, decision_owner text, can_still_change text, url text, communities text[] NOT NULL,
  PRIMARY KEY (edition, id)
);
CREATE TABLE facts.statement (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  id uuid NOT NULL, agency text NOT NULL, engagement text NOT NULL,
  kind text NOT NULL, issued_on date, text text NOT NULL, action text, action_on date, place text,
  PRIMARY KEY (edition, id)
);
CREATE TABLE facts.community (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  code text NOT NULL, name text NOT NULL, kind text NOT NULL, PRIMARY KEY (edition, code)
);
CREATE TABLE facts.codebook (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  code text NOT NULL, version integer NOT NULL, document jsonb NOT NULL, PRIMARY KEY (edition, code)
);
CREATE TABLE facts.quote (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY, agency text NOT NULL, theme text NOT NULL, ward text NOT NULL, text text NOT NULL,
  PRIMARY KEY (edition, id)
);
CREATE TABLE facts.problem (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(), figure text NOT NULL, note text NOT NULL CHECK (length(note) <= 2000)
);
CREATE TABLE facts.setting (name text PRIMARY KEY, value text NOT NULL);
INSERT INTO facts.setting (name, value) VALUES ('city', 'Plymouth');
COMMENT ON TABLE facts.setting IS 'What the hub is: city, synthetic, and the secret behind keys (readable by the worker alone)';

-- A published edition never changes. Erasure of a person goes through a function of its own.
CREATE FUNCTION facts.is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a published edition never changes'; END $$;
${TABLES_OF_AN_EDITION.map((table) => {
  const number = table === 'edition' ? 'number' : 'edition';
  return `CREATE TRIGGER ${table}_stays BEFORE DELETE ON facts.${table} FOR EACH ROW WHEN (OLD.${number} > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER ${table}_unchanged BEFORE UPDATE ON facts.${table} FOR EACH ROW WHEN (OLD.${number} > 0 OR NEW.${number} > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON facts.${table} EXECUTE FUNCTION facts.is_immutable();`;
}).join('\n')}
-- What was published may be added to only while its own publication runs.
CREATE FUNCTION facts.is_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.edition > 0 AND NOT EXISTS (SELECT FROM facts.edition e WHERE e.number = NEW.edition AND e.xmin::text = pg_current_xact_id()::xid::text)
  THEN RAISE EXCEPTION 'edition % is published and never changes', NEW.edition; END IF;
  RETURN NEW;
END $$;
${['agency', 'engagement', 'statement', 'community', 'codebook', 'quote'].map((table) => `CREATE TRIGGER ${table}_sealed BEFORE INSERT ON facts.${table} FOR EACH ROW EXECUTE FUNCTION facts.is_sealed();`).join('\n')}
CREATE FUNCTION facts.facts_are_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE closed integer;
BEGIN
  SELECT n.edition INTO closed FROM (SELECT DISTINCT edition FROM added) n
    WHERE n.edition > 0 AND NOT EXISTS (SELECT FROM facts.edition e WHERE e.number = n.edition AND e.xmin::text = pg_current_xact_id()::xid::text) LIMIT 1;
  IF closed IS NOT NULL THEN RAISE EXCEPTION 'edition % is published and never changes', closed; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER fact_sealed AFTER INSERT ON facts.fact REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION facts.facts_are_sealed();
`;

const RIGHTS = [
  ...['fact', 'engagement', 'statement', 'quote'].map((table) =>
    rowSecurity(`facts.${table}`, { worker: true }),
  ),
  'GRANT UPDATE (versions, funnel, sources) ON facts.edition TO hub_worker; GRANT SELECT, INSERT, DELETE ON facts.edition, facts.fact, facts.agency, facts.engagement, facts.statement, facts.community, facts.codebook, facts.quote TO hub_worker;',
  'GRANT SELECT, INSERT, UPDATE ON facts.setting TO hub_worker; GRANT SELECT ON facts.problem TO hub_worker;',
].join('\n');

export class Facts0006 implements MigrationInterface {
  name = 'Facts1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + RIGHTS + FACTS_FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are undone by dropping the database.');
  }
}
