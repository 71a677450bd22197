import type { Transaction } from '../../database.js';

export interface EstimatedShare {
  value: number;
  low: number;
  high: number;
}

/** How often records of one group were linked to another record. */
export interface RunRate {
  by: 'age' | 'sex' | 'ethnicGroup' | 'ward';
  group: string;
  records: number;
  people: number;
  linked: EstimatedShare;
  thin: number;
  differs: boolean;
}

/** One run of matching and what it says of itself. */
export interface WorkbenchRun {
  id: string;
  kind: 'bulk' | 'incremental';
  finishedAt: string;
  model: string;
  records: number;
  people: { value: number; low: number; high: number };
  precision: EstimatedShare | null;
  recall: EstimatedShare | null;
  thin: number | null;
  pairs: number | null;
  rates: RunRate[];
}

/** The latest runs, newest first. A run that placed newcomers says nothing of quality: the one it goes on from does. */
export function readLinkageRuns(
  tx: Transaction,
  limit: number,
  kind: WorkbenchRun['kind'] | null = null,
): Promise<WorkbenchRun[]> {
  return tx.query<WorkbenchRun>(
    `SELECT r.id::text AS id, r.kind, r.finished_at AS "finishedAt", r.model || ' ' || r.model_version AS model, r.records,
       jsonb_build_object('value', r.people, 'low', r.people_low, 'high', r.people_high) AS people,
       r.report->'precision' AS precision, r.report->'recall' AS recall, (r.report->>'thin')::int AS thin, (r.report->>'pairs')::int AS pairs,
       coalesce(r.report->'rates', '[]') AS rates
     FROM linkage.run r WHERE r.finished_at IS NOT NULL AND ($2::text IS NULL OR r.kind = $2) ORDER BY r.id DESC LIMIT $1`,
    [limit, kind],
  );
}

/** Is the session cleared for everything that a run is over? Agencies are public by name; asked in the session's transaction. */
export async function seesEveryAgency(tx: Transaction, agencies: readonly string[]): Promise<boolean> {
  const [row] = await tx.query<{ every: boolean }>(
    'SELECT NOT EXISTS (SELECT FROM facts.every_agency() AS e(code) WHERE e.code <> ALL ($1::text[])) AS every',
    [agencies],
  );
  return row?.every ?? false;
}
