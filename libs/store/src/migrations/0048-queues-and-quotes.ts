import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/** Who has a case of somebody who may be at risk, how soon it must be looked at, and what has happened; whoever hands it over says to whom. */
const QUEUE = `
ALTER TABLE coding.safeguarding
  ADD COLUMN score real NOT NULL DEFAULT 1, ADD COLUMN band text NOT NULL DEFAULT 'today' CHECK (band IN ('now','today','week')),
  ADD COLUMN owner text, ADD COLUMN taken_at timestamptz, ADD COLUMN handed_to text, ADD COLUMN note text NOT NULL DEFAULT '';
CREATE INDEX safeguarding_waiting ON coding.safeguarding (agency, score DESC) WHERE outcome IS NULL;
CREATE TABLE coding.safeguarding_step (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  submission uuid NOT NULL REFERENCES engagement.submission(id) ON DELETE CASCADE, agency text NOT NULL,
  step text NOT NULL CHECK (step IN ('taken','put-back','handed-over','no-risk')),
  actor text NOT NULL, note text NOT NULL DEFAULT '' CHECK (length(note) <= 500), handed_to text, at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX safeguarding_step_submission ON coding.safeguarding_step (submission);
COMMENT ON TABLE coding.safeguarding_step IS 'What people on duty did with a case; append-only, gone with the submission';

-- One step of a case by the session, which must be on duty for its agency. False where it is not for this session, or is closed.
CREATE FUNCTION coding.step_case(wanted uuid, what text, said text, receiver text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('duty', 'only who is on duty handles what may mean danger'); c coding.safeguarding;
BEGIN
  SELECT * INTO c FROM coding.safeguarding g WHERE g.submission = wanted AND g.agency = ANY (access.session_agencies('duty')) FOR UPDATE;
  IF c.submission IS NULL OR c.outcome IS NOT NULL THEN RETURN false; END IF;
  UPDATE coding.safeguarding g SET
    owner = CASE WHEN what = 'put-back' THEN NULL ELSE who END, taken_at = CASE WHEN what = 'put-back' THEN NULL ELSE coalesce(g.taken_at, now()) END,
    outcome = CASE what WHEN 'handed-over' THEN 'referred' WHEN 'no-risk' THEN 'no-risk' END,
    actor = CASE WHEN what IN ('handed-over', 'no-risk') THEN who END, handled_at = CASE WHEN what IN ('handed-over', 'no-risk') THEN now() END,
    handed_to = CASE what WHEN 'handed-over' THEN left(btrim(receiver), 120) END, note = left(btrim(coalesce(said, '')), 500)
    WHERE g.submission = wanted;
  INSERT INTO coding.safeguarding_step (submission, agency, step, actor, note, handed_to)
    VALUES (wanted, c.agency, what, who, left(btrim(coalesce(said, '')), 500), CASE what WHEN 'handed-over' THEN left(btrim(receiver), 120) END);
  PERFORM audit.record(who, c.agency, CASE WHEN what IN ('handed-over', 'no-risk') THEN 'safeguarding-handled' ELSE 'safeguarding-' || what END, wanted::text,
    jsonb_build_object('outcome', what));
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION coding.step_case(uuid, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.step_case(uuid, text, text, text) TO hub_workbench;
${rowSecurity('coding.safeguarding_step', { worker: true, workbench: `agency = ANY ((SELECT access.session_agencies('duty'))::text[])` })}
GRANT SELECT ON coding.safeguarding_step TO hub_workbench;
GRANT SELECT, DELETE ON coding.safeguarding_step TO hub_worker;
`;

