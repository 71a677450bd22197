import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * How far each theme may be trusted, worked out with the shares from the same audit; an edition freezes the grades, without the counts
 * behind them. Shares are worked out anew once, so that grades are there.
 */
const GRADES = `
CREATE TABLE coding.theme_grade (
  theme text PRIMARY KEY,
  grade text NOT NULL CHECK (grade IN ('ready','indicative','learning')),
  model_version text NOT NULL, codebook text NOT NULL, codebook_version integer NOT NULL,
  -- Precision, recall and true share with their intervals, and counts of the audit: for those who code, never public.
  findings jsonb, wanted jsonb
);
COMMENT ON TABLE coding.theme_grade IS 'Grades of the working facts by rule B, for the coder and codebook in force';
GRANT SELECT, INSERT, DELETE ON coding.theme_grade TO hub_worker;
GRANT SELECT ON coding.theme_grade TO hub_workbench;
DELETE FROM coding.share_basis;
`;

export class ThemeGrades0037 implements MigrationInterface {
  name = 'ThemeGrades1700000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(GRADES));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
