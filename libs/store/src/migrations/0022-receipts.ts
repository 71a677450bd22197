import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

const SEES = 'agency = ANY ((SELECT access.session_agencies())::text[])';

/**
 * A receipt says what became of every row and cell: rows that were left out, with the reason, and cells without which rows
 * were used. Rejected rows can be mended or set aside by a person, with a reason.
 */
const TABLES = `
ALTER TABLE intake.delivery ADD COLUMN left_out integer NOT NULL DEFAULT 0;
ALTER TABLE intake.delivery DROP CONSTRAINT delivery_check;
ALTER TABLE intake.delivery ADD CONSTRAINT delivery_adds_up CHECK (status = 'received' OR "rows" = accepted + repeated + rejected + left_out);
ALTER TABLE intake.row_outcome DROP CONSTRAINT row_outcome_outcome_check;
ALTER TABLE intake.row_outcome ADD CONSTRAINT row_outcome_outcome_check CHECK (outcome IN ('accepted','repeated','rejected','left-out'));
ALTER TABLE intake.row_outcome ADD COLUMN why text;
COMMENT ON COLUMN intake.row_outcome.why IS 'Why a row was left out; of such a row nothing else is kept';
ALTER TABLE intake.quarantine ADD COLUMN dismissed_because text;
CREATE TABLE intake.unused_cell (
  agency text NOT NULL,
  delivery bigint NOT NULL REFERENCES intake.delivery(id),
  position integer NOT NULL,
  file text NOT NULL, "row" integer NOT NULL, "column" text, code text NOT NULL, reason text NOT NULL,
  PRIMARY KEY (delivery, position)
);
COMMENT ON TABLE intake.unused_cell IS 'Cells without which accepted rows were used: place and reason, never the value';
`;

const RIGHTS = `
${rowSecurity('intake.unused_cell', { worker: true, workbench: SEES })}
GRANT SELECT, INSERT, DELETE ON intake.unused_cell TO hub_worker;
GRANT SELECT ON intake.unused_cell TO hub_workbench;
GRANT EXECUTE ON FUNCTION intake.own_id(text, text, text, text) TO hub_worker;
`;

const FUNCTIONS = `
CREATE OR REPLACE FUNCTION intake.delivery_status(source_code text, presented_key_hash text, wanted_delivery bigint) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('delivery', d.id, 'source', d.source, 'status', d.status, 'rows', d."rows", 'accepted', d.accepted,
    'repeated', d.repeated, 'rejected', d.rejected, 'leftOut', d.left_out, 'files', d.files, 'note', d.note,
    'rejections', coalesce((SELECT jsonb_agg(jsonb_build_object('file', q.file, 'row', q."row", 'column', q."column", 'code', q.code, 'reason', q.reason) ORDER BY q.file, q."row", q.id)
       FROM intake.quarantine q WHERE q.delivery = d.id), '[]'),
    'usedWithout', coalesce((SELECT jsonb_agg(jsonb_build_object('file', c.file, 'row', c."row", 'column', c."column", 'code', c.code, 'reason', c.reason) ORDER BY c.position)
       FROM intake.unused_cell c WHERE c.delivery = d.id), '[]'),
    'leftOutRows', coalesce((SELECT jsonb_agg(jsonb_build_object('file', o.file, 'row', o."row", 'why', o.why) ORDER BY o.file, o."row")
       FROM intake.row_outcome o WHERE o.delivery = d.id AND o.outcome = 'left-out'), '[]'))
  FROM intake.delivery d JOIN intake.source s ON s.code = d.source
  WHERE d.id = wanted_delivery AND s.code = source_code AND s.key_hash = presented_key_hash
$$;

-- A partner's word on a rejected row of its own: it is not to be mended, and why. False where there is no such open row.
CREATE FUNCTION intake.dismiss_row(wanted bigint, because text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found intake.quarantine;
BEGIN
  IF length(trim(because)) NOT BETWEEN 3 AND 500 THEN RETURN false; END IF;
  SELECT * INTO found FROM intake.quarantine q WHERE q.id = wanted AND q.state = 'open'
    AND q.agency = ANY (access.session_agencies()) AND 'partner' = ANY (access.session_roles()) FOR UPDATE;
  IF found.id IS NULL THEN RETURN false; END IF;
  -- All reasons of one row go together, and the cells with them: nobody will mend them.
  UPDATE intake.quarantine q SET state = 'left-out', dismissed_because = trim(because), cells = NULL
    WHERE q.delivery = found.delivery AND q.file = found.file AND q."row" IS NOT DISTINCT FROM found."row" AND q.state = 'open';
  PERFORM audit.record(access.session_account(), found.agency, 'row-dismissed', found.delivery::text, jsonb_build_object('row', found."row"));
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION intake.dismiss_row(bigint, text) TO hub_workbench;

-- Files that hold rows of people who gave no consent are the first that go: a delivery's files are emptied (their hashes stay) so many
-- days after it was read. Returns how many.
CREATE FUNCTION intake.forget_unconsented(days integer) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE many integer;
BEGIN
  UPDATE intake.raw_file r SET content = NULL FROM intake.delivery d WHERE d.id = r.delivery AND r.content IS NOT NULL
    AND d.status IN ('accepted', 'repeated', 'refused') AND d.finished_at < now() - make_interval(days => days)
    AND EXISTS (SELECT FROM intake.row_outcome o WHERE o.delivery = d.id AND o.file = r.name AND o.outcome = 'left-out' AND o.why = 'no-consent');
  GET DIAGNOSTICS many = ROW_COUNT;
  RETURN many;
END $$;
GRANT EXECUTE ON FUNCTION intake.forget_unconsented(integer) TO hub_worker;
`;

export class Receipts0022 implements MigrationInterface {
  name = 'Receipts1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + RIGHTS + FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
