import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * A comment is looked at for risk by phrases as it is coded, and by a model of sentences after: by which, how sure it is, and where. What was
 * coded before stands as looked at by phrases, so that what people have closed stays closed when it is looked at again.
 */
const RISK = `
ALTER TABLE coding.coded ADD COLUMN risk_look text NOT NULL DEFAULT '';
COMMENT ON COLUMN coding.coded.risk_look IS 'Model by which its words were looked at for risk after the phrases; phrases: there was none; empty: not yet';
UPDATE coding.coded SET risk_look = 'phrases';
CREATE INDEX coded_risk_not_looked ON coding.coded (coded_at) WHERE risk_look = '';
ALTER TABLE coding.safeguarding ADD COLUMN chance real CHECK (chance BETWEEN 0 AND 1), ADD COLUMN learnt jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN coding.safeguarding.chance IS 'How sure the model is that somebody is at risk; null: it has not looked';
COMMENT ON COLUMN coding.safeguarding.learnt IS 'Sentences that the model flagged: [{answer, span, kind, chance}]';

-- How the comments of the agencies for which the session is on duty were looked at.
CREATE FUNCTION coding.risk_looks() RETURNS TABLE (learnt integer, phrases integer, waiting integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT count(*) FILTER (WHERE c.risk_look NOT IN ('', 'phrases'))::integer, count(*) FILTER (WHERE c.risk_look = 'phrases')::integer,
    count(*) FILTER (WHERE c.risk_look = '')::integer
  FROM coding.coded c WHERE c.has_text AND NOT c.no_answer AND c.agency = ANY (coalesce(access.session_agencies('duty'), '{}'))
$$;
REVOKE EXECUTE ON FUNCTION coding.risk_looks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.risk_looks() TO hub_workbench;
INSERT INTO intake.outbox (job, payload) SELECT 'look-for-risk', '{}' WHERE EXISTS (SELECT FROM coding.coded);
`;

export class LearntRisk0055 implements MigrationInterface {
  name = 'LearntRisk1700000000055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(RISK));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
