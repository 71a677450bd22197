import type { MigrationInterface, QueryRunner } from 'typeorm';

import { WORKBENCH_FUNCTIONS } from './0009-workbench-functions.js';
import { WORKBENCH_TABLES } from './0009-workbench-tables.js';
import { asOwner } from './row-security.js';

/** People code, a model learns, a person signs it off: tables, rights and doors of the coding workbench. */
export class Workbench0009 implements MigrationInterface {
  name = 'Workbench1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(WORKBENCH_TABLES + WORKBENCH_FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('What people have coded is not thrown away by going back a version.');
  }
}
