import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * Rows are known again by what arrived, whatever mapping they are read under. Rows that are held already get their names from
 * the files that brought them, before the next file of their source is read (`identify-held.ts`).
 */
const TABLES = `
CREATE TABLE intake.row_identity (
  agency text NOT NULL,
  row_key uuid NOT NULL,
  nth integer NOT NULL,
  submission uuid NOT NULL REFERENCES engagement.submission(id) ON DELETE CASCADE,
  PRIMARY KEY (row_key, nth)
);
CREATE INDEX row_identity_submission ON intake.row_identity (submission);
COMMENT ON TABLE intake.row_identity IS 'Which submission a row as it arrived became: a hash of its cells and how many equal ones stood before it';
ALTER TABLE intake.delivery ADD COLUMN rows_known boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN intake.delivery.rows_known IS 'Whether its rows stand in intake.row_identity, as far as they can';
CREATE INDEX delivery_rows_unknown ON intake.delivery (source, id) WHERE NOT rows_known;
CREATE INDEX submission_content ON engagement.submission (source, content_hash) WHERE external_id IS NULL;
CREATE INDEX submission_own_id ON engagement.submission (source, external_id) WHERE external_id IS NOT NULL;
`;

const RIGHTS = `
${rowSecurity('intake.row_identity', { worker: true })}
GRANT SELECT, INSERT, DELETE ON intake.row_identity TO hub_worker;
`;

export class KnownRows0027 implements MigrationInterface {
  name = 'KnownRows1700000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + RIGHTS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
