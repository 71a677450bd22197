import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** A comment as it is shown, in the database too, so that a quote can be held against it (`removedMark` and `shownWords` of #statements). */
const SHOWN = `
CREATE FUNCTION coding.removed_mark(kind text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT '[' || CASE kind WHEN 'person' THEN 'name' WHEN 'phone' THEN 'phone number' WHEN 'email' THEN 'e-mail address' WHEN 'nhs-number' THEN 'NHS number'
    WHEN 'national-insurance-number' THEN 'National Insurance number' WHEN 'number-plate' THEN 'number plate' WHEN 'bank-account' THEN 'bank account'
    WHEN 'card' THEN 'card number' WHEN 'date-of-birth' THEN 'date of birth' ELSE kind END || ' removed]'
$$;
-- A text with a mark in place of each mask ([{span: {start, end}, type}], in UTF-16 units as everywhere). A character of two units has a filler behind it
-- while places are counted. What begins within a mask goes with it.
CREATE FUNCTION coding.shown_text(said text, masks jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
DECLARE wide text := regexp_replace(said, '([\\U00010000-\\U0010FFFF])', E'\\\\1\\uE002', 'g'); shown text := ''; at integer := 0; m record;
BEGIN
  FOR m IN SELECT greatest((x->'span'->>'start')::integer, 0) AS start, (x->'span'->>'end')::integer AS stop, x->>'type' AS kind
    FROM jsonb_array_elements(coalesce(masks, '[]')) x ORDER BY 1, 2
  LOOP
    CONTINUE WHEN m.stop <= at OR m.start >= length(wide);
    shown := shown || substr(wide, at + 1, greatest(m.start - at, 0)) || CASE WHEN m.start >= at THEN coding.removed_mark(m.kind) ELSE '' END;
    at := m.stop;
  END LOOP;
  RETURN translate(shown || substr(wide, at + 1), E'\\uE002', '');
END $$;
-- Are these words a span of a comment as it is shown? Blanks may be others; a mark stands whole or not at all, and words alone are no quote without a letter.
CREATE OR REPLACE FUNCTION coding.is_of_text(words text, said text) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  WITH marked AS (SELECT btrim(regexp_replace(regexp_replace(t, '\\[([A-Za-z -]+ removed)\\]', E'\\uE003\\\\1\\uE004', 'g'), '\\s+', ' ', 'g')) AS t, n
    FROM unnest(ARRAY[words, said]) WITH ORDINALITY AS x(t, n))
  SELECT coalesce(words !~ E'[\\uE002-\\uE004]' AND strpos((SELECT t FROM marked WHERE n = 2), (SELECT t FROM marked WHERE n = 1)) > 0
    AND regexp_replace((SELECT t FROM marked WHERE n = 1), E'\\uE003[^\\uE004]*\\uE004', '', 'g') ~ '\\w', false)
$$;
-- What is personal in an answer, as it was found when the comment was coded.
CREATE FUNCTION coding.masks_of(of_answer bigint) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT coalesce((SELECT jsonb_agg(p ORDER BY (p->'span'->>'start')::integer) FROM engagement.answer a JOIN coding.coded c ON c.submission = a.submission,
    jsonb_array_elements(c.personal_data) p WHERE a.id = of_answer AND (p->>'answer')::bigint = of_answer), '[]')
$$;
REVOKE EXECUTE ON FUNCTION coding.masks_of(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.masks_of(bigint), coding.shown_text(text, jsonb), coding.removed_mark(text) TO hub_workbench, hub_worker;
`;

/** One quote a submission: another is released once the first was taken back. */
const RELEASED = `
-- Keeps a quote. True also where just this is released already. @throws HB003 where another is
CREATE FUNCTION coding.keep_quote(wanted uuid, own text, words text, of_theme text, of_answer bigint, who text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO coding.released_quote (submission, agency, text, actor, theme, answer) VALUES (wanted, own, words, who, of_theme, of_answer) ON CONFLICT (submission) DO NOTHING;
  IF FOUND THEN
    PERFORM audit.record(who, own, 'quote-released', wanted::text, '{}');
    RETURN true;
  END IF;
  IF EXISTS (SELECT FROM coding.released_quote r WHERE r.submission = wanted AND r.text = words AND r.theme IS NOT DISTINCT FROM of_theme) THEN RETURN true; END IF;
  RAISE EXCEPTION 'another quote of it is released' USING ERRCODE = 'HB003';
END $$;
CREATE OR REPLACE FUNCTION coding.release_quote(wanted uuid, words text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); own text; of_answer bigint;
BEGIN
  -- Whoever masks words of it meanwhile waits, or is waited for.
  SELECT s.agency INTO own FROM engagement.submission s WHERE s.id = wanted AND s.withdrawn_at IS NULL AND s.agency = ANY (access.session_agencies('analyst')) FOR NO KEY UPDATE;
  IF own IS NULL THEN RETURN false; END IF;
  IF coalesce(btrim(words), '') = '' OR length(words) > 8000 THEN RAISE EXCEPTION 'no words to be quoted, or too many' USING ERRCODE = 'HB001'; END IF;
  SELECT a.id INTO of_answer FROM engagement.answer a WHERE a.submission = wanted AND a.text IS NOT NULL
    AND coding.is_of_text(words, coding.shown_text(a.text, coding.masks_of(a.id))) ORDER BY a.id LIMIT 1;
  IF of_answer IS NULL THEN RAISE EXCEPTION 'a quote is words of the comment' USING ERRCODE = 'HB001'; END IF;
  RETURN coding.keep_quote(wanted, own, words, NULL, of_answer, who);
END $$;
-- Lets words of one answer be quoted under one of its themes.
CREATE OR REPLACE FUNCTION coding.release_span(of_answer bigint, words text, of_theme text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); a engagement.answer;
BEGIN
  SELECT x.* INTO a FROM engagement.answer x JOIN engagement.submission s ON s.id = x.submission AND s.withdrawn_at IS NULL
    WHERE x.id = of_answer AND x.text IS NOT NULL AND x.agency = ANY (access.session_agencies('analyst')) FOR NO KEY UPDATE OF s;
  IF a.id IS NULL THEN RETURN false; END IF;
  IF length(words) > 2000 OR NOT coding.is_of_text(words, coding.shown_text(a.text, coding.masks_of(a.id))) THEN
    RAISE EXCEPTION 'a quote is words of the comment' USING ERRCODE = 'HB001'; END IF;
  IF NOT EXISTS (SELECT FROM coding.current_assignment c WHERE c.submission = a.submission AND c.decision = 'assign' AND c.theme = of_theme)
    AND NOT EXISTS (SELECT FROM coding.answer_themes t, unnest(t.themes) AS n(theme) WHERE t.answer = of_answer AND t.codebook || '/' || n.theme = of_theme)
  THEN RAISE EXCEPTION 'the comment does not have this theme' USING ERRCODE = 'HB002'; END IF;
  RETURN coding.keep_quote(a.submission, a.agency, words, of_theme, of_answer, who);
END $$;
REVOKE EXECUTE ON FUNCTION coding.keep_quote(uuid, text, text, text, bigint, text) FROM PUBLIC;
`;

/** A person takes back what a person released. */
const TAKEN_BACK = `
-- As before (0066), and files of editions that held the words are of no use from now on: they are written anew without them.
CREATE OR REPLACE FUNCTION facts.take_back_words(wanted uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE released bigint; touched integer[];
BEGIN
  -- An edition that is being published has the words too: it is waited for, and loses them.
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.facts', 0));
  PERFORM set_config('hub.cutting_loose', 'yes', true);
  WITH gone AS (DELETE FROM coding.quote_history h WHERE h.submission = wanted RETURNING h.agency, h.digest),
  emptied AS (UPDATE facts.quote q SET text = '' FROM gone g
    WHERE q.edition > 0 AND q.text <> '' AND q.agency = g.agency AND sha256(convert_to(q.text, 'UTF8')) = g.digest RETURNING q.edition)
  SELECT (SELECT count(*) FROM gone), (SELECT array_agg(DISTINCT e.edition) FROM emptied e) INTO released, touched;
  PERFORM set_config('hub.cutting_loose', '', true);
  IF released > 0 THEN PERFORM facts.take_words_out(); END IF;
  UPDATE facts.edition_files f SET folder = 'retired', manifest = repeat('0', 64) WHERE f.edition = ANY (touched);
  DELETE FROM coding.released_quote r WHERE r.submission = wanted;
END $$;
-- Takes every wording that was ever released of a submission back, in the session's name: from editions too. False where there is none for this session.
CREATE FUNCTION coding.take_quote_back(wanted uuid, why text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE own text;
BEGIN
  IF NOT coalesce(access.session_roles() && ARRAY['analyst', 'lead'], false) THEN RAISE EXCEPTION 'only an analyst or a lead takes a quote back'; END IF;
  SELECT h.agency INTO own FROM coding.quote_history h WHERE h.submission = wanted AND h.agency = ANY (access.session_agencies('analyst', 'lead')) LIMIT 1;
  IF own IS NULL THEN RETURN false; END IF;
  IF length(btrim(coalesce(why, ''))) NOT BETWEEN 10 AND 300 THEN RAISE EXCEPTION 'a reason in 10 to 300 letters' USING ERRCODE = 'HB001'; END IF;
  PERFORM facts.take_back_words(wanted);
  PERFORM audit.record(access.session_account(), own, 'quote-taken-back', wanted::text, jsonb_build_object('reason', btrim(why)));
  INSERT INTO intake.outbox (job, payload) VALUES ('refresh', '{}');
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION coding.take_quote_back(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.take_quote_back(uuid, text) TO hub_workbench;
`;

/** What a quote answers, whose community it is of, and whether it disagrees: so that it is shown where it belongs, and not behind the others. */
const WHERE_SHOWN = `
ALTER TABLE facts.quote ADD COLUMN question text NOT NULL DEFAULT '', ADD COLUMN communities text[] NOT NULL DEFAULT '{}', ADD COLUMN dissents boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN facts.quote.question IS 'Key of the question of its engagement that it answers; empty where that is not known, as in editions of before';
COMMENT ON COLUMN facts.quote.dissents IS 'Good where most who raised the theme in its engagement find things bad, or the other way round';
`;

export class QuotesAsShown0074 implements MigrationInterface {
  name = 'QuotesAsShown1700000000074';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(SHOWN + RELEASED + TAKEN_BACK + WHERE_SHOWN));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
