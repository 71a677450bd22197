import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** Beside a text as it was meant, what came: of the same row, so by the same rights, and gone with it. */
const ORIGINAL = `
ALTER TABLE engagement.answer ADD COLUMN original text;
COMMENT ON COLUMN engagement.answer.original IS 'Byte for byte as it came, where the text was repaired; otherwise null';
`;

export class RepairedTexts0020 implements MigrationInterface {
  name = 'RepairedTexts1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(ORIGINAL));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
