import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What an agreement that has ended no longer covers. Submissions stay, for they were counted while it ran; who made them
 * goes: identifying fields, codes, the files as delivered (their hashes stay) and rejected rows. Codes go as soon as the
 * agreement no longer lets people be matched: they serve nothing else.
 */
const FUNCTIONS = `
CREATE FUNCTION vault.erase_ended() RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE ended text[]; unmatched text[]; lost integer; respondents integer; files integer; emptied integer; touched text[];
BEGIN
  SELECT coalesce(array_agg(s.code), '{}') INTO ended FROM intake.source s JOIN intake.agreement a ON a.agency = s.agency AND a.id = s.agreement
    WHERE a.until < current_date;
  SELECT coalesce(array_agg(s.code), '{}') INTO unmatched FROM intake.source s LEFT JOIN intake.agreement a ON a.agency = s.agency AND a.id = s.agreement
    WHERE a.id IS NULL OR a.until < current_date OR NOT 'record-linkage' = ANY (a.purposes);
  SELECT array_agg(source) INTO touched FROM (
    SELECT source FROM vault.encoded WHERE source = ANY (unmatched) UNION SELECT source FROM vault.respondent WHERE source = ANY (ended)
    UNION SELECT d.source FROM intake.delivery d JOIN intake.raw_file r ON r.delivery = d.id WHERE d.source = ANY (ended) AND r.content IS NOT NULL
    UNION SELECT source FROM intake.quarantine WHERE source = ANY (ended) AND cells IS NOT NULL) t;
  DELETE FROM vault.encoded WHERE source = ANY (unmatched);
  GET DIAGNOSTICS lost = ROW_COUNT;
  DELETE FROM vault.respondent WHERE source = ANY (ended);
  GET DIAGNOSTICS respondents = ROW_COUNT;
  UPDATE intake.raw_file r SET content = NULL FROM intake.delivery d WHERE d.id = r.delivery AND d.source = ANY (ended) AND r.content IS NOT NULL;
  GET DIAGNOSTICS files = ROW_COUNT;
  UPDATE intake.quarantine SET cells = NULL WHERE source = ANY (ended) AND cells IS NOT NULL;
  GET DIAGNOSTICS emptied = ROW_COUNT;
  PERFORM audit.record('hub', s.agency, 'ended-erased', s.code, '{}') FROM intake.source s WHERE s.code = ANY (touched);
  RETURN jsonb_build_object('codes', lost, 'respondents', respondents, 'files', files, 'rejectedRows', emptied);
END $$;
GRANT EXECUTE ON FUNCTION vault.erase_ended() TO hub_worker;
`;

export class EndedAgreements0010 implements MigrationInterface {
  name = 'EndedAgreements1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
