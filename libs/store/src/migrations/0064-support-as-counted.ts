import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * How often others liked or supported a proposal, as its platform counted: a figure of the agency's own beside the submission, and nobody in it is a person of
 * the hub. Seen by the same people as votes. It goes with the submission.
 */
const SUPPORT = `
CREATE TABLE engagement.support (
  submission uuid NOT NULL REFERENCES engagement.submission(id) ON DELETE CASCADE,
  agency text NOT NULL,
  act text NOT NULL CHECK (act IN ('likes', 'dislikes', 'supports', 'endorsements', 'agreements', 'votes', 'picks')),
  times integer NOT NULL CHECK (times >= 0),
  delivery bigint NOT NULL,
  PRIMARY KEY (submission, act)
);
CREATE INDEX support_delivery ON engagement.support (delivery);
COMMENT ON TABLE engagement.support IS 'How often others did it, as the platform counted when it was last delivered; never people';
${rowSecurity('engagement.support', {
  worker: true,
  workbench: `agency = ANY ((SELECT access.session_agencies('analyst'))::text[])`,
})}
GRANT SELECT, INSERT, UPDATE, DELETE ON engagement.support TO hub_worker;
GRANT SELECT ON engagement.support TO hub_workbench;
`;

/** An edition keeps released words as they were; of whoever was erased since, history has nothing: they are told no more, and kept no more. */
const WORDS = `
-- Released words of proposals and statements, as an edition keeps them, without those of whoever was erased since. What hosts wrote stays.
CREATE FUNCTION facts.words_left(part text, body jsonb) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_agg(jsonb_set(e.one, ARRAY[l.list], coalesce((
    SELECT jsonb_agg(CASE WHEN s.said->>'text' IS NULL OR (s.said->>'host')::boolean IS TRUE OR EXISTS (
        SELECT FROM coding.quote_history h WHERE h.agency = split_part(e.one->>'engagement', '/', 1) AND h.digest = sha256(convert_to(s.said->>'text', 'UTF8')))
      THEN s.said ELSE s.said || '{"text": null}' END ORDER BY s.at)
    FROM jsonb_array_elements(e.one->l.list) WITH ORDINALITY s(said, at)), '[]')) ORDER BY e.at), '[]')
  FROM jsonb_array_elements(body) WITH ORDINALITY e(one, at), (SELECT CASE part WHEN 'votes' THEN 'statements' ELSE 'proposals' END AS list) l
$$;
CREATE FUNCTION facts.only_words_taken_out() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF current_setting('hub.cutting_loose', true) = 'yes' AND current_user = 'hub_owner' AND NEW.name IN ('votes', 'support')
    AND to_jsonb(NEW) - 'body' = to_jsonb(OLD) - 'body' AND NEW.body = facts.words_left(OLD.name, OLD.body) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a published edition never changes';
END $$;
DROP TRIGGER part_unchanged ON facts.part;
CREATE TRIGGER part_unchanged BEFORE UPDATE ON facts.part FOR EACH ROW WHEN (OLD.edition > 0 OR NEW.edition > 0) EXECUTE FUNCTION facts.only_words_taken_out();
-- Takes words out of every edition that history knows no more.
CREATE FUNCTION facts.take_words_out() RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM set_config('hub.cutting_loose', 'yes', true);
  UPDATE facts.part p SET body = w.left_over
  FROM (SELECT edition, name, facts.words_left(name, body) AS left_over FROM facts.part WHERE edition > 0 AND name IN ('votes', 'support')) w
  WHERE p.edition = w.edition AND p.name = w.name AND p.body <> w.left_over;
  PERFORM set_config('hub.cutting_loose', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION facts.words_left(text, jsonb), facts.only_words_taken_out(), facts.take_words_out() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.take_words_out() TO hub_worker;
CREATE FUNCTION facts.words_that_stand(whose text, words text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT DISTINCT w.said FROM unnest(words) AS w(said) WHERE EXISTS (
    SELECT FROM coding.quote_history h WHERE h.agency = whose AND h.digest = sha256(convert_to(w.said, 'UTF8')))
$$;
REVOKE EXECUTE ON FUNCTION facts.words_that_stand(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.words_that_stand(text, text[]) TO hub_published;
-- Of people who were erased before, too.
SELECT facts.take_words_out();
`;

export class SupportAsCounted0064 implements MigrationInterface {
  name = 'SupportAsCounted1700000000064';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(SUPPORT + WORDS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
