import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/** What an analyst looks for again and again: by name, of the account alone, with how far it had looked. It goes with the account. */
const TABLES = `
ALTER TABLE coding.comment_index ADD COLUMN since bigint;
COMMENT ON COLUMN coding.comment_index.since IS 'Entry under which it could be found first; null where that is its own';

CREATE TABLE coding.saved_search (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES access.account(id) ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  words text NOT NULL CHECK (length(words) BETWEEN 2 AND 200),
  filter jsonb NOT NULL CHECK (length(filter::text) <= 20000),
  -- The last entry of the index that the account could find when it looked.
  seen bigint NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  opened_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (account_id, name)
);
COMMENT ON TABLE coding.saved_search IS 'Searches that an account keeps: what it typed and chose, nothing of what was found';

CREATE FUNCTION coding.forget_searches() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN DELETE FROM coding.saved_search s WHERE s.account_id = NEW.id; RETURN NULL; END $$;
CREATE TRIGGER account_ended AFTER UPDATE OF ended_at ON access.account FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL)
  EXECUTE FUNCTION coding.forget_searches();
`;

const FUNCTIONS = `
-- The account of the session, where it is an analyst's; null otherwise.
CREATE FUNCTION coding.searching_account() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT access.session_account_id() WHERE 'analyst' = ANY (access.session_roles())
$$;
CREATE FUNCTION coding.save_search(called text, said text, narrowed jsonb) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who uuid := coding.searching_account(); made bigint;
BEGIN
  IF who IS NULL THEN RETURN NULL; END IF;
  -- Two browsers of one account at once are counted one after the other.
  PERFORM FROM access.account a WHERE a.id = who FOR UPDATE;
  IF (SELECT count(*) FROM coding.saved_search s WHERE s.account_id = who) >= 30 THEN
    RAISE EXCEPTION 'too many searches are kept' USING ERRCODE = 'HB001';
  END IF;
  INSERT INTO coding.saved_search (account_id, name, words, filter, seen)
    VALUES (who, called, said, narrowed, (SELECT h.last FROM coding.meanings_held() h)) ON CONFLICT (account_id, name) DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN RAISE EXCEPTION 'a search of this name is kept' USING ERRCODE = 'HB002'; END IF;
  RETURN made;
END $$;
-- From now on what is there now is not new; how far the account had looked before is answered.
CREATE FUNCTION coding.open_search(wanted bigint) RETURNS TABLE (seen bigint, opened_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  RETURN QUERY SELECT s.seen, s.opened_at FROM coding.saved_search s WHERE s.id = wanted AND s.account_id = coding.searching_account() FOR UPDATE;
  UPDATE coding.saved_search s SET seen = h.last, opened_at = now() FROM coding.meanings_held() h
    WHERE s.id = wanted AND s.account_id = coding.searching_account();
END $$;
CREATE FUNCTION coding.forget_search(wanted bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM coding.saved_search s WHERE s.id = wanted AND s.account_id = coding.searching_account();
  RETURN FOUND;
END $$;
REVOKE EXECUTE ON FUNCTION coding.searching_account(), coding.save_search(text, text, jsonb), coding.open_search(bigint), coding.forget_search(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.searching_account(), coding.save_search(text, text, jsonb), coding.open_search(bigint), coding.forget_search(bigint) TO hub_workbench;
`;

const RIGHTS = `
${rowSecurity('coding.saved_search', { workbench: 'account_id = (SELECT coding.searching_account())' })}
GRANT SELECT ON coding.saved_search TO hub_workbench;
`;

export class SavedSearches0062 implements MigrationInterface {
  name = 'SavedSearches1700000000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + FUNCTIONS + RIGHTS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
