import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** In which languages a question was put. Its wording is that of the last delivery; what is said here is said of these words. */
const WORDINGS = `
ALTER TABLE engagement.question ADD COLUMN language text CHECK (language ~ '^[a-z]{2,3}$'), ADD COLUMN wordings jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN engagement.question.language IS 'Of the text: a code of ISO 639; null where nobody says';
COMMENT ON COLUMN engagement.question.wordings IS 'The same question in other languages, by code; of an item of a matrix, the question that its items share';
`;

export class WordingsInLanguages0065 implements MigrationInterface {
  name = 'WordingsInLanguages1700000000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(WORDINGS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
