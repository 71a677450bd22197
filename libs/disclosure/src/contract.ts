/** The one door through which any count leaves the hub: `release(table, policy)`. */

/** A table of true counts as asked of an edition. */
export interface CountTable {
  /** Dimension codes of the group-by, in order of `keys`. */
  dimensions: string[];
  /** Filters in force: dimension -> values. */
  filters: Record<string, string[]>;
  cells: CountCell[];
}

export interface CountCell {
  keys: string[];
  submissions: number;
  people: number;
  arguments: number;
  /** Does the cell hold rows of an NHS source? Raises the threshold where the policy says so. */
  health?: boolean;
  /** Sums over the distinct people, submissions and arguments of their 8-bit keys; for a policy with noise. */
  noiseKeys?: { people: number; submissions: number; arguments: number };
  /** The larger sets: the cell with each one of its dimensions and filters dropped; for a policy with a guard. */
  larger?: readonly LargerSet[];
  /** Cells that it holds and gives way to, as far as they are shown (`Groups.before`). */
  smaller?: readonly ShownSet[];
  /**
   * People who entered or left the cell since its figure was last set, for a sticky policy with a figure before; or a
   * number that is certainly no larger, such as the difference of the two counts.
   */
  moved?: number;
}

export interface LargerSet {
  people: number;
  /** Sum over its distinct people of their 8-bit keys. */
  noiseKey: number;
}

/** A cell that is told, within one that gives way to it. */
export interface ShownSet {
  people: number;
  /** Released people. */
  figure: number;
}

/** Versioned data; a released table says which version it went through. */
export interface DisclosurePolicy {
  code: string;
  version: number;
  /** Counts of people from 1 up to but not including this are hidden. */
  threshold: number;
  /** Released counts are rounded to the nearest multiple. */
  rounding: number;
  /** No percentage is released when the base is below this. */
  minimumBase: number;
  /** Filters a public question may combine. */
  maximumFilters: number;
  /** Dimensions that describe a person; in a table that uses one a zero is hidden like a small count. */
  sensitive: readonly string[];
  /** Threshold of cells that hold rows of an NHS source, where it differs. */
  healthThreshold?: number;
  /** What is added to a count before it is rounded: 256 whole numbers, looked up by the sum of keys modulo 256. */
  noise?: { people: readonly number[]; submissions: readonly number[]; arguments: readonly number[] };
  /** Hide a cell that is nearly all, or all, of a larger set (see `guarded`). */
  guard?: Guard;
  /** A figure stays as it was published until this many people have entered or left its cell. */
  sticky?: number;
  /** Most values that a public cell may fix, dimensions and filters together. */
  maximumFixed?: number;
  /** A table of which more than this share is hidden is refused. */
  refuseHiddenOver?: number;
}

export interface Guard {
  /** Hidden where a larger set exceeds the cell by 1 to this many people: the difference would be a small count. */
  margin: number;
  /** Hidden where a larger set equals the cell and has fewer people than this: all of them would share the value. */
  equalUnder: number;
  /** Hidden where its figure would not be lower than that of a larger set with other people in it. */
  lower: boolean;
  /** No cell and larger set are told with their counts at opposite ends (see `toldAs`). Unless set: as before there was this clause. */
  ends?: boolean;
}

export type ReleasedCell =
  | { keys: string[]; hidden: false; submissions: number; people: number; arguments: number }
  | { keys: string[]; hidden: true };

export interface ReleasedTable {
  dimensions: string[];
  filters: Record<string, string[]>;
  cells: ReleasedCell[];
  policy: { code: string; version: number };
  /** One sentence, the same whatever the cause, where anything is hidden; null otherwise. */
  note: string | null;
}

export type ReleaseOutcome =
  | { ok: true; table: ReleasedTable }
  | { ok: false; code: 'too-many-filters' | 'mostly-hidden'; reason: string };

/** What was published of the same cells in the edition before, by `cellId` of their keys. */
export type Previous = ReadonlyMap<string, ReleasedCell>;
