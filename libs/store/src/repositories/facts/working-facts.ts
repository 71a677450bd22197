import type { AgencyKind } from '#domain';
import type { Queryable } from '../../database.js';
import { type CountRow, COUNTS, type Funnel, type SourceFunnel } from './published-facts.js';

/** By the workbench role, inside a transaction that bears an analyst's session: its own agencies only. */

export interface WorkingFacts {
  versions: Record<string, string>;
  dataTo: string | null;
  /** Of the whole hub; only the range of people is used for a part of it. */
  funnel: Funnel;
  sources: SourceFunnel[];
  agencies: { code: string; name: string; kind: AgencyKind }[];
  engagements: { id: string; agency: string; title: string; participation: string | null }[];
  communities: { code: string; name: string; kind: string }[];
  /** Codebook documents. */
  codebooks: unknown[];
}

/** Null before the first refresh. @throws where the session is no analyst's */
export async function readWorkingFacts(tx: Queryable): Promise<WorkingFacts | null> {
  const [row] = await tx.query<{ working: WorkingFacts | null }>('SELECT facts.working() AS working');
  return row?.working ?? null;
}

/** Comments and arguments of the session's own agencies. */
export async function readWorkingOwn(
  tx: Queryable,
): Promise<Pick<Funnel, 'withText' | 'coded' | 'arguments'>> {
  const [row] = await tx.query<{ own: Pick<Funnel, 'withText' | 'coded' | 'arguments'> }>(
    'SELECT facts.working_own() AS own',
  );
  return row!.own;
}

/** True counts of the session's own agencies. */
export function countWorking(
  tx: Queryable,
  dimensions: readonly string[],
  filters: Readonly<Record<string, readonly string[]>>,
): Promise<CountRow[]> {
  return tx.query<CountRow>(`SELECT ${COUNTS} FROM facts.count_working($1, $2)`, [
    dimensions,
    JSON.stringify(filters),
  ]);
}

/** Does the transaction bear the session of an analyst? */
export async function sessionIsAnalyst(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ analyst: boolean }>(
    `SELECT coalesce('analyst' = ANY (access.session_roles()), false) AS analyst`,
  );
  return row?.analyst ?? false;
}
