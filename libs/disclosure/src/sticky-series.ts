import { roundTo } from './figures-of.js';

/**
 * Counts of the same thing at one time after another, as they may be told: rounded, each staying as it was told until the true count
 * has moved by `sticky` from where it was set, so that one person's coming or going between two of them shows in neither.
 * @param counts oldest first
 */
export function stickySeries(counts: readonly number[], rounding = 5, sticky = 5): number[] {
  let setBy: number | null = null;
  let told = 0;
  return counts.map((count) => {
    if (setBy === null || Math.abs(count - setBy) >= sticky)
      [setBy, told] = [count, roundTo(count, rounding)];
    return told;
  });
}
