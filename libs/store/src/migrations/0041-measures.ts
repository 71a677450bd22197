import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * Which questions ask the same again: joined to a measure's wording by a person with a reason, never by the hub alone. A joining
 * is not changed: it ends, and another one begins. An edition freezes the joinings and the measures as they were.
 */
const JOINED = `
CREATE TABLE engagement.measured (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency text NOT NULL, engagement text NOT NULL, question text NOT NULL,
  measure text NOT NULL, wording text NOT NULL, selection text NOT NULL CHECK (selection IN ('sample', 'open')),
  reason text NOT NULL CHECK (length(btrim(reason)) BETWEEN 10 AND 500),
  confirmed_by text NOT NULL, confirmed_at timestamptz NOT NULL DEFAULT now(),
  ended_by text, ended_at timestamptz, ended_reason text,
  FOREIGN KEY (agency, engagement, question) REFERENCES engagement.question(agency, engagement, key),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_reason IS NULL))
);
COMMENT ON TABLE engagement.measured IS 'Questions that ask a measure again, as people confirmed; selection: drawn by lot, or open to whoever came';
CREATE UNIQUE INDEX measured_once ON engagement.measured (agency, engagement, question) WHERE ended_at IS NULL;
CREATE FUNCTION engagement.measured_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
    OR (OLD.agency, OLD.engagement, OLD.question, OLD.measure, OLD.wording, OLD.selection, OLD.reason, OLD.confirmed_by, OLD.confirmed_at)
      IS DISTINCT FROM (NEW.agency, NEW.engagement, NEW.question, NEW.measure, NEW.wording, NEW.selection, NEW.reason, NEW.confirmed_by, NEW.confirmed_at)
  THEN RAISE EXCEPTION 'a joining ends, and is not changed'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measured_stays BEFORE UPDATE OR DELETE ON engagement.measured FOR EACH ROW EXECUTE FUNCTION engagement.measured_stays();
${rowSecurity('engagement.measured', { worker: true, workbench: "agency = ANY ((SELECT access.session_agencies('analyst'))::text[])" })}
GRANT SELECT, INSERT ON engagement.measured TO hub_worker;
GRANT SELECT ON engagement.measured TO hub_workbench;

-- Ends what a question was joined to, if anything, and joins it anew. False where the question is not the session's to join.
CREATE FUNCTION engagement.confirm_measure(wanted_agency text, wanted_engagement text, wanted_question text, wanted_measure text, wanted_wording text,
  chosen text, why text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('analyst', 'only an analyst joins questions');
BEGIN
  IF NOT wanted_agency = ANY (access.session_agencies('analyst')) OR NOT EXISTS (SELECT FROM engagement.question q
    WHERE q.agency = wanted_agency AND q.engagement = wanted_engagement AND q.key = wanted_question AND q.kind NOT IN ('free-text', 'vote'))
  THEN RETURN false; END IF;
  UPDATE engagement.measured SET ended_at = now(), ended_by = who, ended_reason = why
    WHERE agency = wanted_agency AND engagement = wanted_engagement AND question = wanted_question AND ended_at IS NULL;
  INSERT INTO engagement.measured (agency, engagement, question, measure, wording, selection, reason, confirmed_by)
    VALUES (wanted_agency, wanted_engagement, wanted_question, wanted_measure, wanted_wording, chosen, btrim(why), who);
  PERFORM audit.record(who, wanted_agency, 'measure-confirmed', wanted_engagement, jsonb_build_object('question', left(wanted_question, 200), 'measure', wanted_measure, 'wording', wanted_wording));
  RETURN true;
END $$;
CREATE FUNCTION engagement.end_measure(wanted_agency text, wanted_engagement text, wanted_question text, why text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('analyst', 'only an analyst parts questions');
BEGIN
  IF NOT wanted_agency = ANY (access.session_agencies('analyst')) THEN RETURN false; END IF;
  UPDATE engagement.measured SET ended_at = now(), ended_by = who, ended_reason = btrim(why)
    WHERE agency = wanted_agency AND engagement = wanted_engagement AND question = wanted_question AND ended_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM audit.record(who, wanted_agency, 'measure-ended', wanted_engagement, jsonb_build_object('question', left(wanted_question, 200)));
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION engagement.confirm_measure(text, text, text, text, text, text, text), engagement.end_measure(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION engagement.confirm_measure(text, text, text, text, text, text, text), engagement.end_measure(text, text, text, text) TO hub_workbench;
`;

const TABLES = ['measure', 'measured'];
const FROZEN = `
CREATE TABLE facts.measure (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  code text NOT NULL, version integer NOT NULL, position integer NOT NULL, document jsonb NOT NULL,
  PRIMARY KEY (edition, code)
);
CREATE TABLE facts.measured (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  measure text NOT NULL, engagement text NOT NULL, question text NOT NULL, wording text NOT NULL, selection text NOT NULL,
  method text NOT NULL, communities text[] NOT NULL, asked date, reason text NOT NULL,
  PRIMARY KEY (edition, engagement, question)
);
${TABLES.map(
  (
    table,
  ) => `CREATE TRIGGER ${table}_stays BEFORE DELETE ON facts.${table} FOR EACH ROW WHEN (OLD.edition > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER ${table}_unchanged BEFORE UPDATE ON facts.${table} FOR EACH ROW WHEN (OLD.edition > 0 OR NEW.edition > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON facts.${table} EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER ${table}_sealed BEFORE INSERT ON facts.${table} FOR EACH ROW EXECUTE FUNCTION facts.is_sealed();
${rowSecurity(`facts.${table}`, { worker: true })}
GRANT SELECT, INSERT, DELETE ON facts.${table} TO hub_worker;`,
).join('\n')}
CREATE FUNCTION facts.measures_of(wanted integer) RETURNS SETOF facts.measure LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.measure WHERE edition = wanted AND wanted > 0 ORDER BY position
$$;
CREATE FUNCTION facts.measured_of(wanted integer) RETURNS SETOF facts.measured LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.measured WHERE edition = wanted AND wanted > 0 ORDER BY asked, engagement, question
$$;
-- An analyst's working figures: joinings of the own agencies' engagements, as they stand now.
CREATE FUNCTION facts.working_measured() RETURNS SETOF facts.measured LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT m.* FROM facts.measured m JOIN facts.engagement g ON g.edition = 0 AND g.id = m.engagement
  WHERE m.edition = 0 AND g.agency = ANY (access.session_agencies('analyst')) ORDER BY m.asked, m.engagement, m.question
$$;
REVOKE EXECUTE ON FUNCTION facts.measures_of(integer), facts.measured_of(integer), facts.working_measured() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.measures_of(integer), facts.measured_of(integer) TO hub_published;
GRANT EXECUTE ON FUNCTION facts.working_measured() TO hub_workbench;
`;

export class Measures0041 implements MigrationInterface {
  name = 'Measures1700000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(JOINED + FROZEN));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
