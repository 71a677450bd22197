import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What fewer than ten people call their community is no community (0021). Editions of before name such: their names, and the codes that are made
 * of these, are told no more. Figures, files and the edition's hash stay, and the edition says what was withdrawn.
 */
const TABLES = `
CREATE TABLE facts.withdrawn_label (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE CHECK (edition > 0),
  code text NOT NULL,
  -- The code that stands for it where anything is told: one label has the same in all editions.
  told text NOT NULL,
  PRIMARY KEY (edition, code), UNIQUE (edition, told)
);
COMMENT ON TABLE facts.withdrawn_label IS 'Communities of editions made before the rule of ten, which are told without their name';
`;

const FUNCTIONS = `
CREATE FUNCTION facts.withdraw_labels() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE many integer;
BEGIN
  WITH held AS (
    SELECT f.edition, x.code, count(DISTINCT f.person_key) AS people FROM facts.fact f CROSS JOIN LATERAL unnest(f.communities) x(code)
    WHERE f.edition > 0 GROUP BY 1, 2),
  small AS (
    SELECT c.edition, c.code FROM facts.community c LEFT JOIN held h ON h.edition = c.edition AND h.code = c.code
    WHERE c.edition > 0 AND NOT (c.kind = 'geography' AND c.code ~ '^E[0-9]{8}$')
      AND NOT EXISTS (SELECT FROM linkage.community l WHERE l.code = c.code AND l.listed)
      AND coalesce(h.people, 0) < 10)
  INSERT INTO facts.withdrawn_label (edition, code, told)
    SELECT s.edition, s.code, 'withdrawn-' || dense_rank() OVER (ORDER BY s.code COLLATE "C") FROM small s ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS many = ROW_COUNT;
  RETURN many;
END $$;
SELECT facts.withdraw_labels();

CREATE OR REPLACE FUNCTION facts.communities_of(wanted integer) RETURNS SETOF facts.community LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT c.edition, coalesce(w.told, c.code), CASE WHEN w.told IS NULL THEN c.name ELSE 'Name withdrawn: fewer than ten people' END, c.kind
  FROM facts.community c LEFT JOIN facts.withdrawn_label w ON w.edition = c.edition AND w.code = c.code
  WHERE c.edition = wanted AND wanted > 0 ORDER BY 2
$$;
-- As its facts and tables have them, in the order that these were made in: the codes of the withdrawn ones never leave the hub, what is told is beside them.
CREATE FUNCTION facts.communities_counted(wanted integer) RETURNS TABLE (code text, told text, name text, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT c.code, w.told, CASE WHEN w.told IS NULL THEN c.name ELSE 'Name withdrawn: fewer than ten people' END, c.kind
  FROM facts.community c LEFT JOIN facts.withdrawn_label w ON w.edition = c.edition AND w.code = c.code
  WHERE c.edition = wanted AND wanted > 0 ORDER BY c.code
$$;
-- What an edition told and tells no more. Receipts were exact until some time before editions kept what they were counted by.
CREATE FUNCTION facts.withdrawn_from(wanted integer) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT array_remove(ARRAY[
    CASE WHEN EXISTS (SELECT FROM facts.withdrawn_label w WHERE w.edition = wanted) THEN 'labels' END,
    CASE WHEN NOT EXISTS (SELECT FROM facts.part p WHERE p.edition = wanted AND p.name = 'policy') THEN 'receipts' END], NULL)
$$;
REVOKE EXECUTE ON FUNCTION facts.withdraw_labels(), facts.communities_counted(integer), facts.withdrawn_from(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.communities_counted(integer) TO hub_published, hub_worker;
GRANT EXECUTE ON FUNCTION facts.withdrawn_from(integer) TO hub_published;
`;

export class WithdrawnLabels0067 implements MigrationInterface {
  name = 'WithdrawnLabels1700000000067';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
