import type { Cell } from '../change/heard.js';

/** Known by this name and version wherever it is told. */
export const LIST_RULE = { code: 'people-of-a-list', version: 1 } as const;

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
  /** Does a person have exactly one of these values (ward, age)? */
  ofPerson: boolean;
  /** Upper bound of the people of a hidden part: of the smallest released set that holds it. The guard hides large ones too. */
  mostHidden: number;
}

/** What may be said of a list. `people` is told only where it is a count of people. */
export type ListStatement =
  /** Every part was released and a person is in one alone: the sum, said as a sum. */
  | { kind: 'sum'; people: number; low: number; high: number }
  /** Between these two; nothing in between is called a number of people. */
  | { kind: 'between'; low: number; high: number }
  /** Too wide to be worth saying: the parts alone. */
  | { kind: 'parts' };

/**
 * How many people a ticked list holds (rule C, 5). Its parts overlap, so their sum is not "people": four agencies have
 * 31% more in the sum of three, twenty of forty engagements 33%.
 *
 * At least the largest part, and at least what the whole holds beyond all others; at most the sum, and at most the whole.
 * Every figure may be out by 5, so the bounds hold always. Nothing called people ever exceeds the whole.
 */
export function listStatement({ ticked, others, whole, ofPerson, mostHidden }: ListParts): ListStatement {
  const wholeHigh = whole === null ? Infinity : whole + RELEASE_REACH;
  const highOf = (cell: Cell): number => (cell === null ? mostHidden : cell === 0 ? 0 : cell + RELEASE_REACH);
  const lowOf = (cell: Cell): number => (cell === null ? 0 : Math.max(0, cell - RELEASE_REACH));
  const sum = (cells: readonly Cell[], of: (cell: Cell) => number): number =>
    cells.reduce<number>((all, cell) => all + of(cell), 0);
  const beyondOthers = whole === null ? 0 : whole - RELEASE_REACH - sum(others, highOf);
  const least = ofPerson ? sum(ticked, lowOf) : Math.max(0, ...ticked.map(lowOf));
  const low = Math.max(least, beyondOthers, 0);
  const high = Math.max(low, Math.min(sum(ticked, highOf), wholeHigh));
  if (ofPerson && ticked.every((cell) => cell !== null)) {
    const people = Math.min(
      sum(ticked, (cell) => cell ?? 0),
      whole ?? Infinity,
    );
    return { kind: 'sum', people, low: Math.min(low, people), high: Math.max(high, people) };
  }
  return low > 0 && high / low <= WIDEST_BOUNDS ? { kind: 'between', low, high } : { kind: 'parts' };
}