/** A quote is words of the comment, and of one theme that a person chose. */
const QUOTES = `
ALTER TABLE coding.released_quote ADD COLUMN theme text, ADD COLUMN answer bigint REFERENCES engagement.answer(id) ON DELETE CASCADE;
COMMENT ON COLUMN coding.released_quote.theme IS 'Of the city''s codebook, or codebook/theme; null: released before a theme was chosen, of each that the comment has';
ALTER TABLE facts.quote ADD COLUMN engagement text NOT NULL DEFAULT '';

-- Are these words of the text, in its order? What stands in square brackets was taken out.
CREATE FUNCTION coding.is_of_text(words text, said text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
DECLARE part text; at integer; rest text := regexp_replace(said, '\\s+', ' ', 'g'); wordy boolean := false;
BEGIN
  FOREACH part IN ARRAY regexp_split_to_array(regexp_replace(words, '\\s+', ' ', 'g'), '\\[[A-Za-z -]+\\]') LOOP
    part := btrim(part);
    CONTINUE WHEN part = '';
    at := strpos(rest, part);
    IF at = 0 THEN RETURN false; END IF;
    wordy := wordy OR part ~ '\\w';
    rest := substr(rest, at + length(part));
  END LOOP;
  RETURN wordy;
END $$;
CREATE OR REPLACE FUNCTION coding.release_quote(wanted uuid, words text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); own text;
BEGIN
  SELECT s.agency INTO own FROM engagement.submission s WHERE s.id = wanted AND s.withdrawn_at IS NULL AND s.agency = ANY (access.session_agencies('analyst'));
  IF own IS NULL THEN RETURN false; END IF;
  IF coalesce(btrim(words), '') = '' OR length(words) > 8000 THEN RAISE EXCEPTION 'no words to be quoted, or too many' USING ERRCODE = 'HB001'; END IF;
  IF NOT coding.is_of_text(words, coalesce((SELECT string_agg(a.text, E'\\n' ORDER BY a.id) FROM engagement.answer a WHERE a.submission = wanted AND a.text IS NOT NULL), ''))
  THEN RAISE EXCEPTION 'a quote is words of the comment' USING ERRCODE = 'HB001'; END IF;
  INSERT INTO coding.released_quote (submission, agency, text, actor) VALUES (wanted, own, words, who)
    ON CONFLICT (submission) DO UPDATE SET text = excluded.text, actor = excluded.actor, at = now(), theme = NULL, answer = NULL;
  PERFORM audit.record(who, own, 'quote-released', wanted::text, '{}');
  RETURN true;
END $$;
-- Lets words of one answer be quoted under one of its themes; a later release of the same submission replaces them.
CREATE FUNCTION coding.release_span(of_answer bigint, words text, of_theme text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); a engagement.answer;
BEGIN
  SELECT x.* INTO a FROM engagement.answer x JOIN engagement.submission s ON s.id = x.submission AND s.withdrawn_at IS NULL
    WHERE x.id = of_answer AND x.text IS NOT NULL AND x.agency = ANY (access.session_agencies('analyst'));
  IF a.id IS NULL THEN RETURN false; END IF;
  IF length(words) > 2000 OR NOT coding.is_of_text(words, a.text) THEN RAISE EXCEPTION 'a quote is words of the comment' USING ERRCODE = 'HB001'; END IF;
  IF NOT EXISTS (SELECT FROM coding.current_assignment c WHERE c.submission = a.submission AND c.decision = 'assign' AND c.theme = of_theme)
    AND NOT EXISTS (SELECT FROM coding.answer_themes t, unnest(t.themes) AS n(theme) WHERE t.answer = of_answer AND t.codebook || '/' || n.theme = of_theme)
  THEN RAISE EXCEPTION 'the comment does not have this theme' USING ERRCODE = 'HB002'; END IF;
  INSERT INTO coding.released_quote (submission, agency, text, actor, theme, answer) VALUES (a.submission, a.agency, words, who, of_theme, of_answer)
    ON CONFLICT (submission) DO UPDATE SET text = excluded.text, actor = excluded.actor, at = now(), theme = excluded.theme, answer = excluded.answer;
  PERFORM audit.record(who, a.agency, 'quote-released', a.submission::text, '{}');
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION coding.release_span(bigint, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.release_span(bigint, text, text) TO hub_workbench;

-- Released quotes of an edition, of a theme or of all.
CREATE FUNCTION facts.quotes_in(wanted integer, wanted_theme text) RETURNS SETOF facts.quote LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.quote q WHERE q.edition = wanted AND wanted > 0 AND q.text <> '' AND (wanted_theme IS NULL OR q.theme = wanted_theme) ORDER BY q.id
$$;
REVOKE EXECUTE ON FUNCTION facts.quotes_in(integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.quotes_in(integer, text) TO hub_published;
`;

export class QueuesAndQuotes0048 implements MigrationInterface {
  name = 'QueuesAndQuotes1700000000048';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(QUEUE + QUOTES));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
