import { DIMENSION_NAMES, DIMENSIONS, type DimensionName, type MadeUpCity } from './made-up-city.js';

/** True counts of one table; a cell's place is the mixed-radix number of its values. */
export interface TrueTable {
  dimensions: DimensionName[];
  /** Place of its first cell among the cells of all tables. */
  offset: number;
  size: number;
  people: Int32Array;
  submissions: Int32Array;
  personKeys: Int32Array;
  submissionKeys: Int32Array;
  /** For each dimension: the table without it, and each cell's place among all cells there. */
  larger: { dimension: DimensionName; table: TrueTable; cell: Int32Array }[];
}

export interface EveryTable {
  tables: TrueTable[];
  cells: number;
}

/** Every table of up to `most` dimensions of the city: all that the public could ask for. */
export function everyTable(city: MadeUpCity, most = 3): EveryTable {
  const byName = new Map<string, TrueTable>();
  const tables: TrueTable[] = [];
  let offset = 0;
  for (const dimensions of combinations(most)) {
    const table = countTable(city, dimensions, offset);
    table.larger = dimensions.map((dimension, at) => {
      const parent = byName.get(dimensions.filter((other) => other !== dimension).join('/')) as TrueTable;
      return { dimension, table: parent, cell: parentCells(table, at, parent) };
    });
    byName.set(dimensions.join('/'), table);
    tables.push(table);
    offset += table.size;
  }
  return { tables, cells: offset };
}

export function combinations(most: number): DimensionName[][] {
  let found: DimensionName[][] = [[]];
  const all = [...found];
  for (let length = 1; length <= most; length++) {
    found = found.flatMap((names) =>
      DIMENSION_NAMES.slice(
        names.length ? DIMENSION_NAMES.indexOf(names.at(-1) as DimensionName) + 1 : 0,
      ).map((name) => [...names, name]),
    );
    all.push(...found);
  }
  return all;
}

function countTable(city: MadeUpCity, dimensions: DimensionName[], offset: number): TrueTable {
  const sizes = dimensions.map((name) => DIMENSIONS[name].size);
  const itself = Array.from({ length: Math.max(1, ...sizes) }, (_, value) => [value]);
  return countGrouped(city, dimensions, offset, sizes, (_, value) => itself[value]!);
}

/**
 * Counts a table of which a row may be in several cells.
 * @param sizes places of each dimension
 * @param placesOf places that a value of a dimension is counted in: itself, and the declared groups that hold it
 */
export function countGrouped(
  city: MadeUpCity,
  dimensions: DimensionName[],
  offset: number,
  sizes: readonly number[],
  placesOf: (dimension: DimensionName, value: number) => readonly number[],
): TrueTable {
  const size = sizes.reduce((product, each) => product * each, 1);
  const make = (): Int32Array => new Int32Array(size);
  const table: TrueTable = {
    dimensions,
    offset,
    size,
    people: make(),
    submissions: make(),
    personKeys: make(),
    submissionKeys: make(),
    larger: [],
  };
  const [lastPerson, lastSubmission] = [make().fill(-1), make().fill(-1)];
  const columns = dimensions.map((name) => city.values[name]);
  for (let row = 0; row < city.rows; row++) {
    const person = city.person[row]!;
    const submission = city.submission[row]!;
    const note = (cell: number, at: number): void => {
      if (at < columns.length) {
        for (const place of placesOf(dimensions[at]!, columns[at]![row]!))
          note(cell * sizes[at]! + place, at + 1);
        return;
      }
      if (lastPerson[cell] !== person) {
        lastPerson[cell] = person;
        table.people[cell]! += 1;
        table.personKeys[cell]! += city.personKey[person]!;
      }
      if (lastSubmission[cell] !== submission) {
        lastSubmission[cell] = submission;
        table.submissions[cell]! += 1;
        table.submissionKeys[cell]! += city.submissionKey[submission]!;
      }
    };
    note(0, 0);
  }
  return table;
}

function parentCells(table: TrueTable, dropped: number, parent: TrueTable): Int32Array {
  const after = table.dimensions
    .slice(dropped + 1)
    .reduce((product, name) => product * DIMENSIONS[name].size, 1);
  const own = DIMENSIONS[table.dimensions[dropped] as DimensionName].size;
  return Int32Array.from({ length: table.size }, (_, cell) => {
    const low = cell % after;
    return parent.offset + Math.floor(cell / after / own) * after + low;
  });
}

/** Values of a cell, in order of the table's dimensions. */
export function valuesOf(table: TrueTable, cell: number): string[] {
  const values: string[] = [];
  let left = cell;
  for (const name of [...table.dimensions].reverse()) {
    values.unshift(String(left % DIMENSIONS[name].size));
    left = Math.floor(left / DIMENSIONS[name].size);
  }
  return values;
}
