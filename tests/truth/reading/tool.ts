/** A cell as a tool writes it; a date is written in the way of the file. */
export type Cell = string | number | { day: string; time: string };

/** A column that the tool adds by itself. */
export interface Own {
  /** Its label in each header row. */
  label: string | string[];
  cell: (person: number, day: string) => Cell;
  /** Is it the date of the answer, the id, or nobody's answer? */
  is: 'date' | 'id' | 'nobody' | 'field';
}

/** How several options of one person stand in the sheet. */
export type Several =
  | { way: 'cell'; mark: string; closes?: boolean }
  | {
      way: 'columns';
      label: (stem: string, option: string, at: number) => string[];
      /** The column for a remark on the option, beside it. */
      remark?: (stem: string, option: string) => string;
      on: (option: string) => string;
      off: string;
    };

export type Ranks =
  | { way: 'cell'; mark: string; closes?: boolean }
  | { way: 'pairs' }
  | { way: 'places'; label: (stem: string, place: number) => string[] }
  | { way: 'items'; label: (stem: string, item: string) => string[] };

/** How one tool lays out its export: from its public description, or from sheets that people make by hand. */
export interface Tool {
  name: string;
  /** Code of the hub's layout; null for a tool of which the hub knows nothing. */
  layout: string | null;
  before: Own[];
  after: Own[];
  /** What stands before the wording of a question. */
  number: (at: number) => string;
  single: (stem: string) => string[];
  several: Several;
  /** Null: the tool writes an item as if it were a question by itself. */
  matrix: { way: 'columns'; label: (stem: string, item: string) => string[] } | { way: 'cell' } | null;
  ranks: Ranks;
  /** What it writes for "Yes" and "No". */
  yesNo?: readonly [yes: string, no: string];
  /** Its word for "not answered". */
  blank: string;
  headers: 1 | 2 | 3;
  /** Rows that stand above the labels. */
  above?: Cell[][];
  dates: 'iso' | 'iso-time' | 'british' | 'american' | 'words' | 'zoned' | 'short' | 'dotted' | 'named';
  /** The third row of Qualtrics. */
  importIds?: boolean;
  /** The label of the date stands in a row of its own above the others. */
  dateAbove?: boolean;
  /** What stands in one of its columns where a row is no answer. */
  spoilt?: { label: string; value: string };
}

const two = (number: number): string => String(number).padStart(2, '0');
export const clock = (person: number): string =>
  `${two(8 + (person % 10))}:${two((person * 7) % 60)}:${two((person * 13) % 60)}`;

const own = (is: Own['is'], label: Own['label'], cell: Own['cell']): Own => ({ is, label, cell });
export const id = (label: string, make: (person: number) => Cell): Own => own('id', label, make);
export const date = (label: string): Own =>
  own('date', label, (person, day) => ({ day, time: clock(person) }));
export const start = (label: string): Own =>
  own('nobody', label, (person, day) => ({ day, time: clock(person).replace(/:..$/, ':00') }));
export const nobody = (label: string, make: (person: number) => Cell = () => ''): Own =>
  own('nobody', label, make);

/** Part of the answer, and asked by the tool itself. */
export const field = (label: string, make: (person: number) => Cell): Own => own('field', label, make);
export const number = (person: number): string => String(118_220_000_000 + person * 7_919);
export const hex = (person: number): string =>
  `${((person * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}-0a1b-4c2d-8e3f-${String(person).padStart(12, '0')}`;
export const ip = (person: number): string => `192.0.2.${person % 250}`;
export const AGENTS = 'Mozilla/5.0 (X11; Linux x86_64) Synthetic/1.0';

/** The parts of a question in columns of their own, each under the stem and its own words. */
export const COLUMNS = { way: 'columns' } as const;
export const dashed = (stem: string, part: string | number): string[] => [`${stem} - ${part}`];

/** What most tools do, unless said otherwise. */
export const BASE = {
  before: [],
  after: [],
  number: (): string => '',
  single: (stem: string): string[] => [stem],
  blank: '',
  headers: 1,
  dates: 'british',
  matrix: { ...COLUMNS, label: dashed },
  several: { way: 'cell', mark: ', ' },
  ranks: { way: 'items', label: dashed },
} satisfies Partial<Tool>;
