/**
 * What editors and analysts do to codebooks of agencies. Each function looks at the session itself and writes who it was: the role of the
 * workbench writes no table.
 */
const EDITING = `
-- The codebook, where the session may change it; null otherwise.
CREATE FUNCTION coding.edits(wanted text) RETURNS coding.own_codebook LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT o.* FROM coding.own_codebook o WHERE o.code = wanted AND o.agency = ANY (access.session_agencies('editor'))
$$;
CREATE FUNCTION coding.ask_of_codebook(of_codebook text, work text, of_version integer, of_theme bigint) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE made bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.codebook.ask', 0));
  SELECT r.id INTO made FROM coding.codebook_run r WHERE r.codebook = of_codebook AND r.kind = work AND r.state = 'waiting'
    AND r.version IS NOT DISTINCT FROM of_version AND r.theme IS NOT DISTINCT FROM of_theme LIMIT 1;
  IF made IS NOT NULL THEN RETURN made; END IF;
  INSERT INTO coding.codebook_run (codebook, agency, kind, version, theme, actor)
    SELECT of_codebook, o.agency, work, of_version, of_theme, access.session_account() FROM coding.own_codebook o WHERE o.code = of_codebook RETURNING id INTO made;
  INSERT INTO intake.outbox (job, payload) VALUES ('codebook-run', jsonb_build_object('run', made));
  RETURN made;
END $$;

-- Makes a codebook of an agency for open questions of one of its engagements, and has its comments grouped.
CREATE FUNCTION coding.make_codebook(wanted text, called text, own text, of_engagement text, of_questions text[], for_all boolean) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT own = ANY (access.session_agencies('editor')) THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM coding.codebook b WHERE b.code = wanted) OR EXISTS (SELECT FROM coding.own_codebook o WHERE o.code = wanted)
  THEN RETURN false; END IF;
  INSERT INTO coding.own_codebook (code, name, agency, shared, made_by) VALUES (wanted, called, own, for_all, access.session_account());
  IF NOT coding.code_by(wanted, own, of_engagement, of_questions) THEN RAISE EXCEPTION 'no such open question' USING ERRCODE = 'HB001'; END IF;
  PERFORM audit.record(access.session_account(), own, 'codebook-made', wanted, '{}');
  PERFORM coding.ask_of_codebook(wanted, 'group', NULL, NULL);
  RETURN true;
END $$;

-- Names the codebook by which open questions of an engagement are coded. False where there is no such codebook for this agency, or no such question.
CREATE FUNCTION coding.code_by(wanted text, own text, of_engagement text, of_questions text[]) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT own = ANY (access.session_agencies('editor')) OR coalesce(cardinality(of_questions), 0) = 0
    OR NOT EXISTS (SELECT FROM coding.own_codebook o WHERE o.code = wanted AND (o.agency = own OR o.shared))
    OR EXISTS (SELECT FROM unnest(of_questions) w WHERE NOT EXISTS (SELECT FROM engagement.question q
      WHERE q.agency = own AND q.engagement = of_engagement AND q.key = w AND q.kind = 'free-text'))
  THEN RETURN false; END IF;
  INSERT INTO coding.coded_by (codebook, agency, engagement, question) SELECT wanted, own, of_engagement, w FROM unnest(of_questions) w ON CONFLICT DO NOTHING;
  IF FOUND THEN
    PERFORM audit.record(access.session_account(), own, 'codebook-used', wanted, jsonb_build_object('engagement', of_engagement));
    INSERT INTO intake.outbox (job, payload) VALUES ('code', '{}');
  END IF;
  RETURN true;
END $$;

-- What a person makes of a proposed theme; null parts stay as they are.
CREATE FUNCTION coding.shape_theme(wanted bigint, called text, means text, not_when text, becomes text, into_theme bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE t coding.draft_theme;
BEGIN
  SELECT * INTO t FROM coding.draft_theme d WHERE d.id = wanted FOR UPDATE;
  IF t.id IS NULL OR (coding.edits(t.codebook)).code IS NULL THEN RETURN false; END IF;
  IF becomes = 'merged' AND NOT EXISTS (SELECT FROM coding.draft_theme d WHERE d.id = into_theme AND d.id <> wanted AND d.codebook = t.codebook AND d.state IN ('open', 'kept'))
  THEN RAISE EXCEPTION 'no such theme to merge into' USING ERRCODE = 'HB001'; END IF;
  -- What another goes into is kept.
  IF becomes = 'merged' THEN UPDATE coding.draft_theme d SET state = 'kept' WHERE d.id = into_theme; END IF;
  UPDATE coding.draft_theme d SET name = coalesce(called, d.name), definition = coalesce(means, d.definition), excludes = coalesce(not_when, d.excludes),
    state = coalesce(becomes, d.state), merged_into = CASE WHEN becomes IS NULL THEN d.merged_into WHEN becomes = 'merged' THEN into_theme END,
    changed_by = access.session_account(), changed_at = now() WHERE d.id = wanted;
  RETURN true;
END $$;

-- A theme of a person's own; the comments that hold these words are its first. Null where the session may not.
CREATE FUNCTION coding.add_draft_theme(of_codebook text, with_code text, called text, means text, words text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE made bigint; asked tsquery := plainto_tsquery('pg_catalog.english', coalesce(words, ''));
BEGIN
  IF (coding.edits(of_codebook)).code IS NULL THEN RETURN NULL; END IF;
  INSERT INTO coding.draft_theme (codebook, agency, code, name, definition, state, position, phrases, changed_by)
    SELECT of_codebook, o.agency, with_code, called, means, 'kept', coalesce((SELECT max(d.position) + 1 FROM coding.draft_theme d WHERE d.codebook = of_codebook), 0), '{}', access.session_account()
    FROM coding.own_codebook o WHERE o.code = of_codebook RETURNING id INTO made;
  IF numnode(asked) > 0 THEN
    INSERT INTO coding.draft_member (theme, answer, agency, rank)
      SELECT made, i.answer, i.agency, row_number() OVER (ORDER BY length(i.words), i.answer) FROM coding.comment_index i
      WHERE i.words @@ asked AND i.answer IN (SELECT a.id FROM coding.answers_by(of_codebook) a);
  END IF;
  RETURN made;
END $$;

-- Whether a comment is of a proposed theme, by whoever may read it.
CREATE FUNCTION coding.mark_member(of_theme bigint, of_answer bigint, is_of_it boolean) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE own text;
BEGIN
  SELECT a.agency INTO own FROM engagement.answer a, coding.draft_theme d
    WHERE a.id = of_answer AND d.id = of_theme AND a.id IN (SELECT x.id FROM coding.answers_by(d.codebook) x) AND a.agency = ANY (access.session_agencies('analyst'));
  IF own IS NULL THEN RETURN false; END IF;
  INSERT INTO coding.draft_mark (theme, answer, agency, yes, actor) VALUES (of_theme, of_answer, own, is_of_it, access.session_account())
    ON CONFLICT (theme, answer) DO UPDATE SET yes = excluded.yes, actor = excluded.actor, at = now();
  RETURN true;
END $$;
-- Groups again what is in no theme that a person decided on.
CREATE FUNCTION coding.group_again(wanted text) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coding.ask_of_codebook(wanted, 'group', NULL, NULL) WHERE (coding.edits(wanted)).code IS NOT NULL
$$;
CREATE FUNCTION coding.split_theme(wanted bigint) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coding.ask_of_codebook(d.codebook, 'split', NULL, d.id) FROM coding.draft_theme d WHERE d.id = wanted AND (coding.edits(d.codebook)).code IS NOT NULL
$$;
`;

