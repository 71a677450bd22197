import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Every table of an edition as it was released, kept when the edition is published: a question reads it, and the next edition's
 * figures stay by it. So nothing is released while somebody waits.
 */
const STANDINGS = `
CREATE TABLE facts.standing (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE CHECK (edition > 0),
  -- Codes of the dimensions, with commas between.
  dimensions text NOT NULL,
  shown bytea NOT NULL,
  -- True counts that the figures were set by: for the next edition, by the worker alone.
  set_by bytea NOT NULL,
  PRIMARY KEY (edition, dimensions)
);
ALTER TABLE facts.standing ALTER COLUMN shown SET STORAGE EXTERNAL, ALTER COLUMN set_by SET STORAGE EXTERNAL;
COMMENT ON TABLE facts.standing IS 'Released figures of whole tables, and the true counts that each was set by';
CREATE TRIGGER standing_unchanged BEFORE UPDATE OR DELETE ON facts.standing FOR EACH ROW EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER standing_no_truncate BEFORE TRUNCATE ON facts.standing EXECUTE FUNCTION facts.is_immutable();
GRANT SELECT, INSERT ON facts.standing TO hub_worker;
CREATE FUNCTION facts.standing_of(wanted integer, wanted_dimensions text) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT shown FROM facts.standing WHERE edition = wanted AND dimensions = wanted_dimensions
$$;
GRANT EXECUTE ON FUNCTION facts.standing_of(integer, text) TO hub_published;
GRANT EXECUTE ON FUNCTION facts.noise_secret(), facts.agencies_of(integer), facts.engagements_of(integer), facts.communities_of(integer),
  facts.codebooks_of(integer) TO hub_worker;
COMMENT ON TABLE facts.noise IS 'The secret behind the noise of published figures; read through facts.noise_secret by the worker while it publishes, and by the published role';
`;

export class Standings0019 implements MigrationInterface {
  name = 'Standings1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(STANDINGS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
