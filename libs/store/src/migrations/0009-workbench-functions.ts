/**
 * What an analyst does in the workbench. Each function looks at the session itself and writes who it was: the role of
 * the workbench writes no table, so that nobody can sign in another's name.
 */
const SIGNING = `
CREATE FUNCTION coding.analyst() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT coalesce('analyst' = ANY (access.session_roles()), false) THEN RAISE EXCEPTION 'only an analyst codes'; END IF;
  RETURN access.session_account();
END $$;

-- The codebook that people code by: the newest version there is of the one in force.
CREATE FUNCTION coding.codebook_now() RETURNS TABLE (codebook text, version integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT b.code, max(b.version) FROM coding.codebook b
  WHERE b.code = coalesce((SELECT f.codebook FROM coding.in_force f), (SELECT c.codebook FROM coding.coded c LIMIT 1), b.code) GROUP BY b.code ORDER BY b.code LIMIT 1
$$;

-- Signs one comment. Returns the coding's number, or null where the submission is not for this session.
CREATE FUNCTION coding.sign_comment(wanted uuid, why text, as_place text, said text, chosen text[], remark text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); own text; book record; earlier bigint; made bigint; offered text[] := '{}'; by_model text;
BEGIN
  SELECT s.agency INTO own FROM engagement.submission s WHERE s.id = wanted AND s.withdrawn_at IS NULL AND s.agency = ANY (access.session_agencies());
  IF own IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO book FROM coding.codebook_now();
  IF said NOT IN ('themes','none','unsure') OR (said = 'themes') <> (cardinality(chosen) > 0)
    OR EXISTS (SELECT FROM unnest(chosen) f WHERE NOT EXISTS (SELECT FROM coding.codebook b, jsonb_array_elements(b.document->'themes') t
      WHERE b.code = book.codebook AND b.version = book.version AND t->>'code' = f))
  THEN RAISE EXCEPTION 'no such theme in codebook' USING ERRCODE = 'HB001'; END IF;
  IF why = 'audit' AND NOT EXISTS (SELECT FROM coding.audit_sample a WHERE a.submission = wanted)
    OR why = 'training' AND EXISTS (SELECT FROM coding.audit_sample a WHERE a.submission = wanted)
  THEN RAISE EXCEPTION 'the audit sample is coded blind and by itself' USING ERRCODE = 'HB001'; END IF;
  IF why = 'training' THEN
    SELECT coalesce(array_agg(DISTINCT a.theme), '{}'), max(a.model_version) INTO offered, by_model FROM coding.current_assignment a
      WHERE a.submission = wanted AND a.source <> 'human' AND a.decision <> 'absent';
  END IF;
  SELECT h.id INTO earlier FROM coding.human_coding h WHERE h.submission = wanted AND h.purpose = why AND h.coder = who
    AND (h.place = 'settled') = (as_place = 'settled')
    AND NOT EXISTS (SELECT FROM coding.human_coding later WHERE later.supersedes = h.id) ORDER BY h.id DESC LIMIT 1;
  INSERT INTO coding.human_coding (agency, submission, purpose, place, coder, outcome, themes, note, suggested, model_version, codebook, codebook_version, supersedes)
    VALUES (own, wanted, why, as_place, who, said, ARRAY(SELECT DISTINCT unnest(chosen) ORDER BY 1), coalesce(remark, ''), offered, by_model, book.codebook, book.version, earlier)
    RETURNING id INTO made;
  INSERT INTO intake.outbox (job, payload) VALUES ('code', '{}');
  RETURN made;
END $$;

-- Takes back one's own latest word on a comment; what it replaced does not come back, the comment is open again.
CREATE FUNCTION coding.withdraw_coding(wanted bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst();
BEGIN
  INSERT INTO coding.human_coding (agency, submission, purpose, place, coder, outcome, codebook, codebook_version, supersedes)
    SELECT h.agency, h.submission, h.purpose, h.place, h.coder, 'withdrawn', h.codebook, h.codebook_version, h.id FROM coding.human_coding h
    WHERE h.id = wanted AND h.coder = who AND h.outcome <> 'withdrawn' AND h.agency = ANY (access.session_agencies())
      AND NOT EXISTS (SELECT FROM coding.human_coding later WHERE later.supersedes = h.id);
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO intake.outbox (job, payload) VALUES ('code', '{}');
  RETURN true;
END $$;
`;

