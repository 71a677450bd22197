import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What moves a figure of the city by over a tenth wants its second from another agency, where there is one: of a coder judged by the city's corrected
 * figures, and of a publication by the corrected people of the working facts beside those of the latest edition, asked again when the second agrees.
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
-- What the people of a theme that is told are times: as the latest edition keeps it, and as the next would. A factor is kept in hundredths, and stays until
-- five codings of the audit have moved (libs/facts/src/publish/grades.ts). No row: not told.
CREATE FUNCTION facts.told_times(is_next boolean) RETURNS TABLE (theme text, times numeric) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH latest AS (SELECT max(e.number) AS number FROM facts.edition e WHERE e.number > 0),
  kept AS (
    SELECT g->>'theme' AS theme, g->>'grade' AS grade, coalesce((g->>'recoding')::boolean, false) AS recoding, (g->'factor'->>'value')::numeric AS factor,
      g->>'coder' AS coder, g->>'codebook' AS codebook, (g->>'codebookVersion')::integer AS version
    FROM latest l JOIN facts.part p ON p.edition = l.number AND p.name = 'grades', jsonb_array_elements(p.body) g),
  found AS (
    SELECT t.*, coalesce((t.findings->>'codings')::integer, 0) AS codings, coalesce((t.findings->>'positives')::integer, 0) AS positives,
      coalesce((t.findings->>'auditedYes')::integer, 0) AS yes,
      CASE WHEN (t.findings->>'coded')::numeric > 0 AND (t.findings->'share'->>'value')::numeric > 0 AND (t.findings->'recall'->>'value')::numeric > 0
        THEN nullif(round((t.findings->'share'->>'value')::numeric / (t.findings->>'coded')::numeric, 2), 0) END AS factor
    FROM coding.theme_grade t WHERE t.theme NOT IN ('other', 'no-answer')),
  coming AS (
    SELECT f.theme, f.recoding > 0 AS recoding,
      CASE WHEN k.theme IS NOT NULL THEN k.grade WHEN f.findings IS NOT NULL AND f.factor IS NULL THEN 'learning' ELSE f.grade END AS grade,
      CASE WHEN k.theme IS NOT NULL THEN k.factor ELSE f.factor END AS factor
    FROM found f CROSS JOIN latest l LEFT JOIN coding.edition_grade s ON s.edition = l.number AND s.theme = f.theme
    LEFT JOIN kept k ON k.theme = f.theme AND k.coder = f.model_version AND k.codebook = f.codebook AND k.version = f.codebook_version
      AND greatest(abs(f.codings - s.codings), abs(f.positives - s.positives), abs(f.yes - s.audited_yes)) < 5)
  SELECT x.theme, coalesce(x.factor, 1) FROM (SELECT c.theme, c.grade, c.recoding, c.factor FROM coming c WHERE is_next
    UNION ALL SELECT k.theme, k.grade, k.recoding, k.factor FROM kept k WHERE NOT is_next) x
  WHERE x.grade IN ('ready', 'indicative') AND NOT x.recoding
$$;
-- Does what the next edition would tell of the city differ by over a tenth from what the latest tells: its people, and those of each theme that either tells,
-- corrected as each corrects them? Up to five either way is what rounding may do by itself. Before there are grades, people as they were counted.
CREATE FUNCTION facts.publication_moves() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH latest AS (SELECT max(e.number) AS number FROM facts.edition e WHERE e.number > 0),
  has AS (SELECT EXISTS (SELECT FROM latest l JOIN facts.part p ON p.edition = l.number AND p.name = 'grades' AND p.body <> '[]') AS before, EXISTS (SELECT FROM coding.theme_grade) AS now),
  counted AS (
    SELECT f.edition > 0 AS published, x.theme, count(DISTINCT f.person_key) AS people
    FROM latest l JOIN facts.fact f ON f.edition IN (0, l.number) CROSS JOIN LATERAL unnest(ARRAY['', f.theme, f.theme_group]) x(theme) GROUP BY 1, 2),
  told AS (
    SELECT c.theme, coalesce(max(c.people * CASE WHEN c.theme = '' OR NOT h.before THEN 1 ELSE b.times END) FILTER (WHERE c.published), 0) AS before,
      coalesce(max(c.people * CASE WHEN c.theme = '' OR NOT h.now THEN 1 ELSE n.times END) FILTER (WHERE NOT c.published), 0) AS now
    FROM counted c CROSS JOIN has h LEFT JOIN facts.told_times(false) b ON b.theme = c.theme LEFT JOIN facts.told_times(true) n ON n.theme = c.theme GROUP BY c.theme)
  SELECT EXISTS (SELECT FROM told t WHERE abs(t.now - t.before) > greatest(.1 * t.before, 5)) AND EXISTS (SELECT FROM latest l WHERE l.number IS NOT NULL)
$$;
CREATE OR REPLACE FUNCTION facts.propose_publication(because text, words jsonb) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('lead', 'only a lead publishes'); p access.proposal; moves boolean := false;
BEGIN
  -- Whoever decides alone needs no second from anywhere: nothing is counted to say so.
  IF EXISTS (SELECT FROM access.holders('lead') h WHERE h.name <> who) THEN moves := facts.publication_moves(); END IF;
  p := access.propose('publication', 'edition', words, because, moves);
  RETURN p.id;
END $$;
-- The second's word: done, declined, withdrawn (by the first), or why not. What came in since an edition was proposed may move it by now.
CREATE OR REPLACE FUNCTION access.answer_proposal(wanted bigint, agrees boolean, said text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE p access.proposal; who text := audit.actor(); becomes text;
BEGIN
  SELECT * INTO p FROM access.proposal x WHERE x.id = wanted FOR UPDATE;
  IF p.id IS NULL OR NOT EXISTS (SELECT FROM access.proposal_kind k, access.holders(k.role) h WHERE k.kind = p.kind AND h.name = who) THEN RETURN 'unknown'; END IF;
  IF p.state <> 'waiting' THEN RETURN 'decided'; END IF;
  IF p.proposed_by = who AND agrees THEN RETURN 'own'; END IF;
  IF agrees AND p.kind = 'publication' AND NOT p.elsewhere THEN p.elsewhere := facts.publication_moves(); END IF;
  IF agrees AND NOT access.may_second(p, who) THEN RETURN 'elsewhere'; END IF;
  becomes := CASE WHEN agrees THEN 'done' WHEN p.proposed_by = who THEN 'withdrawn' ELSE 'declined' END;
  UPDATE access.proposal x SET state = becomes, elsewhere = p.elsewhere, second = CASE WHEN x.proposed_by = who THEN NULL ELSE who END,
    remark = left(btrim(coalesce(said, '')), 500), decided_at = now() WHERE x.id = p.id;
  PERFORM access.do_proposal(p.id, agrees);
  PERFORM audit.note(NULL, CASE becomes WHEN 'done' THEN 'proposal-agreed' ELSE 'proposal-' || becomes END, p.id::text, jsonb_build_object('kind', p.kind));
  RETURN becomes;
END $$;
REVOKE EXECUTE ON FUNCTION facts.publication_moves(), facts.told_times(boolean) FROM PUBLIC;
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
