import type { Grade, WhyWithheld } from '#statements';
import type { Dimension, FactDimension } from '../dimensions.js';
import type { Statement } from '../statements/kept.js';
import type { Freshness } from './freshness.js';
import type { Asker } from './turns.js';

/** What is asked of one report. */
export interface FigureQuestion {
  /** Code of the report. */
  report: string;
  /** Up to two dimensions; none = the report's own. */
  by?: readonly Dimension[];
  /** Any of the values of a dimension; all of the dimensions. An empty list is no filter. */
  filter?: FigureFilter;
  /** Number of the edition; null or absent = the latest. */
  edition?: number | null;
  /** The working facts instead of an edition; for an analyst's session only. */
  working?: boolean;
}
export type FigureFilter = Partial<Record<FactDimension, readonly string[]>>;

/**
 * Who asks. `public`: the database is opened as the published role. `analyst`: it is opened as the workbench role and
 * `session` is the hash of the session's secret; figures are then exact and of the session's own agencies.
 */
export type Access = { kind: 'public'; asker?: Asker | null } | { kind: 'analyst'; session: string };

export interface FigureKey {
  dimension: Dimension;
  code: string;
  name: string;
}

interface FigureBase {
  /** Stable within an edition: report, keys and filters, e.g. `themes-by-community/theme=litter;ward=E05002078`. */
  id: string;
  keys: FigureKey[];
  /** In words. */
  definition: string;
  /** Null when working. */
  edition: Edition | null;
  working: boolean;
  receipt: Receipt;
  /** How far the one theme that it is of may be trusted; null where it is of none or several, or its edition tells figures as they were counted. */
  grade: Grade | null;
  /** What may be said of several ticked values of a dimension; null where the figure is no list. */
  list: FigureList | null;
  /** Share of residents in the same category, percent; only "who has not been heard" has one. */
  reference: Reference | null;
}

export interface PublishedFigure extends FigureBase {
  hidden: false;
  submissions: number;
  /**
   * The range is what uncertain matches between people leave open; of a theme it holds the coder's error too, and the number is corrected by it
   * where the edition tells figures by grade.
   */
  people: { value: number; low: number; high: number };
  /** Released people as the coder counted them, where `people` is corrected; otherwise null. */
  asCounted: number | null;
  arguments: number;
  /** Of `base`, percent 0-100; null where the base is under the minimum or a share makes no sense. */
  share: Share | null;
  /** Why there is no share although enough people answered: too many answers are not yet matched; otherwise null. */
  shareReason: string | null;
  /** Released number of people that the share is of; null where hidden or under the minimum. */
  base: number | null;
  /** Per 1,000 residents, where one ward is meant and at least 10 people were heard. */
  rate: Rate | null;
}

export interface SuppressedFigure extends FigureBase {
  hidden: true;
  /** One sentence, the same for every cause that hides small numbers; of a list that is no count of people, or of what a grade withholds, its own words. */
  reason: string;
  /** Why it is not told although it is large enough: its theme's grade. Null where it is hidden, or a list. */
  withheld: WhyWithheld | null;
}

/** A ticked list of several values, which are no declared group: made of the released figures of its parts. */
export interface FigureList {
  /**
   * `sum`: few people are in two parts (wards, ages that are known), and the figure is their sum. `between`: a person may be in several, and the
   * list holds from `low` to `high` people. `parts`: bounds would be too wide to say anything, only the parts are told.
   */
  kind: 'sum' | 'between' | 'parts';
  words: string;
  /** People; null unless `between`: of a sum the range of the figure holds what it holds at least and at most. */
  low: number | null;
  high: number | null;
}

/** A suppressed figure is an answer, not an error. */
export type Figure = PublishedFigure | SuppressedFigure;

export interface Share {
  value: number;
  low: number;
  high: number;
  method: string;
}
export interface Rate extends Share {
  per: number;
  residents: number;
}
export interface Reference {
  value: number;
  source: string;
}

export interface Receipt {
  steps: ReceiptStep[];
  /** Checked: every total is the total before it less what stands between them. */
  addsUp: boolean;
  filters: FigureKey[];
  sources: Freshness[];
  versions: Versions;
  /** What was done so that nobody can be picked out. */
  suppression: string;
}
export interface ReceiptStep {
  name: string;
  /** Null where it may not be told. */
  count: number | null;
  /** `less` is subtracted from the total above it. */
  kind: 'total' | 'less' | 'figure';
  note: string | null;
}

/** Code and version of everything that a figure hangs on. */
export interface Versions {
  codebook: string;
  coder: string;
  linkageModel: string;
  disclosurePolicy: string;
  geography: string;
}

export interface Edition {
  number: number;
  /** Number of the edition before, which need not be the next lower one; null of the first. */
  before: number | null;
  /** ISO instant. */
  publishedAt: string;
  /** Latest day on which something in it was said; ISO date. */
  dataTo: string | null;
  /** SHA-256, hexadecimal; see `docs/decisions` for what it covers. */
  hash: string;
  /** First 8 characters of the hash in fours, for reading aloud. */
  fingerprint: string;
  note: string | null;
  /** What an earlier edition had wrong and why, where this one puts it right. */
  correction: string | null;
  /** What it told and tells no more, in sentences; its figures stand. */
  withdrawn: string[];
  synthetic: boolean;
  latest: boolean;
  versions: Versions;
  /** The whole hub's funnel, exact. */
  receipt: Receipt;
}

export type FigureRefusalCode =
  | 'unknown-report'
  | 'unknown-dimension'
  | 'too-many-dimensions'
  | 'too-many-filters'
  | 'mostly-hidden'
  | 'too-many-cells'
  | 'unknown-value'
  | 'unknown-edition'
  | 'no-edition'
  | 'not-allowed';

/** Who is under-heard in a table of groups beside residents, by the hub's one rule. */
export interface UnderHeardSaid {
  rule: { code: string; version: number };
  /** Keys of the groups and wards, as `age-band:15-24`, the widest gap in people first. */
  codes: string[];
  /** Heading over the groups of people, and over the wards; null where the table has none of them. */
  heading: string | null;
  wardsHeading: string | null;
}

export interface FigureTable {
  report: {
    code: string;
    title: string;
    definition: string;
    dimensions: readonly Dimension[];
    measure: string;
  };
  edition: Edition | null;
  working: boolean;
  /** The sentence for what is hidden, or what working figures are; null where nothing needs saying. */
  note: string | null;
  /** In the report's order; suppressed figures last, by name. */
  figures: Figure[];
  /** The whole under the filters, not cut by any dimension. */
  total: Figure;
  /** Of all wards with a rate together, where the figures are cut by ward; otherwise null. */
  wardsRate: Rate | null;
  /** Who is under-heard, where the figures are of all groups beside residents and no filter chooses people by what they said or who they are; otherwise null. */
  underHeard: UnderHeardSaid | null;
  /** What the edition says of change, and of wards, beside these figures. */
  statements: Statement[];
  /** Why it says nothing, in a sentence; null where it may. */
  silent: string | null;
}

export type FiguresAnswer =
  { ok: true; table: FigureTable } | { ok: false; code: FigureRefusalCode; reason: string };
