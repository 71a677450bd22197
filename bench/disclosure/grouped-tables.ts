import {
  cellReleaser,
  type CountCell,
  type DisclosurePolicy,
  type LargerSet,
  type ReleasedCell,
  stays,
  ToldBefore,
} from '#disclosure';
import type { Line } from './attacker.js';
import type { Places } from './declared-groups.js';
import { combinations, countGrouped, type EveryTable, type TrueTable } from './every-table.js';
import { DIMENSION_NAMES, type DimensionName, type MadeUpCity } from './made-up-city.js';
import type { Published } from './schemes.js';

/** Every table of up to three values, of which any may be a declared group. */
export interface GroupedTables extends EveryTable {
  places: Record<DimensionName, Places>;
  byName: ReadonlyMap<string, TrueTable>;
}

export function groupedTables(city: MadeUpCity, places: Record<DimensionName, Places>): GroupedTables {
  const tables: TrueTable[] = [];
  let offset = 0;
  for (const dimensions of combinations(3)) {
    const table = countGrouped(
      city,
      dimensions,
      offset,
      dimensions.map((name) => sizeOf(places[name])),
      (name, value) => places[name].of[value]!,
    );
    tables.push(table);
    offset += table.size;
  }
  return {
    tables,
    cells: offset,
    places,
    byName: new Map(tables.map((table) => [table.dimensions.join(), table])),
  };
}

const sizeOf = ({ own, groups }: Places): number => own + groups.length;

/** Places of a cell's values, in order of the table's dimensions. */
export function valuesAt({ places }: GroupedTables, table: TrueTable, cell: number): number[] {
  const values = new Array<number>(table.dimensions.length);
  let left = cell;
  for (let at = values.length - 1; at >= 0; at--) {
    const size = sizeOf(places[table.dimensions[at]!]);
    values[at] = left % size;
    left = Math.floor(left / size);
  }
  return values;
}

export function cellAt(
  { places, byName }: GroupedTables,
  dimensions: readonly DimensionName[],
  values: readonly number[],
): number {
  const table = byName.get(dimensions.join())!;
  return table.offset + values.reduce((cell, value, at) => cell * sizeOf(places[dimensions[at]!]) + value, 0);
}

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, other) => other !== at);
export const withValue = (values: readonly number[], at: number, value: number): number[] =>
  values.map((own, other) => (other === at ? value : own));

/** Is the cell published at all? Of an engagement no run of quarters is told but the two periods. */
export function isTold(
  { places }: GroupedTables,
  dimensions: readonly DimensionName[],
  values: readonly number[],
): boolean {
  const quarter = dimensions.indexOf('quarter');
  return quarter < 0 || !dimensions.includes('engagement') || !places.quarter.isOtherRun(values[quarter]!);
}

/** What was published, and the counts that each figure was set by. */
export interface Stood extends Published {
  setBy: Int32Array;
  /** 1 where a figure is hidden because it would be more than what is told of a set that holds it. */
  above: Uint8Array;
}

/**
 * Publishes every cell through the library's one door.
 * @param throughGroups does the guard weigh larger sets that are groups?
 * @param previous what was published in the edition before
 */
export function publishGrouped(
  all: GroupedTables,
  policy: DisclosurePolicy,
  throughGroups: boolean,
  previous?: Stood,
): Stood {
  const published = {
    people: new Int32Array(all.cells).fill(-1),
    submissions: new Int32Array(all.cells).fill(-1),
    setBy: new Int32Array(all.cells),
    above: new Uint8Array(all.cells),
  };
  const [people, keys] = [new Int32Array(all.cells), new Int32Array(all.cells)];
  for (const table of all.tables) {
    people.set(table.people, table.offset);
    keys.set(table.personKeys, table.offset);
  }
  const setAt = (cell: number): LargerSet => ({ people: people[cell]!, noiseKey: keys[cell]! });
  for (const table of all.tables) {
    const released = cellReleaser(policy, table.dimensions);
    const told = new ToldBefore(table.size);
    for (let cell = 0; cell < table.size; cell++) {
      const values = valuesAt(all, table, cell);
      if (!isTold(all, table.dimensions, values)) continue;
      const before = throughGroups ? beforeIn(all, table, values) : [];
      const at = table.offset + cell;
      const kept = previous && stays(Math.abs(table.people[cell]! - previous.setBy[at]!), policy);
      const shown = kept
        ? standing(previous, at)
        : released({
            ...countedIn(table, cell),
            larger: largerOf(all, table.dimensions, values, throughGroups).map(setAt),
            smaller: told.within(before),
          });
      told.note(cell, table.people[cell]!, shown, before);
      published.setBy[at] = kept ? previous.setBy[at]! : table.people[cell]!;
      if (shown.hidden) continue;
      published.people[at] = shown.people;
      published.submissions[at] = shown.submissions;
    }
  }
  return published;
}

/** The figure of the edition before. */
function standing({ people, submissions }: Stood, at: number): ReleasedCell {
  if (people[at]! < 0) return { keys: [], hidden: true };
  return {
    keys: [],
    hidden: false,
    people: people[at]!,
    submissions: submissions[at]!,
    arguments: submissions[at]!,
  };
}

