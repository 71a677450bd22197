/**
 * Counting with the keys that disclosure needs. A cell's key sums are over its distinct people, submissions and
 * arguments, modulo 256: a person's key is its noise key, a submission's and an argument's are the last eight bits of
 * theirs. Each is first told apart by hashing and then counted, so that no distinct sort runs over the whole table.
 */
const COUNTED =
  'keys text[], submissions bigint, people bigint, arguments bigint, key_sum bigint, submission_key_sum bigint, argument_key_sum bigint, health boolean';

export const COUNT_CELLS = `
DROP FUNCTION facts.count_working(text[], jsonb);
DROP FUNCTION facts.count_edition(integer, text[], jsonb);
DROP FUNCTION facts.count_cells(integer, text[], jsonb, text[]);

-- Counts of one edition: distinct submissions, people and arguments per cell of up to three dimensions, under filters
-- {"dimension": ["value", ...]} (any of the values; all of the filters). Not granted: the two doors below are.
-- Keys are compared byte by byte ("C"): in the order of a language the same count takes seven times as long.
CREATE FUNCTION facts.count_cells(wanted integer, dimensions text[], filters jsonb, agencies text[])
RETURNS TABLE (${COUNTED})
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET work_mem = '64MB' AS $$
DECLARE froms text := 'facts.fact f'; columns text := ''; names text := 'k0'; arrayed text := ''; wheres text := 'f.edition = $1'; d text; v jsonb; n integer := 0;
BEGIN
  IF cardinality(dimensions) > 3 THEN RAISE EXCEPTION 'at most three dimensions'; END IF;
  FOREACH d IN ARRAY dimensions LOOP
    n := n + 1;
    IF facts.dimension_set(d) IS NOT NULL THEN
      froms := froms || format(' CROSS JOIN LATERAL unnest(%s) AS s%s(v)', facts.dimension_set(d), n);
      columns := columns || format(', s%s.v COLLATE "C" AS k%s', n, n);
    ELSIF facts.dimension_column(d) IS NOT NULL THEN
      columns := columns || format(', %s COLLATE "C" AS k%s', facts.dimension_column(d), n);
    ELSE RAISE EXCEPTION 'no such dimension';
    END IF;
    names := names || ', k' || n;
    arrayed := arrayed || CASE WHEN n > 1 THEN ', ' ELSE '' END || 'k' || n;
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
    'WITH h AS MATERIALIZED (SELECT DISTINCT 0 AS k0%2$s, f.submission_key, f.person_key, f.noise_key, f.argument_key, f.health FROM %3$s WHERE %4$s),
     s AS (SELECT %5$s, count(*) AS many, sum(submission_key & 255) AS keys, bool_or(health) AS health FROM h GROUP BY %5$s),
     p AS (SELECT %5$s, count(*) AS many, sum(noise_key) AS keys FROM (SELECT DISTINCT %5$s, person_key, noise_key FROM h) x GROUP BY %5$s),
     a AS (SELECT %5$s, count(*) AS many, sum(argument_key & 255) AS keys FROM (SELECT DISTINCT %5$s, argument_key FROM h WHERE argument_key IS NOT NULL) x GROUP BY %5$s)
     SELECT ARRAY[%1$s]::text[], s.many, p.many, coalesce(a.many, 0), (p.keys & 255)::bigint, (s.keys::bigint & 255), (coalesce(a.keys, 0)::bigint & 255), s.health
     FROM s JOIN p USING (%5$s) LEFT JOIN a USING (%5$s)',
    arrayed, columns, froms, wheres, names) USING wanted, agencies;
END $$;

CREATE FUNCTION facts.count_edition(wanted integer, dimensions text[], filters jsonb) RETURNS TABLE (${COUNTED})
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF wanted < 1 THEN RAISE EXCEPTION 'working figures are not published'; END IF;
  RETURN QUERY SELECT * FROM facts.count_cells(wanted, dimensions, filters, NULL);
END $$;

-- Working figures: an analyst's session, over its own agencies.
CREATE FUNCTION facts.count_working(dimensions text[], filters jsonb) RETURNS TABLE (${COUNTED})
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT coalesce('analyst' = ANY (access.session_roles()), false) THEN RAISE EXCEPTION 'working figures are for analysts'; END IF;
  RETURN QUERY SELECT * FROM facts.count_cells(0, dimensions, filters, access.session_agencies());
END $$;
GRANT EXECUTE ON FUNCTION facts.count_edition(integer, text[], jsonb) TO hub_published;
GRANT EXECUTE ON FUNCTION facts.count_working(text[], jsonb) TO hub_workbench;

-- What orders the noise of published figures. Of its own: who knows it can't make a person's key, and the worker, who makes keys, can't read it.
CREATE TABLE facts.noise (one boolean PRIMARY KEY DEFAULT true CHECK (one), secret text NOT NULL);
INSERT INTO facts.noise (secret) VALUES (encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex'));
COMMENT ON TABLE facts.noise IS 'The secret behind the noise of published figures; read through facts.noise_secret by the published role alone';
CREATE FUNCTION facts.noise_secret() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT secret FROM facts.noise
$$;
GRANT EXECUTE ON FUNCTION facts.noise_secret() TO hub_published;
`;
