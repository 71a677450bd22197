import type { Groups } from '#disclosure';
import { FACT_DIMENSIONS, type KeptDimension } from '../dimensions.js';
import { CellsOfGroups } from './larger.js';
import { isPair, type Layout } from './layout.js';
import { HIDDEN, type Standing } from './stand.js';
import type { ToldTable } from './told-tables.js';

/**
 * Hides each figure that is more than what is told of a set that holds it: of the two one stands from the edition before, and no number of people
 * may be above its whole. Which they are follows from what is told alone, so that it tells nothing else. Of a group that gives way
 * to a part the group is hidden.
 * @param standing a table of which figures of the edition before stand
 */
export async function withoutAbove(standing: Standing, groups: Groups, told: ToldTable): Promise<Standing> {
  const { layout, cells, people } = standing;
  const wholes: Awaited<ReturnType<typeof wholeWithout>>[] = [];
  // One after the other: all are read over one connection.
  for (const dropped of layout.dimensions.keys()) wholes.push(await wholeWithout(layout, dropped, told));
  const held = new CellsOfGroups(layout, groups);
  const own = new Map(Array.from(cells, (cell, place) => [cell, people[place]!]));
  const isAbove = (figure: number, place: number): boolean => {
    const cell = cells[place]!;
    const keys = keysOf(layout, cell);
    return (
      wholes.some((whole) => whole !== null && isLess(whole(keys), figure)) ||
      held.of(cell).some((holder) => isLess(own.get(holder), figure)) ||
      held.before(cell).some((part) => (own.get(part) ?? HIDDEN) > figure)
    );
  };
  return hideAbove(standing, isAbove);
}

/** The table with each figure hidden that is above something; the table itself where none is. */
export function hideAbove(standing: Standing, isAbove: (figure: number, place: number) => boolean): Standing {
  const { people } = standing;
  const above = people.map((figure, place) => (figure > 0 && isAbove(figure, place) ? 1 : 0));
  if (!above.includes(1)) return standing;
  const column = (of: Int32Array): Int32Array => of.map((count, place) => (above[place] ? HIDDEN : count));
  return {
    ...standing,
    people: column(people),
    submissions: column(standing.submissions),
    arguments: column(standing.arguments),
  };
}

/** Told, and less than the figure. A hidden whole is no whole to be above. */
export const isLess = (whole: number | null | undefined, figure: number): boolean =>
  typeof whole === 'number' && whole !== HIDDEN && whole < figure;

/** People who are told of the cell with one dimension dropped, by all keys of the cell. */
async function wholeWithout(
  { dimensions, values }: Layout,
  dropped: number,
  told: ToldTable,
): Promise<((keys: readonly string[]) => number | null) | null> {
  const places = dimensions.flatMap((_, at) => (at === dropped ? [] : [at]));
  const rest = { dimensions: places.map((at) => dimensions[at]!), values: places.map((at) => values[at]!) };
  // A pair of communities stands first in its own tables, one of them in the order of all dimensions.
  if (!isPair(rest)) places.sort((a, b) => order(dimensions[a]!) - order(dimensions[b]!));
  const table = await told(places.map((at) => dimensions[at]).join());
  if (!table) return null;
  return (keys) => table.people(places.map((at) => keys[at]!)) ?? null;
}

const order = (dimension: KeptDimension): number =>
  (FACT_DIMENSIONS as readonly KeptDimension[]).indexOf(dimension);

function keysOf({ values }: Layout, cell: number): string[] {
  const keys = new Array<string>(values.length);
  let left = cell;
  for (let at = values.length - 1; at >= 0; at--) {
    const codes = values[at]!;
    keys[at] = codes[left % codes.length]!;
    left = Math.floor(left / codes.length);
  }
  return keys;
}
