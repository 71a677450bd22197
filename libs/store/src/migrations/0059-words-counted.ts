import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * How many comments of an agency hold a word, kept as comments are indexed and erased: what a word tells is known before any comment is
 * read, so that comments are read for their rarest words only.
 */
const TABLES = `
CREATE TABLE coding.index_word (
  word text NOT NULL,
  agency text NOT NULL,
  comments integer NOT NULL,
  PRIMARY KEY (word, agency)
);
CREATE TABLE coding.index_size (
  agency text PRIMARY KEY,
  comments integer NOT NULL,
  -- Different words of each comment, summed up.
  words bigint NOT NULL
);
COMMENT ON TABLE coding.index_word IS 'How many comments of an agency hold a word; words that are personal data are not among them';
COMMENT ON TABLE coding.index_size IS 'How many comments of an agency can be found, and how long they are';

CREATE FUNCTION coding.count_index() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE by_one integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  -- In one order always, so that no two wait for each other.
  INSERT INTO coding.index_size AS held (agency, comments, words)
    SELECT c.agency, by_one * count(*), by_one * sum(length(c.words)) FROM changed c GROUP BY 1 ORDER BY 1
    ON CONFLICT (agency) DO UPDATE SET comments = held.comments + excluded.comments, words = held.words + excluded.words;
  INSERT INTO coding.index_word AS held (word, agency, comments)
    SELECT w.lexeme, c.agency, by_one * count(*) FROM changed c CROSS JOIN LATERAL unnest(c.words) w GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (word, agency) DO UPDATE SET comments = held.comments + excluded.comments;
  IF by_one < 0 THEN
    DELETE FROM coding.index_word w USING (SELECT DISTINCT l.lexeme, c.agency FROM changed c CROSS JOIN LATERAL unnest(c.words) l) gone
      WHERE w.word = gone.lexeme AND w.agency = gone.agency AND w.comments <= 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comment_indexed AFTER INSERT ON coding.comment_index REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION coding.count_index();
CREATE TRIGGER comment_gone AFTER DELETE ON coding.comment_index REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION coding.count_index();

INSERT INTO coding.index_size SELECT i.agency, count(*), sum(length(i.words)) FROM coding.comment_index i GROUP BY 1;
INSERT INTO coding.index_word SELECT w.lexeme, i.agency, count(*) FROM coding.comment_index i CROSS JOIN LATERAL unnest(i.words) w GROUP BY 1, 2;
`;

/**
 * In place of find_by_words: comments by words that were made out before, the best first: BM25 (Robertson and Zaragoza, 2009), each word counted once a
 * comment, as comments are short. The functions carry the agency condition themselves (0044). Comments are read for the rarest words,
 * as many as it takes to reach \`most\` comments; the commoner ones count in those alone.
 */
const FUNCTIONS = `
-- What is asked for, word by word, and how many comments of the asker's agencies hold it.
CREATE FUNCTION coding.asked_words(said text) RETURNS TABLE (word text, comments integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT t.word, coalesce((SELECT sum(w.comments)::integer FROM coding.index_word w WHERE w.word = t.word AND w.agency = ANY (access.session_agencies('analyst'))), 0)
  FROM unnest(tsvector_to_array(to_tsvector('pg_catalog.english', said))) AS t(word)
$$;
-- Words of the asker's agencies that begin alike and are about as long: among them is the one that was meant.
CREATE FUNCTION coding.words_like(asked text) RETURNS TABLE (word text, comments integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT w.word, sum(w.comments)::integer FROM coding.index_word w
  WHERE w.agency = ANY (access.session_agencies('analyst')) AND left(w.word, 1) = left(asked, 1) AND length(w.word) BETWEEN length(asked) - 2 AND length(asked) + 2
  GROUP BY 1
$$;
CREATE FUNCTION coding.find_by_terms(terms text[], most integer) RETURNS TABLE (answer bigint, score real, found integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET enable_seqscan = off AS $$
DECLARE
  mine text[] := coalesce(access.session_agencies('analyst'), '{}');
  every numeric; mean real; looked tsquery; each_term tsquery[]; tells real[]; left_out boolean; score_of text;
BEGIN
  SELECT sum(s.comments), sum(s.words) / greatest(sum(s.comments), 1) INTO every, mean FROM coding.index_size s WHERE s.agency = ANY (mine);
  SELECT string_agg(quote_literal(t.word), ' | ') FILTER (WHERE t.before < most), array_agg(quote_literal(t.word)::tsquery ORDER BY t.n),
    array_agg(ln(1 + (every - t.many + 0.5) / (t.many + 0.5))::real ORDER BY t.n), bool_or(t.before >= most)
    INTO looked, each_term, tells, left_out
  FROM (SELECT d.*, row_number() OVER (ORDER BY d.many, d.word) AS n, sum(d.many) OVER (ORDER BY d.many, d.word) - d.many AS before
    FROM (SELECT w.word, sum(w.comments) AS many FROM coding.index_word w WHERE w.word = ANY (terms) AND w.agency = ANY (mine) GROUP BY 1) d) t;
  IF looked IS NULL THEN RETURN; END IF;
  SELECT string_agg(format('CASE WHEN i.words @@ ($4)[%s] THEN ($5)[%s] ELSE 0 END', n, n), ' + ') INTO score_of FROM generate_subscripts(each_term, 1) n;
  RETURN QUERY EXECUTE format(
    'WITH hit AS MATERIALIZED (SELECT i.answer AS id, ((%s) * 2.2 / (1 + 1.2 * (0.5 + 0.5 * length(i.words) / $3)))::real AS s
       FROM coding.comment_index i WHERE i.words @@ $1 AND i.agency = ANY ($2)),
     whole AS (SELECT count(*)::integer AS many FROM hit)
     SELECT h.id, h.s, CASE WHEN $7 THEN greatest(w.many, $6 + 1) ELSE w.many END FROM hit h CROSS JOIN whole w ORDER BY h.s DESC, h.id LIMIT $6', score_of)
    USING looked, mine, greatest(mean, 1), each_term, tells, most, left_out;
END $$;
-- As before (0044), without counting.
CREATE OR REPLACE FUNCTION coding.meanings_held() RETURNS TABLE (many integer, last bigint, agencies text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(sum(s.comments), 0)::integer, coalesce(max((SELECT max(i.entry) FROM coding.comment_index i WHERE i.agency = s.agency)), 0),
    (SELECT coalesce(array_agg(a ORDER BY a), '{}') FROM unnest(access.session_agencies('analyst')) a)
  FROM coding.index_size s WHERE s.agency = ANY (coalesce(access.session_agencies('analyst'), '{}'))
$$;
REVOKE EXECUTE ON FUNCTION coding.count_index(), coding.asked_words(text), coding.words_like(text), coding.find_by_terms(text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.asked_words(text), coding.words_like(text), coding.find_by_terms(text[], integer) TO hub_workbench;
DROP FUNCTION coding.find_by_words(text, integer);
`;

const RIGHTS = `
${rowSecurity('coding.index_word', {})}
${rowSecurity('coding.index_size', {})}
`;

export class WordsCounted0059 implements MigrationInterface {
  name = 'WordsCounted1700000000059';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + FUNCTIONS + RIGHTS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
