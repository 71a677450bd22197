import type { Agency } from '#domain';

import type { Transaction } from '../../database.js';

/** A source as its own partner sees it. */
export interface WorkbenchSource {
  code: string;
  name: string;
  agency: Agency;
  connector: string;
  mapping: unknown;
  schedule: string | null;
  agreement: WorkbenchAgreement | null;
}

export interface WorkbenchAgreement {
  id: string;
  purposes: string[];
  lawfulBasis: string;
  fields: string[];
  /** ISO dates. */
  from: string;
  until: string | null;
}

/**
 * Sources that the session may see, by code.
 * @param wanted codes: all of them where absent; what may not be seen is left out like what does not exist
 */
export function readWorkbenchSources(
  tx: Transaction,
  {
    wanted = null,
    after = null,
    limit = null,
  }: { wanted?: readonly string[] | null; after?: string | null; limit?: number | null },
): Promise<WorkbenchSource[]> {
  return tx.query<WorkbenchSource>(
    `SELECT s.code, s.name, s.connector, s.mapping, s.schedule,
       jsonb_build_object('code', a.code, 'name', a.name, 'kind', a.kind) AS agency,
       CASE WHEN g.id IS NOT NULL THEN jsonb_build_object('id', g.id, 'purposes', g.purposes, 'lawfulBasis', g.lawful_basis,
         'fields', g.fields, 'from', g."from", 'until', g.until) END AS agreement
     FROM intake.source s JOIN engagement.agency a ON a.code = s.agency
     LEFT JOIN intake.agreement g ON g.agency = s.agency AND g.id = s.agreement
     WHERE ($1::text[] IS NULL OR s.code = ANY ($1)) AND ($2::text IS NULL OR s.code > $2)
     ORDER BY s.code LIMIT $3`,
    [wanted, after, limit],
  );
}

/** Agencies by code; every signed-in account may know their names. */
export function readWorkbenchAgencies(tx: Transaction, wanted: readonly string[]): Promise<Agency[]> {
  return tx.query<Agency>(
    'SELECT code, name, kind FROM engagement.agency WHERE code = ANY ($1) ORDER BY code',
    [wanted],
  );
}

/** Every agency that was taken on, by code. Their names are public. */
export function everyAgency(tx: Transaction): Promise<Agency[]> {
  return tx.query<Agency>('SELECT code, name, kind FROM engagement.agency ORDER BY code');
}
