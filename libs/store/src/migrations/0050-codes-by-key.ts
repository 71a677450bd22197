import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/** A partner's system that holds the contact fetches the codes of its own deliveries by its key, as a person does in the browser. */
const CODES = `
-- Codes for submissions of a delivery that have none, told this once, and how many are still without. Null for everybody else's delivery and for none.
CREATE FUNCTION intake.answer_codes(source_code text, presented_key_hash text, wanted_delivery bigint, codes text[]) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE whose text; made jsonb;
BEGIN
  SELECT d.agency INTO whose FROM intake.delivery d JOIN intake.source s ON s.code = d.source
    WHERE d.id = wanted_delivery AND s.code = source_code AND s.key_hash = presented_key_hash;
  IF whose IS NULL THEN RETURN NULL; END IF;
  SELECT coalesce(jsonb_agg(jsonb_build_object('file', c.file, 'row', c."row", 'externalId', c.external_id, 'code', c.code) ORDER BY c.file, c."row"), '[]') INTO made
    FROM decisions.put_codes(wanted_delivery, codes, ARRAY[whose]) c;
  IF made <> '[]' THEN PERFORM audit.record('source:' || source_code, whose, 'answer-codes-made', wanted_delivery::text, '{}'); END IF;
  RETURN jsonb_build_object('codes', made, 'left', (SELECT count(*) FROM engagement.submission s WHERE s.delivery = wanted_delivery AND s.agency = whose AND s.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT FROM decisions.answer_code c WHERE c.submission = s.id)));
END $$;
REVOKE EXECUTE ON FUNCTION intake.answer_codes(text, text, bigint, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.answer_codes(text, text, bigint, text[]) TO hub_intake;
`;

export class CodesByKey0050 implements MigrationInterface {
  name = 'CodesByKey1700000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(CODES));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
