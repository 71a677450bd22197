import { wilson, type Interval } from '#statements';
import type { Cell } from '#statements';
import type { ReleasedYears } from './released-years.js';

/**
 * The rule that this bench measures the real one against: shares of released quarters added up, and their difference by
 * Newcombe's square-and-add (Statistics in Medicine 17, 1998), as if the two years were two random samples of one city.
 * @returns -1, 0 or 1 for each theme: fell, no clear change, rose; null where a base is under 30
 */
export function changesBefore({ byQuarter }: ReleasedYears): (-1 | 0 | 1 | null)[] {
  const sum = (cells: readonly Cell[], from: number): number =>
    cells.slice(from, from + 4).reduce<number>((all, cell) => all + (cell ?? 0), 0);
  const [heardBefore, heardNow] = [sum(byQuarter.heard, 0), sum(byQuarter.heard, 4)];
  return byQuarter.themes.map((cells) => {
    if (Math.min(heardBefore, heardNow) < 30) return null;
    return directionOf(shareOf(sum(cells, 4), heardNow), shareOf(sum(cells, 0), heardBefore));
  });
}

export const shareOf = (part: number, base: number): Interval => wilson(Math.min(part, base) / base, base);

/** Is a share clear of another, and which way, by their intervals alone? */
export function directionOf(now: Interval, before: Interval): -1 | 0 | 1 {
  const value = now.value - before.value;
  const low = value - Math.hypot(now.value - now.low, before.high - before.value);
  const high = value + Math.hypot(now.high - now.value, before.value - before.low);
  return low > 0 ? 1 : high < 0 ? -1 : 0;
}
