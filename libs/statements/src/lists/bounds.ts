import type { Cell } from '../change/heard.js';

/**
 * Known by this name and version wherever it is told. By version 1 the upper bound lay above the shown whole by up to 5; by version 2 a
 * list of wards, ages or sexes was told as if each person were in one part, "not asked" among them.
 */
export const LIST_RULE = { code: 'people-of-a-list', version: 3 } as const;

/** Noise (3) and rounding (2) move a released count by at most this. */
export const RELEASE_REACH = 5;
/** Bounds further apart than this say so little that the parts stand alone. */
export const WIDEST_BOUNDS = 1.5;

/** Released parts of a ticked list. */
export interface ListParts {
  ticked: readonly Cell[];
  /** Parts of the same dimension that are not ticked. */
  others: readonly Cell[];
  /** The released whole of which all are parts. */
  whole: Cell;
  /** The most that is shown of anybody who could be in it: of the whole, or where that is hidden of what holds it. Infinite where all is hidden. */
  most: number;
  /** How far a released figure may be from the count: `RELEASE_REACH`, and more where figures stand from edition to edition. */
  reach: number;
  /** Are these values that nearly everybody has one of (known wards, ages)? Who moved, or grew older, has two. */
  ofPerson: boolean;
  /** Upper bound of the people of a hidden part: of the smallest released set that holds it. The guard hides large ones too. */
  mostHidden: number;
}

/** What may be said of a list. `people` is told only where it is a count of people. */
export type ListStatement =
  /** Every part was released and few people are in two: the sum, said as a sum, with what it holds at least and at most. */
  | {
      kind: 'sum';
      people: number;
      low: number;
      high: number;
      /** Told as if each person were in one part alone, without bounds: an edition published before version 3 of the rule says so still. */
      once?: true;
    }
  /** Between these two; nothing in between is called a number of people. */
  | { kind: 'between'; low: number; high: number }
  /** Too wide to be worth saying: the parts alone. */
  | { kind: 'parts' };

/**
 * How many people a ticked list holds (rule C, 5). Its parts overlap, so their sum is not "people": four agencies have
 * 31% more in the sum of three, twenty of forty engagements 33%.
 *
 * At least the largest part, and at least what the whole holds beyond all others; at most the sum, and at most the whole as
 * it is shown. What the parts may be out by is in the bounds, so they hold always; an upper bound that is the whole is as
 * exact as the whole itself. Nothing called people ever exceeds the whole.
 *
 * A list of known wards or ages is told as their sum all the same, because few people are in two; its bounds are those of any list, for
 * how many have moved, or were asked twice, is not known from released figures.
 */
export function listStatement(parts: ListParts): ListStatement {
  const { ticked, others, whole, most, reach, ofPerson, mostHidden } = parts;
  // Nobody is in a cell that shows nobody, but those who came while the figure stood.
  const highOf = (cell: Cell): number =>
    cell === null ? mostHidden : cell === 0 ? reach - RELEASE_REACH : cell + reach;
  const lowOf = (cell: Cell): number => (cell === null ? 0 : Math.max(0, cell - reach));
  const sum = (cells: readonly Cell[], of: (cell: Cell) => number): number =>
    cells.reduce<number>((all, cell) => all + of(cell), 0);
  const beyondOthers = whole === null ? 0 : whole - reach - sum(others, highOf);
  const least = Math.max(0, ...ticked.map(lowOf));
  const low = Math.min(most, Math.max(least, beyondOthers, 0));
  const high = Math.max(low, Math.min(sum(ticked, highOf), most));
  if (ofPerson && ticked.every((cell) => cell !== null)) {
    const people = Math.min(
      sum(ticked, (cell) => cell ?? 0),
      most,
    );
    return { kind: 'sum', people, low: Math.min(low, people), high: Math.max(high, people) };
  }
  return low > 0 && high / low <= WIDEST_BOUNDS ? { kind: 'between', low, high } : { kind: 'parts' };
}
