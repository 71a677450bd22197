import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * How a closed question was asked: items of a matrix and the question they share, the unit of a number. Items held before are told
 * by their keys (`matrix.item`) and wordings (`question - item`), as the mapping wrote them. "Not shown" (routed past, not
 * applicable) is an answer apart from the base, like "don't know".
 */
const HELD = `
ALTER TABLE engagement.question ADD COLUMN matrix text, ADD COLUMN stem text, ADD COLUMN item text, ADD COLUMN unit text;
COMMENT ON COLUMN engagement.question.matrix IS 'Key of the question that the items of a matrix share; stem is its wording, item what this one is about';
UPDATE engagement.question q SET matrix = split_part(q.key, '.', 1), stem = split_part(q.text, ' - ', 1), item = substr(q.text, strpos(q.text, ' - ') + 3)
WHERE q.key LIKE '%_._%' AND q.text LIKE '%_ - _%' AND (
  SELECT count(*) FROM engagement.question o WHERE o.agency = q.agency AND o.engagement = q.engagement
    AND split_part(o.key, '.', 1) = split_part(q.key, '.', 1) AND split_part(o.text, ' - ', 1) = split_part(q.text, ' - ', 1)) > 1;
`;

const FACTS = `
ALTER TABLE facts.question ADD COLUMN matrix text, ADD COLUMN stem text, ADD COLUMN item text, ADD COLUMN unit text;
ALTER TABLE facts.option DROP CONSTRAINT option_role_check;
ALTER TABLE facts.option ADD CONSTRAINT option_role_check CHECK (role IN ('base', 'option', 'other', 'dont-know', 'declined', 'not-shown'));
`;

export class QuestionsAsAsked0040 implements MigrationInterface {
  name = 'QuestionsAsAsked1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(HELD + FACTS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
