import type { AgencyKind } from '#domain';
import { dayWords } from '#statements';
import { readFreshness, type FreshnessRow, type Queryable } from '#store';

export type FreshnessState = 'on-time' | 'late' | 'stopped' | 'never' | 'closed';

/** How fresh one source is, now or when an edition was published. */
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
  /** Plain words, e.g. `25 days late, newest answer 3 weeks old`. */
  words: string;
  /** ISO instant as of which it is told; null: now. */
  asOf: string | null;
}

const DAY = 86_400_000;

/**
 * Freshness of every source, in order of agency and source.
 * @param db opened as the published, the workbench or the worker role
 */
export async function freshness(db: Queryable, now: Date = new Date()): Promise<Freshness[]> {
  return (await readFreshness(db)).map((row) => judge(row, now));
}

/**
 * A source is closed once its engagements are, standing otherwise; a standing one is late once its expected interval since the last
 * delivery has passed, or its newest answer is older than two of them. What was stopped is not late. The words say how old the data are.
 */
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
    asOf: null,
  };
}

function judgement(row: FreshnessRow, now: Date): Pick<Freshness, 'state' | 'daysLate' | 'words'> {
  if (row.stopped) return { state: 'stopped', daysLate: null, words: `Stopped: ${row.stopped}` };
  if (!row.lastReceived) return { state: 'never', daysLate: null, words: 'Nothing received yet' };
  const since = (day: string | Date): number => Math.floor((now.getTime() - new Date(day).getTime()) / DAY);
  const age = row.dataTo ? `, newest answer ${inWords(since(row.dataTo))}` : '';
  if (row.closes && since(row.closes) > 0)
    return { state: 'closed', daysLate: null, words: `Closed on ${dayWords(row.closes)}${age}` };
  const late = Math.max(
    since(row.lastReceived) - row.expectedEveryDays,
    row.dataTo ? since(row.dataTo) - 2 * row.expectedEveryDays : 0,
  );
  if (late > 0)
    return { state: 'late', daysLate: late, words: `${late === 1 ? '1 day' : `${late} days`} late${age}` };
  return { state: 'on-time', daysLate: null, words: `On time${age}` };
}

const DAYS_OF = { year: 365, month: 30, week: 7 } as const;

/** "3 weeks old", "2 years old"; of today and yesterday as one says it. */
function inWords(days: number): string {
  if (days <= 1) return days <= 0 ? 'of today' : 'of yesterday';
  const [unit, length] =
    days >= 2 * DAYS_OF.year
      ? (['year', DAYS_OF.year] as const)
      : days >= 2 * DAYS_OF.month
        ? (['month', DAYS_OF.month] as const)
        : days >= 2 * DAYS_OF.week
          ? (['week', DAYS_OF.week] as const)
          : (['day', 1] as const);
  return `${Math.floor(days / length)} ${unit}s old`;
}