const CODING = `
-- Keeps the next version of a codebook and has every answer coded by it. It has no say until it is signed. Null where the session may not, 0 where another version came between.
CREATE FUNCTION coding.keep_own_codebook(document jsonb, mapping jsonb) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE book coding.own_codebook; number integer := (document->>'version')::integer;
BEGIN
  book := coding.edits(document->>'code');
  IF book.code IS NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.codebook.keep', 0));
  IF number IS DISTINCT FROM coalesce((SELECT max(b.version) FROM coding.codebook b WHERE b.code = book.code), 0) + 1 THEN RETURN 0; END IF;
  INSERT INTO coding.codebook (code, version, document, note) VALUES (book.code, number, document, coalesce(document->>'note', ''));
  IF mapping IS NOT NULL THEN
    INSERT INTO coding.codebook_change (codebook, version, change, mapping, actor) VALUES (book.code, number, '{"kind": "shaped"}', mapping, access.session_account());
  END IF;
  PERFORM audit.record(access.session_account(), book.agency, 'codebook-changed', book.code, jsonb_build_object('version', number));
  RETURN coding.ask_of_codebook(book.code, 'code', number, NULL);
END $$;
-- Has every answer coded again by the newest version, with what people coded since.
CREATE FUNCTION coding.code_again(wanted text) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coding.ask_of_codebook(wanted, 'code', (SELECT max(b.version) FROM coding.codebook b WHERE b.code = wanted), NULL)
  WHERE (coding.edits(wanted)).code IS NOT NULL AND EXISTS (SELECT FROM coding.codebook b WHERE b.code = wanted)
$$;

-- What a person says of one answer. Every second answer is for checking: it is never learned from. Null where it is not for this session.
CREATE FUNCTION coding.say_of_answer(of_answer bigint, by_codebook text, said text, chosen text[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE own text; number integer; earlier bigint; made bigint; who text := access.session_account();
BEGIN
  SELECT a.agency INTO own FROM coding.answers_by(by_codebook) x JOIN engagement.answer a ON a.id = x.id
    WHERE a.id = of_answer AND a.agency = ANY (access.session_agencies('analyst'));
  SELECT max(b.version) INTO number FROM coding.codebook b WHERE b.code = by_codebook;
  IF own IS NULL OR number IS NULL THEN RETURN NULL; END IF;
  IF said NOT IN ('themes', 'none', 'unsure') OR (said = 'themes') <> (coalesce(cardinality(chosen), 0) > 0)
    OR EXISTS (SELECT FROM unnest(chosen) f WHERE NOT EXISTS (SELECT FROM coding.codebook b, jsonb_array_elements(b.document->'themes') t
      WHERE b.code = by_codebook AND b.version = number AND t->>'code' = f))
  THEN RAISE EXCEPTION 'no such theme in codebook' USING ERRCODE = 'HB001'; END IF;
  SELECT w.id INTO earlier FROM coding.answer_word w WHERE w.answer = of_answer AND w.codebook = by_codebook
    AND NOT EXISTS (SELECT FROM coding.answer_word later WHERE later.supersedes = w.id);
  INSERT INTO coding.answer_word (agency, answer, codebook, codebook_version, purpose, actor, outcome, themes, supersedes)
    VALUES (own, of_answer, by_codebook, number, coding.answer_is_for(of_answer, by_codebook), who, said, ARRAY(SELECT DISTINCT unnest(chosen) ORDER BY 1), earlier)
    RETURNING id INTO made;
  IF EXISTS (SELECT FROM coding.own_in_force f WHERE f.codebook = by_codebook) THEN INSERT INTO intake.outbox (job, payload) VALUES ('refresh', '{}'); END IF;
  RETURN made;
END $$;
`;

