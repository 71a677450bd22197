import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * What comments are found by: their words without what is personal, and a vector of what these mean. Kept beside the answers,
 * and gone with them.
 */
const TABLES = `
CREATE TABLE coding.comment_index (
  answer bigint PRIMARY KEY REFERENCES engagement.answer(id) ON DELETE CASCADE,
  agency text NOT NULL,
  submission uuid NOT NULL REFERENCES engagement.submission(id) ON DELETE CASCADE,
  -- Counts up: an answer that is indexed anew is told from what it was.
  entry bigint GENERATED ALWAYS AS IDENTITY,
  words tsvector NOT NULL,
  -- Mean of its words' vectors, each number times 100; empty where none is known.
  meaning bytea NOT NULL
);
CREATE INDEX comment_index_words ON coding.comment_index USING gin (words);
CREATE INDEX comment_index_submission ON coding.comment_index (submission);
CREATE INDEX comment_index_agency ON coding.comment_index (agency, entry);
COMMENT ON TABLE coding.comment_index IS 'What comments are found by; words that are personal data are not among it';
ALTER TABLE coding.coded ADD COLUMN indexed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN coding.coded.indexed IS 'Whether its answers stand in coding.comment_index as they are now';
CREATE INDEX coded_not_indexed ON coding.coded (submission) WHERE NOT indexed;

-- Coded anew, because its words or what is personal in them may have changed: it is to be indexed anew.
CREATE FUNCTION coding.index_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.indexed := false; RETURN NEW; END $$;
CREATE TRIGGER coded_again BEFORE UPDATE OF personal_data ON coding.coded FOR EACH ROW EXECUTE FUNCTION coding.index_again();
`;

/**
 * Comments by their words, the best first: BM25 (Robertson and Zaragoza, 2009) with each word counted once a comment, as comments
 * are short. Row-level security keeps an index of words from being used; the function carries the same condition itself.
 */
const FUNCTIONS = `
CREATE FUNCTION coding.find_by_words(said text, most integer) RETURNS TABLE (answer bigint, score real, found integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  mine text[] := coalesce(access.session_agencies('analyst'), '{}');
  terms text[] := tsvector_to_array(to_tsvector('pg_catalog.english', said));
  each_term tsquery[]; any_term tsquery; every numeric;
BEGIN
  IF coalesce(cardinality(terms), 0) = 0 OR cardinality(mine) = 0 THEN RETURN; END IF;
  SELECT array_agg(quote_literal(t)::tsquery), string_agg(quote_literal(t), ' | ')::tsquery INTO each_term, any_term FROM unnest(terms) t;
  SELECT count(*) INTO every FROM coding.comment_index i WHERE i.agency = ANY (mine);
  RETURN QUERY
  WITH hit AS MATERIALIZED (
    SELECT i.answer AS id, length(i.words) AS len, ARRAY(SELECT n FROM generate_subscripts(each_term, 1) n WHERE i.words @@ each_term[n]) AS has
    FROM coding.comment_index i WHERE i.words @@ any_term AND i.agency = ANY (mine)),
  rarity AS (SELECT t.term, ln(1 + (every - count(*) + 0.5) / (count(*) + 0.5)) AS idf FROM hit, unnest(hit.has) AS t(term) GROUP BY t.term),
  whole AS (SELECT avg(len) AS mean, count(*)::integer AS many FROM hit)
  SELECT h.id, (sum(r.idf) * 2.2 / (1 + 1.2 * (0.25 + 0.75 * h.len / greatest(w.mean, 1))))::real AS s, w.many
  FROM hit h CROSS JOIN LATERAL unnest(h.has) AS t(term) JOIN rarity r ON r.term = t.term CROSS JOIN whole w
  GROUP BY h.id, h.len, w.mean, w.many ORDER BY s DESC, h.id LIMIT most;
END $$;

-- Vectors of what the asker may read, a stretch at a time; and how many there are, to tell whether those kept are still all.
CREATE FUNCTION coding.meanings(above bigint, most integer) RETURNS TABLE (entry bigint, answer bigint, meaning bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT i.entry, i.answer, i.meaning FROM coding.comment_index i
  WHERE i.agency = ANY (coalesce(access.session_agencies('analyst'), '{}')) AND i.entry > above ORDER BY i.entry LIMIT most
$$;
CREATE FUNCTION coding.meanings_held() RETURNS TABLE (many integer, last bigint, agencies text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT count(*)::integer, coalesce(max(i.entry), 0), (SELECT coalesce(array_agg(a ORDER BY a), '{}') FROM unnest(access.session_agencies('analyst')) a)
  FROM coding.comment_index i WHERE i.agency = ANY (coalesce(access.session_agencies('analyst'), '{}'))
$$;
REVOKE EXECUTE ON FUNCTION coding.find_by_words(text, integer), coding.meanings(bigint, integer), coding.meanings_held() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.find_by_words(text, integer), coding.meanings(bigint, integer), coding.meanings_held() TO hub_workbench;
`;

const RIGHTS = `
${rowSecurity('coding.comment_index', { worker: true, workbench: `agency = ANY ((SELECT access.session_agencies('analyst'))::text[])` })}
GRANT SELECT, INSERT, DELETE ON coding.comment_index TO hub_worker;
GRANT SELECT ON coding.comment_index TO hub_workbench;
`;

export class FindAndRead0044 implements MigrationInterface {
  name = 'FindAndRead1700000000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + FUNCTIONS + RIGHTS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
