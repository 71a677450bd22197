import type { AgencyKind } from '#domain';
import { dayWords } from '#statements';
import {
  readFreshness,
  readFreshnessOfOwn,
  readFreshnessByWeek,
  readSources,
  type FreshnessRow,
  type Queryable,
} from '#store';

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
  /** `lastReceived` and `dataTo` are the first day (Monday) of the last week in which five people were received, or spoke. */
  byWeek: boolean;
}

const DAY = 86_400_000;

const exact = (rows: readonly FreshnessRow[], now: Date): Freshness[] => rows.map((row) => judge(row, now));

/** Freshness of every source to the minute, in order of agency and source. @param tx by the worker role */
export const freshness = async (tx: Queryable, now = new Date()): Promise<Freshness[]> =>
  exact(await readFreshness(tx), now);

/** The same of the session's own agencies. @param tx by the workbench role */
export const ownFreshness = async (tx: Queryable, now = new Date()): Promise<Freshness[]> =>
  exact(await readFreshnessOfOwn(tx), now);

/**
 * What an edition tells of freshness, for everybody: by weeks in which at least five people were received, or spoke, so that nobody is
 * told who came alone. @param tx by the worker role, while it publishes
 */
export const freshnessToTell = async (tx: Queryable, now: Date): Promise<Freshness[]> =>
  (await readFreshnessByWeek(tx)).map((row) => ({ ...judgeByWeek(row, now), asOf: now.toISOString() }));

/** Sources by name before any edition tells how fresh they are. @param db by the published role */
export const sourcesUntold = async (db: Queryable): Promise<Freshness[]> =>
  (await readSources(db)).map((row) => judgeByWeek(row, new Date(), 'Told with the next edition'));

/** As an edition may tell it: one from before weeks was told to the minute, and its words to the day. */
export function asTold(kept: Freshness): Freshness {
  if (kept.byWeek) return kept;
  return {
    ...kept,
    lastReceived: kept.lastReceived && `${mondayOf(kept.lastReceived)}T00:00:00.000Z`,
    dataTo: kept.dataTo && mondayOf(kept.dataTo),
    daysLate: null,
    words: kept.state === 'late' ? 'Late' : kept.words.replace(/, newest answer .*$/, ''),
    byWeek: true,
  };
}

/** First day of the week that holds a day or instant; ISO date. */
function mondayOf(of: string): string {
  const day = new Date(`${of.slice(0, 10)}T00:00:00Z`);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
}

/**
 * A source is closed once its engagements are, standing otherwise; a standing one is late once its expected interval since the last
 * delivery has passed, or its newest answer is older than two of them. What was stopped is not late. The words say how old the data are.
 */
export function judge(row: FreshnessRow, now: Date): Freshness {
  const age = row.dataTo ? `, newest answer ${inWords(daysBetween(row.dataTo, now))}` : '';
  return shaped(row, judgement(row, now, { age, never: 'Nothing received yet' }), false);
}

/** By weeks: late is only what is late if the last of its days is meant, and the words are of the first. */
function judgeByWeek(
  row: FreshnessRow,
  now: Date,
  never = 'Nothing received from five people in one week yet',
): Freshness {
  const last = (monday: string | Date): Date =>
    new Date(Math.min(now.getTime(), new Date(monday).getTime() + 6 * DAY));
  const days = row.dataTo ? daysBetween(row.dataTo, now) : null;
  const age = days === null ? '' : `, newest answer ${days > 1 ? 'at most ' : ''}${inWords(days)}`;
  const lasts = {
    ...row,
    lastReceived: row.lastReceived && last(row.lastReceived),
    dataTo: row.dataTo && last(row.dataTo).toISOString().slice(0, 10),
  };
  return shaped(row, judgement(lasts, now, { age, never }), true);
}

type Judgement = Pick<Freshness, 'state' | 'daysLate' | 'words'>;

const shaped = (row: FreshnessRow, judged: Judgement, byWeek: boolean): Freshness => ({
  source: row.source,
  name: row.name,
  agency: { code: row.agency, name: row.agencyName, kind: row.agencyKind },
  lastReceived: row.lastReceived?.toISOString() ?? null,
  dataTo: row.dataTo,
  ...judged,
  asOf: null,
  byWeek,
});

const daysBetween = (day: string | Date, now: Date): number =>
  Math.floor((now.getTime() - new Date(day).getTime()) / DAY);

function judgement(row: FreshnessRow, now: Date, said: { age: string; never: string }): Judgement {
  if (row.stopped) return { state: 'stopped', daysLate: null, words: `Stopped: ${row.stopped}` };
  if (!row.lastReceived) return { state: 'never', daysLate: null, words: said.never };
  const since = (day: string | Date): number => daysBetween(day, now);
  const { age } = said;
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
