/**
 * What a city heard, as the judge of change takes it: any city in this form can be put through the real release and the
 * real rules (`judgeChange`). Nothing in it says how it came about but its truth, which the rules never see.
 */
export interface HeardCity {
  /** Rows are submissions; those of one person lie side by side. */
  person: Int32Array;
  /** Quarter of a row, 0 the oldest; the last eight are compared. */
  quarter: Uint8Array;
  /** Series of a row, or -1: asked once. */
  series: Int16Array;
  /** Themes of a row, a bit each; at most 30 themes. */
  themes: Int32Array;
  /** 8-bit noise key by person. */
  personKey: Uint8Array;
  quarters: number;
  seriesNames: readonly string[];
  /** Quarters in which a series was open, whether or not anybody answered. */
  seriesOpen: readonly (readonly number[])[];
  truth: readonly ThemeTruth[];
  /** Who asked, where agencies' own changes are judged too: the agency of each row and of each series, from 0. */
  askedBy?: { rows: Uint8Array; series: readonly number[] };
}

export interface ThemeTruth {
  name: string;
  /** Usual share, from 0 to 1. */
  base: number;
  /** What happened to its share in the last year, everywhere: .3 is 30% more, 0 nothing. */
  change: number;
}
