import type { MigrationInterface, QueryRunner } from 'typeorm';

import { OWN_CODEBOOK_FUNCTIONS } from './0047-own-codebooks-functions.js';
import { asOwner, rowSecurity } from './row-security.js';

/**
 * Codebooks of agencies beside the city's: which open questions are coded by which, what people shape them from, and what their coders say of
 * each answer. Versions, models and changes stand where the city's do.
 */
const TABLES = `
CREATE TABLE coding.own_codebook (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 60),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 120),
  agency text NOT NULL REFERENCES engagement.agency(code),
  -- Others may code their engagements by it; to let a version speak takes a second person of another agency, where there is one.
  shared boolean NOT NULL DEFAULT false,
  made_by text NOT NULL, made_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE coding.own_codebook IS 'Codebooks that agencies own; one that stands in coding.codebook and not here is the city''s';
CREATE TABLE coding.coded_by (
  codebook text NOT NULL REFERENCES coding.own_codebook(code),
  agency text NOT NULL, engagement text NOT NULL, question text NOT NULL,
  PRIMARY KEY (agency, engagement, question, codebook),
  FOREIGN KEY (agency, engagement, question) REFERENCES engagement.question(agency, engagement, key) ON DELETE CASCADE
);
COMMENT ON TABLE coding.coded_by IS 'Open questions that are coded by a codebook of an agency, beside the city''s';
CREATE TABLE coding.draft_theme (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  codebook text NOT NULL REFERENCES coding.own_codebook(code), agency text NOT NULL,
  code text NOT NULL, name text NOT NULL CHECK (length(name) <= 120), definition text NOT NULL DEFAULT '' CHECK (length(definition) <= 1000),
  excludes text NOT NULL DEFAULT '' CHECK (length(excludes) <= 1000),
  -- Words that mark its comments off, of comments without what is personal.
  phrases text[] NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open','kept','merged','dropped')),
  merged_into bigint REFERENCES coding.draft_theme(id), position integer NOT NULL,
  changed_by text, changed_at timestamptz,
  UNIQUE (codebook, code), CHECK ((state = 'merged') = (merged_into IS NOT NULL))
);
CREATE TABLE coding.draft_member (
  theme bigint NOT NULL REFERENCES coding.draft_theme(id) ON DELETE CASCADE,
  answer bigint NOT NULL REFERENCES engagement.answer(id) ON DELETE CASCADE,
  agency text NOT NULL, rank integer NOT NULL, PRIMARY KEY (theme, answer)
);
CREATE INDEX draft_member_answer ON coding.draft_member (answer);
CREATE TABLE coding.draft_mark (
  theme bigint NOT NULL REFERENCES coding.draft_theme(id) ON DELETE CASCADE,
  answer bigint NOT NULL REFERENCES engagement.answer(id) ON DELETE CASCADE,
  agency text NOT NULL, yes boolean NOT NULL, actor text NOT NULL, at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (theme, answer)
);
CREATE INDEX draft_mark_answer ON coding.draft_mark (answer);
-- What people say of answers; append-only.
CREATE TABLE coding.answer_word (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency text NOT NULL, answer bigint NOT NULL REFERENCES engagement.answer(id) ON DELETE CASCADE,
  codebook text NOT NULL, codebook_version integer NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('teach','check')), actor text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('themes','none','unsure')), themes text[] NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL DEFAULT now(), supersedes bigint UNIQUE REFERENCES coding.answer_word(id) ON DELETE CASCADE,
  FOREIGN KEY (codebook, codebook_version) REFERENCES coding.codebook(code, version)
);
CREATE INDEX answer_word_answer ON coding.answer_word (answer, codebook);
-- What each coder said of each answer it looked at; another coder's rows stand beside it.
CREATE TABLE coding.answer_coded (
  answer bigint NOT NULL REFERENCES engagement.answer(id) ON DELETE CASCADE,
  agency text NOT NULL, codebook text NOT NULL, codebook_version integer NOT NULL, model_version text NOT NULL REFERENCES coding.model(version),
  themes text[] NOT NULL, chances real[] NOT NULL, no_answer boolean NOT NULL,
  -- A person's word of an earlier version of the codebook, carried to this one.
  by_person boolean NOT NULL DEFAULT false,
  PRIMARY KEY (answer, codebook, model_version),
  FOREIGN KEY (codebook, codebook_version) REFERENCES coding.codebook(code, version)
);
CREATE INDEX answer_coded_model ON coding.answer_coded (codebook, model_version);
CREATE TABLE coding.own_sign_off (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  codebook text NOT NULL REFERENCES coding.own_codebook(code), codebook_version integer NOT NULL, model_version text NOT NULL REFERENCES coding.model(version),
  actor text NOT NULL, note text NOT NULL DEFAULT '', at timestamptz NOT NULL DEFAULT now()
);
-- Long work on a codebook: grouping its comments, parting a group, coding every answer.
CREATE TABLE coding.codebook_run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  codebook text NOT NULL REFERENCES coding.own_codebook(code), agency text NOT NULL, kind text NOT NULL CHECK (kind IN ('group','split','code')),
  version integer, theme bigint REFERENCES coding.draft_theme(id) ON DELETE SET NULL, actor text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','running','done','failed')), stage text NOT NULL DEFAULT '',
  asked_at timestamptz NOT NULL DEFAULT now(), finished_at timestamptz, took_ms integer, model_version text, result jsonb
);
-- What the answers of an edition were coded by, and what was said of them: what a replay must give again.
CREATE TABLE coding.edition_own (
  edition integer NOT NULL, codebook text NOT NULL, codebook_version integer NOT NULL, model_version text NOT NULL, digest text NOT NULL,
  PRIMARY KEY (edition, codebook)
);
`;

