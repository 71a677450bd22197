import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ACCOUNTS } from './0029-accounts.js';
import { asOwner, rowSecurity } from './row-security.js';

/** Roles by agency: whoever is a partner of one agency and an analyst of another is each where it is, and not both in both. */
const ROLES = `
CREATE TABLE access.role_held (
  account_id uuid NOT NULL REFERENCES access.account(id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('partner','lead','analyst','editor','reviewer','officer','duty','administrator')),
  agency text NOT NULL,
  given_by text NOT NULL DEFAULT 'hub', given_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, role, agency)
);
COMMENT ON TABLE access.role_held IS 'What an account may do, for which agency; * is the hub itself and sees no row of any agency';
${rowSecurity('access.role_held', {})}
-- An analyst of before also changed codebooks and handled comments that may mean danger: these are roles of their own now, and are kept.
INSERT INTO access.role_held (account_id, role, agency)
  SELECT DISTINCT a.id, n.role, g.agency FROM access.account a, unnest(a.roles) AS r(role), unnest(a.agencies) AS g(agency),
    unnest(CASE r.role WHEN 'analyst' THEN ARRAY['analyst','editor','duty'] ELSE ARRAY[r.role] END) AS n(role);
ALTER TABLE access.role_held ADD CHECK ((role = 'administrator') = (agency = '*'));
ALTER TABLE access.account DROP COLUMN roles, DROP COLUMN agencies,
  ADD COLUMN ended_at timestamptz, ADD COLUMN ended_by text, ADD COLUMN signed_in_at timestamptz;

CREATE FUNCTION access.session_rights() RETURNS SETOF access.role_held LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT h.* FROM access.session s JOIN access.account a ON a.id = s.account_id JOIN access.role_held h ON h.account_id = a.id
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND access.is_alive(s) AND a.ended_at IS NULL
$$;
-- Agencies for which the session holds one of these roles.
CREATE FUNCTION access.session_agencies(VARIADIC wanted text[]) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(array_agg(DISTINCT h.agency), '{}') FROM access.session_rights() h WHERE h.role = ANY (wanted) AND h.agency <> '*'
$$;
-- Agencies for which the session holds any role.
CREATE OR REPLACE FUNCTION access.session_agencies() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(array_agg(DISTINCT h.agency), '{}') FROM access.session_rights() h WHERE h.agency <> '*'
$$;
CREATE OR REPLACE FUNCTION access.session_roles() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(array_agg(DISTINCT h.role), '{}') FROM access.session_rights() h
$$;
-- Whose session it is, where it holds a role for an agency (any, where none is named); an error otherwise.
CREATE FUNCTION access.acts_as(wanted text, refusal text) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT coalesce(wanted = ANY (access.session_roles()), false) THEN RAISE EXCEPTION '%', refusal; END IF;
  RETURN access.session_account();
END $$;
CREATE FUNCTION access.account_as_told(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('name', a.name,
    'roles', (SELECT coalesce(jsonb_agg(DISTINCT h.role), '[]') FROM access.role_held h WHERE h.account_id = a.id),
    'agencies', (SELECT coalesce(jsonb_agg(DISTINCT h.agency), '[]') FROM access.role_held h WHERE h.account_id = a.id AND h.agency <> '*'),
    'rights', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'agency', h.agency) ORDER BY h.agency, h.role), '[]')
      FROM access.role_held h WHERE h.account_id = a.id))
  FROM access.account a WHERE a.id = wanted
$$;
CREATE OR REPLACE FUNCTION access.who() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT access.account_as_told(a.id) FROM access.session s JOIN access.account a ON a.id = s.account_id
  WHERE s.token_hash = nullif(current_setting('hub.session', true), '') AND access.is_alive(s) AND a.ended_at IS NULL
$$;
CREATE OR REPLACE FUNCTION access.redeem(link_hash text, session_hash text, lasts interval DEFAULT '12 hours') RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who uuid;
BEGIN
  UPDATE access.sign_in_link l SET used_at = now() FROM access.account a
   WHERE l.token_hash = link_hash AND l.used_at IS NULL AND l.expires_at > now() AND a.id = l.account_id AND a.ended_at IS NULL
   RETURNING l.account_id INTO who;
  IF who IS NULL THEN RETURN NULL; END IF;
  DELETE FROM access.session s WHERE NOT access.is_alive(s);
  INSERT INTO access.session (token_hash, account_id, expires_at) VALUES (session_hash, who, now() + least(lasts, interval '12 hours'));
  UPDATE access.account SET signed_in_at = now() WHERE id = who;
  PERFORM audit.record((SELECT name FROM access.account WHERE id = who), NULL, 'signed-in', who::text, '{}');
  RETURN access.account_as_told(who);
END $$;
REVOKE EXECUTE ON FUNCTION access.session_rights(), access.session_agencies(text[]), access.acts_as(text, text), access.account_as_told(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.session_agencies(text[]) TO hub_workbench;
`;

