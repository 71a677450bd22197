import type { FieldKind } from '#domain';
import type { SheetMapping } from '../mapping/schema.js';
import type { FileReading } from '../reading-of.js';
import type { Ask } from '../recognise/recognition.js';
import type { WhyLeftOut } from '../recognise/sheet.js';

/** A row of the sheet with what it is taken for. Long cells are cut, and `null` is an empty one. */
export interface LookRow {
  row: number;
  as: WhyLeftOut | 'answer';
  cells: (string | null)[];
}

/** What one column of the sheet holds and was taken for, before a person changed anything. */
export interface LookColumn {
  /** Place in the sheet, from 0. */
  position: number;
  label: string;
  /** As a spreadsheet program calls it. */
  letter: string;
  /** 0 to 1: how sure the hub was of what it took the column for. */
  confidence: number;
  why: string;
  rows: number;
  filled: number;
  distinct: number;
  /** Some cells, the most frequent first. */
  values: { value: string; rows: number }[];
}

/** Answers to an equality question, with the code that each becomes. */
export interface LookAnswers {
  characteristic: string;
  /** Column as the mapping names it. */
  column: string;
  answers: {
    answer: string;
    rows: number;
    /** Harmonised code, or one kept as asked; null where there is none yet. */
    code: string | null;
    /** In which words that code is shown. */
    name: string | null;
    /** The code most like it, and how like (0 to 1); null where none is. */
    suggestion: { code: string; sure: number } | null;
  }[];
  /** Codes to choose from. */
  codes: { code: string; name: string }[];
}

/** All that a page needs to show how a file would be read, and to let a person change it. Nothing of it is stored. */
export interface FileLook {
  file: string;
  /** Why nothing of the file can be read; null where it can. */
  refusal: { code: string; reason: string } | null;
  /** The tool whose export this is, and how sure. */
  tool: { code: string; title: string } | null;
  /** Why title, header and notes were seen where they are, and how sure (0 to 1). */
  structure: { why: string; confidence: number } | null;
  sheets: { name: string; rows: number; hidden: boolean }[];
  encoding: string | null;
  assumptions: string[];
  reading: FileReading | null;
  /** The mapping that reads the file so; null where the layout is known and needs none. */
  mapping: SheetMapping | null;
  asks: Ask[];
  rows: LookRow[];
  /** Rows of the file that hold anything, with those that are no answers. */
  rowCount: number;
  /** How many of them are taken for what. */
  counts: Partial<Record<LookRow['as'], number>>;
  columns: LookColumn[];
  equality: LookAnswers[];
  /** Kinds of field that a delivery under this mapping carries: what the agreement must cover. */
  fields: FieldKind[];
  /** The same for each rule of the mapping's columns, in their order. */
  kinds: FieldKind[][];
  /** What would come of sending it so; null where it would be read. */
  problem: { status: 'held' | 'refused'; reason: string; suggestedMapping: unknown } | null;
}