/** Two people let a codebook of an agency speak; from the next edition on it does. */
const SIGNING = `
INSERT INTO access.proposal_kind (kind, role, act, undo) VALUES ('own-codebook', 'editor', 'coding.own_codebook_agreed', NULL);
CREATE FUNCTION coding.sign_off_own(wanted text, because text) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE model coding.model; book coding.own_codebook; p access.proposal;
BEGIN
  SELECT * INTO model FROM coding.model m WHERE m.version = wanted;
  book := coding.edits(model.codebook);
  IF book.code IS NULL THEN RETURN NULL; END IF;
  p := access.propose('own-codebook', book.code, jsonb_build_object('model', model.version, 'version', model.codebook_version), because, book.shared);
  RETURN p.state;
END $$;
CREATE FUNCTION coding.own_codebook_agreed(p access.proposal) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO coding.own_sign_off (codebook, codebook_version, model_version, actor, note)
    VALUES (p.subject, (p.payload->>'version')::integer, p.payload->>'model', p.proposed_by, left(p.reason, 500));
  INSERT INTO intake.outbox (job, payload) VALUES ('code', '{}'), ('refresh', '{}');
  PERFORM audit.note(NULL, 'coder-signed-off', p.payload->>'model', jsonb_build_object('codebook', p.subject, 'version', (p.payload->>'version')::integer));
  RETURN '{}';
END $$;
CREATE OR REPLACE FUNCTION facts.sign_edition(wanted integer) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH taken AS (UPDATE access.proposal p SET edition = wanted WHERE p.state = 'done' AND p.edition IS NULL
    AND p.kind IN ('sign-off', 'codebook', 'own-codebook', 'publication') RETURNING p.*)
  INSERT INTO facts.edition_signature (edition, position, kind, proposed_by, second, alone, reason, at)
    SELECT wanted, row_number() OVER (ORDER BY t.id), t.kind, t.proposed_by, t.second, t.alone, t.reason, t.decided_at FROM taken t
$$;
`;

