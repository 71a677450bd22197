import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What became of a publication that was agreed to stands on its proposal, in the transaction of the edition where there is one; and one of which
 * nothing became, since its job was lost, is found and asked for again. The edition before another is the one with the next lower number: after a
 * restore from an older backup numbers that were given out are not given again.
 */
const OUTCOMES = `
ALTER TABLE access.proposal ADD COLUMN outcome text CHECK (outcome IN ('published', 'held', 'waiting', 'unchanged', 'empty')),
  ADD COLUMN outcome_words text;
COMMENT ON COLUMN access.proposal.outcome IS 'Of a publication that was agreed to: what became of it; null until it was tried to the end';
CREATE OR REPLACE FUNCTION facts.publication_agreed(p access.proposal) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  -- From a command the edition is made by the command itself, which waits for it.
  IF access.session_account() IS NULL THEN RETURN '{}'; END IF;
  INSERT INTO intake.outbox (job, payload) VALUES ('publish', jsonb_build_object('proposal', p.id));
  RETURN jsonb_build_object('asked', true);
END $$;
-- Note and correction of a publication that was agreed to and of which nothing has become yet: its job may run twice.
CREATE OR REPLACE FUNCTION facts.words_of_publication(wanted bigint) RETURNS TABLE (note text, correction text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.payload->>'note', p.payload->>'correction' FROM access.proposal p
  WHERE p.id = wanted AND p.kind = 'publication' AND p.state = 'done' AND p.edition IS NULL AND p.outcome IS NULL
$$;
-- Where no edition was made, why.
CREATE FUNCTION facts.keep_publication_outcome(wanted bigint, became text, words text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE access.proposal p SET outcome = became, outcome_words = left(words, 500)
  WHERE p.id = wanted AND p.kind = 'publication' AND p.state = 'done' AND p.edition IS NULL AND p.outcome IS NULL
$$;
-- Asked for by a job so many seconds ago or longer, and nothing has become of them.
CREATE FUNCTION facts.publications_left(seconds double precision) RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.id FROM access.proposal p WHERE p.kind = 'publication' AND p.state = 'done' AND p.result->'asked' = 'true'
    AND p.edition IS NULL AND p.outcome IS NULL AND p.decided_at < now() - make_interval(secs => seconds)
$$;
DROP FUNCTION facts.sign_edition(integer);
-- Another publication that was agreed to, and whose own job has not come to it yet, is not this edition: its words stand nowhere in it.
CREATE FUNCTION facts.sign_edition(wanted integer, of_publication bigint) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH taken AS (UPDATE access.proposal p SET edition = wanted,
      outcome = CASE WHEN p.kind = 'publication' THEN coalesce(p.outcome, 'published') END,
      outcome_words = CASE WHEN p.kind = 'publication' THEN coalesce(p.outcome_words, format('Edition %s is published.', wanted)) END
    WHERE p.state = 'done' AND p.edition IS NULL AND p.kind IN ('sign-off', 'codebook', 'own-codebook', 'publication')
      AND NOT (p.kind = 'publication' AND p.result->'asked' = 'true' AND p.outcome IS NULL AND p.id IS DISTINCT FROM of_publication) RETURNING p.*)
  INSERT INTO facts.edition_signature (edition, position, kind, proposed_by, second, alone, reason, at)
    SELECT wanted, row_number() OVER (ORDER BY t.id), t.kind, t.proposed_by, t.second, t.alone, t.reason, t.decided_at FROM taken t
$$;
UPDATE access.proposal p SET outcome = 'published', outcome_words = format('Edition %s is published.', p.edition)
  FROM facts.edition e WHERE e.number = p.edition AND p.kind = 'publication' AND p.state = 'done';
REVOKE EXECUTE ON FUNCTION facts.keep_publication_outcome(bigint, text, text), facts.publications_left(double precision), facts.sign_edition(integer, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.keep_publication_outcome(bigint, text, text), facts.publications_left(double precision), facts.sign_edition(integer, bigint) TO hub_worker;
`;

const COLUMNS = `id bigint, kind text, subject text, reason text, proposed_by text, proposed_at timestamptz,
  elsewhere boolean, state text, alone boolean, second text, remark text, decided_at timestamptz, mine boolean, may_second boolean, note text, correction text,
  edition integer, outcome text, outcome_words text`;

const LISTS = `
DROP FUNCTION access.session_proposals(boolean);
DROP FUNCTION access.proposals(boolean);
-- What the acting account may propose or second, the latest first; what waits, or all of it.
CREATE FUNCTION access.proposals(everything boolean) RETURNS TABLE (${COLUMNS})
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.id, p.kind, p.subject, p.reason, p.proposed_by, p.proposed_at, p.elsewhere, p.state, p.alone, p.second, p.remark, p.decided_at,
    p.proposed_by = audit.actor(), access.may_second(p, audit.actor()),
    CASE WHEN p.kind = 'publication' THEN p.payload->>'note' END, CASE WHEN p.kind = 'publication' THEN p.payload->>'correction' END,
    p.edition, p.outcome, p.outcome_words
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

const BEFORE = `
-- 0 where there is none.
CREATE FUNCTION facts.edition_before(wanted integer) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(max(e.number), 0) FROM facts.edition e WHERE e.number > 0 AND e.number < wanted
$$;
REVOKE EXECUTE ON FUNCTION facts.edition_before(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.edition_before(integer) TO hub_worker;
CREATE OR REPLACE FUNCTION facts.keep_shares(edition integer) RETURNS void LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
  INSERT INTO facts.theme_share (edition, scope, theme, value, low, high, audited, method, tied_with)
  SELECT $1, n.scope, n.theme, k.value, k.low, k.high, k.audited, n.method, k.tied_with
  FROM facts.theme_share n CROSS JOIN (SELECT facts.edition_before($1) AS number) before
  LEFT JOIN facts.theme_share b ON b.edition = before.number AND b.edition > 0 AND b.scope = n.scope AND b.theme = n.theme AND b.method = n.method
    AND (SELECT now.versions->'coder' = past.versions->'coder' AND now.versions->'codebook' = past.versions->'codebook'
         FROM facts.edition now, facts.edition past WHERE now.number = $1 AND past.number = before.number)
  CROSS JOIN LATERAL (SELECT abs(n.audited - b.audited) < 5 AND abs(n.value - b.value) * n.audited < 5 AS stays) moved
  CROSS JOIN LATERAL (SELECT CASE WHEN stays THEN b.value ELSE n.value END AS value, CASE WHEN stays THEN b.low ELSE n.low END AS low,
    CASE WHEN stays THEN b.high ELSE n.high END AS high, CASE WHEN stays THEN b.audited ELSE n.audited END AS audited,
    CASE WHEN stays THEN b.tied_with ELSE n.tied_with END AS tied_with) k
  WHERE n.edition = 0
$$;
`;

export class PublicationsComeOut0078 implements MigrationInterface {
  name = 'PublicationsComeOut1700000000078';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(OUTCOMES + LISTS + BEFORE));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
