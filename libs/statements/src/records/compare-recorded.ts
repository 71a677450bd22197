import { benjaminiHochberg, twoSided, Z95 } from '../interval/normal.js';
import { MINIMUM_FOR_RATE } from '../interval/rate.js';

/** Known by this name and version wherever it is told. */
export const RECORD_RULE = { code: 'recorded-by-area', version: 1 } as const;

/** What police recorded of something in one area, a count for each month of the period, and who lives there. */
export interface RecordedArea {
  code: string;
  months: readonly number[];
  residents: number;
}

export type RecordedComparison =
  | {
      code: string;
      verdict: 'above' | 'below' | 'no-clear-difference';
      count: number;
      /** Of the area's count for each resident to that of the rest of the city, with its 95% interval. */
      ratio: { value: number; low: number; high: number };
    }
  | { code: string; verdict: 'cannot-compare'; count: number };

/**
 * An area differs only where its whole interval lies further than this from the rest of the city. The police move each crime to a map
 * point, and a small area counts for the ward that holds 95% of it or more: a tenth may come of placing alone.
 */
export const PLACING = 1.1;

/**
 * Which areas have more or less recorded than the rest of the city for each resident, when all are tried at once.
 *
 * Ratio of rates, on the log scale. Crimes come in runs (one offender, one night, one party), so their counts vary more than chance
 * alone: the variance is that of Poisson counts times a dispersion, Pearson's chi-squared of area by month against the margins
 * over its degrees of freedom, never under 1 (P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd edition, 4.5 and 6.2).
 * Benjamini and Hochberg over the areas. Nothing is told of an area with fewer than ten recorded or expected.
 */
export function compareRecorded(areas: readonly RecordedArea[]): RecordedComparison[] {
  const dispersion = dispersionOf(areas);
  const sum = (of: (area: RecordedArea) => number): number =>
    areas.reduce((total, area) => total + of(area), 0);
  const [all, everybody] = [sum(countOf), sum(({ residents }) => residents)];
  const measured = areas.map((area) => {
    const count = countOf(area);
    const [other, others] = [all - count, everybody - area.residents];
    const expected = others > 0 ? (other * area.residents) / others : 0;
    if (Math.min(count, expected) < MINIMUM_FOR_RATE) return { code: area.code, count, found: null };
    const log = Math.log(count / expected);
    const error = Math.sqrt(dispersion * (1 / count + 1 / other));
    return { code: area.code, count, found: { log, error } };
  });
  const beyond = ({ log, error }: { log: number; error: number }): number =>
    Math.max(0, Math.abs(log) - Math.log(PLACING)) / error;
  const stands = benjaminiHochberg(measured.flatMap(({ found }) => (found ? [twoSided(beyond(found))] : [])));
  let at = 0;
  return measured.map(({ code, count, found }): RecordedComparison => {
    if (!found) return { code, verdict: 'cannot-compare', count };
    const clear = stands[at++] && beyond(found) > Z95;
    const { log, error } = found;
    const ratio = {
      value: Math.exp(log),
      low: Math.exp(log - Z95 * error),
      high: Math.exp(log + Z95 * error),
    };
    const verdict = !clear ? 'no-clear-difference' : log > 0 ? 'above' : 'below';
    return { code, verdict, count, ratio };
  });
}

const countOf = ({ months }: RecordedArea): number => months.reduce((total, count) => total + count, 0);

/** How many times more than Poisson counts the months of areas vary about what area and month together make expect. */
function dispersionOf(areas: readonly RecordedArea[]): number {
  const some = areas.filter((area) => countOf(area) > 0);
  const months = Math.max(0, ...areas.map((area) => area.months.length));
  const byMonth = Array.from({ length: months }, (_, at) =>
    some.reduce((total, area) => total + (area.months[at] ?? 0), 0),
  );
  const used = byMonth.filter((count) => count > 0).length;
  const freedom = (some.length - 1) * (used - 1);
  const all = byMonth.reduce((total, count) => total + count, 0);
  if (freedom < 1) return 1;
  let chi = 0;
  for (const area of some)
    for (const [at, month] of byMonth.entries()) {
      const expected = (countOf(area) * month) / all;
      if (expected > 0) chi += ((area.months[at] ?? 0) - expected) ** 2 / expected;
    }
  return Math.max(1, chi / freedom);
}
