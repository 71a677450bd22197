import type { Agency } from '#domain';

import type { Transaction } from '../../database.js';
import type { WorkbenchAgreement } from './workbench-sources.js';

/** What comes of a partner's word on a source of its own. `unknown`: no such source, agency or agreement of the session's. */
export interface OwnSourceAnswer {
  outcome: 'done' | 'refused' | 'unknown';
  /** Code of the source, with `done`. */
  source: string;
  /** With `refused`: what the agreement does not allow. */
  code?: string;
  reason?: string;
}

/** A source that a partner makes on the page. */
export interface NewOwnSource {
  name: string;
  agency: string;
  agreement: string;
  connector: string;
  mapping: unknown;
  fieldKinds: readonly string[];
}

/** A code of small letters, digits and hyphens out of a name; empty where the name has none of them. */
const codeFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');

/** Makes a source for a layout of the session's own agency, within an agreement that stands today. */
export async function addOwnSource(tx: Transaction, source: NewOwnSource): Promise<OwnSourceAnswer> {
  const { name, agency, agreement, connector, mapping, fieldKinds } = source;
  const [row] = await tx.query<{ answer: OwnSourceAnswer }>(
    'SELECT intake.add_own_source($1, $2, $3, $4, $5, $6, $7) AS answer',
    [codeFrom(name), name, agency, agreement, connector, JSON.stringify(mapping), fieldKinds],
  );
  return row!.answer;
}

/** Says how the files of a source of the session's own agency are read from now on; the mapping before is kept. */
export async function setOwnMapping(
  tx: Transaction,
  source: string,
  mapping: unknown,
  fieldKinds: readonly string[],
): Promise<OwnSourceAnswer> {
  const [row] = await tx.query<{ answer: OwnSourceAnswer }>(
    'SELECT intake.set_own_mapping($1, $2, $3) AS answer',
    [source, JSON.stringify(mapping), fieldKinds],
  );
  return row!.answer;
}

/** An agreement of the session's agencies. */
export interface OwnAgreement extends WorkbenchAgreement {
  agency: Agency;
}

/** Agreements that stand today, of the agencies whose partner or lead the session is: a source may be made within each. */
export function readOwnAgreements(tx: Transaction): Promise<OwnAgreement[]> {
  return tx.query<OwnAgreement>(
    `SELECT g.id, g.purposes, g.lawful_basis AS "lawfulBasis", g.fields, g."from"::text AS "from", g.until::text AS until,
       jsonb_build_object('code', a.code, 'name', a.name, 'kind', a.kind) AS agency
     FROM intake.agreement g JOIN engagement.agency a ON a.code = g.agency
     WHERE g.agency = ANY (access.session_agencies('partner', 'lead')) AND current_date >= g."from" AND (g.until IS NULL OR current_date <= g.until)
     ORDER BY a.name, g.id LIMIT 200`,
  );
}
