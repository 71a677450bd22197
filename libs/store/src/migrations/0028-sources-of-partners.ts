import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

const SEES = 'agency = ANY ((SELECT access.session_agencies())::text[])';

/** Every mapping that a source was read by: a new one takes the place of the last, which stays to be looked at. */
const TABLES = `
CREATE TABLE intake.source_mapping (
  agency text NOT NULL,
  source text NOT NULL REFERENCES intake.source(code),
  number integer NOT NULL,
  mapping jsonb NOT NULL,
  field_kinds text[] NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  -- The account that set it on the page; null where it came by the command line or was there before.
  account text,
  PRIMARY KEY (source, number)
);
COMMENT ON TABLE intake.source_mapping IS 'Mappings of a source as they were set on the page, and the one before the first of them';
${rowSecurity('intake.source_mapping', { worker: true, workbench: SEES })}
GRANT SELECT ON intake.source_mapping TO hub_worker, hub_workbench;
CREATE FUNCTION intake.keep_mapping(wanted intake.source, by_account text) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO intake.source_mapping (agency, source, number, mapping, field_kinds, account)
  SELECT wanted.agency, wanted.code, coalesce(max(m.number), 0) + 1, wanted.mapping, wanted.field_kinds, by_account
  FROM intake.source_mapping m WHERE m.source = wanted.code RETURNING number
$$;
REVOKE EXECUTE ON FUNCTION intake.keep_mapping(intake.source, text) FROM PUBLIC;
`;

const FUNCTIONS = `
-- A partner's session makes a source for a layout of its own, within an agreement that stands today and covers what it carries.
-- Its code follows from its name; another one is found where that is taken. No key: files come by the page until one is given.
CREATE FUNCTION intake.add_own_source(base text, new_name text, of_agency text, under text, by_connector text, new_mapping jsonb, kinds text[])
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted intake.source; problem jsonb; stem text; copy integer := 1;
BEGIN
  IF NOT (of_agency = ANY (coalesce(access.session_agencies(), '{}')) AND 'partner' = ANY (coalesce(access.session_roles(), '{}'))) THEN
    RETURN jsonb_build_object('outcome', 'unknown'); END IF;
  IF NOT EXISTS (SELECT FROM intake.agreement a WHERE a.agency = of_agency AND a.id = under) THEN
    RETURN jsonb_build_object('outcome', 'unknown'); END IF;
  IF length(trim(new_name)) NOT BETWEEN 2 AND 120 THEN RETURN jsonb_build_object('outcome', 'unknown'); END IF;
  stem := coalesce(nullif(left(base, 50), ''), of_agency);
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.new-source', 0));
  wanted.code := stem;
  WHILE EXISTS (SELECT FROM intake.source s WHERE s.code = wanted.code) LOOP
    copy := copy + 1; wanted.code := stem || '-' || copy; END LOOP;
  wanted.agency := of_agency; wanted.agreement := under;
  problem := intake.agreement_problem(wanted, kinds);
  IF problem IS NOT NULL THEN RETURN problem || jsonb_build_object('outcome', 'refused'); END IF;
  INSERT INTO intake.source (code, agency, name, connector, mapping, field_kinds, agreement)
    VALUES (wanted.code, of_agency, trim(new_name), by_connector, new_mapping, kinds, under) RETURNING * INTO wanted;
  PERFORM intake.keep_mapping(wanted, access.session_account());
  PERFORM audit.record(access.session_account(), of_agency, 'source-added', wanted.code, jsonb_build_object('agreement', under, 'way', 'page'));
  RETURN jsonb_build_object('outcome', 'done', 'source', wanted.code);
END $$;

-- How the files of a partner's own source are read from now on; the mapping before is kept.
CREATE FUNCTION intake.set_own_mapping(source_code text, new_mapping jsonb, kinds text[])
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted intake.source; problem jsonb; kept integer;
BEGIN
  SELECT * INTO wanted FROM intake.source s WHERE s.code = source_code AND s.agency = ANY (access.session_agencies())
    AND 'partner' = ANY (access.session_roles()) FOR UPDATE;
  IF wanted.code IS NULL THEN RETURN jsonb_build_object('outcome', 'unknown'); END IF;
  IF wanted.mapping = new_mapping THEN RETURN jsonb_build_object('outcome', 'done', 'source', wanted.code); END IF;
  problem := intake.agreement_problem(wanted, kinds);
  IF problem IS NOT NULL THEN RETURN problem || jsonb_build_object('outcome', 'refused'); END IF;
  IF NOT EXISTS (SELECT FROM intake.source_mapping m WHERE m.source = wanted.code) THEN PERFORM intake.keep_mapping(wanted, NULL); END IF;
  UPDATE intake.source SET mapping = new_mapping, field_kinds = kinds WHERE code = wanted.code RETURNING * INTO wanted;
  kept := intake.keep_mapping(wanted, access.session_account());
  PERFORM audit.record(access.session_account(), wanted.agency, 'source-changed', wanted.code, jsonb_build_object('mapping', kept, 'way', 'page'));
  RETURN jsonb_build_object('outcome', 'done', 'source', wanted.code, 'mapping', kept);
END $$;
REVOKE EXECUTE ON FUNCTION intake.add_own_source(text, text, text, text, text, jsonb, text[]), intake.set_own_mapping(text, jsonb, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.add_own_source(text, text, text, text, text, jsonb, text[]), intake.set_own_mapping(text, jsonb, text[]) TO hub_workbench;
`;

export class SourcesOfPartners0028 implements MigrationInterface {
  name = 'SourcesOfPartners1700000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
