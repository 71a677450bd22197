import type { MigrationInterface, QueryRunner } from 'typeorm';

import { LINKAGE_FUNCTIONS } from './0007-linkage-functions.js';
import { asOwner, rowSecurity } from './row-security.js';

const SEES = 'agency = ANY ((SELECT access.session_agencies())::text[])';
const BOTH_SEEN = `${SEES} AND agency_b = ANY ((SELECT access.session_agencies())::text[])`;
const FOR_MATCHING = `ARRAY['analyst','reviewer'] && (SELECT access.session_roles())::text[]`;

const TABLES = `
ALTER TABLE linkage.run
  -- Sources that took part: people are matched afresh when an agreement begins, ends or changes.
  ADD COLUMN sources text[] NOT NULL DEFAULT '{}',
  -- The bulk run whose model and people this one went on from; null for a bulk run.
  ADD COLUMN goes_on_from bigint REFERENCES linkage.run(id),
  -- The model with what this run learnt.
  ADD COLUMN document jsonb,
  -- Estimated precision and recall, thin records, rates by group; counts of fewer than ten records left out.
  ADD COLUMN report jsonb NOT NULL DEFAULT '{}';
-- Whether two records are one person now is what their memberships say.
ALTER TABLE linkage.pair DROP COLUMN state,
  -- What a reviewer's answer is expected to settle; null where nobody needs to ask.
  ADD COLUMN gain real;
CREATE INDEX pair_gain ON linkage.pair (gain DESC, a, b) WHERE gain IS NOT NULL;
CREATE INDEX pair_b ON linkage.pair (b);
ALTER TABLE linkage.decision
  -- When people were last matched with it; null while that is still to come.
  ADD COLUMN applied_at timestamptz,
  -- What the model held of the pair when the person was asked.
  ADD COLUMN weight real, ADD COLUMN probability real;
CREATE INDEX decision_pair ON linkage.decision (a, b) WHERE undone_at IS NULL;
CREATE INDEX decision_waiting ON linkage.decision (id) WHERE applied_at IS NULL;
CREATE INDEX change_person ON linkage.change (person);

CREATE TABLE vault.encoded (
  submission uuid PRIMARY KEY REFERENCES engagement.submission(id),
  agency text NOT NULL, source text NOT NULL,
  -- Only codes of one project are comparable: its partners share a key.
  project text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('keys','clk')),
  -- Match-keys in the order of the encoder's columns, blank where one could not be made; or one filter in base64.
  codes text[] NOT NULL
);
COMMENT ON TABLE vault.encoded IS 'Codes that partners made of identifying fields with a key the hub never holds; personal data all the same, deleted when the agreement ends';
${rowSecurity('vault.encoded', { worker: true, linker: true })}
GRANT INSERT, DELETE ON vault.encoded TO hub_worker;
GRANT SELECT (submission) ON vault.encoded TO hub_worker;
GRANT SELECT ON vault.encoded TO hub_linker;
`;

/** A reviewer sees what an analyst sees of matching: pairs, decisions and memberships of the own agencies. */
const POLICIES = [
  ['membership', SEES],
  ['pair', BOTH_SEEN],
  ['decision', BOTH_SEEN],
]
  .map(
    ([table, rows]) => `DROP POLICY linkage_${table}_workbench ON linkage.${table};
CREATE POLICY linkage_${table}_workbench ON linkage.${table} TO hub_workbench USING (${rows} AND ${FOR_MATCHING});`,
  )
  .join('\n');

/** Persistent people, incremental runs, review, and matching without names. */
export class Linkage0007 implements MigrationInterface {
  name = 'Linkage1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + POLICIES + LINKAGE_FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are undone by dropping the database.');
  }
}
