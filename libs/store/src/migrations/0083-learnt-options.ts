import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Options that were read off a file's cells stood in the order of how often they were chosen, and were believed to be the list that
 * was asked: the rank of hidden counts was public, and what one person had typed was a label. Lists that a recognised mapping
 * holds are marked; what the hub publishes of them next stands in an order of its own.
 */
const READ_OFF = `(c.rule ? 'options' AND (c.rule->>'as' = 'question' AND c.rule->>'kind' IN ('choice', 'multi-choice', 'ranking') OR c.rule->>'as' = 'matrix' AND c.rule->>'kind' = 'choice'))`;
const LEARNT = `
ALTER TABLE engagement.question ADD COLUMN learnt boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN engagement.question.learnt IS 'Were the options read off a file, and not said by whoever asked?';
UPDATE engagement.question q SET learnt = true
FROM (
  SELECT m.agency, c.rule->>'as' AS reads, c.rule->>'key' AS key, c.rule->'options' AS options
  FROM (SELECT agency, mapping FROM intake.source UNION ALL SELECT agency, mapping FROM intake.delivery) m
  CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(m.mapping->'columns') = 'array' THEN m.mapping->'columns' ELSE '[]' END) AS c(rule)
  WHERE m.mapping->'layout'->>'rows' = 'recognised' AND ${READ_OFF}) l
WHERE l.agency = q.agency AND l.options = to_jsonb(q.options) AND (l.reads = 'question' AND l.key = q.key OR l.reads = 'matrix' AND l.key = q.matrix);
-- What such a source brings from now on is read by the mapping that it keeps.
UPDATE intake.source s SET mapping = jsonb_set(s.mapping, '{columns}',
  (SELECT jsonb_agg(CASE WHEN ${READ_OFF} THEN c.rule || '{"learnt": true}' ELSE c.rule END ORDER BY c.n) FROM jsonb_array_elements(s.mapping->'columns') WITH ORDINALITY AS c(rule, n)))
WHERE s.mapping->'layout'->>'rows' = 'recognised' AND jsonb_typeof(s.mapping->'columns') = 'array' AND jsonb_array_length(s.mapping->'columns') > 0;
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
