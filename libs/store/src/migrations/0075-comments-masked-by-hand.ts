import { rowSecurity } from './row-security.js';

const ANALYST = `agency = ANY ((SELECT access.session_agencies('analyst'))::text[])`;
const LEAD = `agency = ANY ((SELECT access.session_agencies('lead'))::text[])`;
/** Who is on duty reads flagged comments, so that their masks too. */
const DUTY = `(agency = ANY ((SELECT access.session_agencies('duty'))::text[])
  AND EXISTS (SELECT FROM coding.safeguarding g WHERE g.submission = hand_mask.submission))`;

/** Spans that a person masked. They stand beside what the coder finds, so that coding anew takes none away. */
export const HAND_MASKS = `
CREATE TABLE coding.hand_mask (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  submission uuid NOT NULL REFERENCES engagement.submission(id) ON DELETE CASCADE, agency text NOT NULL, question text NOT NULL,
  -- Null while the words are in no answer: a correction took them away.
  answer bigint REFERENCES engagement.answer(id) ON DELETE SET NULL,
  -- UTF-16 units, end exclusive.
  start integer NOT NULL, stop integer NOT NULL,
  -- SHA-256 of the masked words: where an answer is corrected they are found in it again.
  digest bytea NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 300), masked_by text NOT NULL, masked_at timestamptz NOT NULL DEFAULT now(),
  lifted_by text, lifted_at timestamptz, lift_reason text CHECK (length(lift_reason) BETWEEN 10 AND 300)
);
CREATE INDEX hand_mask_answer ON coding.hand_mask (answer);
CREATE INDEX hand_mask_submission ON coding.hand_mask (submission);
COMMENT ON TABLE coding.hand_mask IS 'Spans of comments that a person masked, with who and why; lifted by another person, and kept as the log';
${rowSecurity('coding.hand_mask', { worker: true, workbench: `${ANALYST} OR ${LEAD} OR ${DUTY}` })}
GRANT SELECT ON coding.hand_mask TO hub_worker, hub_workbench;

-- What is masked in an answer: what the coder found and what a person masked, joined where they overlap, as no two masks of a text may.
CREATE OR REPLACE FUNCTION coding.masks_of(of_answer bigint) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  WITH mask AS (
    SELECT (p->'span'->>'start')::integer AS start, (p->'span'->>'end')::integer AS stop, p->>'type' AS kind
      FROM engagement.answer a JOIN coding.coded c ON c.submission = a.submission, jsonb_array_elements(c.personal_data) p
      WHERE a.id = of_answer AND (p->>'answer')::bigint = of_answer
    UNION ALL SELECT h.start, h.stop, 'words' FROM coding.hand_mask h WHERE h.answer = of_answer AND h.lifted_at IS NULL),
  edge AS (SELECT m.*, start < max(stop) OVER (ORDER BY start, stop DESC, kind ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS goes_on FROM mask m),
  run AS (SELECT e.*, count(*) FILTER (WHERE goes_on IS NOT TRUE) OVER (ORDER BY start, stop DESC, kind) AS n FROM edge e),
  joined AS (SELECT min(start) AS start, max(stop) AS stop, (array_agg(kind ORDER BY start, stop DESC, kind))[1] AS kind FROM run GROUP BY n)
  SELECT coalesce(jsonb_agg(jsonb_build_object('answer', of_answer, 'type', kind, 'span', jsonb_build_object('start', start, 'end', stop)) ORDER BY start), '[]') FROM joined
$$;
`;