/** What speaks of the city's codebook does not mean those of agencies. */
const CITY = `
CREATE OR REPLACE FUNCTION coding.codebook_now() RETURNS TABLE (codebook text, version integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT b.code, max(b.version) FROM coding.codebook b
  WHERE b.code NOT IN (SELECT o.code FROM coding.own_codebook o)
    AND b.code = coalesce((SELECT f.codebook FROM coding.in_force f), (SELECT c.codebook FROM coding.coded c LIMIT 1), b.code) GROUP BY b.code ORDER BY b.code LIMIT 1
$$;
CREATE OR REPLACE FUNCTION coding.sign_off_model(wanted text, remark text) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); model coding.model; made bigint; p access.proposal;
BEGIN
  SELECT * INTO model FROM coding.model m WHERE m.version = wanted AND m.codebook IS NOT NULL AND m.codebook NOT IN (SELECT o.code FROM coding.own_codebook o);
  IF model.version IS NULL THEN RETURN NULL; END IF;
  SELECT (x.payload->>'run')::bigint INTO made FROM access.proposal x WHERE x.kind = 'sign-off' AND x.subject = wanted AND x.state = 'waiting';
  IF made IS NOT NULL THEN RETURN made; END IF;
  INSERT INTO coding.run (kind, actor, model_version, state, stage) VALUES ('recode', who, model.version, 'proposed', 'Waits for a second person') RETURNING id INTO made;
  PERFORM access.propose('sign-off', model.version, jsonb_build_object('run', made), remark, coding.moves_a_figure(model.version));
  RETURN made;
END $$;
`;

const FOR_WORKBENCH = `coding.make_codebook(text, text, text, text, text[], boolean), coding.code_by(text, text, text, text[]),
  coding.shape_theme(bigint, text, text, text, text, bigint), coding.add_draft_theme(text, text, text, text, text), coding.mark_member(bigint, bigint, boolean),
  coding.split_theme(bigint), coding.group_again(text), coding.keep_own_codebook(jsonb, jsonb), coding.code_again(text), coding.say_of_answer(bigint, text, text, text[]), coding.sign_off_own(text, text)`;

const GRANTS = `
REVOKE EXECUTE ON FUNCTION coding.edits(text), coding.ask_of_codebook(text, text, integer, bigint), coding.own_codebook_agreed(access.proposal), ${FOR_WORKBENCH} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${FOR_WORKBENCH} TO hub_workbench;
`;

export const OWN_CODEBOOK_FUNCTIONS = EDITING + CODING + SIGNING + CITY + GRANTS;
