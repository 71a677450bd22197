/** Quarters as the facts write them: `2024-Q3`. */
const QUARTER = /^(\d{4})-Q([1-4])$/;
const MONTHS = ['January', 'April', 'July', 'October'];
const ENDS = ['March', 'June', 'September', 'December'];

/** Quarters that are compared one year with the other; each of four, the first first. */
export interface Periods {
  before: string[];
  now: string[];
}

const DAY = 86_400_000;
/** The last answer of a quarter need not be of its last day. */
const DAYS_TO_SPARE = 7;
const COMPARED = 8;

/** A quarter as a number that grows by one from quarter to quarter; NaN for what is none. */
export function numberOf(quarter: string): number {
  const [, year, part] = QUARTER.exec(quarter) ?? [];
  return 4 * Number(year) + Number(part) - 1;
}

export const quarterOf = (number: number): string => `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;

/** The quarter that an ISO day is in, as a number. */
const numberOfDay = (day: string): number =>
  4 * Number(day.slice(0, 4)) + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** The last quarter that is over by an ISO day, as a number. */
function lastFull(day: string): number {
  const own = numberOfDay(day);
  const next = own + 1;
  const ends = Date.UTC(Math.floor(next / 4), 3 * (next % 4), 1) - DAY;
  return ends - Date.parse(day) <= DAYS_TO_SPARE * DAY ? own : own - 1;
}

/**
 * The last eight full quarters by the day up to which there are data, of those that the facts hold; fewer where they begin later.
 * @param quarters of the facts, gaps included
 */
export function lastQuarters(quarters: readonly string[], dataTo: string | null): string[] {
  const known = quarters.filter((quarter) => QUARTER.test(quarter)).map(numberOf);
  if (known.length === 0 || !dataTo) return [];
  const last = lastFull(dataTo);
  const first = Math.max(Math.min(...known), last - COMPARED + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => quarterOf(first + at));
}

/** The last four full quarters and the four before; null where the facts do not reach back so far. */
export function periodsOf(last: readonly string[]): Periods | null {
  if (last.length < COMPARED) return null;
  return { before: last.slice(0, COMPARED / 2), now: last.slice(COMPARED / 2) };
}

/** A run of quarters has the code of its first and last. */
export const runCode = (quarters: readonly string[]): string => `${quarters[0]}..${quarters.at(-1)}`;

/** "2024", "July 2023 to June 2024". */
export function runName(quarters: readonly string[]): string {
  const [first, last] = [quarters[0]!, quarters.at(-1)!];
  const [year, part] = [first.slice(0, 4), Number(first.at(-1))];
  const [lastYear, lastPart] = [last.slice(0, 4), Number(last.at(-1))];
  if (year === lastYear && part === 1 && lastPart === 4) return year;
  const from = year === lastYear ? MONTHS[part - 1] : `${MONTHS[part - 1]} ${year}`;
  return `${from} to ${ENDS[lastPart - 1]} ${lastYear}`;
}

/** Every run of two quarters and more of the given ones, which follow each other. */
export function runsOf(quarters: readonly string[]): string[][] {
  return quarters.flatMap((_, from) =>
    quarters.slice(from + 1).map((__, more) => quarters.slice(from, from + more + 2)),
  );
}

/** Calendar years that the facts hold all quarters of. */
export function yearsOf(quarters: readonly string[], dataTo: string | null): string[][] {
  if (!dataTo) return [];
  const known = new Set(quarters.filter((quarter) => numberOf(quarter) <= lastFull(dataTo)));
  return [...new Set([...known].map((quarter) => quarter.slice(0, 4)))]
    .map((year) => [1, 2, 3, 4].map((part) => `${year}-Q${part}`))
    .filter((all) => all.every((quarter) => known.has(quarter)));
}

/** Places, from 0, of the quarters of a period in which something was open from one ISO day to another. */
export function openIn(period: readonly string[], opens: string | null, closes: string | null): number[] {
  const from = opens ? numberOfDay(opens) : -Infinity;
  const until = closes ? numberOfDay(closes) : Infinity;
  return period.flatMap((quarter, at) => {
    const number = numberOf(quarter);
    return number >= from && number <= until ? [at] : [];
  });
}

/** What breaks leave of two periods. */
export interface AcrossBreaks {
  /** Those of the given days that lie within the two periods, sorted. */
  within: string[];
  /** Places of the quarters of both between which no break lies; null where none lies within. */
  unbroken: { before: number[]; now: number[] } | null;
}

/**
 * What can be compared of two periods without crossing a break: a break on the first day of a quarter leaves that quarter to what
 * follows; within a quarter it leaves it to neither side.
 * @param days ISO days from which something is recorded otherwise
 */
export function acrossBreaks({ before, now }: Periods, days: readonly string[]): AcrossBreaks {
  const first = numberOf(before[0]!);
  const [turn, all] = [before.length, before.length + now.length];
  const within = [...new Set(days)]
    .sort()
    .map((day) => {
      const place = numberOfDay(day) - first;
      return { day, last: place - 1, next: isFirstOfQuarter(day) ? place : place + 1 };
    })
    .filter(({ last, next }) => next > 0 && last < all - 1);
  if (within.length === 0) return { within: [], unbroken: null };
  // The one stretch that reaches from the one period into the other.
  const from = Math.max(0, ...within.map(({ last, next }) => (last < turn ? next : 0)));
  const to = Math.min(all - 1, ...within.map(({ last, next }) => (next >= turn ? last : all - 1)));
  const places = Array.from({ length: turn }, (_, at) => at);
  return {
    within: within.map(({ day }) => day),
    unbroken: {
      before: places.filter((place) => place >= from),
      now: places.filter((place) => place + turn <= to),
    },
  };
}

const isFirstOfQuarter = (day: string): boolean =>
  day.endsWith('-01') && (Number(day.slice(5, 7)) - 1) % 3 === 0;
