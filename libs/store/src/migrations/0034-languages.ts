import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

const COLUMN = `
ALTER TABLE engagement.answer ADD COLUMN language text CHECK (language ~ '^[a-z]{2,3}$');
COMMENT ON COLUMN engagement.answer.language IS 'ISO 639 code of the language that a text is in; null where it could not be told, or was not looked at';
`;

export class Languages0034 implements MigrationInterface {
  name = 'Languages1700000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(COLUMN));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
