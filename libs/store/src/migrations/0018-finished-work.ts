import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** What must be known for work to go on after an interruption, and for a correction to cost nobody's word. */
const COLUMNS = `
-- Readings of a delivery that began and came to no end: a process that dies of one must not die of it for ever.
ALTER TABLE intake.delivery ADD COLUMN attempts integer NOT NULL DEFAULT 0;

-- Whoever links marks what it read, not what stands there since: a row is told by its content.
GRANT SELECT (content_hash) ON engagement.submission TO hub_linker;

-- A person's word on words that were corrected since: kept, shown, and of no effect until somebody looks at the new ones.
ALTER TABLE coding.human_coding ADD COLUMN outdated_at timestamptz;
COMMENT ON COLUMN coding.human_coding.outdated_at IS 'When the words were corrected that this was said of; the comment waits to be coded again';
GRANT UPDATE (outdated_at) ON coding.human_coding TO hub_worker;
CREATE INDEX human_coding_outdated ON coding.human_coding (submission) WHERE outdated_at IS NOT NULL;
CREATE OR REPLACE VIEW coding.current_coding WITH (security_invoker = true) AS
  SELECT h.* FROM coding.human_coding h
  WHERE h.outcome <> 'withdrawn' AND h.outdated_at IS NULL AND NOT EXISTS (SELECT FROM coding.human_coding later WHERE later.supersedes = h.id);

-- Where a run of the coder goes on after a stop: the last step that is done.
ALTER TABLE coding.run ADD COLUMN step text NOT NULL DEFAULT '';

-- What the shares of the working facts rest on: nothing is computed anew where nothing was said since.
CREATE TABLE coding.share_basis (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), newest_coding bigint NOT NULL);
COMMENT ON TABLE coding.share_basis IS 'The newest coding by a person that coding.theme_share knows of';
GRANT SELECT, INSERT, UPDATE ON coding.share_basis TO hub_worker;
`;

export class FinishedWork0018 implements MigrationInterface {
  name = 'FinishedWork1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(COLUMNS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
