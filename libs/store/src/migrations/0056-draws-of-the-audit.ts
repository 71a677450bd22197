import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Chances of the audit draw by draw: one that has been made and not been decided on says nothing yet of those who were. What was kept until now is of
 * all draws together, and counts as one of them.
 */
const DRAWS = `
ALTER TABLE coding.audit_chance ADD COLUMN wave integer NOT NULL DEFAULT 1;
ALTER TABLE coding.audit_chance ALTER COLUMN wave DROP DEFAULT;
ALTER TABLE coding.audit_chance DROP CONSTRAINT audit_chance_pkey;
ALTER TABLE coding.audit_chance ADD PRIMARY KEY (submission, wave);
UPDATE coding.audit_sample SET wave = 1 WHERE wave <> 1;
COMMENT ON TABLE coding.audit_chance IS 'With which chance each draw of the audit would have drawn a comment, also of comments that it did not draw; draws that left its chance alone have no row';
DELETE FROM coding.share_basis;
`;

export class DrawsOfTheAudit0056 implements MigrationInterface {
  name = 'DrawsOfTheAudit1700000000056';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(DRAWS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
