import type { Measure } from '#domain';
import type { Comparison } from '#statements';
import type { Edition } from '../figure-shapes.js';

/** One time that a measure was asked. */
export interface MeasureAsking {
  agency: string;
  agencyName: string;
  engagement: string;
  engagementTitle: string;
  question: string;
  /** As it was asked. */
  text: string;
  /** Letter of the wording. */
  wording: string;
  selection: 'sample' | 'open';
  method: string;
  population: string;
  asked: string | null;
  /** The signed series that its engagement is of, between two breaks; null where it is of none. */
  series: string | null;
  /** Released people who answered, and the share of them that counts, percent with its 95% range; null where not told. */
  base: number | null;
  share: number | null;
  low: number | null;
  high: number | null;
  /** The same among women and among men, and the gap in points: it stands where levels may not be compared. */
  women: number | null;
  men: number | null;
  gap: { points: number; low: number; high: number } | null;
  /** Why the question was joined to the measure. */
  reason: string;
}

/** Two askings, by their places in the list, the earlier first. */
export interface MeasurePair extends Comparison {
  before: number;
  now: number;
}

export interface MeasureLine {
  measure: Measure;
  /** How often it was asked, by how many agencies, first and last. */
  times: number;
  agencies: number;
  from: string | null;
  to: string | null;
}

export interface MeasureAnswer extends MeasureLine {
  edition: Edition | null;
  working: boolean;
  /** What may be said, as a heading. */
  message: string;
  /** The earliest first. */
  askings: MeasureAsking[];
  /** Each asking with the one before it of the same agency, and with those of other agencies in the same words. */
  pairs: MeasurePair[];
  /** Before it is asked again: the words to use, and how many earlier askings they would join. */
  advice: { wording: string; text: string; options: readonly string[]; joins: number };
}
