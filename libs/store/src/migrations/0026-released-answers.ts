import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Closed answers are released with their edition, like every other figure: the worker reads questions and options while it
 * publishes, and nobody who answers the public knows what the noise hangs on.
 */
const RELEASED = `
REVOKE EXECUTE ON FUNCTION facts.noise_secret() FROM PUBLIC, hub_published;
GRANT EXECUTE ON FUNCTION facts.questions_of(integer), facts.options_of(integer) TO hub_worker;
COMMENT ON TABLE facts.noise IS 'The secret behind the noise of published figures; read through facts.noise_secret by the worker alone, while it publishes';
`;

export class ReleasedAnswers0026 implements MigrationInterface {
  name = 'ReleasedAnswers1700000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(RELEASED));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