const VIEWS = `
CREATE VIEW coding.own_in_force WITH (security_invoker = true) AS
  SELECT DISTINCT ON (s.codebook) s.codebook, s.codebook_version, s.model_version, s.actor, s.at FROM coding.own_sign_off s ORDER BY s.codebook, s.id DESC;
-- Themes of answers by the coders in force; a person's word stands over the coder's.
CREATE VIEW coding.answer_themes WITH (security_invoker = true) AS
  SELECT c.answer, c.codebook, coalesce(w.themes, c.themes) AS themes
  FROM coding.answer_coded c JOIN coding.own_in_force f ON f.codebook = c.codebook AND f.model_version = c.model_version
  LEFT JOIN coding.answer_word w ON w.answer = c.answer AND w.codebook = c.codebook AND w.codebook_version = c.codebook_version AND w.outcome <> 'unsure'
    AND NOT EXISTS (SELECT FROM coding.answer_word later WHERE later.supersedes = w.id);
-- Answers in words to the questions that a codebook codes.
CREATE FUNCTION coding.answers_by(wanted text) RETURNS TABLE (id bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.id FROM coding.coded_by b JOIN engagement.answer a ON a.agency = b.agency AND a.engagement = b.engagement AND a.question = b.question
  JOIN engagement.submission s ON s.id = a.submission AND s.withdrawn_at IS NULL WHERE b.codebook = wanted AND a.text ~ '\\S'
$$;
CREATE FUNCTION coding.answer_is_for(of_answer bigint, by_codebook text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT CASE WHEN get_byte(sha256(convert_to(by_codebook || '/' || of_answer, 'UTF8')), 0) < 128 THEN 'teach' ELSE 'check' END
$$;
CREATE FUNCTION coding.digest_of_own(wanted text, of_model text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', c.answer, c.themes, c.chances, c.no_answer), E'\\n' ORDER BY c.answer), ''), 'UTF8')), 'hex')
  FROM coding.answer_coded c WHERE c.codebook = wanted AND c.model_version = of_model
$$;
CREATE FUNCTION coding.mark_own_edition() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO coding.edition_own (edition, codebook, codebook_version, model_version, digest)
    SELECT NEW.number, f.codebook, f.codebook_version, f.model_version, coding.digest_of_own(f.codebook, f.model_version) FROM coding.own_in_force f;
  RETURN NULL;
END $$;
CREATE TRIGGER edition_marks_own AFTER INSERT ON facts.edition FOR EACH ROW WHEN (NEW.number > 0) EXECUTE FUNCTION coding.mark_own_edition();
REVOKE EXECUTE ON FUNCTION coding.answers_by(text), coding.digest_of_own(text, text), coding.mark_own_edition() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.answers_by(text) TO hub_worker, hub_workbench;
GRANT EXECUTE ON FUNCTION coding.answer_is_for(bigint, text) TO hub_worker, hub_workbench;
GRANT EXECUTE ON FUNCTION coding.digest_of_own(text, text) TO hub_worker;
`;

const held = (...roles: string[]): string =>
  `agency = ANY ((SELECT access.session_agencies(${roles.map((role) => `'${role}'`).join(', ')}))::text[])`;
/** A shared codebook may be looked at by whoever may use it. */
const SHARED = `EXISTS (SELECT FROM access.session_rights() h WHERE h.role IN ('editor', 'analyst'))`;

const RIGHTS = `
${rowSecurity('coding.own_codebook', { worker: true, workbench: `${held('analyst', 'editor')} OR shared AND (SELECT coding.may_see_shared())` })}
${rowSecurity('coding.coded_by', { worker: true, workbench: held('analyst', 'editor') })}
${rowSecurity('coding.codebook_run', { worker: true, workbench: held('analyst', 'editor') })}
${rowSecurity('coding.draft_theme', { worker: true, workbench: held('analyst', 'editor') })}
${['draft_member', 'draft_mark', 'answer_word', 'answer_coded'].map((table) => rowSecurity(`coding.${table}`, { worker: true, workbench: held('analyst') })).join('\n')}
GRANT SELECT ON coding.own_codebook, coding.coded_by, coding.draft_mark, coding.own_sign_off, coding.edition_own, coding.own_in_force, coding.answer_themes TO hub_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON coding.draft_theme, coding.draft_member, coding.codebook_run TO hub_worker;
GRANT SELECT, INSERT, DELETE ON coding.answer_coded, coding.answer_word TO hub_worker;
GRANT SELECT ON coding.own_codebook, coding.coded_by, coding.draft_theme, coding.draft_member, coding.draft_mark, coding.answer_word, coding.answer_coded,
  coding.own_sign_off, coding.codebook_run, coding.own_in_force, coding.answer_themes TO hub_workbench;
`;

const MAY_SEE = `
CREATE FUNCTION coding.may_see_shared() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT ${SHARED} $$;
REVOKE EXECUTE ON FUNCTION coding.may_see_shared() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.may_see_shared() TO hub_workbench;
`;

export class OwnCodebooks0047 implements MigrationInterface {
  name = 'OwnCodebooks1700000000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + VIEWS + MAY_SEE + RIGHTS + OWN_CODEBOOK_FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
