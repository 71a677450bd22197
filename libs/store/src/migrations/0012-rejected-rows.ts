import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * A row that was rejected and then mended made a submission, but not in the delivery that it first came in. It keeps
 * which submission it would have made, so that erasing the person finds it and the file it stood in.
 */
const FUNCTIONS = String.raw`
ALTER TABLE intake.quarantine ADD COLUMN record uuid;
COMMENT ON COLUMN intake.quarantine.record IS 'The submission that this row would have made, where its own id can be read';
CREATE INDEX quarantine_record ON intake.quarantine (record) WHERE record IS NOT NULL;

-- The id that libs/pipeline/src/identity.ts gives a row with an id of the partner's own, whatever was answered about its delivery.
CREATE FUNCTION intake.own_id(agency text, source text, engagement text, external_id text) RETURNS uuid LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT encode(set_byte(set_byte(h, 6, (get_byte(h, 6) & 15) | 128), 8, (get_byte(h, 8) & 63) | 128), 'hex')::uuid FROM (
    SELECT substring(sha256(string_agg(convert_to(part, 'UTF8'), '\x00'::bytea ORDER BY n)) FROM 1 FOR 16) AS h
    FROM unnest(ARRAY[agency, source, 'submission', engagement, 'id', external_id, '']) WITH ORDINALITY p(part, n)) x
$$;

-- Rows that made these submissions, or would have: the files that held them lose their content (the one change that raw_append_only
-- allows; the hash stays), rejected rows of those files lose their cells, and the rows' outcomes point nowhere. Called while the
-- submissions are still held. Returns how many files were emptied.
CREATE OR REPLACE FUNCTION intake.forget(submissions uuid[]) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE many integer; rejected uuid[]; touched bigint[];
BEGIN
  SELECT array_agg(i.id) INTO rejected FROM engagement.submission s
    CROSS JOIN LATERAL (VALUES (s.id), (intake.own_id(s.agency, s.source, s.engagement, s.external_id)), (intake.own_id(s.agency, s.source, '', s.external_id))) i(id)
    WHERE s.id = ANY (submissions) AND (s.external_id IS NOT NULL OR i.id = s.id);
  SELECT array_agg(x.delivery) INTO touched FROM (
    SELECT o.delivery FROM intake.row_outcome o WHERE o.record = ANY (submissions)
    UNION SELECT q.delivery FROM intake.quarantine q WHERE q.record = ANY (rejected)) x;
  UPDATE intake.raw_file r SET content = NULL WHERE r.content IS NOT NULL AND r.delivery = ANY (touched);
  GET DIAGNOSTICS many = ROW_COUNT;
  UPDATE intake.quarantine q SET cells = NULL, record = CASE WHEN q.record = ANY (rejected) THEN NULL ELSE q.record END
    WHERE q.delivery = ANY (touched) AND (q.cells IS NOT NULL OR q.record = ANY (rejected));
  UPDATE intake.row_outcome o SET record = n.new FROM (SELECT id, gen_random_uuid() AS new FROM unnest(submissions) id) n WHERE o.record = n.id;
  RETURN many;
END $$;
`;

export class RejectedRows0012 implements MigrationInterface {
  name = 'RejectedRows1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
