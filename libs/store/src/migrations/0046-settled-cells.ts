import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * A receipt says what became of every doubtful cell and rejected row: mended by which delivery, left as it is and why, or still open.
 * Leads of an agency have its sources as partners do; cells as they came stay the partner's alone.
 */
const SETTLED = `
ALTER TABLE intake.unused_cell ADD COLUMN mended_by bigint REFERENCES intake.delivery(id), ADD COLUMN dismissed_because text;
ALTER TABLE intake.quarantine ADD COLUMN mended_by bigint REFERENCES intake.delivery(id);
COMMENT ON COLUMN intake.unused_cell.mended_by IS 'The delivery that brought the row again with a cell that could be used';
COMMENT ON COLUMN intake.quarantine.mended_by IS 'The delivery that brought the row again so that it could be taken';
GRANT UPDATE (mended_by, dismissed_because) ON intake.unused_cell TO hub_worker;

-- A partner's word on a cell of its own that was not used: it stays so, and why. False where there is no such open cell.
CREATE FUNCTION intake.dismiss_cell(of_delivery bigint, at integer, because text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE owner text; its_row integer;
BEGIN
  IF length(trim(because)) NOT BETWEEN 3 AND 500 THEN RETURN false; END IF;
  UPDATE intake.unused_cell c SET dismissed_because = trim(because)
    WHERE c.delivery = of_delivery AND c.position = at AND c.mended_by IS NULL AND c.dismissed_because IS NULL
      AND c.agency = ANY (access.session_agencies('partner')) RETURNING c.agency, c."row" INTO owner, its_row;
  IF owner IS NULL THEN RETURN false; END IF;
  PERFORM audit.record(access.session_account(), owner, 'cell-dismissed', of_delivery::text, jsonb_build_object('row', its_row));
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION intake.dismiss_cell(bigint, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.dismiss_cell(bigint, integer, text) TO hub_workbench;
`;

/** A lead has its agency's sources too: makes them, says how their files are read, sends files and answers for those that are held. */
const LEADS_TOO = [
  'intake.add_own_source(text,text,text,text,text,jsonb,text[])',
  'intake.set_own_mapping(text,jsonb,text[])',
  'intake.receive_upload(text,text[],text[],bytea[],jsonb,text[])',
  'intake.decide(bigint,text,jsonb,text[])',
];

const forLeads = (definition: string): string =>
  definition
    .replaceAll(`access.session_agencies('partner')`, `access.session_agencies('partner', 'lead')`)
    .replaceAll(
      /'partner' = ANY \((?=coalesce\(access\.session_roles|access\.session_roles)/g,
      `ARRAY['partner', 'lead'] && (`,
    );

export class SettledCells0046 implements MigrationInterface {
  name = 'SettledCells1700000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(SETTLED));
    for (const name of LEADS_TOO) {
      const [{ definition }] = (await runner.query(
        'SELECT pg_get_functiondef($1::regprocedure) AS definition',
        [name],
      )) as [{ definition: string }];
      const asked = forLeads(definition);
      if (asked === definition) throw new Error(`${name} asks for no partner`);
      await runner.query(asOwner(asked.trimEnd() + ';'));
    }
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
