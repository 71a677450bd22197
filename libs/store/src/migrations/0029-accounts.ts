/**
 * Accounts are made, changed and ended here alone, for the command line (as the owner) and for an administrator's session. Each answers
 * with a word: `done`, or the one reason why not.
 */
export const ACCOUNTS = `
-- Would the hub be left with nobody who may make accounts?
CREATE FUNCTION access.is_last_administrator(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM access.role_held h WHERE h.account_id = wanted AND h.role = 'administrator')
    AND NOT EXISTS (SELECT FROM access.role_held h JOIN access.account a ON a.id = h.account_id
      WHERE h.role = 'administrator' AND h.account_id <> wanted AND a.ended_at IS NULL)
$$;

-- Makes an account, or gives it exactly these rights ([{"role", "agency"}]); one that was ended comes back.
CREATE FUNCTION access.set_account(wanted text, rights jsonb) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who uuid; mark text := btrim(wanted);
BEGIN
  IF mark = '' OR length(mark) > 120 OR jsonb_array_length(rights) = 0 THEN RETURN 'incomplete'; END IF;
  IF EXISTS (SELECT FROM jsonb_to_recordset(rights) AS r(role text, agency text) WHERE r.role <> 'administrator'
      AND NOT EXISTS (SELECT FROM engagement.agency g WHERE g.code = r.agency)) THEN RETURN 'agency-unknown'; END IF;
  -- Two administrators who end each other in the same moment would leave none.
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.accounts', 0));
  SELECT a.id INTO who FROM access.account a WHERE a.name = mark;
  IF access.is_last_administrator(who) AND NOT EXISTS (SELECT FROM jsonb_to_recordset(rights) AS r(role text) WHERE r.role = 'administrator')
    THEN RETURN 'last-administrator'; END IF;
  INSERT INTO access.account (name) VALUES (mark) ON CONFLICT (name) DO UPDATE SET ended_at = NULL, ended_by = NULL RETURNING id INTO who;
  DELETE FROM access.role_held h WHERE h.account_id = who AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset(rights) AS r(role text, agency text) WHERE r.role = h.role AND r.agency = h.agency);
  INSERT INTO access.role_held (account_id, role, agency, given_by)
    SELECT DISTINCT who, r.role, r.agency, audit.actor() FROM jsonb_to_recordset(rights) AS r(role text, agency text) ON CONFLICT DO NOTHING;
  PERFORM audit.note(NULL, 'account-set', who::text, access.account_as_told(who) - 'name');
  RETURN 'done';
END $$;

-- Signs somebody out everywhere and takes back links that nobody has used; with an end, the rights go too and the name stays in the history.
CREATE FUNCTION access.shut_out(wanted text, for_good boolean) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.accounts', 0));
  SELECT a.id INTO who FROM access.account a WHERE a.name = btrim(wanted) AND a.ended_at IS NULL;
  IF who IS NULL THEN RETURN 'unknown'; END IF;
  IF for_good AND access.is_last_administrator(who) THEN RETURN 'last-administrator'; END IF;
  DELETE FROM access.session WHERE account_id = who;
  DELETE FROM access.sign_in_link WHERE account_id = who;
  IF for_good THEN
    DELETE FROM access.role_held WHERE account_id = who;
    UPDATE access.account SET ended_at = now(), ended_by = audit.actor(), os_account = NULL WHERE id = who;
  END IF;
  PERFORM audit.note(NULL, CASE WHEN for_good THEN 'account-ended' ELSE 'shut-out' END, who::text, '{}');
  RETURN 'done';
END $$;

-- Keeps the hash of a link's secret; it opens one session, once, within the minutes.
CREATE FUNCTION access.make_link(wanted text, link_hash text, minutes integer) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who uuid;
BEGIN
  SELECT a.id INTO who FROM access.account a WHERE a.name = btrim(wanted) AND a.ended_at IS NULL;
  IF who IS NULL THEN RETURN 'unknown'; END IF;
  INSERT INTO access.sign_in_link (token_hash, account_id, expires_at) VALUES (link_hash, who, now() + make_interval(mins => minutes));
  PERFORM audit.note(NULL, 'sign-in-link-made', who::text, '{}');
  RETURN 'done';
END $$;

CREATE FUNCTION access.every_account() RETURNS TABLE (name text, rights jsonb, made_at timestamptz, signed_in_at timestamptz, signed_in boolean,
  link_until timestamptz, ended_at timestamptz, ended_by text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.name, access.account_as_told(a.id)->'rights', a.created_at, a.signed_in_at,
    EXISTS (SELECT FROM access.session s WHERE s.account_id = a.id AND access.is_alive(s)),
    (SELECT max(l.expires_at) FROM access.sign_in_link l WHERE l.account_id = a.id AND l.used_at IS NULL AND l.expires_at > now()), a.ended_at, a.ended_by
  FROM access.account a ORDER BY a.ended_at IS NOT NULL, a.name
$$;

-- The same for an administrator's session. Nobody changes or ends the own account, nor makes a link to it: that is another administrator's.
CREATE FUNCTION access.administrator(other_than text DEFAULT NULL) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('administrator', 'only an administrator keeps accounts');
BEGIN
  RETURN CASE WHEN who = btrim(other_than) THEN NULL ELSE who END;
END $$;
CREATE FUNCTION access.administer_accounts() RETURNS TABLE (name text, rights jsonb, made_at timestamptz, signed_in_at timestamptz, signed_in boolean,
  link_until timestamptz, ended_at timestamptz, ended_by text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM access.administrator();
  RETURN QUERY SELECT * FROM access.every_account();
END $$;
CREATE FUNCTION access.administer_account(wanted text, rights jsonb) RETURNS text LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE WHEN access.administrator(wanted) IS NULL THEN 'own-account' ELSE access.set_account(wanted, rights) END
$$;
CREATE FUNCTION access.administer_shut_out(wanted text, for_good boolean) RETURNS text LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE WHEN access.administrator(wanted) IS NULL THEN 'own-account' ELSE access.shut_out(wanted, for_good) END
$$;
CREATE FUNCTION access.administer_link(wanted text, link_hash text, minutes integer) RETURNS text LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE WHEN access.administrator(wanted) IS NULL THEN 'own-account' WHEN minutes NOT BETWEEN 1 AND 1440 THEN 'minutes'
    ELSE access.make_link(wanted, link_hash, minutes) END
$$;
REVOKE EXECUTE ON FUNCTION access.is_last_administrator(uuid), access.set_account(text, jsonb), access.shut_out(text, boolean),
  access.make_link(text, text, integer), access.every_account(), access.administrator(text), access.administer_accounts(),
  access.administer_account(text, jsonb), access.administer_shut_out(text, boolean), access.administer_link(text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.administer_accounts(), access.administer_account(text, jsonb), access.administer_shut_out(text, boolean),
  access.administer_link(text, text, integer) TO hub_workbench;
`;
