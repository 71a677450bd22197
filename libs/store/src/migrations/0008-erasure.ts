import { rowSecurity } from './row-security.js';

/**
 * Erasure of people. What is erased leaves a tombstone, so that the same row delivered again is not taken again; the
 * tombstone is a keyed hash that only this hub can make. Past editions keep their figures: there a person gets keys
 * that nothing else bears, with the eight bits that noise hangs on as they were.
 */
export const ERASURE = `
CREATE TABLE engagement.erased (tombstone bytea PRIMARY KEY, erased_on date NOT NULL DEFAULT current_date);
COMMENT ON TABLE engagement.erased IS 'Keyed hashes of the ids of submissions that were erased on request: a delivery that brings them again brings nothing';
GRANT SELECT, INSERT ON engagement.erased TO hub_worker;
${rowSecurity('engagement.erased', { worker: true })}

-- Rows that made these submissions: the files that held them lose their content (the one change that raw_append_only allows; the
-- hash stays), and the rows' outcomes point nowhere. Returns how many files were emptied.
CREATE FUNCTION intake.forget(submissions uuid[]) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE many integer;
BEGIN
  UPDATE intake.raw_file r SET content = NULL WHERE r.content IS NOT NULL
    AND r.delivery IN (SELECT o.delivery FROM intake.row_outcome o WHERE o.record = ANY (submissions));
  GET DIAGNOSTICS many = ROW_COUNT;
  UPDATE intake.row_outcome o SET record = n.new FROM (SELECT id, gen_random_uuid() AS new FROM unnest(submissions) id) n WHERE o.record = n.id;
  RETURN many;
END $$;
GRANT EXECUTE ON FUNCTION intake.forget(uuid[]) TO hub_worker;
-- What matching kept of them: reviewers' answers, joins and partings, people without submissions.
CREATE FUNCTION linkage.forget(submissions uuid[], people uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM linkage.decision WHERE a = ANY (submissions) OR b = ANY (submissions);
  DELETE FROM linkage.change WHERE person = ANY (people) OR other = ANY (people);
  UPDATE linkage.person SET merged_into = NULL WHERE merged_into = ANY (people);
  DELETE FROM linkage.person p WHERE p.id = ANY (people) AND NOT EXISTS (SELECT FROM linkage.membership m WHERE m.person = p.id);
END $$;
GRANT EXECUTE ON FUNCTION linkage.forget(uuid[], uuid[]) TO hub_worker;

-- A new key that leads nowhere, with the last eight bits of the old one.
CREATE FUNCTION facts.fresh_key(old bigint) RETURNS bigint LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
  SELECT (('x' || encode(substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) FROM 1 FOR 8), 'hex'))::bit(64)::bigint & 9223372036854775552) | (old & 255)
$$;

-- The only change that a published fact knows: its keys, in their last eight bits as they were, and only through facts.cut_loose.
CREATE FUNCTION facts.only_cut_loose() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('hub.cutting_loose', true) = 'yes' AND current_user = 'hub_owner'
    AND to_jsonb(NEW) - ARRAY['submission_key', 'person_key', 'argument_key'] = to_jsonb(OLD) - ARRAY['submission_key', 'person_key', 'argument_key']
    AND (NEW.submission_key & 255) = (OLD.submission_key & 255)
    AND (NEW.argument_key & 255) IS NOT DISTINCT FROM (OLD.argument_key & 255)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a published edition never changes';
END $$;
DROP TRIGGER fact_unchanged ON facts.fact;
CREATE TRIGGER fact_unchanged BEFORE UPDATE ON facts.fact FOR EACH ROW WHEN (OLD.edition > 0 OR NEW.edition > 0) EXECUTE FUNCTION facts.only_cut_loose();
-- Words that a person released are taken back with the person; the row stays, empty.
CREATE FUNCTION facts.only_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('hub.cutting_loose', true) = 'yes' AND current_user = 'hub_owner' AND NEW.text = ''
    AND to_jsonb(NEW) - 'text' = to_jsonb(OLD) - 'text' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a published edition never changes';
END $$;
DROP TRIGGER quote_unchanged ON facts.quote;
CREATE TRIGGER quote_unchanged BEFORE UPDATE ON facts.quote FOR EACH ROW WHEN (OLD.edition > 0 OR NEW.edition > 0) EXECUTE FUNCTION facts.only_taken_back();

-- Cuts the people behind these submission keys loose from every published edition: in each edition new keys of their submissions, of
-- themselves and of arguments that only they made. Everybody who shares a person with them there is cut with them, or the counts
-- would move. Returns the editions that changed.
CREATE FUNCTION facts.cut_loose(submissions bigint[], quotes jsonb) RETURNS integer[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE cut integer[];
BEGIN
  PERFORM set_config('hub.cutting_loose', 'yes', true);
  CREATE TEMP TABLE cut_person ON COMMIT DROP AS
    SELECT f.edition, f.person_key AS old, facts.fresh_key(f.person_key) AS new
    FROM (SELECT DISTINCT edition, person_key FROM facts.fact WHERE edition > 0 AND submission_key = ANY (submissions)) f;
  CREATE TEMP TABLE cut_submission ON COMMIT DROP AS
    SELECT x.edition, x.old, facts.fresh_key(x.old) AS new
    FROM (SELECT DISTINCT f.edition, f.submission_key AS old FROM facts.fact f JOIN pg_temp.cut_person p ON p.edition = f.edition AND p.old = f.person_key) x;
  CREATE TEMP TABLE cut_argument ON COMMIT DROP AS
    SELECT x.edition, x.old, facts.fresh_key(x.old) AS new FROM (
      SELECT f.edition, f.argument_key AS old FROM facts.fact f LEFT JOIN pg_temp.cut_person p ON p.edition = f.edition AND p.old = f.person_key
      WHERE f.edition > 0 AND f.argument_key IS NOT NULL AND f.edition IN (SELECT c.edition FROM pg_temp.cut_person c)
      GROUP BY f.edition, f.argument_key HAVING bool_and(p.old IS NOT NULL)) x;
  UPDATE facts.fact f SET person_key = p.new,
    submission_key = (SELECT s.new FROM pg_temp.cut_submission s WHERE s.edition = f.edition AND s.old = f.submission_key),
    argument_key = coalesce((SELECT a.new FROM pg_temp.cut_argument a WHERE a.edition = f.edition AND a.old = f.argument_key), f.argument_key)
  FROM pg_temp.cut_person p WHERE p.edition = f.edition AND p.old = f.person_key;
  UPDATE facts.quote q SET text = '' FROM jsonb_to_recordset(coalesce(quotes, '[]')) AS w(agency text, text text)
  WHERE q.edition > 0 AND q.agency = w.agency AND q.text = w.text;
  SELECT coalesce(array_agg(DISTINCT edition ORDER BY edition), '{}') INTO cut FROM pg_temp.cut_person;
  DROP TABLE pg_temp.cut_person, pg_temp.cut_submission, pg_temp.cut_argument;
  PERFORM set_config('hub.cutting_loose', '', true);
  RETURN cut;
END $$;
GRANT EXECUTE ON FUNCTION facts.cut_loose(bigint[], jsonb) TO hub_worker;

-- Set where an edition puts right what an earlier one had wrong: what was wrong and why, for the public.
ALTER TABLE facts.edition ADD COLUMN correction text;
`;
