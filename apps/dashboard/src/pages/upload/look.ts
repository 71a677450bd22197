import type { Mapping } from './mapping';

/** A row of the sheet and what it is taken for: a word of `ROW_WORDS`. */
export interface LookRow {
  row: number;
  as: string;
  cells: (string | null)[];
}

export interface LookColumn {
  position: number;
  label: string;
  letter: string;
  confidence: number;
  why: string;
  rows: number;
  filled: number;
  distinct: number;
  values: { value: string; rows: number }[];
}

export interface Ask {
  /** Label of the column; null where it is about the sheet. */
  column: string | null;
  about: string;
  why: string;
}

export interface LookAnswers {
  characteristic: string;
  column: string;
  answers: {
    answer: string;
    rows: number;
    code: string | null;
    name: string | null;
    suggestion: { code: string; sure: number } | null;
  }[];
  codes: { code: string; name: string }[];
}

export interface LookReading {
  people: number;
  headerRows: number[];
  leftOut: { why: string; rows: number[] }[];
  questions: {
    key: string;
    text: string;
    kind: string;
    items: string[];
    options: string[];
    answered: number;
  }[];
  identifying: string[];
  demographics: {
    characteristic: string;
    answered: number;
    coded: number;
    declined: number;
    uncoded: number;
  }[];
  dates: { first: string | null; last: string | null };
  sheet: string | null;
}

/** How a file would be read, as `/files/look` answers it. */
export interface FileLook {
  file: string;
  refusal: { code: string; reason: string } | null;
  tool: { code: string; title: string } | null;
  structure: { why: string; confidence: number } | null;
  sheets: { name: string; rows: number; hidden: boolean }[];
  encoding: string | null;
  assumptions: string[];
  reading: LookReading | null;
  mapping: Mapping | null;
  asks: Ask[];
  rows: LookRow[];
  rowCount: number;
  counts: Partial<Record<string, number>>;
  columns: LookColumn[];
  equality: LookAnswers[];
  fields: string[];
  kinds: string[][];
  problem: { status: 'held' | 'refused'; reason: string; suggestedMapping: unknown } | null;
}
