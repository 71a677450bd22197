import type { MigrationInterface, QueryRunner } from 'typeorm';

import { INTAKE_FUNCTIONS } from './0004-intake-functions.js';
import { asOwner, rowSecurity } from './row-security.js';

const SEES = 'agency = ANY ((SELECT access.session_agencies())::text[])';
/** Quarantined cells are as delivered, names and all: for those who delivered them, not for analysts. */
const PARTNER_SEES = `${SEES} AND 'partner' = ANY ((SELECT access.session_roles())::text[])`;

const TABLES = `
CREATE TABLE intake.agreement (
  agency text NOT NULL REFERENCES engagement.agency(code),
  id text NOT NULL,
  purposes text[] NOT NULL, lawful_basis text NOT NULL, fields text[] NOT NULL,
  "from" date NOT NULL, until date,
  PRIMARY KEY (agency, id)
);
CREATE TABLE intake.source (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  agency text NOT NULL REFERENCES engagement.agency(code),
  name text NOT NULL,
  connector text NOT NULL,
  mapping jsonb NOT NULL DEFAULT '{}',
  -- The kinds of field the mapping carries, worked out when the source is added or its mapping changes.
  field_kinds text[] NOT NULL DEFAULT '{}',
  agreement text,
  key_hash text,
  pull_address text, schedule text,
  bookmark jsonb,
  -- How often data is expected; later than this is "late".
  expected_every_days integer NOT NULL DEFAULT 35,
  stopped_reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (agency, agreement) REFERENCES intake.agreement(agency, id)
);
CREATE TABLE intake.delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency text NOT NULL REFERENCES engagement.agency(code),
  source text NOT NULL REFERENCES intake.source(code),
  content_hash text NOT NULL,
  way text NOT NULL CHECK (way IN ('push','pull','upload','command-line')),
  received_at timestamptz NOT NULL DEFAULT now(),
  -- Mapping for this delivery alone; null = the source's.
  mapping jsonb,
  status text NOT NULL DEFAULT 'received' CHECK (status IN ('received','accepted','repeated','held','refused')),
  note_code text, note text,
  suggested_mapping jsonb,
  -- What a person decided about a held delivery.
  decision text CHECK (decision IN ('replace','add','cancel','map')),
  "rows" integer NOT NULL DEFAULT 0, accepted integer NOT NULL DEFAULT 0,
  repeated integer NOT NULL DEFAULT 0, rejected integer NOT NULL DEFAULT 0,
  files jsonb NOT NULL DEFAULT '[]',
  data_to date,
  finished_at timestamptz,
  CHECK (status = 'received' OR "rows" = accepted + repeated + rejected),
  UNIQUE (agency, source, content_hash)
);
CREATE TABLE intake.raw_file (
  agency text NOT NULL,
  delivery bigint NOT NULL REFERENCES intake.delivery(id),
  position integer NOT NULL,
  name text NOT NULL, media_type text,
  content_hash text NOT NULL,
  -- Null once erased: the hash stays as a tombstone.
  content bytea,
  PRIMARY KEY (delivery, position)
);
CREATE TABLE intake.row_outcome (
  agency text NOT NULL,
  delivery bigint NOT NULL REFERENCES intake.delivery(id),
  file text NOT NULL, "row" integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('accepted','repeated','rejected')),
  record uuid,
  PRIMARY KEY (delivery, file, "row")
);
CREATE TABLE intake.quarantine (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency text NOT NULL, source text NOT NULL,
  delivery bigint NOT NULL REFERENCES intake.delivery(id),
  file text NOT NULL, "row" integer, "column" text, code text NOT NULL, reason text NOT NULL,
  cells jsonb,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open','mended','left-out'))
);
CREATE INDEX quarantine_delivery ON intake.quarantine (delivery);
CREATE TABLE intake.idempotency (
  agency text NOT NULL, source text NOT NULL, key text NOT NULL,
  body_hash text NOT NULL, delivery bigint NOT NULL REFERENCES intake.delivery(id),
  PRIMARY KEY (agency, source, key)
);
CREATE TABLE intake.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job text NOT NULL, payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(), dispatched_at timestamptz
);
CREATE INDEX outbox_waiting ON intake.outbox (id) WHERE dispatched_at IS NULL;
COMMENT ON TABLE intake.outbox IS 'Jobs to hand to the queue, written in the transaction that makes them necessary; ids only';
CREATE FUNCTION intake.wake() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('hub_outbox', ''); RETURN NULL; END $$;
CREATE TRIGGER outbox_wakes AFTER INSERT ON intake.outbox FOR EACH STATEMENT EXECUTE FUNCTION intake.wake();

CREATE FUNCTION intake.raw_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The one permitted change is erasure: the content goes, name and hash stay.
  IF TG_OP = 'UPDATE' THEN
    IF NEW.content IS NULL AND (NEW.agency, NEW.delivery, NEW.position, NEW.name, NEW.content_hash) = (OLD.agency, OLD.delivery, OLD.position, OLD.name, OLD.content_hash)
    THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'raw deliveries are never edited';
END $$;
CREATE TRIGGER raw_append_only BEFORE UPDATE OR DELETE ON intake.raw_file FOR EACH ROW EXECUTE FUNCTION intake.raw_is_append_only();
CREATE TRIGGER raw_no_truncate BEFORE TRUNCATE ON intake.raw_file EXECUTE FUNCTION intake.raw_is_append_only();
`;

const RIGHTS = ['agreement', 'source', 'delivery', 'raw_file', 'row_outcome', 'quarantine', 'idempotency']
  .map((table) =>
    rowSecurity(`intake.${table}`, { worker: true, workbench: table === 'quarantine' ? PARTNER_SEES : SEES }),
  )
  .concat([
    'GRANT SELECT, INSERT, UPDATE ON intake.agreement, intake.source, intake.delivery, intake.quarantine TO hub_worker;',
    'GRANT SELECT, INSERT, DELETE ON intake.row_outcome TO hub_worker; GRANT DELETE ON intake.quarantine TO hub_worker;',
    'GRANT SELECT ON intake.raw_file TO hub_worker;',
    'GRANT SELECT, INSERT, UPDATE ON intake.outbox TO hub_worker;',
    'GRANT SELECT ON intake.agreement, intake.delivery, intake.quarantine, intake.row_outcome TO hub_workbench;',
    // Never the key's hash, nor the pull address, which may hold a secret of the partner.
    'GRANT SELECT (code, agency, name, connector, mapping, field_kinds, agreement, schedule, expected_every_days, stopped_reason, created_at) ON intake.source TO hub_workbench;',
  ])
  .join('\n');

export class Intake0004 implements MigrationInterface {
  name = 'Intake1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + RIGHTS + INTAKE_FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are undone by dropping the database.');
  }
}
