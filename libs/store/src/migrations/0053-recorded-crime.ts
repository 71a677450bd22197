import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * Recorded crime by ward, month and kind: context beside what people say, and never one of their answers. Only the worker reads and
 * writes the table; the public reads what an edition froze of it (facts.part). Deliveries of it are no rows of the funnel.
 */
const RECORDED = `
CREATE TABLE engagement.recorded_count (
  agency text NOT NULL REFERENCES engagement.agency(code),
  source text NOT NULL REFERENCES intake.source(code),
  delivery bigint NOT NULL REFERENCES intake.delivery(id),
  month text NOT NULL CHECK (month ~ '^20[1-9][0-9]-(0[1-9]|1[0-2])$'),
  ward text NOT NULL, crime text NOT NULL,
  count integer NOT NULL CHECK (count > 0),
  PRIMARY KEY (source, month, delivery, ward, crime)
);
COMMENT ON TABLE engagement.recorded_count IS 'Crimes and incidents as police published them, counted by ward, month and kind; several deliveries of a month add up where a person said so';
${rowSecurity('engagement.recorded_count', { worker: true })}
GRANT SELECT, INSERT, DELETE ON engagement.recorded_count TO hub_worker;
ALTER TABLE intake.delivery ADD COLUMN recorded boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN intake.delivery.recorded IS 'Its rows were counted as a context series: they are nobody''s answers and no part of an edition''s funnel';
`;

export class RecordedCrime0053 implements MigrationInterface {
  name = 'RecordedCrime1700000000053';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(RECORDED));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