/** What hangs on words that nobody shall read any more. */
export const AFTER_MASKING = `
-- Can these words still be read in the submission's comment as it is shown?
CREATE FUNCTION coding.is_shown(wanted uuid, words text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM engagement.answer a WHERE a.submission = wanted AND a.text IS NOT NULL
    AND coding.is_of_text(words, coding.shown_text(a.text, coding.masks_of(a.id))))
$$;
-- Words of a text as the index has them, without the smallest.
CREATE FUNCTION coding.words_that_tell(said text) RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT tsvector_to_array(to_tsvector('pg_catalog.english', said))
$$;
-- The comment is found by these words no more, at once; they leave proposals of themes, and every wording that was released and can't be read in it
-- is taken back. A wording that no edition knows may be one of them: it goes too.
CREATE FUNCTION coding.words_were_masked(of_answer bigint, words text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE a engagement.answer; parts text[];
BEGIN
  SELECT * INTO a FROM engagement.answer x WHERE x.id = of_answer;
  PERFORM coding.index_anew(of_answer);
  -- What "the" and "and" would take away was never said of anybody.
  parts := coding.words_that_tell(words);
  UPDATE coding.draft_theme d SET phrases = ARRAY(SELECT p FROM unnest(d.phrases) p WHERE NOT coding.words_that_tell(p) && parts),
    name = CASE WHEN d.state = 'open' AND coding.words_that_tell(d.name) && parts THEN 'A group without a name' ELSE d.name END
    WHERE EXISTS (SELECT FROM coding.draft_member m WHERE m.theme = d.id AND m.answer = of_answer);
  UPDATE coding.suggestion g SET terms = ARRAY(SELECT t FROM unnest(g.terms) t WHERE NOT coding.words_that_tell(t) && parts) WHERE a.submission = ANY (g.submissions);
  DELETE FROM coding.emerging e USING coding.emerging_answer l
    WHERE l.topic = e.id AND l.answer = of_answer AND coding.words_that_tell(array_to_string(e.words, ' ')) && parts;
  IF EXISTS (SELECT FROM coding.quote_history h WHERE h.submission = a.submission AND NOT EXISTS (
    SELECT FROM (SELECT r.text FROM coding.released_quote r WHERE r.submission = a.submission
      UNION SELECT q.text FROM facts.quote q WHERE q.edition > 0 AND q.agency = a.agency AND q.text <> '') w
    WHERE sha256(convert_to(w.text, 'UTF8')) = h.digest AND coding.is_shown(a.submission, w.text)))
  THEN
    PERFORM facts.take_back_words(a.submission);
    PERFORM audit.record(audit.actor(), a.agency, 'quote-taken-back', a.submission::text, '{"because": "masked"}');
    INSERT INTO intake.outbox (job, payload) VALUES ('refresh', '{}');
  END IF;
END $$;
CREATE FUNCTION coding.index_anew(of_answer bigint) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  -- In the order in which the indexer takes them.
  UPDATE coding.coded c SET indexed = false FROM engagement.answer a WHERE a.id = of_answer AND c.submission = a.submission;
  DELETE FROM coding.comment_index i WHERE i.answer = of_answer;
  INSERT INTO intake.outbox (job, payload) VALUES ('index-comments', '{}');
END $$;
-- A text in which each character takes as many places as UTF-16 gives it.
CREATE FUNCTION coding.wide(said text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT regexp_replace(said, '([\\U00010000-\\U0010FFFF])', E'\\\\1\\uE002', 'g')
$$;
-- Part of a text by places in UTF-16 units; a character of two units that is cut is not in it.
CREATE FUNCTION coding.words_at(said text, start integer, stop integer) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT translate(substr(coding.wide(said), start + 1, greatest(stop - start, 0)), E'\\uE002', '')
$$;
`;

