import type { Counted } from '#counting';
import {
  type CountCell,
  cellReleaser,
  describesPeople,
  type DisclosurePolicy,
  Groups,
  type LargerSet,
  type ReleasedCell,
  stays,
  ToldBefore,
} from '#disclosure';
import type { CountDimension } from '../dimensions.js';
import { CellsOfGroups } from './larger.js';
import { type CountedLayout, isPair, type Layout, sizeOf } from './layout.js';
import { CountsOfTable, WholeSets } from './true-counts.js';

/** What a hidden cell bears in place of a figure. */
export const HIDDEN = -1;

/**
 * The figures of one whole table as they stand in an edition. Cells that nobody was ever in bear the table's `rest` and
 * are not listed, unless a larger set hides them.
 */
export interface Standing {
  layout: Layout;
  /** What a cell that is not listed bears. */
  rest: 'zero' | 'hidden';
  /** Numbers of the listed cells, rising. */
  cells: Int32Array;
  /** Released counts of each; people are `HIDDEN` where the cell is. */
  people: Int32Array;
  submissions: Int32Array;
  arguments: Int32Array;
  /** True count of people that each figure was set by: it stays until enough have moved from there. Never published. */
  setBy: Int32Array;
}

type Count = (dimensions: readonly CountDimension[]) => Counted;

/** What a table is released by beside the policy. */
export interface Surroundings {
  /** Declared groups: their cells are larger sets of the cells that they hold. */
  groups: Groups;
  /** Sets that cells are part of, shared by the tables of an edition. */
  wholes: WholeSets;
  /** Was the edition before published by another version of the policy? What this one would hide is then hidden. */
  tightened: boolean;
}

/**
 * Releases every cell of a table, once and for all, when its edition is published.
 * @param count true counts of the edition, unfiltered
 * @param previous how the same table stood in the edition before, where that was published by a policy that keeps figures
 */
export function stand(
  layout: CountedLayout,
  count: Count,
  policy: DisclosurePolicy,
  previous: Standing | null,
  { groups = new Groups([]), wholes = new WholeSets(), tightened = false }: Partial<Surroundings> = {},
): Standing {
  const counts = new CountsOfTable(layout, count(layout.dimensions));
  const larger = layout.dimensions.map((_, dropped) => wholes.without(layout, dropped, count));
  const before = previous && new Before(layout, previous);
  const release = cellReleaser(policy, layout.dimensions);
  const hiddenRest = describesPeople(layout.dimensions, policy);
  const told = new Told();
  const rest: ReleasedCell = hiddenRest ? HIDDEN_CELL : ZERO_CELL;
  // Without larger sets at hand for each, an empty cell of a table about people is hidden whatever they are.
  const visited = hiddenRest ? counts.occupied(before?.listed() ?? []) : all(layout);
  const held = new CellsOfGroups(layout, groups);
  const cell = mutableCell();
  const toldBefore = held.giveWay ? new ToldBefore(sizeOf(layout)) : null;
  const weigh = (at: number, given: readonly number[]): ReleasedCell => {
    const holding = held.of(at);
    if (toldBefore) cell.smaller = toldBefore.within(given);
    cell.resize(larger.length + holding.length);
    larger.forEach((set, dropped) => set.fill(cell.larger[dropped]!, at));
    holding.forEach((number, place) => counts.fillSet(cell.larger[larger.length + place]!, number));
    return release(cell);
  };
  for (const at of visited) {
    const place = before?.placeOf(at);
    counts.fill(cell, at);
    const given = toldBefore?.canHold(cell.people) ? held.before(at) : NONE;
    const then = place === undefined ? 0 : before!.setBy(place);
    let shown: ReleasedCell;
    if (place !== undefined && stays(Math.abs(cell.people - then), policy)) {
      const stood = before!.released(place);
      shown = tightened && !stood.hidden && weigh(at, given).hidden ? HIDDEN_CELL : stood;
      told.add(at, shown, then, rest);
    } else {
      shown = weigh(at, given);
      told.add(at, shown, cell.people, rest);
    }
    toldBefore?.note(at, cell.people, shown, given);
  }
  return { layout, rest: hiddenRest ? 'hidden' : 'zero', ...told.columns() };
}

const NONE: readonly number[] = [];
export const HIDDEN_CELL: ReleasedCell = { keys: [], hidden: true };
const ZERO_CELL: ReleasedCell = { keys: [], hidden: false, submissions: 0, people: 0, arguments: 0 };

