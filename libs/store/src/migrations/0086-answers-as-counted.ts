import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Which edition counted a submission first is kept as it was, no longer guessed from the days; so is the day on which it was first heard, which a
 * correction moved. Of what was counted before, the guess is kept where there is one.
 */
const COUNTED_BY = `
ALTER TABLE engagement.counted ADD COLUMN edition integer;
COMMENT ON COLUMN engagement.counted.edition IS 'The first edition that counted it; null where that was not kept and can not be told';
UPDATE engagement.counted c SET edition = (SELECT min(e.number) FROM facts.edition e WHERE e.number > 0 AND e.published_at >= s.received_at)
  FROM engagement.submission s WHERE s.id = c.submission;
ALTER TABLE engagement.submission ADD COLUMN heard_on date;
COMMENT ON COLUMN engagement.submission.heard_on IS 'Day on which a row that was corrected since was first received; null where none was';
`;

export class AnswersAsCounted0086 implements MigrationInterface {
  name = 'AnswersAsCounted1700000000086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(COUNTED_BY));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
