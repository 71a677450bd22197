import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/** Which submissions an edition has counted: so few people of whom none was are not in the next one until there are more. */
const COUNTED = `
CREATE TABLE engagement.counted (submission uuid PRIMARY KEY REFERENCES engagement.submission(id) ON DELETE CASCADE);
COMMENT ON TABLE engagement.counted IS 'Submissions that a published edition has counted; gone with the submission';
${rowSecurity('engagement.counted', { worker: true })}
GRANT SELECT, INSERT, DELETE ON engagement.counted TO hub_worker;
-- An edition counts what is finished, so what was there before the latest one is in it.
INSERT INTO engagement.counted (submission) SELECT s.id FROM engagement.submission s
WHERE s.received_at <= (SELECT max(e.published_at) FROM facts.edition e WHERE e.number > 0);
`;

/** Every public question asks for the editions. */
const EDITIONS = `
-- As before, each told row made once and not once a column.
CREATE OR REPLACE FUNCTION facts.editions() RETURNS SETOF facts.edition LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT told.* FROM facts.edition e CROSS JOIN LATERAL jsonb_populate_record(e, jsonb_build_object(
    'funnel', facts.told_numbers(e.funnel, e.released->'funnel') || jsonb_build_object('balanced', facts.adds_up(e.funnel)),
    'sources', coalesce((SELECT jsonb_agg(facts.told_numbers(s, e.released->'sources'->(s->>'source')) ORDER BY n)
      FROM jsonb_array_elements(e.sources) WITH ORDINALITY AS x(s, n)), '[]'),
    'released', NULL)) told
  WHERE e.number > 0 ORDER BY e.number DESC
$$;
-- What tells that there is another edition; '' before the first.
CREATE FUNCTION facts.latest_mark() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce((SELECT number || '/' || hash FROM facts.edition WHERE number > 0 ORDER BY number DESC LIMIT 1), '')
$$;
GRANT EXECUTE ON FUNCTION facts.latest_mark() TO hub_published, hub_worker;
`;

/**
 * Shares of comments stay, too: told anew once five of the sample have moved, or where they were made in another way. How large the sample is is
 * told to the nearest five.
 */
const SHARES = `
CREATE FUNCTION facts.keep_shares(edition integer) RETURNS void LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
  INSERT INTO facts.theme_share (edition, scope, theme, value, low, high, audited, method, tied_with)
  SELECT $1, n.scope, n.theme, k.value, k.low, k.high, k.audited, n.method, k.tied_with
  FROM facts.theme_share n
  LEFT JOIN facts.theme_share b ON b.edition = $1 - 1 AND b.edition > 0 AND b.scope = n.scope AND b.theme = n.theme AND b.method = n.method
    AND (SELECT now.versions->'coder' = past.versions->'coder' AND now.versions->'codebook' = past.versions->'codebook'
         FROM facts.edition now, facts.edition past WHERE now.number = $1 AND past.number = $1 - 1)
  CROSS JOIN LATERAL (SELECT abs(n.audited - b.audited) < 5 AND abs(n.value - b.value) * n.audited < 5 AS stays) moved
  CROSS JOIN LATERAL (SELECT CASE WHEN stays THEN b.value ELSE n.value END AS value, CASE WHEN stays THEN b.low ELSE n.low END AS low,
    CASE WHEN stays THEN b.high ELSE n.high END AS high, CASE WHEN stays THEN b.audited ELSE n.audited END AS audited,
    CASE WHEN stays THEN b.tied_with ELSE n.tied_with END AS tied_with) k
  WHERE n.edition = 0
$$;
GRANT EXECUTE ON FUNCTION facts.keep_shares(integer) TO hub_worker;
CREATE OR REPLACE FUNCTION facts.theme_shares_of(wanted integer) RETURNS SETOF facts.theme_share LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH scopes AS (SELECT DISTINCT scope FROM facts.theme_share WHERE edition = wanted AND wanted > 0),
  sized AS (
    SELECT s.scope, count(DISTINCT f.submission_key) AS comments, coalesce(bool_or(f.health), false) AS health
    FROM scopes s JOIN facts.fact f ON f.edition = wanted AND f.argument_key IS NOT NULL
      AND (s.scope = 'all' OR s.scope = 'agency/' || f.agency OR (s.scope LIKE 'community/%' AND substr(s.scope, 11) = ANY (f.communities)))
    GROUP BY s.scope)
  SELECT (jsonb_populate_record(t, jsonb_build_object('audited', round(t.audited / 5.0) * 5))).*
  FROM facts.theme_share t JOIN sized s ON s.scope = t.scope
  WHERE t.edition = wanted AND t.audited * 5 <= s.comments AND round(t.audited * t.value::numeric) >= CASE WHEN s.health THEN 8 ELSE 5 END
  ORDER BY t.scope, t.value DESC, t.theme
$$;
`;

export class NewPeople0032 implements MigrationInterface {
  name = 'NewPeople1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(COUNTED + EDITIONS + SHARES));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