const countedIn = (table: TrueTable, cell: number): CountCell => ({
  keys: [],
  people: table.people[cell]!,
  submissions: table.submissions[cell]!,
  arguments: table.submissions[cell]!,
  noiseKeys: {
    people: table.personKeys[cell]!,
    submissions: table.submissionKeys[cell]!,
    arguments: table.submissionKeys[cell]!,
  },
});

/** Numbers, in the table, of the cells that this one holds and gives way to. */
export function beforeIn(all: GroupedTables, table: TrueTable, values: readonly number[]): number[] {
  return table.dimensions.flatMap((name, at) =>
    all.places[name].before[values[at]!]!.map((part) => withValue(values, at, part))
      .filter((each) => isTold(all, table.dimensions, each))
      .map((each) => cellAt(all, table.dimensions, each) - table.offset),
  );
}

/** Each value dropped, and each replaced by every declared group that holds it, where that is published. */
export function largerOf(
  all: GroupedTables,
  dimensions: readonly DimensionName[],
  values: readonly number[],
  throughGroups: boolean,
): number[] {
  return dimensions.flatMap((name, at) => {
    const dropped = cellAt(all, without(dimensions, at), without(values, at));
    if (!throughGroups) return [dropped];
    const replaced = all.places[name].larger[values[at]!]!.map((holder) => withValue(values, at, holder));
    return [
      dropped,
      ...replaced
        .filter((each) => isTold(all, dimensions, each))
        .map((each) => cellAt(all, dimensions, each)),
    ];
  });
}

/**
 * All that an attacker can add up: a whole over a dimension's own values; a group over what it holds; and a whole or a group
 * over a group inside it and the rest.
 * @param throughGroups does the guard weigh larger sets that are groups?
 */
export function groupedLines(all: GroupedTables, throughGroups: boolean): Line[] {
  const lines: Line[] = [];
  for (const table of all.tables)
    table.dimensions.forEach((over, at) => {
      const { own, groups } = all.places[over];
      const everything = Array.from({ length: own }, (_, value) => value);
      const others = without(table.dimensions, at);
      const context = all.byName.get(others.join())!;
      const ways = waysOf(everything, groups);
      for (let cell = 0; cell < context.size; cell++) {
        const fixed = valuesAt(all, context, cell);
        const place = (value: number): number[] => [...fixed.slice(0, at), value, ...fixed.slice(at)];
        for (const { whole, parts } of ways) {
          const cells = [...(whole === null ? [] : [whole]), ...parts].map(place);
          if (cells.some((values) => !isTold(all, table.dimensions, values))) continue;
          lines.push({
            whole: whole === null ? context.offset + cell : cellAt(all, table.dimensions, place(whole)),
            parts: Int32Array.from(parts, (value) => cellAt(all, table.dimensions, place(value))),
            over,
            unguarded: whole !== null && !throughGroups,
            // Wherever the whole gives way, its silence says nothing unless it is told itself.
            givesWay: parts.map((part) => whole !== null && all.places[over].before[whole]!.includes(part)),
          });
        }
      }
    });
  return lines;
}

/** A way to make up the whole (null) or a group: places that hold all of it, none of them twice. */
interface Way {
  whole: number | null;
  parts: number[];
}

/** Every way to make up the whole or a group from values and one group at most, or from groups alone. */
function waysOf(everything: readonly number[], groups: readonly (readonly number[])[]): Way[] {
  const own = everything.length;
  const made = (whole: number | null, members: readonly number[]): Way[] => [
    { whole, parts: [...members] },
    ...groups.flatMap((inner, at) =>
      inner.length < members.length && inner.every((value) => members.includes(value))
        ? [{ whole, parts: [own + at, ...members.filter((value) => !inner.includes(value))] }]
        : [],
    ),
    ...groupsAlone(members, groups)
      .filter(({ length }) => length > 1)
      .map((parts) => ({ whole, parts: parts.map((at) => own + at) })),
  ];
  return [...made(null, everything), ...groups.flatMap((members, at) => made(own + at, members))];
}

/** Every set of groups that together hold each of these once. */
function groupsAlone(members: readonly number[], groups: readonly (readonly number[])[]): number[][] {
  const [first] = members;
  if (first === undefined) return [[]];
  return groups.flatMap((group, at) => {
    if (!group.includes(first) || !group.every((value) => members.includes(value))) return [];
    const rest = members.filter((value) => !group.includes(value));
    return groupsAlone(rest, groups).map((others) => [at, ...others]);
  });
}

/** Share of cells with people in them that are hidden: of single values alone, and of cells with a group. */
export function hiddenShares(all: GroupedTables, published: Published): { single: number; groups: number } {
  const tally = { single: [0, 0], groups: [0, 0] };
  for (const table of all.tables)
    for (let cell = 0; cell < table.size; cell++) {
      const values = valuesAt(all, table, cell);
      if (table.people[cell] === 0 || !isTold(all, table.dimensions, values)) continue;
      const grouped = table.dimensions.some((name, at) => values[at]! >= all.places[name].own);
      const own = tally[grouped ? 'groups' : 'single'];
      own[1]! += 1;
      if (published.people[table.offset + cell]! < 0) own[0]! += 1;
    }
  return { single: tally.single[0]! / tally.single[1]!, groups: tally.groups[0]! / tally.groups[1]! };
}

/** A person's own characteristics, which a linear attacker is taken to know of everybody. */
export const OWN = DIMENSION_NAMES.filter(
  (name) => !['agency', 'engagement', 'quarter', 'theme'].includes(name),
);
