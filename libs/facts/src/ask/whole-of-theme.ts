import { GRADE_RULE } from '#statements';
import type { Counter } from './counter.js';
import { cutKey, type ReleasedCut, releaseCut } from './cut.js';
import type { FactDimension } from '../dimensions.js';
import type { Filters } from './question.js';
import { ruleVersion } from './rule-version.js';

/** From this version of the rule on no corrected count exceeds what is shown of everybody who could be in it. */
const NEVER_ABOVE_THE_WHOLE = 3;

/** From this version on no corrected part, and no end of its range, exceeds the corrected total beside it. */
export const withinTheTotal = (counter: Counter): boolean => ruleVersion(counter, GRADE_RULE) >= 4;

/** Answers how many people, as shown, a cell's theme can have been raised by at the most. */
export type MostOfTheme = (keys: readonly string[]) => number;

/** A table that holds the cells of another, by some of its dimensions. */
interface Holder {
  places: readonly number[];
  cells: ReleasedCut;
}

/**
 * What bounds the corrected counts of a table of themes: the released people of the same cell without the theme, and, where that is hidden,
 * of what holds it.
 * @returns null where nothing is of a theme, and of editions whose rule knew no such bound
 */
export async function mostOfTheme(
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): Promise<MostOfTheme | null> {
  if (ruleVersion(counter, GRADE_RULE) < NEVER_ABOVE_THE_WHOLE) return null;
  if (!dimensions.includes('theme') && !filters.theme) return null;
  const others = [...new Set([...dimensions, ...(Object.keys(filters) as FactDimension[])])].filter(
    (dimension) => dimension !== 'theme',
  );
  const held = others.length > 1 ? [others, ...others.map((one) => [one]), []] : [others, []];
  const holders = await Promise.all(held.map((some) => holderBy(counter, some, dimensions, filters)));
  return (keys) =>
    Math.min(
      ...holders.map(({ places, cells }) => {
        const cell = cells.get(cutKey(places.map((at) => keys[at]!)));
        return cell && !cell.hidden ? cell.people : Infinity;
      }),
    );
}

async function holderBy(
  counter: Counter,
  some: readonly FactDimension[],
  dimensions: readonly FactDimension[],
  filters: Filters,
): Promise<Holder> {
  const places = dimensions.flatMap((dimension, at) => (some.includes(dimension) ? [at] : []));
  const kept = Object.entries(filters).filter(([dimension]) => some.includes(dimension as FactDimension));
  const cells = await releaseCut(
    counter,
    places.map((at) => dimensions[at]!),
    Object.fromEntries(kept),
  );
  return { places, cells };
}
