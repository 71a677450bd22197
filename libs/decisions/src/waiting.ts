import { NO_ANSWER, OTHER, type AnswerPromise, type DecisionDraft } from '#domain';

/** Quarters that something was said in about a theme to an agency, of which nobody has said yet what became of it. */
export interface Waiting {
  agency: string;
  theme: string;
  /** `2025-Q1`, the earliest first; never empty. */
  quarters: string[];
  /** First day of the earliest quarter. */
  since: string;
  /** Day by which the agency promised to answer what was said in the earliest quarter; null where it promised nothing. */
  promisedBy: string | null;
  /** Days past that day; null where there is no promise, negative where it is still to come. */
  daysLate: number | null;
  /** Whole months since the earliest quarter ended; 0 while it has not. */
  months: number;
  /** Decisions since the earliest quarter ended that answer it in some wards or for some communities alone. */
  inPart: number;
}

const QUARTER = /^(\d{4})-Q([1-4])$/;

/** Last day of a quarter (`2025-Q1` -> `2025-03-31`); null for what is none. */
export function endOfQuarter(quarter: string): string | null {
  const [, year, number] = QUARTER.exec(quarter) ?? [];
  if (year === undefined) return null;
  return new Date(Date.UTC(Number(year), Number(number) * 3, 0)).toISOString().slice(0, 10);
}

const startOfQuarter = (quarter: string): string => {
  const [, year = '', number = '1'] = QUARTER.exec(quarter) ?? [];
  return `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`;
};

/** The same day so many months on; the last of the month where there is no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Whole months from one ISO date to another; 0 where the second is not later. */
function monthsBetween(from: string, until: string): number {
  const [year = 0, month = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1] = until.split('-').map(Number);
  const months = (toYear - year) * 12 + toMonth - month;
  return Math.max(0, monthsAfter(from, months) <= until ? months : months - 1);
}

type Answering = Pick<DecisionDraft, 'agency' | 'themes' | 'decidedOn' | 'wards' | 'communities'>;

/** Is it about everybody in the city? What names wards or communities answers nobody else. */
export const isOfAll = ({ wards, communities }: Pick<DecisionDraft, 'wards' | 'communities'>): boolean =>
  wards.length === 0 && communities.length === 0;

/** Can it be answered? Neither what says nothing of a subject nor what has no theme of its own can. */
export const isSubject = (theme: string): boolean => theme !== NO_ANSWER && theme !== OTHER;

/** Does a decision that names these themes speak of a theme? Whoever decides on a group decides on its sub-themes too. */
export const speaksOf = (
  themes: readonly string[],
  theme: string,
  groupOf: ReadonlyMap<string, string>,
): boolean => themes.includes(theme) || themes.includes(groupOf.get(theme) ?? theme);

/**
 * Leaves out groups of which sub-themes are there: what was said of a group is what was said of these, each of which waits by itself; and
 * what is no subject.
 */
export function subjectsOf<T extends { theme: string }>(
  rows: readonly T[],
  groupOf: ReadonlyMap<string, string>,
): T[] {
  const parted = new Set(
    rows.flatMap(({ theme }) => {
      const group = groupOf.get(theme);
      return group !== undefined && group !== theme ? [group] : [];
    }),
  );
  return rows.filter(({ theme }) => isSubject(theme) && !parted.has(theme));
}

/**
 * What waits for an answer. A decision that names a theme, or the group of it, answers what was said about it to its agency up to the day
 * of the decision: quarters that had ended by then. One that names wards or communities answers them alone: the others wait on. Quarters without a shown figure are not named, so that where the count is hidden, so is
 * its age. A group of which sub-themes are told has no row of its own.
 * @param said quarters with a released figure, by agency and theme
 * @param groupOf the group of a theme; of a group itself the group
 * @param today ISO date
 * @returns the longest waiting first
 */
export function waitingVoices(
  said: readonly { agency: string; theme: string; quarters: readonly string[] }[],
  decisions: readonly Answering[],
  promises: readonly AnswerPromise[],
  groupOf: ReadonlyMap<string, string>,
  today: string,
): Waiting[] {
  const agencies = [...new Set(said.map(({ agency }) => agency))];
  const rows = agencies.flatMap((agency) =>
    subjectsOf(
      said.filter((one) => one.agency === agency),
      groupOf,
    ),
  );
  const waiting = rows.flatMap(({ agency, theme, quarters }): Waiting[] => {
    const speaking = decisions.filter(
      ({ agency: whose, themes, decidedOn }) =>
        whose === agency && speaksOf(themes, theme, groupOf) && decidedOn !== null && decidedOn <= today,
    );
    const answered = speaking
      .filter(isOfAll)
      .map(({ decidedOn }) => decidedOn as string)
      .sort()
      .at(-1);
    const open = quarters.filter((quarter) => (endOfQuarter(quarter) ?? '') > (answered ?? '')).sort();
    const [earliest] = open;
    if (earliest === undefined) return [];
    const ended = endOfQuarter(earliest)!;
    const inPart = speaking.filter((one) => !isOfAll(one) && one.decidedOn! >= ended).length;
    const months = promises.find((one) => one.agency === agency)?.months;
    const promisedBy = months === undefined ? null : monthsAfter(ended, months);
    const daysLate =
      promisedBy === null ? null : Math.round((Date.parse(today) - Date.parse(promisedBy)) / 86_400_000);
    const waited = monthsBetween(ended, today);
    return [
      {
        agency,
        theme,
        quarters: open,
        since: startOfQuarter(earliest),
        promisedBy,
        daysLate,
        months: waited,
        inPart,
      },
    ];
  });
  return waiting.sort(
    (a, b) =>
      (b.daysLate ?? -Infinity) - (a.daysLate ?? -Infinity) ||
      (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
      (a.theme < b.theme ? -1 : 1),
  );
}
