import type { Cell } from '../change/heard.js';

/** Known by this name and version wherever it is told. */
export const PERCENT_RULE = { code: 'percent-of-answers', version: 1 } as const;

/** No percentage of fewer released people who answered: it would be 5 points out on average. */
export const MINIMUM_ANSWERED = 50;
/** Under this a percentage is out by up to 3 points, and says so. */
export const ROUGH_UNDER = 100;

export interface OptionPercent {
  code: string;
  /** Whole percent; null where the option is hidden: it is in "other answers, too few to show". */
  percent: number | null;
}

export interface Percentages {
  options: OptionPercent[];
  /** Percent of the hidden options together; null where none is hidden. */
  rest: number | null;
  /** Out by up to so many points where the base is small; null otherwise. */
  within: 3 | null;
}

/**
 * Percentages of a question's answers from released figures (rule D, 3 and 4). Made from the options shown they add to
 * 100 and are a third nearer the truth than of the released base. A hidden option is never 0.
 * @param base released people who answered; where several could be ticked, each option is a question of its own
 * @returns null where the base is hidden or under 50
 */
export function percentages(
  options: readonly { code: string; people: Cell }[],
  base: Cell,
): Percentages | null {
  if (base === null || base < MINIMUM_ANSWERED) return null;
  const shown = options.reduce((sum, { people }) => sum + (people ?? 0), 0);
  const anyHidden = options.some(({ people }) => people === null);
  const whole = anyHidden ? Math.max(base, shown) : shown;
  if (whole === 0) return null;
  const parts = options.map(({ people }) => people ?? 0);
  const whole100 = largestRemainder(anyHidden ? [...parts, whole - shown] : parts);
  return {
    options: options.map(({ code, people }, at) => ({
      code,
      percent: people === null ? null : whole100[at]!,
    })),
    rest: anyHidden ? whole100.at(-1)! : null,
    within: base < ROUGH_UNDER ? 3 : null,
  };
}

/**
 * Whole percents that add to 100: everything down, then those with the largest remainders up by one (Hamilton's method). Equal
 * remainders go up in the order given.
 */
function largestRemainder(parts: readonly number[]): number[] {
  const all = parts.reduce((sum, part) => sum + part, 0);
  const exact = parts.map((part) => (100 * part) / all);
  const whole = exact.map(Math.floor);
  // How many are left is fewer than there are parts.
  for (let left = 100 - whole.reduce((sum, each) => sum + each, 0); left > 0; left--) {
    let most = -1;
    for (let at = 0; at < exact.length; at++)
      if (whole[at]! <= exact[at]! && (most < 0 || exact[at]! - whole[at]! > exact[most]! - whole[most]!))
        most = at;
    if (most < 0) break;
    whole[most]! += 1;
  }
  return whole;
}

/** Percent of one option that could be ticked beside others: ticked or not, a question of its own. Null under a base of 50. */
export function tickedPercent(ticked: Cell, base: Cell): number | null {
  if (ticked === null || base === null || base < MINIMUM_ANSWERED) return null;
  return Math.round((100 * Math.min(ticked, base)) / base);
}