export const BY_HAND = `
-- Masks a span of an answer for everybody, in the session's name. Null where the answer is not for this session.
CREATE FUNCTION coding.mask_words(of_answer bigint, from_place integer, to_place integer, why text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); a engagement.answer; words text; made bigint;
BEGIN
  SELECT x.* INTO a FROM engagement.answer x JOIN engagement.submission s ON s.id = x.submission AND s.withdrawn_at IS NULL
    WHERE x.id = of_answer AND x.text IS NOT NULL AND x.agency = ANY (access.session_agencies('analyst')) FOR NO KEY UPDATE OF s;
  IF a.id IS NULL THEN RETURN NULL; END IF;
  IF length(btrim(coalesce(why, ''))) NOT BETWEEN 10 AND 300 THEN RAISE EXCEPTION 'a reason in 10 to 300 letters' USING ERRCODE = 'HB001'; END IF;
  words := coding.words_at(a.text, from_place, to_place);
  IF from_place < 0 OR words !~ '\\S' THEN RAISE EXCEPTION 'no words to be masked' USING ERRCODE = 'HB002'; END IF;
  -- Blanks that were marked with them would keep them from being found in a corrected answer.
  from_place := from_place + length(substring(words FROM '^\\s*'));
  to_place := to_place - length(substring(words FROM '\\s*$'));
  words := coding.words_at(a.text, from_place, to_place);
  IF position(lower(words) IN lower(why)) > 0 THEN RAISE EXCEPTION 'a reason without the words' USING ERRCODE = 'HB004'; END IF;
  INSERT INTO coding.hand_mask (submission, agency, question, answer, start, stop, digest, reason, masked_by)
    VALUES (a.submission, a.agency, a.question, a.id, from_place, to_place, sha256(convert_to(words, 'UTF8')), btrim(why), who) RETURNING id INTO made;
  PERFORM audit.record(who, a.agency, 'comment-masked', a.submission::text, jsonb_build_object('mask', made, 'reason', btrim(why)));
  PERFORM coding.words_were_masked(a.id, words);
  RETURN made;
END $$;
-- May the session's account take this mask off? Another analyst of the agency may; who masked, where there is no other.
CREATE FUNCTION coding.may_lift(wanted bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM coding.hand_mask h WHERE h.id = wanted AND h.agency = ANY (access.session_agencies('analyst'))
    AND (h.masked_by <> access.session_account() OR NOT EXISTS (
      SELECT FROM access.holders('analyst') o WHERE o.name <> access.session_account() AND h.agency = ANY (o.agencies))))
$$;
-- Another person takes a mask off, with a reason; who masked may do it where nobody else is an analyst of the agency. False where it is not for this session.
CREATE FUNCTION coding.lift_mask(wanted bigint, why text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); h coding.hand_mask;
BEGIN
  SELECT * INTO h FROM coding.hand_mask x WHERE x.id = wanted AND x.agency = ANY (access.session_agencies('analyst')) FOR UPDATE;
  IF h.id IS NULL OR h.lifted_at IS NOT NULL THEN RETURN false; END IF;
  IF length(btrim(coalesce(why, ''))) NOT BETWEEN 10 AND 300 THEN RAISE EXCEPTION 'a reason in 10 to 300 letters' USING ERRCODE = 'HB001'; END IF;
  IF NOT coding.may_lift(wanted) THEN
    RAISE EXCEPTION 'somebody else takes a mask off' USING ERRCODE = 'HB003'; END IF;
  UPDATE coding.hand_mask x SET lifted_by = who, lifted_at = now(), lift_reason = btrim(why) WHERE x.id = wanted;
  PERFORM audit.record(who, h.agency, 'comment-mask-lifted', h.submission::text, jsonb_build_object('mask', wanted, 'reason', btrim(why)));
  IF h.answer IS NOT NULL THEN PERFORM coding.index_anew(h.answer); END IF;
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION coding.is_shown(uuid, text), coding.words_were_masked(bigint, text), coding.index_anew(bigint), coding.mask_words(bigint, integer, integer, text), coding.lift_mask(bigint, text), coding.may_lift(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.mask_words(bigint, integer, integer, text), coding.lift_mask(bigint, text), coding.may_lift(bigint) TO hub_workbench;

-- An answer that comes again, corrected: words of it that were masked are masked wherever they stand in it.
CREATE FUNCTION coding.mask_again() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE h coding.hand_mask; place record; first_one boolean;
BEGIN
  IF NOT EXISTS (SELECT FROM coding.hand_mask x WHERE x.answer IS NULL) THEN RETURN NULL; END IF;
  FOR h IN SELECT DISTINCT x.* FROM added a JOIN coding.hand_mask x ON x.submission = a.submission AND x.question = a.question AND x.answer IS NULL AND x.lifted_at IS NULL
  LOOP
    first_one := true;
    -- Made wide once for all its places: a long answer has thousands.
    FOR place IN SELECT a.id, n FROM (SELECT x.id, coding.wide(x.text) AS said FROM added x WHERE x.submission = h.submission AND x.question = h.question OFFSET 0) a,
        generate_series(0, length(a.said) - (h.stop - h.start)) n
      WHERE sha256(convert_to(translate(substr(a.said, n + 1, h.stop - h.start), E'\\uE002', ''), 'UTF8')) = h.digest ORDER BY 1, 2
    LOOP
      IF first_one THEN UPDATE coding.hand_mask x SET answer = place.id, start = place.n, stop = place.n + h.stop - h.start WHERE x.id = h.id;
      ELSE INSERT INTO coding.hand_mask (submission, agency, question, answer, start, stop, digest, reason, masked_by, masked_at)
        VALUES (h.submission, h.agency, h.question, place.id, place.n, place.n + h.stop - h.start, h.digest, h.reason, h.masked_by, h.masked_at);
      END IF;
      first_one := false;
    END LOOP;
  END LOOP;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION coding.mask_again() FROM PUBLIC;
CREATE TRIGGER masked_again AFTER INSERT ON engagement.answer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION coding.mask_again();
`;
