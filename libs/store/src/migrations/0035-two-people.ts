import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * One door for what two accounts decide: somebody with the right proposes, another with the same right agrees, and only then it is done. Where a
 * hub has but one such account it acts alone, and that is kept. A kind names the right it takes and the function that does it.
 */
const DOOR = `
CREATE TABLE access.proposal_kind (kind text PRIMARY KEY, role text NOT NULL, act text NOT NULL, undo text);
COMMENT ON TABLE access.proposal_kind IS 'What takes two people: the role that both hold, the function (of a proposal, returning jsonb) that does it, and one for when it is not to be';
CREATE TABLE access.proposal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL REFERENCES access.proposal_kind(kind),
  subject text NOT NULL, payload jsonb NOT NULL DEFAULT '{}', reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
  proposed_by text NOT NULL, proposed_at timestamptz NOT NULL DEFAULT now(),
  -- Whether the second is wanted from an agency for which the first does not hold the right.
  elsewhere boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','done','declined','withdrawn')),
  alone boolean NOT NULL DEFAULT false, second text, remark text NOT NULL DEFAULT '', decided_at timestamptz, result jsonb
);
CREATE UNIQUE INDEX proposal_open ON access.proposal (kind, subject) WHERE state = 'waiting';

-- Accounts that hold a role, with the agencies for which.
CREATE FUNCTION access.holders(wanted text) RETURNS TABLE (name text, agencies text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.name, array_agg(h.agency) FROM access.role_held h JOIN access.account a ON a.id = h.account_id
  WHERE h.role = wanted AND a.ended_at IS NULL GROUP BY a.name
$$;
-- May this account be the second? Never the first; from elsewhere where that is wanted and somebody is there.
CREATE FUNCTION access.may_second(p access.proposal, who text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH all_of AS (SELECT h.* FROM access.proposal_kind k, access.holders(k.role) h WHERE k.kind = p.kind),
  elsewhere AS (SELECT o.name FROM all_of o WHERE o.name <> p.proposed_by
    AND NOT o.agencies <@ coalesce((SELECT f.agencies FROM all_of f WHERE f.name = p.proposed_by), '{}'))
  SELECT who <> p.proposed_by AND EXISTS (SELECT FROM all_of o WHERE o.name = who)
    AND (NOT p.elsewhere OR who IN (SELECT name FROM elsewhere) OR NOT EXISTS (SELECT FROM elsewhere))
$$;
CREATE FUNCTION access.do_proposal(wanted bigint, agreed boolean DEFAULT true) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE p access.proposal; made jsonb; act text;
BEGIN
  SELECT * INTO p FROM access.proposal x WHERE x.id = wanted;
  SELECT CASE WHEN agreed THEN k.act ELSE k.undo END INTO act FROM access.proposal_kind k WHERE k.kind = p.kind;
  IF act IS NULL THEN RETURN NULL; END IF;
  EXECUTE format('SELECT %s($1)', act) INTO made USING p;
  UPDATE access.proposal x SET result = made WHERE x.id = wanted;
  RETURN made;
END $$;
-- Proposes in the name of whoever acts; does it at once where nobody else holds the right. The same thing proposed again is the proposal that waits.
CREATE FUNCTION access.propose(of_kind text, about text, what jsonb, because text, from_elsewhere boolean) RETURNS access.proposal
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE p access.proposal; who text := audit.actor(); lonely boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.proposals', 0));
  SELECT * INTO p FROM access.proposal x WHERE x.kind = of_kind AND x.subject = about AND x.state = 'waiting';
  IF p.id IS NOT NULL THEN RETURN p; END IF;
  SELECT NOT EXISTS (SELECT FROM access.proposal_kind k, access.holders(k.role) h WHERE k.kind = of_kind AND h.name <> who) INTO lonely;
  INSERT INTO access.proposal (kind, subject, payload, reason, proposed_by, elsewhere, alone)
    VALUES (of_kind, about, what, left(btrim(coalesce(because, '')), 2000), who, from_elsewhere, lonely) RETURNING * INTO p;
  PERFORM audit.note(NULL, 'proposed', p.id::text, jsonb_build_object('kind', of_kind, 'about', left(about, 120), 'alone', lonely));
  IF lonely THEN
    UPDATE access.proposal x SET state = 'done', decided_at = now() WHERE x.id = p.id;
    PERFORM access.do_proposal(p.id);
    SELECT * INTO p FROM access.proposal x WHERE x.id = p.id;
  END IF;
  RETURN p;
END $$;
-- The second's word: done, declined, withdrawn (by the first), or why not.
CREATE FUNCTION access.answer_proposal(wanted bigint, agrees boolean, said text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE p access.proposal; who text := audit.actor(); becomes text;
BEGIN
  SELECT * INTO p FROM access.proposal x WHERE x.id = wanted FOR UPDATE;
  IF p.id IS NULL OR NOT EXISTS (SELECT FROM access.proposal_kind k, access.holders(k.role) h WHERE k.kind = p.kind AND h.name = who) THEN RETURN 'unknown'; END IF;
  IF p.state <> 'waiting' THEN RETURN 'decided'; END IF;
  IF p.proposed_by = who AND agrees THEN RETURN 'own'; END IF;
  IF agrees AND NOT access.may_second(p, who) THEN RETURN 'elsewhere'; END IF;
  becomes := CASE WHEN agrees THEN 'done' WHEN p.proposed_by = who THEN 'withdrawn' ELSE 'declined' END;
  UPDATE access.proposal x SET state = becomes, second = CASE WHEN x.proposed_by = who THEN NULL ELSE who END,
    remark = left(btrim(coalesce(said, '')), 500), decided_at = now() WHERE x.id = p.id;
  PERFORM access.do_proposal(p.id, agrees);
  PERFORM audit.note(NULL, CASE becomes WHEN 'done' THEN 'proposal-agreed' ELSE 'proposal-' || becomes END, p.id::text, jsonb_build_object('kind', p.kind));
  RETURN becomes;
END $$;
-- What the acting account may propose or second, the latest first; what waits, or all of it.
CREATE FUNCTION access.proposals(everything boolean) RETURNS TABLE (id bigint, kind text, subject text, reason text, proposed_by text, proposed_at timestamptz,
  elsewhere boolean, state text, alone boolean, second text, remark text, decided_at timestamptz, mine boolean, may_second boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.id, p.kind, p.subject, p.reason, p.proposed_by, p.proposed_at, p.elsewhere, p.state, p.alone, p.second, p.remark, p.decided_at,
    p.proposed_by = audit.actor(), access.may_second(p, audit.actor())
  FROM access.proposal p JOIN access.proposal_kind k ON k.kind = p.kind
  WHERE EXISTS (SELECT FROM access.holders(k.role) h WHERE h.name = audit.actor()) AND (everything OR p.state = 'waiting') ORDER BY p.id DESC LIMIT 100
$$;
CREATE FUNCTION access.session_proposals(everything boolean) RETURNS TABLE (id bigint, kind text, subject text, reason text, proposed_by text, proposed_at timestamptz,
  elsewhere boolean, state text, alone boolean, second text, remark text, decided_at timestamptz, mine boolean, may_second boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM access.proposals(everything) WHERE access.session_account() IS NOT NULL
$$;
CREATE FUNCTION access.session_answers(wanted bigint, agrees boolean, said text) RETURNS text LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE WHEN access.session_account() IS NULL THEN 'unknown' ELSE access.answer_proposal(wanted, agrees, said) END
$$;
`;

