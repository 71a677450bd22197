import type { MigrationInterface, QueryRunner } from 'typeorm';

import { COUNT_CELLS } from './0008-count-cells.js';
import { ERASURE } from './0008-erasure.js';
import { asOwner } from './row-security.js';

/** What policy P needs of the database: key sums beside counts, a secret for the noise, and erasure of people. */
export class Figures0008 implements MigrationInterface {
  name = 'Figures1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(COUNT_CELLS + ERASURE));
  }

  async down(): Promise<void> {
    throw new Error('Figures published under a policy stay under it: there is no way back.');
  }
}
