import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

const SEES = 'agency = ANY ((SELECT access.session_agencies())::text[])';
const ANALYST_SEES = `${SEES} AND 'analyst' = ANY ((SELECT access.session_roles())::text[])`;

const LINKAGE = `
CREATE TABLE linkage.model (
  code text NOT NULL, version integer NOT NULL, document jsonb NOT NULL,
  PRIMARY KEY (code, version)
);
CREATE TABLE linkage.run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model text NOT NULL, model_version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('bulk','incremental')),
  started_at timestamptz NOT NULL DEFAULT now(), finished_at timestamptz,
  records integer NOT NULL DEFAULT 0, people integer NOT NULL DEFAULT 0,
  people_low integer NOT NULL DEFAULT 0, people_high integer NOT NULL DEFAULT 0,
  FOREIGN KEY (model, model_version) REFERENCES linkage.model(code, version)
);
CREATE TABLE linkage.person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  first_run bigint NOT NULL REFERENCES linkage.run(id),
  -- Set when a merge leaves this person without submissions; the id is never used again.
  merged_into uuid REFERENCES linkage.person(id)
);
CREATE TABLE linkage.membership (
  submission uuid PRIMARY KEY REFERENCES engagement.submission(id),
  agency text NOT NULL,
  person uuid NOT NULL REFERENCES linkage.person(id),
  run bigint NOT NULL REFERENCES linkage.run(id)
);
CREATE INDEX membership_person ON linkage.membership (person);
CREATE TABLE linkage.pair (
  a uuid NOT NULL REFERENCES engagement.submission(id), b uuid NOT NULL REFERENCES engagement.submission(id),
  agency text NOT NULL, agency_b text NOT NULL,
  run bigint NOT NULL REFERENCES linkage.run(id),
  weight real NOT NULL, probability real NOT NULL, rule text NOT NULL, evidence jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('joined','review')),
  PRIMARY KEY (a, b), CHECK (a < b)
);
CREATE TABLE linkage.decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  a uuid NOT NULL, b uuid NOT NULL, agency text NOT NULL, agency_b text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('same','different','unsure')),
  actor text NOT NULL, at timestamptz NOT NULL DEFAULT now(), undone_at timestamptz,
  CHECK (a < b)
);
-- Which people were joined or parted, run by run.
CREATE TABLE linkage.change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run bigint NOT NULL REFERENCES linkage.run(id),
  kind text NOT NULL CHECK (kind IN ('merge','split')), person uuid NOT NULL, other uuid NOT NULL
);
-- Communities and organisations under their canonical name; aliases as sources write them.
CREATE TABLE linkage.community (
  code text PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('geography','interest','identity','organisation')), name text NOT NULL
);
CREATE TABLE linkage.community_alias (
  kind text NOT NULL, label text NOT NULL, community text NOT NULL REFERENCES linkage.community(code), rule text NOT NULL,
  PRIMARY KEY (kind, label)
);
${['membership', 'pair', 'decision'].map((table) => rowSecurity(`linkage.${table}`, { worker: true, linker: true, workbench: table === 'membership' ? ANALYST_SEES : `${ANALYST_SEES} AND agency_b = ANY ((SELECT access.session_agencies())::text[])` })).join('\n')}
GRANT SELECT, INSERT, UPDATE, DELETE ON linkage.model, linkage.run, linkage.person, linkage.membership, linkage.pair, linkage.decision, linkage.change, linkage.community, linkage.community_alias TO hub_linker;
GRANT SELECT ON linkage.run, linkage.membership, linkage.community, linkage.community_alias, linkage.model TO hub_worker;
GRANT SELECT, DELETE ON linkage.membership, linkage.pair TO hub_worker;
GRANT SELECT ON linkage.membership, linkage.pair, linkage.decision, linkage.community, linkage.community_alias, linkage.run, linkage.model TO hub_workbench;
`;

const CODING = `
CREATE TABLE coding.codebook (
  code text NOT NULL, version integer NOT NULL, document jsonb NOT NULL, note text NOT NULL DEFAULT '',
  PRIMARY KEY (code, version)
);
CREATE TABLE coding.model (
  version text PRIMARY KEY, kind text NOT NULL, document jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now()
);
-- One row a submission that was looked at, whether or not any theme was found.
CREATE TABLE coding.coded (
  submission uuid PRIMARY KEY REFERENCES engagement.submission(id),
  agency text NOT NULL,
  has_text boolean NOT NULL, no_answer boolean NOT NULL,
  stance text, safeguarding boolean NOT NULL DEFAULT false,
  -- Types and spans only, never the text found.
  personal_data jsonb NOT NULL DEFAULT '[]',
  -- Smallest submission id of those that say the same; null without text.
  argument uuid,
  codebook text NOT NULL, codebook_version integer NOT NULL, model_version text NOT NULL REFERENCES coding.model(version),
  coded_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (codebook, codebook_version) REFERENCES coding.codebook(code, version)
);
CREATE INDEX coded_argument ON coding.coded (argument);
-- Append-only history; the row that nothing supersedes is the one in force.
CREATE TABLE coding.assignment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency text NOT NULL,
  submission uuid NOT NULL REFERENCES engagement.submission(id),
  theme text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('assign','suggest','absent')),
  source text NOT NULL CHECK (source IN ('human','rule','model','llm')),
  actor text NOT NULL, model_version text REFERENCES coding.model(version),
  codebook text NOT NULL, codebook_version integer NOT NULL,
  probability real NOT NULL, evidence jsonb NOT NULL DEFAULT '[]',
  at timestamptz NOT NULL DEFAULT now(),
  supersedes bigint REFERENCES coding.assignment(id),
  FOREIGN KEY (codebook, codebook_version) REFERENCES coding.codebook(code, version)
);
CREATE INDEX assignment_submission ON coding.assignment (submission);
CREATE INDEX assignment_supersedes ON coding.assignment (supersedes) WHERE supersedes IS NOT NULL;
CREATE TABLE coding.released_quote (
  submission uuid PRIMARY KEY REFERENCES engagement.submission(id),
  agency text NOT NULL, text text NOT NULL, actor text NOT NULL, at timestamptz NOT NULL DEFAULT now()
);
CREATE VIEW coding.current_assignment WITH (security_invoker = true) AS
  SELECT a.* FROM coding.assignment a WHERE NOT EXISTS (SELECT FROM coding.assignment later WHERE later.supersedes = a.id);
${['coded', 'assignment', 'released_quote'].map((table) => rowSecurity(`coding.${table}`, { worker: true, workbench: ANALYST_SEES })).join('\n')}
GRANT SELECT, INSERT ON coding.codebook, coding.model, coding.assignment TO hub_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON coding.coded TO hub_worker;
GRANT SELECT ON coding.released_quote, coding.current_assignment TO hub_worker;
GRANT DELETE ON coding.assignment, coding.released_quote TO hub_worker;
GRANT SELECT ON coding.codebook, coding.model, coding.coded, coding.assignment, coding.current_assignment TO hub_workbench;
GRANT SELECT, INSERT, UPDATE ON coding.released_quote TO hub_workbench;
`;

export class LinkageAndCoding0005 implements MigrationInterface {
  name = 'LinkageAndCoding1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(LINKAGE + CODING));
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are undone by dropping the database.');
  }
}
