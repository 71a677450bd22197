/** What a reviewer may do with possible matches. Each function asks the session's role and agencies itself. */
export const LINKAGE_FUNCTIONS = `
-- Whether the session's reviewer may see both records of a pair.
CREATE FUNCTION linkage.reviews(one text, other text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce('reviewer' = ANY (access.session_roles()) AND ARRAY[one, other] <@ access.session_agencies(), false)
$$;

-- A person's word on a stored pair: written down, audited, and people are matched again. NULL where there is no such pair for this session.
CREATE FUNCTION linkage.decide(one uuid, other uuid, said text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found linkage.pair; made bigint;
BEGIN
  SELECT * INTO found FROM linkage.pair p WHERE p.a = least(one, other) AND p.b = greatest(one, other);
  IF found.a IS NULL OR NOT linkage.reviews(found.agency, found.agency_b) THEN RETURN NULL; END IF;
  INSERT INTO linkage.decision (a, b, agency, agency_b, verdict, actor, weight, probability)
    VALUES (found.a, found.b, found.agency, found.agency_b, said, access.session_account(), found.weight, found.probability) RETURNING id INTO made;
  PERFORM audit.record(access.session_account(), found.agency, 'match-decided', made::text, jsonb_build_object('verdict', said, 'a', found.a, 'b', found.b));
  INSERT INTO intake.outbox (job, payload) VALUES ('link', '{}');
  RETURN made;
END $$;

-- Takes back a decision of one's own. NULL where there is none.
CREATE FUNCTION linkage.undo(wanted bigint) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE gone linkage.decision;
BEGIN
  IF NOT coalesce('reviewer' = ANY (access.session_roles()), false) THEN RETURN NULL; END IF;
  UPDATE linkage.decision d SET undone_at = now(), applied_at = NULL
    WHERE d.id = wanted AND d.undone_at IS NULL AND d.actor = access.session_account() RETURNING * INTO gone;
  IF gone.id IS NULL THEN RETURN NULL; END IF;
  PERFORM audit.record(access.session_account(), gone.agency, 'match-undone', gone.id::text, jsonb_build_object('a', gone.a, 'b', gone.b));
  INSERT INTO intake.outbox (job, payload) VALUES ('link', '{}');
  RETURN gone.id;
END $$;

-- One respondent beside another: as vault.read, and audited by it, with the sex that was answered. Only records of a stored pair.
CREATE FUNCTION vault.read_for_match(wanted uuid, reason text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found jsonb;
BEGIN
  IF NOT EXISTS (SELECT FROM linkage.pair p WHERE wanted IN (p.a, p.b) AND linkage.reviews(p.agency, p.agency_b)) THEN RETURN NULL; END IF;
  found := vault.read(wanted, reason);
  IF found IS NULL THEN RETURN NULL; END IF;
  RETURN found || jsonb_build_object('sex',
    (SELECT d.code FROM engagement.demographic d WHERE d.submission = wanted AND d.characteristic = 'sex' AND d.code IN ('female', 'male')));
END $$;

GRANT EXECUTE ON FUNCTION linkage.decide(uuid, uuid, text), linkage.undo(bigint), vault.read_for_match(uuid, text) TO hub_workbench;
`;
