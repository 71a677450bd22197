import type { AnswerPromise, DecisionDraft } from '#domain';

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

type Answering = Pick<DecisionDraft, 'agency' | 'themes' | 'decidedOn'>;

/**
 * What waits for an answer. A decision that names a theme answers what was said about it to its agency up to the day of the decision:
 * quarters that had ended by then. Quarters without a shown figure are not named, so that where the count is hidden, so is its age.
 * @param said quarters with a released figure, by agency and theme
 * @param today ISO date
 * @returns the longest waiting first
 */
export function waitingVoices(
  said: readonly { agency: string; theme: string; quarters: readonly string[] }[],
  decisions: readonly Answering[],
  promises: readonly AnswerPromise[],
  today: string,
): Waiting[] {
  const waiting = said.flatMap(({ agency, theme, quarters }): Waiting[] => {
    const answered = decisions
      .filter((one) => one.agency === agency && one.themes.includes(theme) && one.decidedOn !== null)
      .map(({ decidedOn }) => decidedOn as string)
      .sort()
      .at(-1);
    const open = quarters.filter((quarter) => (endOfQuarter(quarter) ?? '') > (answered ?? '')).sort();
    const [earliest] = open;
    if (earliest === undefined) return [];
    const months = promises.find((one) => one.agency === agency)?.months;
    const promisedBy = months === undefined ? null : monthsAfter(endOfQuarter(earliest)!, months);
    const daysLate =
      promisedBy === null ? null : Math.round((Date.parse(today) - Date.parse(promisedBy)) / 86_400_000);
    return [{ agency, theme, quarters: open, since: startOfQuarter(earliest), promisedBy, daysLate }];
  });
  return waiting.sort(
    (a, b) =>
      (b.daysLate ?? -Infinity) - (a.daysLate ?? -Infinity) ||
      (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
      (a.theme < b.theme ? -1 : 1),
  );
}
