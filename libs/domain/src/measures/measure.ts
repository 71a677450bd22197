/** What is measured by asking the same question again: a name, the wordings it is asked in, and which answers count. */
export interface Measure {
  code: string;
  name: string;
  /** Whose share is told: "who feel safe". */
  who: string;
  wordings: readonly Wording[];
}

export interface Wording {
  /** A letter; A is the one to use. */
  code: string;
  text: string;
  /** In the order asked, without what stands beside a scale ("don't know"). */
  options: readonly string[];
  /** Options that count. */
  counts: readonly string[];
  /** Where the wording comes from. */
  source: string;
}

/** Known by this version in every edition; a change of any measure is the next one. */
export const MEASURES_VERSION = 1;
