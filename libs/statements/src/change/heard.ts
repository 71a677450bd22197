/** Released people, or null where the cell is hidden. */
export type Cell = number | null;

/** A number of the earlier period and of the later one. */
export interface BeforeAndNow<T> {
  before: T;
  now: T;
}

/**
 * Released people of one series in two periods of four quarters: of the whole period, and of each of its quarters. The
 * whole is a cell of its own (a declared group of quarters), never a sum.
 */
export interface PeriodCells {
  whole: BeforeAndNow<Cell>;
  /** By place in the period, 0 to 3: place 0 of both periods is the same quarter of the calendar. */
  quarters: BeforeAndNow<readonly Cell[]>;
}

/**
 * Consultation that asked the same in both periods: a standing feed with the same question, runs that their agency
 * declared to be repeats, or one engagement that was open in the same quarters of both.
 */
export interface Series {
  code: string;
  name: string;
  /** Places of the quarters in which it was open. */
  open: BeforeAndNow<readonly number[]>;
  /** Everybody heard in it. */
  base: PeriodCells;
  /** Those of them who raised a theme, by theme. */
  themes: Readonly<Record<string, PeriodCells>>;
}

/** What coded the comments of a period: changes are told only where one coder and codebook read both. */
export interface CodedBy {
  coder: string;
  codebook: string;
}

/** Two periods of an edition, out of released cells alone. */
export interface TwoPeriods {
  themes: readonly string[];
  series: readonly Series[];
  /** Everybody heard in each period, in whatever consultation. */
  heard: BeforeAndNow<Cell>;
  codedBy: BeforeAndNow<CodedBy>;
}
