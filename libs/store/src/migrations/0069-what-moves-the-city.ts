import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What moves a figure of the city by over a tenth wants its second from another agency, where there is one: of a coder judged by the city's corrected
 * figures, and of a publication by the people that the working facts have beside those of the latest edition.
 */
const MOVES = `
CREATE OR REPLACE FUNCTION coding.moves_a_figure(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM coding.run r, jsonb_to_recordset(CASE WHEN jsonb_typeof(r.comparison->'themes') = 'array' THEN r.comparison->'themes' ELSE '[]' END)
      AS t(theme text, before numeric, after numeric, goes boolean, times numeric, "gradeBefore" text)
    WHERE r.kind = 'train' AND r.model_version = wanted AND CASE
      -- A figure that is told moves by what its corrected people would be times; without that, and where the theme goes, it is told no more.
      WHEN t."gradeBefore" IN ('ready', 'indicative') THEN coalesce(t.goes, false) OR t.times IS NULL OR abs(t.times - 1) > .1
      WHEN t."gradeBefore" = 'learning' THEN false
      -- Where nothing was checked, or a theme is new, comments are all there is to go by.
      ELSE greatest(t.before, t.after) >= 50 AND abs(t.after - t.before) > .1 * t.before END)
$$;
-- Themes of which the latest edition tells how many people of the city raise them. Up to five either way is what rounding may do by itself.
CREATE FUNCTION facts.publication_moves() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH latest AS (SELECT max(e.number) AS number FROM facts.edition e WHERE e.number > 0),
  graded AS (SELECT g->>'theme' AS theme, g->>'grade' AS grade FROM latest l JOIN facts.part p ON p.edition = l.number AND p.name = 'grades', jsonb_array_elements(p.body) g),
  raised AS (
    SELECT f.edition, x.theme, count(DISTINCT f.person_key) AS people
    FROM latest l JOIN facts.fact f ON f.edition IN (0, l.number) CROSS JOIN LATERAL unnest(ARRAY[f.theme, f.theme_group]) x(theme) WHERE x.theme <> '' GROUP BY 1, 2)
  SELECT EXISTS (
    SELECT FROM (SELECT theme, coalesce(max(people) FILTER (WHERE edition > 0), 0) AS before, coalesce(max(people) FILTER (WHERE edition = 0), 0) AS now FROM raised GROUP BY theme) r
    LEFT JOIN graded g ON g.theme = r.theme
    WHERE r.before > 0 AND (g.grade IN ('ready', 'indicative') OR NOT EXISTS (SELECT FROM graded))
      AND (abs(r.now - r.before) > greatest(.1 * r.before, 5)
        OR (SELECT t.grade FROM coding.theme_grade t WHERE t.theme = r.theme) = 'learning'))
$$;
CREATE OR REPLACE FUNCTION facts.propose_publication(because text, words jsonb) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('lead', 'only a lead publishes'); p access.proposal;
BEGIN
  p := access.propose('publication', 'edition', words, because, facts.publication_moves());
  RETURN p.id;
END $$;
REVOKE EXECUTE ON FUNCTION facts.publication_moves() FROM PUBLIC;
`;

export class WhatMovesTheCity0069 implements MigrationInterface {
  name = 'WhatMovesTheCity1700000000069';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(MOVES));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
