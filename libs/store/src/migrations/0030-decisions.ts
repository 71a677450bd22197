import type { MigrationInterface, QueryRunner } from 'typeorm';

import { DECISION_FUNCTIONS } from './0030-decisions-functions.js';
import { asOwner, rowSecurity } from './row-security.js';

const SEES = 'agency = ANY ((SELECT access.session_agencies())::text[])';

/**
 * What became of figures: decisions with their actions, each saving kept as a version. Written by an agency's own people
 * through functions; read in public where marked so, and for good where an edition carries them.
 */
const TABLES = `
CREATE TABLE decisions.plan_priority (
  agency text NOT NULL REFERENCES engagement.agency(code),
  code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  plan text NOT NULL, title text NOT NULL, themes text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (agency, code)
);
COMMENT ON TABLE decisions.plan_priority IS 'A priority of a plan (the corporate plan, a board''s) to which themes and decisions belong';
CREATE TABLE decisions.promise (
  agency text PRIMARY KEY REFERENCES engagement.agency(code),
  months integer NOT NULL DEFAULT 6 CHECK (months BETWEEN 1 AND 60),
  words text
);
COMMENT ON TABLE decisions.promise IS 'Within how many months an agency promises to say what became of what people said';
CREATE TABLE decisions.decision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  agency text NOT NULL REFERENCES engagement.agency(code),
  -- The agency's own name for it: a file that names it again changes it.
  reference text NOT NULL,
  origin text NOT NULL DEFAULT 'hub' CHECK (origin IN ('hub', 'pulled')),
  statement uuid REFERENCES engagement.statement(id) ON DELETE CASCADE,
  public boolean NOT NULL DEFAULT false,
  title text NOT NULL, decided text NOT NULL, decided_on date, why text,
  will_do boolean NOT NULL DEFAULT true,
  not_done text, not_done_because text,
  decided_by text, model text CHECK (model IN ('agency', 'after-asking', 'with-advice', 'together', 'people')),
  lead text, portfolio text,
  engagements text[] NOT NULL DEFAULT '{}', themes text[] NOT NULL DEFAULT '{}', wards text[] NOT NULL DEFAULT '{}',
  communities text[] NOT NULL DEFAULT '{}', priorities text[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  saved_at timestamptz NOT NULL DEFAULT now(), saved_by text NOT NULL DEFAULT '',
  UNIQUE (agency, reference),
  CONSTRAINT refusal_has_reason CHECK ((will_do AND not_done IS NULL) OR length(trim(coalesce(not_done_because, ''))) >= 10)
);
CREATE UNIQUE INDEX decision_statement ON decisions.decision (statement) WHERE statement IS NOT NULL;
CREATE TABLE decisions.evidence (
  decision uuid NOT NULL REFERENCES decisions.decision(id) ON DELETE CASCADE,
  position integer NOT NULL,
  agency text NOT NULL,
  figure text NOT NULL, edition integer NOT NULL REFERENCES facts.edition(number) CHECK (edition > 0),
  PRIMARY KEY (decision, position)
);
COMMENT ON TABLE decisions.evidence IS 'What people said: a figure by its id, of the edition that it was taken from';
CREATE TABLE decisions.quote (
  decision uuid NOT NULL REFERENCES decisions.decision(id) ON DELETE CASCADE,
  position integer NOT NULL,
  agency text NOT NULL,
  edition integer NOT NULL, quote bigint NOT NULL,
  stance text NOT NULL DEFAULT 'with' CHECK (stance IN ('with', 'against')),
  PRIMARY KEY (decision, position),
  FOREIGN KEY (edition, quote) REFERENCES facts.quote(edition, id)
);
COMMENT ON TABLE decisions.quote IS 'A released quote by its place in an edition: its words are nowhere here, so that erasure takes them';
CREATE TABLE decisions.action (
  decision uuid NOT NULL REFERENCES decisions.decision(id) ON DELETE CASCADE,
  position integer NOT NULL,
  agency text NOT NULL,
  what text NOT NULL, owner text, due date,
  -- Late is no state that somebody sets: what is not done on its day is late.
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'under-way', 'done', 'will-not-do')),
  done_on date, because text, effect text, effect_figure text, effect_edition integer REFERENCES facts.edition(number),
  PRIMARY KEY (decision, position),
  CONSTRAINT action_refusal_has_reason CHECK (state <> 'will-not-do' OR length(trim(coalesce(because, ''))) >= 10)
);
CREATE TABLE decisions.version (
  decision uuid NOT NULL, number integer NOT NULL,
  agency text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(), by text NOT NULL, document jsonb,
  PRIMARY KEY (decision, number)
);
COMMENT ON TABLE decisions.version IS 'Every saving of a decision as it then read; null where it was taken back';
CREATE FUNCTION decisions.no_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'versions of decisions are never changed or removed'; END $$;
CREATE TRIGGER version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions.version EXECUTE FUNCTION decisions.no_change();

-- What an edition carries. Its digest is no part of the edition's hash: figures are the same whoever decides what.
CREATE TABLE decisions.edition (
  edition integer PRIMARY KEY REFERENCES facts.edition(number),
  digest text NOT NULL, priorities jsonb NOT NULL, promises jsonb NOT NULL
);
CREATE TABLE decisions.frozen (
  edition integer NOT NULL REFERENCES facts.edition(number), decision uuid NOT NULL, document jsonb NOT NULL,
  PRIMARY KEY (edition, decision)
);
${['edition', 'frozen']
  .map(
    (
      table,
    ) => `CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE ON decisions.${table} FOR EACH ROW EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON decisions.${table} EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER ${table}_sealed BEFORE INSERT ON decisions.${table} FOR EACH ROW EXECUTE FUNCTION facts.is_sealed();`,
  )
  .join('\n')}
`;

const OF_AGENCIES = ['plan_priority', 'promise', 'decision', 'evidence', 'quote', 'action', 'version'];

const RIGHTS = [
  ...OF_AGENCIES.map((table) => rowSecurity(`decisions.${table}`, { worker: true, workbench: SEES })),
  ...OF_AGENCIES.map((table) => `GRANT SELECT ON decisions.${table} TO hub_worker, hub_workbench;`),
].join('\n');

export class Decisions0030 implements MigrationInterface {
  name = 'Decisions1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA IF NOT EXISTS decisions AUTHORIZATION hub_owner`);
    await runner.query(
      asOwner(
        `GRANT USAGE ON SCHEMA decisions TO hub_worker, hub_workbench;${TABLES}${RIGHTS}${DECISION_FUNCTIONS}`,
      ),
    );
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
