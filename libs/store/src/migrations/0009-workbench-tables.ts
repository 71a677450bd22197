import { rowSecurity } from './row-security.js';

const ANALYST = `'analyst' = ANY ((SELECT access.session_roles())::text[])`;
const SEES = `agency = ANY ((SELECT access.session_agencies())::text[]) AND ${ANALYST}`;

/** What people decide: append-only. A later coding of the same person on the same text takes the place of the earlier. */
const DECISIONS = `
CREATE TABLE coding.human_coding (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency text NOT NULL,
  submission uuid NOT NULL REFERENCES engagement.submission(id) ON DELETE CASCADE,
  -- audit: blind, of the random sample, never trained on.
  purpose text NOT NULL CHECK (purpose IN ('training','audit')),
  place text NOT NULL CHECK (place IN ('first','second','settled')),
  coder text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('themes','none','unsure','withdrawn')),
  themes text[] NOT NULL DEFAULT '{}',
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  -- Themes that the coder suggested when the person decided; empty where the coding was blind.
  suggested text[] NOT NULL DEFAULT '{}',
  model_version text,
  codebook text NOT NULL, codebook_version integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  supersedes bigint UNIQUE REFERENCES coding.human_coding(id) ON DELETE CASCADE,
  FOREIGN KEY (codebook, codebook_version) REFERENCES coding.codebook(code, version)
);
CREATE INDEX human_coding_submission ON coding.human_coding (submission);
-- Which coding by a person an assignment says after, and the last one that a submission's assignments know of.
ALTER TABLE coding.assignment ADD COLUMN coding bigint REFERENCES coding.human_coding(id) ON DELETE SET NULL;
CREATE INDEX assignment_coding ON coding.assignment (coding) WHERE coding IS NOT NULL;
CREATE OR REPLACE VIEW coding.current_assignment WITH (security_invoker = true) AS
  SELECT a.* FROM coding.assignment a WHERE NOT EXISTS (SELECT FROM coding.assignment later WHERE later.supersedes = a.id);
ALTER TABLE coding.coded ADD COLUMN folded bigint NOT NULL DEFAULT 0;
CREATE VIEW coding.current_coding WITH (security_invoker = true) AS
  SELECT h.* FROM coding.human_coding h
  WHERE h.outcome <> 'withdrawn' AND NOT EXISTS (SELECT FROM coding.human_coding later WHERE later.supersedes = h.id);
-- The random sample behind published shares, and which of it a second person codes too.
CREATE TABLE coding.audit_sample (
  submission uuid PRIMARY KEY REFERENCES engagement.submission(id) ON DELETE CASCADE,
  agency text NOT NULL, twice boolean NOT NULL, position integer NOT NULL, drawn_at timestamptz NOT NULL DEFAULT now()
);
-- What a person should code next: chosen by uncertainty, and a random tenth.
CREATE TABLE coding.batch_item (
  submission uuid PRIMARY KEY REFERENCES engagement.submission(id) ON DELETE CASCADE,
  agency text NOT NULL, batch integer NOT NULL, position integer NOT NULL,
  chosen_for text NOT NULL CHECK (chosen_for IN ('unsure','random'))
);
-- Texts in which somebody may be at risk: to a person at once.
CREATE TABLE coding.safeguarding (
  submission uuid PRIMARY KEY REFERENCES engagement.submission(id) ON DELETE CASCADE,
  agency text NOT NULL, kinds text[] NOT NULL, flagged_at timestamptz NOT NULL DEFAULT now(),
  outcome text CHECK (outcome IN ('referred','no-risk')), actor text, handled_at timestamptz
);
-- Groups of uncoded texts that may be a theme: a person keeps, merges or drops each.
CREATE TABLE coding.suggestion (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agencies text[] NOT NULL, terms text[] NOT NULL, submissions uuid[] NOT NULL, proposed_at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open','kept','merged','dropped')),
  theme text, note text NOT NULL DEFAULT '', actor text, decided_at timestamptz
);
`;

