import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** A job goes on with the trace of whatever asked for it, also where a function of the database wrote the request. Random numbers, and nobody's. */
const TRACE = `
ALTER TABLE intake.outbox ADD COLUMN trace text CHECK (trace ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
ALTER TABLE intake.outbox ALTER COLUMN trace SET DEFAULT nullif(current_setting('hub.trace', true), '');
COMMENT ON COLUMN intake.outbox.trace IS 'What was under way when it was asked for (W3C Trace Context); null where traces are not told';
`;

export class TraceOfARequest0057 implements MigrationInterface {
  name = 'TraceOfARequest1700000000057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TRACE));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
