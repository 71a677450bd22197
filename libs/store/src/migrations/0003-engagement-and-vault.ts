import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

const SEES = 'agency = ANY ((SELECT access.session_agencies())::text[])';
const ANALYST_SEES = `${SEES} AND 'analyst' = ANY ((SELECT access.session_roles())::text[])`;

const ENGAGEMENT = `
CREATE TABLE engagement.agency (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('council','police','health','vcs'))
);
CREATE TABLE engagement.engagement (
  agency text NOT NULL REFERENCES engagement.agency(code),
  key text NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  participation text,
  opens date, closes date,
  channel text, decision_owner text, can_still_change text, url text,
  target_communities text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (agency, key)
);
CREATE TABLE engagement.question (
  agency text NOT NULL, engagement text NOT NULL, key text NOT NULL,
  text text NOT NULL, kind text NOT NULL,
  PRIMARY KEY (agency, engagement, key),
  FOREIGN KEY (agency, engagement) REFERENCES engagement.engagement(agency, key)
);
CREATE TABLE engagement.submission (
  id uuid PRIMARY KEY,
  agency text NOT NULL, source text NOT NULL, engagement text NOT NULL,
  delivery bigint NOT NULL, file text NOT NULL, "row" integer NOT NULL,
  external_id text,
  content_hash text NOT NULL,
  submitted_on date, channel text,
  ward text, outward text, deprivation smallint CHECK (deprivation BETWEEN 1 AND 5), place text,
  received_at timestamptz NOT NULL DEFAULT now(),
  linked_at timestamptz, coded_at timestamptz,
  withdrawn_at timestamptz,
  FOREIGN KEY (agency, engagement) REFERENCES engagement.engagement(agency, key)
);
CREATE INDEX submission_source ON engagement.submission (agency, source);
CREATE INDEX submission_delivery ON engagement.submission (delivery);
CREATE INDEX submission_unlinked ON engagement.submission (received_at) WHERE linked_at IS NULL;
CREATE INDEX submission_uncoded ON engagement.submission (received_at) WHERE coded_at IS NULL;
CREATE TABLE engagement.answer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency text NOT NULL,
  submission uuid NOT NULL REFERENCES engagement.submission(id),
  engagement text NOT NULL, question text NOT NULL,
  text text, options text[] NOT NULL DEFAULT '{}', value numeric
);
CREATE INDEX answer_submission ON engagement.answer (submission);
CREATE TABLE engagement.demographic (
  agency text NOT NULL,
  submission uuid NOT NULL REFERENCES engagement.submission(id),
  characteristic text NOT NULL,
  as_asked text, wording text NOT NULL, code text NOT NULL,
  PRIMARY KEY (submission, characteristic)
);
CREATE TABLE engagement.mention (
  agency text NOT NULL,
  submission uuid NOT NULL REFERENCES engagement.submission(id),
  kind text NOT NULL, label text NOT NULL,
  PRIMARY KEY (submission, kind, label)
);
COMMENT ON TABLE engagement.mention IS 'A community as the source named it; linkage.community_alias says which community that is';
CREATE TABLE engagement.vote (
  id uuid PRIMARY KEY,
  agency text NOT NULL, engagement text NOT NULL, source text NOT NULL, delivery bigint NOT NULL,
  comment text NOT NULL, voter text NOT NULL,
  value smallint NOT NULL CHECK (value BETWEEN -1 AND 1),
  voted_at timestamptz,
  FOREIGN KEY (agency, engagement) REFERENCES engagement.engagement(agency, key)
);
CREATE INDEX vote_comment ON engagement.vote (agency, source, engagement, comment, voter);
COMMENT ON TABLE engagement.vote IS 'Every casting; a voter''s word on a comment is the latest';
CREATE TABLE engagement.statement (
  id uuid PRIMARY KEY,
  agency text NOT NULL, source text NOT NULL, engagement text NOT NULL, delivery bigint NOT NULL,
  kind text NOT NULL, issued_on date, text text NOT NULL, action text, action_on date, place text,
  FOREIGN KEY (agency, engagement) REFERENCES engagement.engagement(agency, key)
);
`;

const VAULT = `
CREATE TABLE vault.respondent (
  submission uuid PRIMARY KEY REFERENCES engagement.submission(id),
  agency text NOT NULL, source text NOT NULL,
  given_name text, family_name text, full_name text, date_of_birth text,
  email text, phone text, address text, postcode text, nhs_number text, system_id text
);
COMMENT ON TABLE vault.respondent IS 'Identifying fields as given. Read in bulk by hub_linker only; one at a time, audited, through vault.read';
-- A reviewer reads one respondent; the reading is recorded in the same transaction.
CREATE FUNCTION vault.read(wanted uuid, reason text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found vault.respondent;
BEGIN
  IF NOT coalesce('reviewer' = ANY (access.session_roles()), false) OR length(trim(coalesce(reason, ''))) < 3 THEN RETURN NULL; END IF;
  SELECT * INTO found FROM vault.respondent r WHERE r.submission = wanted AND r.agency = ANY (access.session_agencies());
  PERFORM audit.record(access.session_account(), found.agency, 'vault-read', wanted::text,
    jsonb_build_object('reason', left(reason, 200), 'found', found.submission IS NOT NULL));
  IF found.submission IS NULL THEN RETURN NULL; END IF;
  RETURN to_jsonb(found) - 'agency' - 'source';
END $$;
GRANT EXECUTE ON FUNCTION vault.read(uuid, text) TO hub_workbench;
`;

const RIGHTS = [
  ...['engagement', 'question', 'submission', 'statement'].map((table) => ({ table, workbench: SEES })),
  ...['answer', 'demographic', 'mention', 'vote'].map((table) => ({ table, workbench: ANALYST_SEES })),
]
  .map(({ table, workbench }) =>
    [
      rowSecurity(`engagement.${table}`, { worker: true, linker: true, workbench }),
      `GRANT SELECT, INSERT, UPDATE, DELETE ON engagement.${table} TO hub_worker;`,
      `GRANT SELECT ON engagement.${table} TO hub_workbench;`,
    ].join('\n'),
  )
  .concat([
    'GRANT SELECT, INSERT, UPDATE ON engagement.agency TO hub_worker; GRANT SELECT ON engagement.agency TO hub_linker, hub_workbench;',
    'GRANT SELECT (id, agency, source, engagement, linked_at, withdrawn_at, ward), UPDATE (linked_at) ON engagement.submission TO hub_linker;',
    'GRANT SELECT ON engagement.demographic, engagement.mention TO hub_linker;',
    rowSecurity('vault.respondent', { worker: true, linker: true }),
    // The worker writes identifying fields and takes them back (replace, erase) but never reads them.
    'GRANT INSERT, DELETE ON vault.respondent TO hub_worker; GRANT SELECT (submission) ON vault.respondent TO hub_worker;',
    'GRANT SELECT ON vault.respondent TO hub_linker;',
  ])
  .join('\n');

export class EngagementAndVault0003 implements MigrationInterface {
  name = 'EngagementAndVault1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(ENGAGEMENT + VAULT + RIGHTS));
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are undone by dropping the database.');
  }
}
