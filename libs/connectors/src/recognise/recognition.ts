import type { Finding } from './meaning.js';
import type { Group } from './group.js';
import type { Keyed } from './key/keyed.js';
import type { LayoutFound } from './layout.js';
import type { Gathered, LinesPlan } from './lines.js';
import type { ColumnProfile } from './profile.js';
import type { ColumnLabel, Structure } from './sheet.js';

export interface Ask {
  /** Label of the column; null where it is about the sheet. */
  column: string | null;
  about: string;
  why: string;
}

/** One sheet as the hub would read it: rows, columns, and what a person should say. */
export interface Recognition {
  sheet: string | null;
  /** Other visible sheets of the same columns, which a person is asked about once. */
  otherSheets: string[];
  structure: Structure;
  layout: LayoutFound | null;
  /** Codes whose key stands on another sheet: then labels and profiles are in its words. Null where the cells are what they say. */
  keyed: Keyed | null;
  /** Columns as they are read: of the sheet itself, or as made from lines. */
  labels: ColumnLabel[];
  profiles: ColumnProfile[];
  findings: Finding[];
  groups: Group[];
  lines:
    (LinesPlan & { personLabel: string; questionLabel: string | null; answerLabel: string | null }) | null;
  /** People after their lines were put together; null where a row is a person. */
  gathered: Gathered[] | null;
  leaveOut: LeaveOut[];
  /** The column that says whether people's words may be published, with the cells that permit it; null where none does. */
  permitted: { column: number; values: string[] } | null;
  /** Columns with the same answer in other languages, by the place of the first. */
  languages: Map<number, number[]>;
  /** Does the writer leave out blank cells at the end of rows? One short row alone is a broken one. */
  shortRows: boolean;
  dateOrder: Map<number, 'day-first' | 'month-first'>;
  asks: Ask[];
  /** What a person should know and need not answer. */
  notes: string[];
  /** Why nothing of it can be taken; null where something can. */
  refused: { code: string; reason: string } | null;
}

/** Rows that are left out by what stands in one of their columns. */
export interface LeaveOut {
  /** Place of the column. */
  column: number;
  values: string[];
  blank: boolean;
  why: 'preview' | 'test' | 'partial' | 'no-consent';
}