/** What takes two people today. A comment's theme that moves by over a tenth of at least fifty comments wants the second from elsewhere. */
const KINDS = `
INSERT INTO access.proposal_kind (kind, role, act, undo) VALUES
  ('sign-off', 'analyst', 'coding.sign_off_agreed', 'coding.sign_off_dropped'),
  ('codebook', 'editor', 'coding.keep_codebook_agreed', NULL), ('publication', 'lead', 'facts.publication_agreed', NULL);
ALTER TABLE coding.run DROP CONSTRAINT run_state_check,
  ADD CONSTRAINT run_state_check CHECK (state IN ('proposed','waiting','running','done','failed'));

CREATE FUNCTION coding.moves_a_figure(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM coding.run r, jsonb_to_recordset(CASE WHEN jsonb_typeof(r.comparison->'themes') = 'array' THEN r.comparison->'themes' ELSE '[]' END)
      AS t(theme text, before numeric, after numeric)
    WHERE r.kind = 'train' AND r.model_version = wanted AND greatest(t.before, t.after) >= 50 AND abs(t.after - t.before) > .1 * t.before)
$$;
CREATE OR REPLACE FUNCTION coding.sign_off_model(wanted text, remark text) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); model coding.model; made bigint; p access.proposal;
BEGIN
  SELECT * INTO model FROM coding.model m WHERE m.version = wanted AND m.codebook IS NOT NULL;
  IF model.version IS NULL THEN RETURN NULL; END IF;
  SELECT (x.payload->>'run')::bigint INTO made FROM access.proposal x WHERE x.kind = 'sign-off' AND x.subject = wanted AND x.state = 'waiting';
  IF made IS NOT NULL THEN RETURN made; END IF;
  INSERT INTO coding.run (kind, actor, model_version, state, stage) VALUES ('recode', who, model.version, 'proposed', 'Waits for a second person') RETURNING id INTO made;
  PERFORM access.propose('sign-off', model.version, jsonb_build_object('run', made), remark, coding.moves_a_figure(model.version));
  RETURN made;
END $$;
CREATE FUNCTION coding.sign_off_agreed(p access.proposal) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE model coding.model; run bigint := (p.payload->>'run')::bigint;
BEGIN
  SELECT * INTO model FROM coding.model m WHERE m.version = p.subject;
  INSERT INTO coding.sign_off (model_version, codebook, codebook_version, actor, note)
    VALUES (model.version, model.codebook, model.codebook_version, p.proposed_by, left(p.reason, 500));
  UPDATE coding.run r SET state = 'waiting', stage = '', asked_at = now() WHERE r.id = run;
  INSERT INTO intake.outbox (job, payload) VALUES ('coder-run', jsonb_build_object('run', run));
  PERFORM audit.note(NULL, 'coder-signed-off', model.version, jsonb_build_object('codebook', model.codebook, 'version', model.codebook_version));
  RETURN jsonb_build_object('run', run);
END $$;

CREATE FUNCTION coding.sign_off_dropped(p access.proposal) RETURNS jsonb LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE coding.run r SET state = 'failed', stage = 'Not agreed to', finished_at = now() WHERE r.id = (p.payload->>'run')::bigint RETURNING '{}'::jsonb
$$;

CREATE OR REPLACE FUNCTION coding.keep_codebook(document jsonb, change jsonb, mapping jsonb) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('editor', 'only an editor changes codebooks'); book record;
BEGIN
  SELECT * INTO book FROM coding.codebook_now();
  IF (document->>'code' = book.codebook AND (document->>'version')::integer = book.version + 1) IS NOT TRUE THEN RETURN false; END IF;
  -- One change at a time: the next would be made of a version that is not there yet.
  IF EXISTS (SELECT FROM access.proposal x WHERE x.kind = 'codebook' AND x.subject = book.codebook AND x.state = 'waiting') THEN RETURN false; END IF;
  PERFORM access.propose('codebook', book.codebook, jsonb_build_object('document', document, 'change', change, 'mapping', mapping), document->>'note',
    change->>'kind' IN ('split', 'merge', 'retire'));
  RETURN true;
END $$;
CREATE FUNCTION coding.keep_codebook_agreed(p access.proposal) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE document jsonb := p.payload->'document'; number integer := (p.payload->'document'->>'version')::integer;
BEGIN
  INSERT INTO coding.codebook (code, version, document, note) VALUES (p.subject, number, document, document->>'note');
  INSERT INTO coding.codebook_change (codebook, version, change, mapping, actor) VALUES (p.subject, number, p.payload->'change', p.payload->'mapping', p.proposed_by);
  PERFORM audit.note(NULL, 'codebook-changed', p.subject, jsonb_build_object('version', number, 'kind', p.payload->'change'->>'kind'));
  RETURN jsonb_build_object('version', number);
END $$;
`;

