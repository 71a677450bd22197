import type { BreakOfSeries } from '#domain';
import type { Queryable } from '../../database.js';

/** `proposed` by the hub, which saw a question or channel change; `declared` by a person; `refused`: it was no break. */
export type BreakState = 'proposed' | 'declared' | 'refused';

/** A break of one series. */
export interface BreakRow extends BreakOfSeries {
  state: BreakState;
  decidedBy: string | null;
  /** ISO instant. */
  decidedAt: string | null;
}

/** What a person says of a break. */
export interface BreakVerdict {
  agency: string;
  /** Key of the series. */
  series: string;
  /** ISO day. */
  since: string;
  /** Of one that is declared; what is refused keeps its own. */
  reason: string | null;
  state: 'declared' | 'refused';
}

/** Of each series its breaks, as a column of `engagement.series s`. */
export const BREAKS = `coalesce((SELECT jsonb_agg(jsonb_build_object('since', b.since, 'reason', b.reason, 'state', b.state, 'decidedBy', b.decided_by,
    'decidedAt', to_char(b.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY b.since)
  FROM engagement.series_break b WHERE b.agency = s.agency AND b.series = s.key), '[]') AS breaks`;

/** A verdict from the command line, audited in the name of whoever gives the command. @returns false where there is no such series or break */
export const settleBreak = (worker: Queryable, verdict: BreakVerdict): Promise<boolean> =>
  asked(worker, 'settle_break', verdict);

/** The session's own verdict, by the workbench role. @returns false where the session may not, or there is no such series or break */
export const decideBreak = (tx: Queryable, verdict: BreakVerdict): Promise<boolean> =>
  asked(tx, 'decide_break', verdict);

async function asked(
  db: Queryable,
  what: 'settle_break' | 'decide_break',
  { agency, series, since, reason, state }: BreakVerdict,
): Promise<boolean> {
  const [row] = await db.query<{ done: boolean }>(
    `SELECT engagement.${what}($1, $2, $3::date, $4, $5) AS done`,
    [agency, series, since, reason, state],
  );
  return row?.done ?? false;
}