function* all(layout: Layout): Generator<number> {
  const size = sizeOf(layout);
  if (!isPair(layout)) {
    for (let at = 0; at < size; at++) yield at;
    return;
  }
  const codes = layout.values[0]!;
  const each = size / (codes.length * codes.length);
  for (const [first, a] of codes.entries())
    for (const [second, b] of codes.entries())
      if (a < b)
        for (let third = 0; third < each; third++) yield (first * codes.length + second) * each + third;
}

type MutableCell = CountCell & {
  larger: LargerSet[];
  noiseKeys: { people: number; submissions: number; arguments: number };
  resize(sets: number): void;
};

/** One cell for a whole table, with room for as many larger sets as the cell in hand has. */
function mutableCell(): MutableCell {
  const sets: LargerSet[] = [];
  return {
    keys: [],
    submissions: 0,
    people: 0,
    arguments: 0,
    health: false,
    noiseKeys: { people: 0, submissions: 0, arguments: 0 },
    larger: [],
    resize(wanted) {
      while (sets.length < wanted) sets.push({ people: 0, noiseKey: 0 });
      if (this.larger.length !== wanted) this.larger = sets.slice(0, wanted);
    },
  };
}

/** The listed cells, as they are found. */
export class Told {
  private readonly rows: number[] = [];

  add(at: number, cell: ReleasedCell, setBy: number, rest: ReleasedCell): void {
    const isRest = rest.hidden
      ? cell.hidden
      : !cell.hidden && cell.people + cell.submissions + cell.arguments === 0;
    if (isRest && setBy === 0) return;
    if (cell.hidden) this.rows.push(at, HIDDEN, HIDDEN, HIDDEN, setBy);
    else this.rows.push(at, cell.people, cell.submissions, cell.arguments, setBy);
  }

  columns(): Pick<Standing, 'cells' | 'people' | 'submissions' | 'arguments' | 'setBy'> {
    const column = (field: number): Int32Array => {
      const values = new Int32Array(this.rows.length / 5);
      for (let at = 0; at < values.length; at++) values[at] = this.rows[at * 5 + field]!;
      return values;
    };
    return {
      cells: column(0),
      people: column(1),
      submissions: column(2),
      arguments: column(3),
      setBy: column(4),
    };
  }
}

/** The same table in the edition before, whose lists of values may be others. */
export class Before {
  private readonly places: Map<number, number>;
  private readonly toOld: Int32Array[];
  private readonly toNew: Int32Array[];

  constructor(
    private readonly layout: Layout,
    private readonly standing: Standing,
  ) {
    this.places = new Map(Array.from(standing.cells, (cell, place) => [cell, place]));
    this.toOld = between(layout, standing.layout);
    this.toNew = between(standing.layout, layout);
  }

  /** Place in the list; -1 = there, and not listed; undefined = there was no such cell. */
  placeOf(at: number): number | undefined {
    const old = move(at, this.layout, this.standing.layout, this.toOld);
    return old < 0 ? undefined : (this.places.get(old) ?? -1);
  }

  setBy(place: number): number {
    return place < 0 ? 0 : this.standing.setBy[place]!;
  }

  released(place: number): ReleasedCell {
    const { people, submissions, arguments: args, rest } = this.standing;
    if (place < 0) return rest === 'hidden' ? HIDDEN_CELL : ZERO_CELL;
    if (people[place] === HIDDEN) return HIDDEN_CELL;
    return {
      keys: [],
      hidden: false,
      people: people[place]!,
      submissions: submissions[place]!,
      arguments: args[place]!,
    };
  }

  /** The listed cells, by their numbers in the new layout. */
  listed(): number[] {
    return Array.from(this.standing.cells, (cell) =>
      move(cell, this.standing.layout, this.layout, this.toNew),
    ).filter((cell) => cell >= 0);
  }
}

const between = (from: Layout, to: Layout): Int32Array[] =>
  from.values.map((codes, dimension) => {
    const places = new Map(to.values[dimension]!.map((code, place) => [code, place]));
    return Int32Array.from(codes, (code) => places.get(code) ?? -1);
  });

function move(cell: number, from: Layout, to: Layout, places: readonly Int32Array[]): number {
  let [left, moved, stride] = [cell, 0, 1];
  for (let at = from.values.length - 1; at >= 0; at--) {
    const size = from.values[at]!.length;
    const place = places[at]![left % size]!;
    if (place < 0) return -1;
    moved += place * stride;
    left = Math.floor(left / size);
    stride *= to.values[at]!.length;
  }
  return moved;
}
