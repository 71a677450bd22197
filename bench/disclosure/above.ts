import type { TrueTable } from './every-table.js';
import { beforeIn, type GroupedTables, isTold, largerOf, type Stood, valuesAt } from './grouped-tables.js';

/** Would a figure be more than what is told of a set that holds it, or a group less than a part that it gives way to? */
function isAbove(
  all: GroupedTables,
  table: TrueTable,
  cell: number,
  { people }: Pick<Stood, 'people'>,
): boolean {
  const figure = people[table.offset + cell]!;
  const values = valuesAt(all, table, cell);
  if (figure <= 0 || !isTold(all, table.dimensions, values)) return false;
  const larger = largerOf(all, table.dimensions, values, true);
  return (
    larger.some((whole) => people[whole]! >= 0 && people[whole]! < figure) ||
    beforeIn(all, table, values).some((part) => people[table.offset + part]! > figure)
  );
}

/** Hides what would be told above its whole, as a hub does, the tables with fewer dimensions first. */
export function hideAbove(all: GroupedTables, published: Stood): void {
  for (const table of all.tables) {
    const cells = Array.from({ length: table.size }, (_, cell) => cell);
    for (const cell of cells.filter((each) => isAbove(all, table, each, published))) {
      const at = table.offset + cell;
      published.people[at] = published.submissions[at] = -1;
      published.above[at] = 1;
    }
  }
}

/** Figures that are told above the figure of a set that holds them: none may be called people of it. */
export function aboveTheWhole(all: GroupedTables, published: Pick<Stood, 'people'>): number {
  let above = 0;
  for (const table of all.tables)
    for (let cell = 0; cell < table.size; cell++) if (isAbove(all, table, cell, published)) above += 1;
  return above;
}