/** Publication, and what an edition says of the people behind it. */
const PUBLICATION = `
CREATE TABLE facts.edition_signature (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE, position integer NOT NULL,
  kind text NOT NULL, proposed_by text NOT NULL, second text, alone boolean NOT NULL, reason text NOT NULL, at timestamptz NOT NULL,
  PRIMARY KEY (edition, position)
);
ALTER TABLE access.proposal ADD COLUMN edition integer;
CREATE TRIGGER edition_signature_stays BEFORE DELETE ON facts.edition_signature FOR EACH ROW WHEN (OLD.edition > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER edition_signature_unchanged BEFORE UPDATE ON facts.edition_signature FOR EACH ROW WHEN (OLD.edition > 0 OR NEW.edition > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER edition_signature_no_truncate BEFORE TRUNCATE ON facts.edition_signature EXECUTE FUNCTION facts.is_immutable();
CREATE FUNCTION facts.publication_agreed(p access.proposal) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  -- From a command the edition is made by the command itself, which waits for it.
  IF access.session_account() IS NOT NULL THEN INSERT INTO intake.outbox (job, payload) VALUES ('publish', '{}'); END IF;
  RETURN '{}';
END $$;
CREATE FUNCTION facts.propose_publication(because text) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('lead', 'only a lead publishes'); p access.proposal;
BEGIN
  p := access.propose('publication', 'edition', '{}', because, false);
  RETURN p.id;
END $$;
-- What was agreed since the edition before stands behind this one.
CREATE FUNCTION facts.sign_edition(wanted integer) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH taken AS (UPDATE access.proposal p SET edition = wanted WHERE p.state = 'done' AND p.edition IS NULL
    AND p.kind IN ('sign-off', 'codebook', 'publication') RETURNING p.*)
  INSERT INTO facts.edition_signature (edition, position, kind, proposed_by, second, alone, reason, at)
    SELECT wanted, row_number() OVER (ORDER BY t.id), t.kind, t.proposed_by, t.second, t.alone, t.reason, t.decided_at FROM taken t
$$;
CREATE FUNCTION facts.signatures_of(wanted integer) RETURNS SETOF facts.edition_signature LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.edition_signature s WHERE s.edition = wanted AND wanted > 0 ORDER BY s.position
$$;
REVOKE EXECUTE ON FUNCTION access.holders(text), access.may_second(access.proposal, text), access.do_proposal(bigint, boolean), access.propose(text, text, jsonb, text, boolean),
  access.answer_proposal(bigint, boolean, text), access.proposals(boolean), access.session_proposals(boolean), access.session_answers(bigint, boolean, text),
  coding.moves_a_figure(text), coding.sign_off_agreed(access.proposal), coding.sign_off_dropped(access.proposal), coding.keep_codebook_agreed(access.proposal), facts.publication_agreed(access.proposal),
  facts.propose_publication(text), facts.sign_edition(integer), facts.signatures_of(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.session_proposals(boolean), access.session_answers(bigint, boolean, text), facts.propose_publication(text) TO hub_workbench;
GRANT EXECUTE ON FUNCTION facts.sign_edition(integer) TO hub_worker;
GRANT EXECUTE ON FUNCTION facts.signatures_of(integer) TO hub_published;
`;

export class TwoPeople0035 implements MigrationInterface {
  name = 'TwoPeople1700000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(DOOR + KINDS + PUBLICATION));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
