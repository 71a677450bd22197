import type { ReleasedCell } from '#disclosure';
import type { Counter } from './counter.js';
import type { FactDimension } from '../dimensions.js';
import { canExist, possibleKeys } from './possible-keys.js';
import type { Filters } from './question.js';
import { releasedTable } from './released-table.js';
import { fixedDimensions } from '../standing/layout.js';
import type { ReleasedTable } from '../standing/stored.js';
import { Stint } from './turns.js';

/**
 * The cells of a released table that a question cut and filtered so is made of. Of a table of thousands of cells each is gone through
 * without leaving anything in memory but what the caller keeps.
 */
export class TableCells {
  /** Values of the dimensions that are filtered by and not cut by: a cell is made of one part for each of these. */
  readonly lists: readonly (readonly string[])[];
  /** Dimensions cut by, then those of the lists. */
  private readonly all: readonly FactDimension[];
  /** Place of each dimension of the table in `all`. */
  private readonly places: readonly number[];
  private readonly isPair: boolean;
  private readonly whole: string[] = [];
  private readonly ordered: string[] = [];

  private constructor(
    private readonly counter: Counter,
    readonly table: ReleasedTable,
    readonly fixed: readonly FactDimension[],
    /** Keys of every cell that the answer has, each in the same array. */
    readonly rows: Iterable<readonly string[]>,
    dimensions: readonly FactDimension[],
    private readonly filters: Filters,
  ) {
    const listed = listedIn(dimensions, filters);
    this.lists = combinations(listed.map((dimension) => filters[dimension] ?? []));
    this.all = [...dimensions, ...listed];
    this.places = placesIn(this.all, fixed);
    this.isPair = fixed.length > 1 && fixed[0] === fixed[1];
  }

  static async of(
    counter: Counter,
    dimensions: readonly FactDimension[],
    filters: Filters,
  ): Promise<TableCells> {
    const fixed = fixedDimensions(dimensions, Object.keys(filters) as FactDimension[]);
    const [rows, table] = await Promise.all([
      possibleKeys(counter, dimensions, filters),
      releasedTable(counter, fixed),
    ]);
    if (!table) throw new Error('the question was not bounded before it was answered');
    return new TableCells(counter, table, fixed, rows, dimensions, filters);
  }

  /** @returns null for a part that can't exist @param as keys that the cell is to bear */
  part(keys: readonly string[], values: readonly string[], as?: string[]): ReleasedCell | null {
    const ordered = this.keysInTable(keys, values);
    if (!ordered) return null;
    const part = this.table.find(ordered, as);
    if (!part) throw new Error('a cell of the table was not released');
    return part;
  }

  /** How many cells there are, and how many of them hidden; null where a cell is made of several parts. */
  async tally(): Promise<{ cells: number; hidden: number } | null> {
    const [values = [], ...more] = this.lists;
    if (more.length > 0) return null;
    const stint = new Stint();
    let [cells, hidden] = [0, 0];
    for (const keys of this.rows) {
      const ordered = this.keysInTable(keys, values);
      cells += 1;
      if (ordered && this.table.isHidden(ordered)) hidden += 1;
      const rest = stint.rest();
      if (rest) await rest;
    }
    return { cells, hidden };
  }

  /** In the same array each time; two communities that meet are one cell, whichever is named first. */
  private keysInTable(keys: readonly string[], values: readonly string[]): string[] | null {
    const { whole, ordered, places } = this;
    for (let at = 0; at < keys.length; at++) whole[at] = keys[at]!;
    for (let at = 0; at < values.length; at++) whole[keys.length + at] = values[at]!;
    if (!canExist(this.counter, this.all, whole, this.filters)) return null;
    for (let at = 0; at < places.length; at++) ordered[at] = whole[places[at]!]!;
    if (this.isPair && ordered[0]! > ordered[1]!) [ordered[0], ordered[1]] = [ordered[1]!, ordered[0]!];
    return ordered;
  }
}

/** Dimensions that are filtered by and not cut by. */
export const listedIn = (dimensions: readonly FactDimension[], filters: Filters): FactDimension[] =>
  (Object.keys(filters) as FactDimension[]).filter((dimension) => !dimensions.includes(dimension));

/** Place of each fixed dimension in `all`; of a pair of communities, one after the other. */
function placesIn(all: readonly FactDimension[], fixed: readonly FactDimension[]): number[] {
  return fixed.map((dimension, at) =>
    fixed[at - 1] === dimension ? all.lastIndexOf(dimension) : all.indexOf(dimension),
  );
}

const combinations = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((all, list) => all.flatMap((some) => list.map((value) => [...some, value])), [[]]);