/** What the machine made, and which of it a person let speak. */
const MACHINE = `
ALTER TABLE coding.model ADD COLUMN training_hash text, ADD COLUMN settings jsonb, ADD COLUMN codings integer,
  ADD COLUMN codebook text, ADD COLUMN codebook_version integer;
CREATE TABLE coding.sign_off (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model_version text NOT NULL REFERENCES coding.model(version),
  codebook text NOT NULL, codebook_version integer NOT NULL,
  actor text NOT NULL, note text NOT NULL DEFAULT '', at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (codebook, codebook_version) REFERENCES coding.codebook(code, version)
);
COMMENT ON TABLE coding.sign_off IS 'The latest names the model and codebook in force; without any, the rules of the codebook are';
CREATE TABLE coding.codebook_change (
  codebook text NOT NULL, version integer NOT NULL, change jsonb NOT NULL, mapping jsonb NOT NULL,
  actor text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (codebook, version), FOREIGN KEY (codebook, version) REFERENCES coding.codebook(code, version)
);
-- Long work of the coder, with how far it is: training, coding everything anew, proposing themes.
CREATE TABLE coding.run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('refine','train','recode','propose','batch')),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','running','done','failed')),
  stage text NOT NULL DEFAULT '', done integer NOT NULL DEFAULT 0, total integer NOT NULL DEFAULT 0,
  actor text NOT NULL, asked_at timestamptz NOT NULL DEFAULT now(), finished_at timestamptz, took_ms integer,
  model_version text, edition integer, comparison jsonb
);
CREATE TABLE coding.embedding (hash text PRIMARY KEY, vector bytea NOT NULL);
COMMENT ON TABLE coding.embedding IS 'Sentence vectors by the hash of embedder and text, so that no text is read twice';
-- Honest shares of the working facts; an edition freezes them.
CREATE TABLE coding.theme_share (
  scope text NOT NULL, theme text NOT NULL,
  value real NOT NULL, low real NOT NULL, high real NOT NULL, audited integer NOT NULL, method text NOT NULL, tied_with text[] NOT NULL,
  PRIMARY KEY (scope, theme)
);
-- Where the coding stood when an edition was published: assignments up to this one, in the order of their ids.
CREATE TABLE coding.edition_coding (
  edition integer PRIMARY KEY, last_assignment bigint NOT NULL, model_version text, codebook text, codebook_version integer, digest text NOT NULL
);
CREATE VIEW coding.in_force WITH (security_invoker = true) AS
  SELECT s.model_version, s.codebook, s.codebook_version, s.actor, s.at FROM coding.sign_off s ORDER BY s.id DESC LIMIT 1;
CREATE TABLE facts.theme_share (
  edition integer NOT NULL REFERENCES facts.edition(number) ON DELETE CASCADE,
  scope text NOT NULL, theme text NOT NULL,
  value real NOT NULL, low real NOT NULL, high real NOT NULL, audited integer NOT NULL, method text NOT NULL, tied_with text[] NOT NULL,
  PRIMARY KEY (edition, scope, theme)
);
CREATE TRIGGER theme_share_stays BEFORE DELETE ON facts.theme_share FOR EACH ROW WHEN (OLD.edition > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER theme_share_unchanged BEFORE UPDATE ON facts.theme_share FOR EACH ROW WHEN (OLD.edition > 0 OR NEW.edition > 0) EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER theme_share_no_truncate BEFORE TRUNCATE ON facts.theme_share EXECUTE FUNCTION facts.is_immutable();
CREATE TRIGGER theme_share_sealed BEFORE INSERT ON facts.theme_share FOR EACH ROW EXECUTE FUNCTION facts.is_sealed();
`;

const RIGHTS = `
${['human_coding', 'audit_sample', 'batch_item', 'safeguarding'].map((table) => rowSecurity(`coding.${table}`, { worker: true, workbench: SEES })).join('\n')}
${rowSecurity('coding.suggestion', { worker: true, workbench: `agencies <@ (SELECT access.session_agencies())::text[] AND ${ANALYST}` })}
GRANT SELECT, INSERT, DELETE ON coding.human_coding, coding.audit_sample, coding.batch_item, coding.suggestion TO hub_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON coding.safeguarding, coding.run, coding.embedding, coding.theme_share TO hub_worker;
GRANT SELECT, INSERT ON coding.sign_off, coding.edition_coding, coding.codebook_change TO hub_worker;
GRANT SELECT ON coding.current_coding, coding.in_force TO hub_worker, hub_workbench;
GRANT SELECT, INSERT, DELETE ON facts.theme_share TO hub_worker;
GRANT SELECT ON coding.human_coding, coding.audit_sample, coding.batch_item, coding.safeguarding, coding.suggestion, coding.sign_off,
  coding.codebook_change, coding.run, coding.edition_coding TO hub_workbench;
`;

export const WORKBENCH_TABLES = DECISIONS + MACHINE + RIGHTS;
