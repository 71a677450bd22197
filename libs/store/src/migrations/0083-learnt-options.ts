import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Options that were read off a file's cells stood in the order of how often they were chosen, and were believed to be the list that
 * was asked: the rank of hidden counts was public, and what one person had typed was a label. Lists that a recognised mapping
 * holds are marked; what the hub publishes of them next stands in an order of its own.
 */
const LEARNT = `
ALTER TABLE engagement.question ADD COLUMN learnt boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN engagement.question.learnt IS 'Were the options read off a file, and not said by whoever asked?';
UPDATE engagement.question q SET learnt = true
FROM (
  SELECT m.agency, c.rule->>'key' AS key, c.rule->'options' AS options
  FROM (SELECT agency, mapping FROM intake.source UNION ALL SELECT agency, mapping FROM intake.delivery) m
  CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(m.mapping->'columns') = 'array' THEN m.mapping->'columns' ELSE '[]' END) AS c(rule)
  WHERE m.mapping->'layout'->>'rows' = 'recognised' AND c.rule->>'as' = 'question' AND c.rule->>'kind' IN ('choice', 'multi-choice', 'ranking')
    AND c.rule ? 'options') l
WHERE l.agency = q.agency AND l.key = q.key AND l.options = to_jsonb(q.options);
`;

export class LearntOptions0083 implements MigrationInterface {
  name = 'LearntOptions1700000000083';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(LEARNT));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