const of = (...roles: string[]): string =>
  `(SELECT access.session_agencies(${roles.map((role) => `'${role}'`).join(', ')}))::text[]`;
const held = (...roles: string[]): string => `agency = ANY (${of(...roles)})`;
const both = (role: string): string => `ARRAY[agency, agency_b] <@ ${of(role)}`;
/** A person on duty reads the comments that were flagged, and no other. */
const flagged = (submission: string): string =>
  `(${held('duty')} AND EXISTS (SELECT FROM coding.safeguarding g WHERE g.submission = ${submission}))`;
const ON_ROWS = ['partner', 'lead', 'analyst', 'reviewer'];

/** Who of the signed-in sees which rows. A table that is not here is as it was: any role of the agency. */
const SEEN: Record<string, string> = {
  'coding.assignment': held('analyst'),
  'coding.audit_sample': held('analyst'),
  'coding.batch_item': held('analyst'),
  'coding.coded': `${held('analyst')} OR ${flagged('coded.submission')}`,
  'coding.human_coding': held('analyst'),
  'coding.released_quote': held('analyst', 'lead'),
  'coding.safeguarding': held('duty'),
  'coding.suggestion': `agencies <@ ${of('analyst')} AND agencies <> '{}'`,
  'engagement.answer': `${held('analyst')} OR ${flagged('answer.submission')}`,
  'engagement.demographic': held('analyst'),
  'engagement.mention': held('analyst'),
  'engagement.submission': `${held('partner', 'analyst', 'reviewer')} OR ${flagged('submission.id')}`,
  'engagement.vote': held('analyst'),
  'intake.delivery': held(...ON_ROWS),
  'intake.idempotency': held(...ON_ROWS),
  'intake.quarantine': held('partner'),
  'intake.raw_file': held(...ON_ROWS),
  'intake.row_outcome': held(...ON_ROWS),
  'intake.source_mapping': held(...ON_ROWS),
  'intake.unused_cell': held(...ON_ROWS),
  'linkage.decision': `${both('analyst')} OR ${both('reviewer')}`,
  'linkage.membership': held('analyst', 'reviewer'),
  'linkage.pair': `${both('analyst')} OR ${both('reviewer')}`,
};

const POLICIES = Object.entries(SEEN)
  .map(([table, rows]) => {
    const name = `${table.replace('.', '_')}_workbench`;
    return `DROP POLICY ${name} ON ${table}; CREATE POLICY ${name} ON ${table} TO hub_workbench USING (${rows});`;
  })
  .join('\n');

/** Functions that ask for a role and act upon an agency: the agency is now asked of that role, where it was of any. */
const ASKED_OF: Record<string, string[]> = {
  analyst: [
    'coding.comparison_of(bigint)',
    'coding.decide_suggestion(bigint,text,text,text)',
    'coding.release_quote(uuid,text)',
    'coding.sign_comment(uuid,text,text,text,text[],text)',
    'coding.withdraw_coding(bigint)',
    'facts.count_working(text[],jsonb)',
    'facts.working()',
    'facts.working_options()',
    'facts.working_own()',
    'facts.working_questions()',
  ],
  duty: ['coding.handle_safeguarding(uuid,text)'],
  editor: ['coding.keep_codebook(jsonb,jsonb,jsonb)'],
  partner: [
    'intake.decide(bigint,text,jsonb,text[])',
    'intake.dismiss_row(bigint,text)',
    'intake.add_own_source(text,text,text,text,text,jsonb,text[])',
    'intake.set_own_mapping(text,jsonb,text[])',
    'intake.receive_upload(text,text[],text[],bytea[],jsonb,text[])',
  ],
  reviewer: ['linkage.reviews(text,text)', 'vault.look(uuid,text,text,integer)'],
};
const REFUSALS: Record<string, string> = {
  duty: 'only who is on duty handles what may mean danger',
  editor: 'only an editor changes codebooks',
};

function askedOf(role: string, definition: string): string {
  const refusal = REFUSALS[role];
  return definition
    .replaceAll('access.session_agencies()', `access.session_agencies('${role}')`)
    .replaceAll('coding.analyst()', refusal ? `access.acts_as('${role}', '${refusal}')` : 'coding.analyst()');
}

export class RolesByAgency0029 implements MigrationInterface {
  name = 'RolesByAgency1700000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(ROLES + POLICIES + ACCOUNTS));
    for (const [role, functions] of Object.entries(ASKED_OF))
      for (const name of functions) {
        const [{ definition }] = (await runner.query(
          'SELECT pg_get_functiondef($1::regprocedure) AS definition',
          [name],
        )) as [{ definition: string }];
        const asked = askedOf(role, definition);
        if (asked === definition) throw new Error(`${name} asks no session`);
        await runner.query(asOwner(asked.trimEnd() + ';'));
      }
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
