/**
 * The doors of decisions. A decision comes and goes as one document:
 * {"agency", "reference", "title", ..., "evidence": [{"figure", "edition"}], "quotes": [{"edition", "quote", "stance"}],
 * "actions": [{"what", "owner", "due", "state", "done_on", "because", "effect", "effect_figure", "effect_edition"}]}.
 */
export const DECISION_FUNCTIONS = `
-- The one place that says who may write an agency's decisions.
CREATE FUNCTION decisions.may_write(which text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(which = ANY (access.session_agencies('lead', 'officer')), false)
$$;
CREATE FUNCTION decisions.document(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT to_jsonb(d) - 'statement' || jsonb_build_object(
    'evidence', coalesce((SELECT jsonb_agg(jsonb_build_object('figure', e.figure, 'edition', e.edition) ORDER BY e.position)
      FROM decisions.evidence e WHERE e.decision = d.id), '[]'),
    'quotes', coalesce((SELECT jsonb_agg(jsonb_build_object('edition', q.edition, 'quote', q.quote, 'stance', q.stance) ORDER BY q.position)
      FROM decisions.quote q WHERE q.decision = d.id), '[]'),
    'actions', coalesce((SELECT jsonb_agg(to_jsonb(a) - 'decision' - 'agency' - 'position' ORDER BY a.position)
      FROM decisions.action a WHERE a.decision = d.id), '[]'))
  FROM decisions.decision d WHERE d.id = wanted
$$;

-- Saves one decision whole, found by its agency and reference, and keeps how it then reads as its next version.
CREATE FUNCTION decisions.put(given jsonb, actor text, origin text, statement uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE d decisions.decision; held decisions.decision; whose text := given->>'agency';
BEGIN
  SELECT * INTO held FROM decisions.decision x WHERE x.agency = whose AND x.reference = given->>'reference' FOR UPDATE;
  d := jsonb_populate_record(NULL::decisions.decision, given - 'evidence' - 'quotes' - 'actions');
  INSERT INTO decisions.decision AS x (id, agency, reference, origin, statement, public, title, decided, decided_on, why, will_do, not_done, not_done_because,
      decided_by, model, lead, portfolio, engagements, themes, wards, communities, priorities, version, saved_at, saved_by)
    VALUES (coalesce(held.id, gen_random_uuid()), whose, d.reference, put.origin, put.statement, d.public, d.title, d.decided, d.decided_on, d.why, d.will_do,
      d.not_done, d.not_done_because, d.decided_by, d.model, d.lead, d.portfolio, coalesce(d.engagements, '{}'), coalesce(d.themes, '{}'), coalesce(d.wards, '{}'),
      coalesce(d.communities, '{}'), coalesce(d.priorities, '{}'),
      coalesce((SELECT max(v.number) FROM decisions.version v WHERE v.decision = held.id), 0) + 1, clock_timestamp(), actor)
    ON CONFLICT (agency, reference) DO UPDATE SET public = excluded.public, title = excluded.title, decided = excluded.decided, decided_on = excluded.decided_on,
      why = excluded.why, will_do = excluded.will_do, not_done = excluded.not_done, not_done_because = excluded.not_done_because, decided_by = excluded.decided_by,
      model = excluded.model, lead = excluded.lead, portfolio = excluded.portfolio, engagements = excluded.engagements, themes = excluded.themes,
      wards = excluded.wards, communities = excluded.communities, priorities = excluded.priorities, version = excluded.version, saved_at = excluded.saved_at,
      saved_by = excluded.saved_by
    RETURNING x.* INTO d;
  DELETE FROM decisions.evidence e WHERE e.decision = d.id;
  DELETE FROM decisions.quote q WHERE q.decision = d.id;
  DELETE FROM decisions.action a WHERE a.decision = d.id;
  INSERT INTO decisions.evidence (decision, position, agency, figure, edition)
    SELECT d.id, n, whose, e->>'figure', (e->>'edition')::int FROM jsonb_array_elements(given->'evidence') WITH ORDINALITY AS x(e, n);
  INSERT INTO decisions.quote (decision, position, agency, edition, quote, stance)
    SELECT d.id, n, whose, (q->>'edition')::int, (q->>'quote')::bigint, q->>'stance' FROM jsonb_array_elements(given->'quotes') WITH ORDINALITY AS x(q, n);
  INSERT INTO decisions.action (decision, position, agency, what, owner, due, state, done_on, because, effect, effect_figure, effect_edition)
    SELECT d.id, n, whose, a->>'what', a->>'owner', (a->>'due')::date, a->>'state', (a->>'done_on')::date, a->>'because', a->>'effect', a->>'effect_figure',
      (a->>'effect_edition')::int FROM jsonb_array_elements(given->'actions') WITH ORDINALITY AS x(a, n);
  INSERT INTO decisions.version (decision, number, agency, by, document) VALUES (d.id, d.version, whose, actor, decisions.document(d.id));
  RETURN d.id;
END $$;
REVOKE EXECUTE ON FUNCTION decisions.put(jsonb, text, text, uuid) FROM PUBLIC;

-- By a signed-in person. Null where the agency is not the person's. "seen" is the version that was read: null for a new decision.
CREATE FUNCTION decisions.save(given jsonb, seen integer) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE held decisions.decision; made uuid;
BEGIN
  IF NOT decisions.may_write(given->>'agency') THEN RETURN NULL; END IF;
  SELECT * INTO held FROM decisions.decision x WHERE x.agency = given->>'agency' AND x.reference = given->>'reference' FOR UPDATE;
  IF held.version IS DISTINCT FROM seen THEN RAISE EXCEPTION 'saved by somebody else meanwhile' USING ERRCODE = 'HB001'; END IF;
  IF coalesce(held.origin, 'hub') = 'hub' AND jsonb_array_length(given->'evidence') = 0 THEN RAISE EXCEPTION 'a decision needs a figure'; END IF;
  -- What an agency published elsewhere is its record: figures are tied to it, its words and days are not changed here.
  IF held.origin = 'pulled' THEN
    given := given || (decisions.document(held.id) - ARRAY['evidence', 'quotes', 'why', 'decided_by', 'model', 'lead', 'portfolio', 'engagements', 'themes',
      'wards', 'communities', 'priorities']);
  END IF;
  made := decisions.put(given, access.session_account(), coalesce(held.origin, 'hub'), held.statement);
  PERFORM audit.note(given->>'agency', 'decision-saved', made::text, '{}');
  RETURN made;
END $$;
-- A decision that should not have been written. What an edition carries stays there, and so does its history.
CREATE FUNCTION decisions.take_back(wanted uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE held decisions.decision;
BEGIN
  SELECT * INTO held FROM decisions.decision x WHERE x.id = wanted AND x.origin = 'hub' FOR UPDATE;
  IF held.id IS NULL OR NOT decisions.may_write(held.agency) THEN RETURN false; END IF;
  DELETE FROM decisions.decision x WHERE x.id = wanted;
  INSERT INTO decisions.version (decision, number, agency, by) VALUES (wanted, held.version + 1, held.agency, access.session_account());
  PERFORM audit.note(held.agency, 'decision-taken-back', wanted::text, '{}');
  RETURN true;
END $$;
CREATE FUNCTION decisions.save_priority(whose text, wanted text, in_plan text, called text, about text[]) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT decisions.may_write(whose) THEN RETURN false; END IF;
  INSERT INTO decisions.plan_priority (agency, code, plan, title, themes) VALUES (whose, wanted, in_plan, called, about)
    ON CONFLICT (agency, code) DO UPDATE SET plan = excluded.plan, title = excluded.title, themes = excluded.themes;
  PERFORM audit.note(whose, 'priority-saved', wanted, '{}');
  RETURN true;
END $$;
CREATE FUNCTION decisions.save_promise(whose text, within_months integer, said text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT decisions.may_write(whose) THEN RETURN false; END IF;
  INSERT INTO decisions.promise (agency, months, words) VALUES (whose, within_months, said)
    ON CONFLICT (agency) DO UPDATE SET months = excluded.months, words = excluded.words;
  PERFORM audit.note(whose, 'promise-saved', whose, jsonb_build_object('months', within_months));
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION decisions.may_write(text), decisions.save(jsonb, integer), decisions.take_back(uuid),
  decisions.save_priority(text, text, text, text, text[]), decisions.save_promise(text, integer, text) TO hub_workbench;

-- By the worker: what agencies publish elsewhere, and what is brought in with a made-up city.
CREATE FUNCTION decisions.adopt(given jsonb, statement uuid) RETURNS uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT decisions.put(given, 'hub', CASE WHEN statement IS NULL THEN 'hub' ELSE 'pulled' END, statement)
$$;
CREATE FUNCTION decisions.adopt_plan(priorities jsonb, promises jsonb) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO decisions.plan_priority SELECT * FROM jsonb_populate_recordset(NULL::decisions.plan_priority, priorities)
    ON CONFLICT (agency, code) DO UPDATE SET plan = excluded.plan, title = excluded.title, themes = excluded.themes;
  INSERT INTO decisions.promise SELECT * FROM jsonb_populate_recordset(NULL::decisions.promise, promises)
    ON CONFLICT (agency) DO UPDATE SET months = excluded.months, words = excluded.words;
$$;
-- Public decisions as they read now, for good in an edition. Returns their digest: ids and times are no part of it.
CREATE FUNCTION decisions.freeze(number integer) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE made text;
BEGIN
  INSERT INTO decisions.frozen (edition, decision, document) SELECT number, d.id, decisions.document(d.id) FROM decisions.decision d WHERE d.public;
  SELECT coalesce(encode(sha256(convert_to(string_agg((f.document - ARRAY['id', 'version', 'saved_at', 'saved_by'])::text, E'\\n'
      ORDER BY (f.document->>'agency') COLLATE "C", (f.document->>'reference') COLLATE "C"), 'UTF8')), 'hex'), '') INTO made
    FROM decisions.frozen f WHERE f.edition = number;
  INSERT INTO decisions.edition (edition, digest, priorities, promises) SELECT number, made, b->'priorities', b->'promises' FROM facts.decision_board(NULL) b;
  RETURN made;
END $$;

-- Public: decisions marked so, as they read now, or those of an edition.
CREATE FUNCTION facts.decisions_of(wanted integer) RETURNS SETOF jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT decisions.document(d.id) FROM decisions.decision d WHERE wanted IS NULL AND d.public
  UNION ALL SELECT f.document FROM decisions.frozen f WHERE f.edition = wanted
$$;
CREATE FUNCTION facts.decision_board(wanted integer) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce((SELECT jsonb_build_object('digest', e.digest, 'priorities', e.priorities, 'promises', e.promises) FROM decisions.edition e WHERE e.edition = wanted),
    jsonb_build_object('digest', NULL,
      'priorities', (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.agency COLLATE "C", p.code COLLATE "C"), '[]') FROM decisions.plan_priority p),
      'promises', (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.agency COLLATE "C"), '[]') FROM decisions.promise p)))
$$;
-- Words of released quotes by their places [{"edition", "quote"}]; those that erasure took are not among them.
CREATE FUNCTION facts.quote_words(places jsonb) RETURNS TABLE (edition integer, quote bigint, agency text, theme text, ward text, words text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT q.edition, q.id, q.agency, q.theme, q.ward, q.text FROM jsonb_to_recordset(places) AS w(edition integer, quote bigint)
  JOIN facts.quote q ON q.edition = w.edition AND q.id = w.quote WHERE q.edition > 0 AND q.text <> ''
$$;
GRANT EXECUTE ON FUNCTION decisions.adopt(jsonb, uuid), decisions.adopt_plan(jsonb, jsonb), decisions.freeze(integer) TO hub_worker;
GRANT EXECUTE ON FUNCTION facts.decisions_of(integer), facts.decision_board(integer), facts.quote_words(jsonb) TO hub_published;
REVOKE EXECUTE ON FUNCTION facts.decisions_of(integer), facts.decision_board(integer), facts.quote_words(jsonb), decisions.may_write(text), decisions.document(uuid),
  decisions.save(jsonb, integer), decisions.take_back(uuid), decisions.save_priority(text, text, text, text, text[]), decisions.save_promise(text, integer, text),
  decisions.adopt(jsonb, uuid), decisions.adopt_plan(jsonb, jsonb), decisions.freeze(integer) FROM PUBLIC;
`;
