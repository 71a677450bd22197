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
  { ok: true; table: ReleasedTable } | { ok: false; code: 'too-many-filters'; reason: string };
