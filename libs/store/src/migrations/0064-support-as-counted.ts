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

/** An edition keeps released words as they were; of whoever was erased since, history has nothing, and they are told no more. */
const WORDS = `
CREATE FUNCTION facts.words_that_stand(whose text, words text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT DISTINCT w.said FROM unnest(words) AS w(said) WHERE EXISTS (
    SELECT FROM coding.quote_history h WHERE h.agency = whose AND h.digest = sha256(convert_to(w.said, 'UTF8')))
$$;
REVOKE EXECUTE ON FUNCTION facts.words_that_stand(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.words_that_stand(text, text[]) TO hub_published;
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