const RUNNING = `
-- Asks for long work; one of a kind at a time, so that asking twice is asking once.
CREATE FUNCTION coding.ask(work text) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); made bigint;
BEGIN
  IF work NOT IN ('train','propose','batch') THEN RAISE EXCEPTION 'no such work'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.coding.ask', 0));
  SELECT r.id INTO made FROM coding.run r WHERE r.kind = work AND r.state = 'waiting' LIMIT 1;
  IF made IS NOT NULL THEN RETURN made; END IF;
  INSERT INTO coding.run (kind, actor) VALUES (work, who) RETURNING id INTO made;
  INSERT INTO intake.outbox (job, payload) VALUES ('coder-run', jsonb_build_object('run', made));
  RETURN made;
END $$;

-- A person lets a model speak. Everything is coded anew by it, and that ends in a new edition.
CREATE FUNCTION coding.sign_off_model(wanted text, remark text) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); model coding.model; made bigint;
BEGIN
  SELECT * INTO model FROM coding.model m WHERE m.version = wanted AND m.codebook IS NOT NULL;
  IF model.version IS NULL THEN RETURN NULL; END IF;
  INSERT INTO coding.sign_off (model_version, codebook, codebook_version, actor, note)
    VALUES (model.version, model.codebook, model.codebook_version, who, left(coalesce(remark, ''), 500));
  INSERT INTO coding.run (kind, actor, model_version) VALUES ('recode', who, model.version) RETURNING id INTO made;
  INSERT INTO intake.outbox (job, payload) VALUES ('coder-run', jsonb_build_object('run', made));
  PERFORM audit.record(who, NULL, 'coder-signed-off', model.version, jsonb_build_object('codebook', model.codebook, 'version', model.codebook_version));
  RETURN made;
END $$;

-- Keeps the next version of a codebook beside those before. It comes into force with the next model that is signed off.
CREATE FUNCTION coding.keep_codebook(document jsonb, change jsonb, mapping jsonb) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); book record;
BEGIN
  SELECT * INTO book FROM coding.codebook_now();
  IF document->>'code' <> book.codebook OR (document->>'version')::integer <> book.version + 1 THEN RETURN false; END IF;
  INSERT INTO coding.codebook (code, version, document, note) VALUES (document->>'code', (document->>'version')::integer, document, document->>'note');
  INSERT INTO coding.codebook_change (codebook, version, change, mapping, actor) VALUES (document->>'code', (document->>'version')::integer, change, mapping, who);
  PERFORM audit.record(who, NULL, 'codebook-changed', book.codebook, jsonb_build_object('version', book.version + 1, 'kind', change->>'kind'));
  RETURN true;
END $$;

CREATE FUNCTION coding.decide_suggestion(wanted bigint, verdict text, for_theme text, remark text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst();
BEGIN
  UPDATE coding.suggestion SET state = verdict, theme = for_theme, note = left(coalesce(remark, ''), 500), actor = who, decided_at = now()
    WHERE id = wanted AND agencies <@ access.session_agencies();
  RETURN FOUND;
END $$;

CREATE FUNCTION coding.handle_safeguarding(wanted uuid, verdict text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); own text;
BEGIN
  UPDATE coding.safeguarding SET outcome = verdict, actor = who, handled_at = now()
    WHERE submission = wanted AND agency = ANY (access.session_agencies()) RETURNING agency INTO own;
  IF own IS NULL THEN RETURN false; END IF;
  PERFORM audit.record(who, own, 'safeguarding-handled', wanted::text, jsonb_build_object('outcome', verdict));
  RETURN true;
END $$;

-- Agreement is counted over codings that the session may not see one by one; it gives rates by theme only.
GRANT EXECUTE ON FUNCTION coding.codebook_now(), coding.sign_comment(uuid, text, text, text, text[], text), coding.withdraw_coding(bigint), coding.ask(text),
  coding.sign_off_model(text, text), coding.keep_codebook(jsonb, jsonb, jsonb), coding.decide_suggestion(bigint, text, text, text),
  coding.handle_safeguarding(uuid, text) TO hub_workbench;
GRANT EXECUTE ON FUNCTION coding.codebook_now() TO hub_worker;
`;

const PUBLIC = `
CREATE FUNCTION facts.theme_shares_of(wanted integer) RETURNS SETOF facts.theme_share LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.theme_share WHERE edition = wanted AND wanted > 0 ORDER BY scope, value DESC, theme
$$;
-- How far the coder is with what it does in the background; null while it rests.
CREATE FUNCTION facts.coding_progress() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('stage', r.stage, 'done', r.done, 'total', r.total) FROM coding.run r
  WHERE r.kind IN ('refine','recode') AND r.state IN ('waiting','running') ORDER BY r.id LIMIT 1
$$;
-- Taken in the transaction that publishes, which holds the coder's lock: ids up to the last are then all there are.
CREATE FUNCTION coding.mark_edition() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO coding.edition_coding (edition, last_assignment, model_version, codebook, codebook_version, digest)
    SELECT NEW.number, coalesce((SELECT max(id) FROM coding.assignment), 0), f.model_version, f.codebook, f.codebook_version, coding.digest_of(NULL)
    FROM (SELECT 1) one LEFT JOIN coding.in_force f ON true;
  RETURN NULL;
END $$;
-- SHA-256 of all assignments in force (up to one, or now), in one fixed order: what a replay must give again.
CREATE FUNCTION coding.digest_of(last_assignment bigint) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(a.line, E'\\n' ORDER BY a.line COLLATE "C"), ''), 'UTF8')), 'hex') FROM (
    SELECT concat_ws('|', x.submission, x.theme, x.decision, x.source, coalesce(x.model_version, ''), x.codebook, x.codebook_version, x.probability, x.evidence) AS line
    FROM coding.assignment x WHERE (last_assignment IS NULL OR x.id <= last_assignment) AND NOT EXISTS (
      SELECT FROM coding.assignment later WHERE later.supersedes = x.id AND (last_assignment IS NULL OR later.id <= last_assignment))) a
$$;
CREATE TRIGGER edition_marks_coding AFTER INSERT ON facts.edition FOR EACH ROW WHEN (NEW.number > 0) EXECUTE FUNCTION coding.mark_edition();
GRANT EXECUTE ON FUNCTION facts.theme_shares_of(integer), facts.coding_progress() TO hub_published;
GRANT EXECUTE ON FUNCTION coding.digest_of(bigint) TO hub_worker;
`;

export const WORKBENCH_FUNCTIONS = SIGNING + RUNNING + PUBLIC;
