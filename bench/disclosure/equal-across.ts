import { type GroupedTables, OWN, valuesAt, cellAt, withValue } from './grouped-tables.js';
import type { Published } from './schemes.js';

const SMALL_GROUP = 30;

/**
 * Small sets of people that bear the same figures as a wider cell in which two or three values are groups that hold theirs, and
 * are the same people: whoever is known to be in the wider cell is then known to be in the narrow one. No single step of the guard
 * lies between the two.
 * @returns how many pairs of shown cells are so
 */
export function equalAcross(all: GroupedTables, published: Published): number {
  let right = 0;
  for (const table of all.tables) {
    const own = table.dimensions.flatMap((name, at) => (OWN.includes(name) ? [at] : []));
    if (own.length < 2) continue;
    for (let cell = 0; cell < table.size; cell++) {
      const figure = published.people[table.offset + cell]!;
      if (figure <= 0 || figure >= SMALL_GROUP || table.people[cell]! >= SMALL_GROUP) continue;
      const values = valuesAt(all, table, cell);
      for (const wider of wideOf(all, table.dimensions, values, own)) {
        const other = cellAt(all, table.dimensions, wider);
        const same =
          published.people[other] === figure &&
          published.submissions[other] === published.submissions[table.offset + cell];
        if (same && table.people[other - table.offset] === table.people[cell]) right += 1;
      }
    }
  }
  return right;
}

/** The cell with two or three of these values replaced by groups that hold them. */
function wideOf(
  all: GroupedTables,
  dimensions: GroupedTables['tables'][number]['dimensions'],
  values: readonly number[],
  places: readonly number[],
): number[][] {
  let found: { values: readonly number[]; steps: number }[] = [{ values, steps: 0 }];
  for (const at of places) {
    const { groups, own } = all.places[dimensions[at]!];
    const holding = groups.flatMap((members, group) => (members.includes(values[at]!) ? [own + group] : []));
    found = found.flatMap((each) => [
      each,
      ...holding.map((group) => ({ values: withValue(each.values, at, group), steps: each.steps + 1 })),
    ]);
  }
  return found.filter(({ steps }) => steps > 1).map((each) => [...each.values]);
}
