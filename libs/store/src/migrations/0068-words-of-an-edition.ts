import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What an edition shall say of itself (its note, and what it corrects) is proposed with it: the second agrees to these words, and whoever
 * publishes, a job or a command, finds them by the proposal. A job bears its number alone.
 */
const PUBLICATION = `
DROP FUNCTION facts.propose_publication(text);
CREATE FUNCTION facts.propose_publication(because text, words jsonb) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('lead', 'only a lead publishes'); p access.proposal;
BEGIN
  p := access.propose('publication', 'edition', words, because, false);
  RETURN p.id;
END $$;
CREATE OR REPLACE FUNCTION facts.publication_agreed(p access.proposal) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  -- From a command the edition is made by the command itself, which waits for it.
  IF access.session_account() IS NOT NULL THEN INSERT INTO intake.outbox (job, payload) VALUES ('publish', jsonb_build_object('proposal', p.id)); END IF;
  RETURN '{}';
END $$;
-- Note and correction of a publication that was agreed to.
CREATE FUNCTION facts.words_of_publication(wanted bigint) RETURNS TABLE (note text, correction text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.payload->>'note', p.payload->>'correction' FROM access.proposal p WHERE p.id = wanted AND p.kind = 'publication' AND p.state = 'done'
$$;
REVOKE EXECUTE ON FUNCTION facts.propose_publication(text, jsonb), facts.words_of_publication(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.propose_publication(text, jsonb) TO hub_workbench;
GRANT EXECUTE ON FUNCTION facts.words_of_publication(bigint) TO hub_worker;
`;

const COLUMNS = `id bigint, kind text, subject text, reason text, proposed_by text, proposed_at timestamptz,
  elsewhere boolean, state text, alone boolean, second text, remark text, decided_at timestamptz, mine boolean, may_second boolean, note text, correction text`;

const LISTS = `
DROP FUNCTION access.session_proposals(boolean);
DROP FUNCTION access.proposals(boolean);
-- What the acting account may propose or second, the latest first; what waits, or all of it.
CREATE FUNCTION access.proposals(everything boolean) RETURNS TABLE (${COLUMNS})
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.id, p.kind, p.subject, p.reason, p.proposed_by, p.proposed_at, p.elsewhere, p.state, p.alone, p.second, p.remark, p.decided_at,
    p.proposed_by = audit.actor(), access.may_second(p, audit.actor()),
    CASE WHEN p.kind = 'publication' THEN p.payload->>'note' END, CASE WHEN p.kind = 'publication' THEN p.payload->>'correction' END
  FROM access.proposal p JOIN access.proposal_kind k ON k.kind = p.kind
  WHERE EXISTS (SELECT FROM access.holders(k.role) h WHERE h.name = audit.actor()) AND (everything OR p.state = 'waiting') ORDER BY p.id DESC LIMIT 100
$$;
CREATE FUNCTION access.session_proposals(everything boolean) RETURNS TABLE (${COLUMNS})
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM access.proposals(everything) WHERE access.session_account() IS NOT NULL
$$;
REVOKE EXECUTE ON FUNCTION access.proposals(boolean), access.session_proposals(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.session_proposals(boolean) TO hub_workbench;
`;

export class WordsOfAnEdition0068 implements MigrationInterface {
  name = 'WordsOfAnEdition1700000000068';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(PUBLICATION + LISTS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
