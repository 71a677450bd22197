import type { ColumnProfile } from './profile.js';
import type { ColumnLabel } from './sheet.js';

/** Several columns that are one question. */
export interface Group {
  kind: 'multi-choice' | 'matrix' | 'ranking';
  columns: number[];
  /** The question; null where the labels don't say it. */
  text: string | null;
  items: string[];
  /** Tick-all: cells that choose and cells that don't. Blank ones never choose. */
  chosen: string[];
  notChosen: string[];
  /** Matrix: answers, in the order of their scale where they have one. */
  options: string[];
  scale: boolean;
  /** Ranking: whether cells hold items (columns are places) or places (columns are items). */
  cells: 'item' | 'place' | null;
  /** A column of the same question as text, which says the same once more. */
  twin: number | null;
  /** Columns of the same question in which people wrote another option. */
  others: number[];
  confidence: number;
  reason: string;
  ask: string | null;
}

export interface Columns {
  labels: readonly ColumnLabel[];
  profiles: readonly ColumnProfile[];
  /** Columns that are spoken for. */
  taken: ReadonlySet<number>;
  /** Columns that bear the name of a characteristic and are an option of a list, each with whether that is doubtful. */
  options: ReadonlyMap<number, boolean>;
  /** Rows of the sample, to look at several columns of one row together. */
  sample: readonly (readonly (string | null)[])[];
}

/** What a group has unless it says otherwise. */
export const base = {
  chosen: [] as string[],
  notChosen: [] as string[],
  options: [] as string[],
  scale: false,
  cells: null,
  twin: null,
  others: [] as number[],
  ask: null as string | null,
};

/** Text as options are compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
