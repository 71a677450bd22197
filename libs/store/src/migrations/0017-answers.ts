import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * Closed answers in the facts: which questions an engagement asked, what could be answered, and what each submission
 * chose. A submission holds places in its own engagement's list of options, not codes, so that it takes as many bits as
 * one engagement has options and not as many as all have.
 */
const KEPT = `
ALTER TABLE engagement.question ADD COLUMN options text[] NOT NULL DEFAULT '{}', ADD COLUMN position integer;
COMMENT ON COLUMN engagement.question.options IS 'In the order asked; empty where the source does not say';
`;

const TABLES = `
ALTER TABLE facts.fact ADD COLUMN options text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN facts.fact.options IS 'Places in facts.option of the submission''s engagement';
CREATE TABLE facts.question (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  engagement text NOT NULL, key text NOT NULL, position integer NOT NULL, text text NOT NULL, kind text NOT NULL,
  PRIMARY KEY (edition, engagement, key)
);
CREATE TABLE facts.option (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  engagement text NOT NULL, place integer NOT NULL CHECK (place >= 0), question text NOT NULL,
  code text NOT NULL, label text NOT NULL, role text NOT NULL CHECK (role IN ('base', 'option', 'other', 'dont-know', 'declined')),
  PRIMARY KEY (edition, engagement, place), UNIQUE (edition, engagement, question, code)
);
${['question', 'option']
  .map(
    (
      table,
    ) => `CREATE TRIGGER ${table}_stays BEFORE DELETE ON facts.${table} FOR EACH ROW WHEN (OLD.edition > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER ${table}_unchanged BEFORE UPDATE ON facts.${table} FOR EACH ROW WHEN (OLD.edition > 0 OR NEW.edition > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON facts.${table} EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER ${table}_sealed BEFORE INSERT ON facts.${table} FOR EACH ROW EXECUTE FUNCTION facts.is_sealed();
${rowSecurity(`facts.${table}`, { worker: true })}
GRANT SELECT, INSERT, DELETE ON facts.${table} TO hub_worker;`,
  )
  .join('\n')}

CREATE OR REPLACE FUNCTION facts.dimension_set(dimension text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT CASE dimension
    WHEN 'theme' THEN 'CASE WHEN f.theme = f.theme_group THEN ARRAY[f.theme] ELSE ARRAY[f.theme, f.theme_group] END'
    WHEN 'community' THEN 'CASE WHEN cardinality(f.communities) = 0 THEN ARRAY[''''] ELSE f.communities END'
    WHEN 'option' THEN 'f.options' END
$$;

CREATE FUNCTION facts.questions_of(wanted integer) RETURNS SETOF facts.question LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.question WHERE edition = wanted AND wanted > 0 ORDER BY engagement, position, key
$$;
CREATE FUNCTION facts.options_of(wanted integer) RETURNS SETOF facts.option LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.option WHERE edition = wanted AND wanted > 0 ORDER BY engagement, place
$$;
-- An analyst's working figures: questions and options of the own agencies' engagements.
CREATE FUNCTION facts.working_questions() RETURNS SETOF facts.question LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT q.* FROM facts.question q JOIN facts.engagement g ON g.edition = 0 AND g.id = q.engagement
  WHERE q.edition = 0 AND coalesce('analyst' = ANY (access.session_roles()), false) AND g.agency = ANY (access.session_agencies())
  ORDER BY q.engagement, q.position, q.key
$$;
CREATE FUNCTION facts.working_options() RETURNS SETOF facts.option LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT o.* FROM facts.option o JOIN facts.engagement g ON g.edition = 0 AND g.id = o.engagement
  WHERE o.edition = 0 AND coalesce('analyst' = ANY (access.session_roles()), false) AND g.agency = ANY (access.session_agencies())
  ORDER BY o.engagement, o.place
$$;
GRANT EXECUTE ON FUNCTION facts.questions_of(integer), facts.options_of(integer) TO hub_published;
GRANT EXECUTE ON FUNCTION facts.working_questions(), facts.working_options() TO hub_workbench;
`;

export class Answers0017 implements MigrationInterface {
  name = 'Answers1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(KEPT + TABLES));
  }

  async down(): Promise<void> {
    throw new Error('Editions hold answers: there is no way back.');
  }
}
