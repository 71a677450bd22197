import type { Engagement, LeftOutRow, QuestionShape, QuestionWording } from '#domain';

import type { SortedRows } from './sort-rows.js';

/** What a delivery was found to hold. */
export interface ReadRows {
  /** `recorded`: its rows are counted as a context series; null where they are answers or statements. */
  brings: 'recorded' | null;
  sorted: SortedRows;
  /** Rows by file, those that could not be read too. */
  files: { name: string; rows: number }[];
  /** Engagements that the delivery describes beside its rows. */
  engagements: Engagement[];
  /** How its closed questions were asked. */
  questions: readonly QuestionShape[];
  /** In which languages its questions were put. */
  wordings: readonly QuestionWording[];
  /** Rows that are nobody's answer or may not be used: beside those of the files. */
  leftOut: readonly LeftOutRow[];
  /** Files in which several lines are one person. */
  gathered: readonly { file: string; lines: number; people: number }[];
}
