/**
 * The doors of the facts. The published role selects no row: it asks for counts, and for the public
 * fields frozen with an edition. Edition 0, the working facts, is answered only to an analyst's session.
 */
export const FACTS_FUNCTIONS = `
-- Column of a dimension that has one value a row; NULL for the two that are sets and for what is no dimension.
CREATE FUNCTION facts.dimension_column(dimension text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT CASE WHEN dimension IN ('ward', 'agency', 'quarter', 'engagement', 'participation', 'age-band', 'sex', 'ethnic-group', 'disability', 'deprivation', 'source')
    THEN 'f.' || replace(dimension, '-', '_') END
$$;
-- Themes count at both levels, communities overlap: each is a set; nobody in any is one value, the empty text.
CREATE FUNCTION facts.dimension_set(dimension text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT CASE dimension
    WHEN 'theme' THEN 'CASE WHEN f.theme = f.theme_group THEN ARRAY[f.theme] ELSE ARRAY[f.theme, f.theme_group] END'
    WHEN 'community' THEN 'CASE WHEN cardinality(f.communities) = 0 THEN ARRAY[''''] ELSE f.communities END' END
$$;

-- Counts of one edition: distinct submissions, people and arguments per cell of up to three dimensions, under filters
-- {"dimension": ["value", ...]} (any of the values; all of the filters). Not granted: the two doors below are.
-- key_sum is the sum of the distinct people's noise keys, modulo 256: the rest of a person's key is a multiple of 256.
-- Keys are compared byte by byte ("C"): in the order of a language the same count takes seven times as long.
CREATE FUNCTION facts.count_cells(wanted integer, dimensions text[], filters jsonb, agencies text[])
RETURNS TABLE (keys text[], submissions bigint, people bigint, arguments bigint, key_sum bigint, health boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET work_mem = '64MB' AS $$
DECLARE froms text := 'facts.fact f'; columns text := ''; names text := ''; wheres text := 'f.edition = $1'; d text; v jsonb; n integer := 0;
BEGIN
  IF cardinality(dimensions) > 3 THEN RAISE EXCEPTION 'at most three dimensions'; END IF;
  FOREACH d IN ARRAY dimensions LOOP
    n := n + 1;
    IF facts.dimension_set(d) IS NOT NULL THEN
      froms := froms || format(' CROSS JOIN LATERAL unnest(%s) AS s%s(v)', facts.dimension_set(d), n);
      columns := columns || format('s%s.v COLLATE "C" AS k%s, ', n, n);
    ELSIF facts.dimension_column(d) IS NOT NULL THEN
      columns := columns || format('%s COLLATE "C" AS k%s, ', facts.dimension_column(d), n);
    ELSE RAISE EXCEPTION 'no such dimension';
    END IF;
    names := names || CASE WHEN n > 1 THEN ', ' ELSE '' END || 'h.k' || n;
  END LOOP;
  FOR d, v IN SELECT key, value FROM jsonb_each(coalesce(filters, '{}')) LOOP
    IF facts.dimension_set(d) IS NOT NULL THEN
      wheres := wheres || format(' AND %s && %L::text[]', facts.dimension_set(d), ARRAY(SELECT jsonb_array_elements_text(v)));
    ELSIF facts.dimension_column(d) IS NOT NULL THEN
      wheres := wheres || format(' AND %s = ANY (%L::text[])', facts.dimension_column(d), ARRAY(SELECT jsonb_array_elements_text(v)));
    ELSE RAISE EXCEPTION 'no such dimension';
    END IF;
  END LOOP;
  IF agencies IS NOT NULL THEN wheres := wheres || ' AND f.agency = ANY ($2)'; END IF;
  RETURN QUERY EXECUTE format(
    'SELECT ARRAY[%1$s]::text[], count(DISTINCT h.submission_key), count(DISTINCT h.person), count(DISTINCT h.argument_key),
       (sum(DISTINCT h.person) %% 256)::bigint, bool_or(h.health)
     FROM (SELECT %2$s f.submission_key, (f.person_key & ~255::bigint) | f.noise_key AS person, f.argument_key, f.health FROM %3$s WHERE %4$s) h
     %5$s',
    names, columns, froms, wheres, CASE WHEN n > 0 THEN 'GROUP BY ' || names ELSE 'HAVING count(*) > 0' END) USING wanted, agencies;
END $$;

CREATE FUNCTION facts.count_edition(wanted integer, dimensions text[], filters jsonb)
RETURNS TABLE (keys text[], submissions bigint, people bigint, arguments bigint, key_sum bigint, health boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF wanted < 1 THEN RAISE EXCEPTION 'working figures are not published'; END IF;
  RETURN QUERY SELECT * FROM facts.count_cells(wanted, dimensions, filters, NULL);
END $$;

-- Working figures: an analyst's session, over its own agencies.
CREATE FUNCTION facts.count_working(dimensions text[], filters jsonb)
RETURNS TABLE (keys text[], submissions bigint, people bigint, arguments bigint, key_sum bigint, health boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT coalesce('analyst' = ANY (access.session_roles()), false) THEN RAISE EXCEPTION 'working figures are for analysts'; END IF;
  RETURN QUERY SELECT * FROM facts.count_cells(0, dimensions, filters, access.session_agencies());
END $$;

-- What an analyst's session needs beside the counts: names, versions, and the funnel of its own agencies' sources.
CREATE FUNCTION facts.working() RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE own text[] := access.session_agencies();
BEGIN
  IF NOT coalesce('analyst' = ANY (access.session_roles()), false) THEN RAISE EXCEPTION 'working figures are for analysts'; END IF;
  RETURN (SELECT jsonb_build_object('versions', e.versions, 'dataTo', e.data_to, 'funnel', e.funnel,
    'sources', (SELECT coalesce(jsonb_agg(s), '[]') FROM jsonb_array_elements(e.sources) s WHERE s->>'agency' = ANY (own)),
    'agencies', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name, 'kind', a.kind) ORDER BY a.code), '[]')
      FROM facts.agency a WHERE a.edition = 0 AND a.code = ANY (own)),
    'engagements', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'agency', g.agency, 'title', g.title, 'participation', g.participation) ORDER BY g.id), '[]')
      FROM facts.engagement g WHERE g.edition = 0 AND g.agency = ANY (own)),
    'communities', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'kind', c.kind) ORDER BY c.code), '[]') FROM facts.community c WHERE c.edition = 0),
    'codebooks', (SELECT coalesce(jsonb_agg(b.document ORDER BY b.code), '[]') FROM facts.codebook b WHERE b.edition = 0))
    FROM facts.edition e WHERE e.number = 0);
END $$;

CREATE FUNCTION facts.editions() RETURNS SETOF facts.edition LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.edition WHERE number > 0 ORDER BY number DESC
$$;
CREATE FUNCTION facts.agencies_of(wanted integer) RETURNS SETOF facts.agency LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.agency WHERE edition = wanted AND wanted > 0 ORDER BY code
$$;
CREATE FUNCTION facts.engagements_of(wanted integer) RETURNS SETOF facts.engagement LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.engagement WHERE edition = wanted AND wanted > 0 ORDER BY id
$$;
CREATE FUNCTION facts.statements_of(wanted integer, engagement_id text) RETURNS SETOF facts.statement LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.statement WHERE edition = wanted AND wanted > 0 AND engagement = engagement_id ORDER BY issued_on DESC NULLS LAST, id
$$;
CREATE FUNCTION facts.communities_of(wanted integer) RETURNS SETOF facts.community LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.community WHERE edition = wanted AND wanted > 0 ORDER BY code
$$;
CREATE FUNCTION facts.codebook_of(wanted integer, wanted_code text) RETURNS SETOF facts.codebook LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.codebook WHERE edition = wanted AND wanted > 0 AND code = wanted_code
$$;
CREATE FUNCTION facts.codebooks_of(wanted integer) RETURNS SETOF facts.codebook LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.codebook WHERE edition = wanted AND wanted > 0 ORDER BY code
$$;
CREATE FUNCTION facts.quotes_of(wanted integer, wanted_theme text) RETURNS SETOF facts.quote LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.quote WHERE edition = wanted AND wanted > 0 AND theme = wanted_theme ORDER BY id
$$;
-- The reason why a pull stopped may quote the partner's address, so the public is told only that it did.
-- Freshness is of now, not of an edition: name, agency, last received, data to, what is expected, why stopped.
CREATE FUNCTION facts.freshness() RETURNS TABLE (source text, name text, agency text, agency_name text, agency_kind text,
  last_received timestamptz, data_to date, expected_every_days integer, stopped text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.code, s.name, s.agency, a.name, a.kind, d.last_received, d.data_to, s.expected_every_days,
    coalesce(CASE WHEN s.stopped_reason IS NOT NULL THEN 'it could not be fetched' END, CASE
      WHEN g.id IS NULL THEN 'there is no data-sharing agreement'
      WHEN g.until < current_date THEN 'the sharing agreement ended on ' || to_char(g.until, 'FMDD FMMonth YYYY') END)
  FROM intake.source s JOIN engagement.agency a ON a.code = s.agency
  LEFT JOIN intake.agreement g ON g.agency = s.agency AND g.id = s.agreement
  LEFT JOIN LATERAL (SELECT max(received_at) AS last_received, max(d.data_to) AS data_to FROM intake.delivery d
                     WHERE d.source = s.code AND d.status IN ('accepted','repeated')) d ON true
  ORDER BY s.agency, s.code
$$;
CREATE FUNCTION facts.about() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_object_agg(name, value), '{}') FROM facts.setting WHERE name IN ('city', 'synthetic')
$$;
CREATE FUNCTION facts.report_problem(wrong_figure text, said text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO facts.problem (figure, note) VALUES (left(wrong_figure, 500), left(said, 2000))
$$;
GRANT EXECUTE ON FUNCTION facts.count_edition(integer, text[], jsonb), facts.editions(), facts.agencies_of(integer), facts.engagements_of(integer),
  facts.statements_of(integer, text), facts.communities_of(integer), facts.codebook_of(integer, text), facts.codebooks_of(integer), facts.quotes_of(integer, text),
  facts.freshness(), facts.about(), facts.report_problem(text, text) TO hub_published;
GRANT EXECUTE ON FUNCTION facts.count_working(text[], jsonb), facts.working(), facts.freshness(), facts.about() TO hub_workbench;
`;
