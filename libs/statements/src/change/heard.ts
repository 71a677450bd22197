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

/** A day from which something was asked, sent out or recorded in another way: before and after are two series. */
export interface Break {
  /** ISO day. */
  since: string;
  /** What changed, in words that are printed. */
  reason: string;
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
  /** Breaks within both periods, in order; absent where there are none. */
  breaks?: readonly Break[] | undefined;
  /** Places of the quarters of both periods between which no break lies; absent where none does. */
  unbroken?: BeforeAndNow<readonly number[]> | undefined;
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
