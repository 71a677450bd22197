import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** Statements that a host's moderators took out of the vote: they were said all the same, and nobody is grouped by what they voted on them. */
const TAKEN_OUT = `
ALTER TABLE engagement.submission ADD COLUMN taken_out boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN engagement.submission.taken_out IS 'Of a statement that others vote on: the moderators of its host took it out of the vote';
`;

export class StatementsTakenOut0061 implements MigrationInterface {
  name = 'StatementsTakenOut1700000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TAKEN_OUT));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
