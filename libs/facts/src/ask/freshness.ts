import type { AgencyKind } from '#domain';
import { readFreshness, type FreshnessRow, type Queryable } from '#store';

export type FreshnessState = 'on-time' | 'late' | 'stopped' | 'never';

/** How fresh one source is now (not frozen in an edition). */
export interface Freshness {
  source: string;
  name: string;
  agency: { code: string; name: string; kind: AgencyKind };
  /** ISO instant of the last delivery that was taken. */
  lastReceived: string | null;
  /** Latest day on which something delivered was said; ISO date. */
  dataTo: string | null;
  state: FreshnessState;
  daysLate: number | null;
  /** Plain words, e.g. `25 days late`. */
  words: string;
}

const DAY = 86_400_000;

/**
 * Freshness of every source, in order of agency and source.
 * @param db opened as the published, the workbench or the worker role
 */
export async function freshness(db: Queryable, now: Date = new Date()): Promise<Freshness[]> {
  return (await readFreshness(db)).map((row) => judge(row, now));
}

/** A source is late once its expected interval since the last delivery has passed; what was stopped is not late. */
export function judge(row: FreshnessRow, now: Date): Freshness {
  const { state, daysLate, words } = judgement(row, now);
  return {
    source: row.source,
    name: row.name,
    agency: { code: row.agency, name: row.agencyName, kind: row.agencyKind },
    lastReceived: row.lastReceived?.toISOString() ?? null,
    dataTo: row.dataTo,
    state,
    daysLate,
    words,
  };
}

function judgement(row: FreshnessRow, now: Date): Pick<Freshness, 'state' | 'daysLate' | 'words'> {
  if (row.stopped) return { state: 'stopped', daysLate: null, words: `Stopped: ${row.stopped}` };
  if (!row.lastReceived) return { state: 'never', daysLate: null, words: 'Nothing received yet' };
  const late = Math.floor((now.getTime() - row.lastReceived.getTime()) / DAY) - row.expectedEveryDays;
  if (late > 0)
    return { state: 'late', daysLate: late, words: late === 1 ? '1 day late' : `${late} days late` };
  return { state: 'on-time', daysLate: null, words: 'On time' };
}
