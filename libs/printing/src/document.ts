/** What a report is made of before it becomes pages: words that are already written out, in the order in which they are read. */
export interface PrintedDocument {
  title: string;
  author: string;
  description: string;
  /** Seconds since 1970 that the file tells as the time of its making; with the content it decides every byte. */
  madeAt: number;
  /** Line at the head of each page. */
  head: { left: string; right: string };
  foot: string;
  /** Over the title of what is not out yet; null in what is. */
  draft: string | null;
  /** Under the title: what is wanted before anything is read, such as that there is a correction. */
  lines: PrintedPart[][];
  blocks: PrintedBlock[];
}

export type PrintedBlock = PrintedText | PrintedTable;

export interface PrintedText {
  kind: 'text';
  heading: string;
  /** Set apart, for what the reader must not miss. */
  boxed: boolean;
  paragraphs: PrintedPart[][];
}

export interface PrintedPart {
  text: string;
  /** Where it leads; null where nowhere. */
  address: string | null;
}

export interface PrintedTable {
  kind: 'table';
  heading: string;
  /** Measure, base, period, source. */
  measure: string;
  chart: PrintedChart | null;
  /** `width`: what a column has of the line beside the others, in twips of a sheet of A4. */
  columns: { title: string; numeric: boolean; width: number }[];
  /** The first cell names its row. */
  rows: PrintedPart[][];
  /** Upright its words have no room: its sheet lies on its side. */
  onItsSide: boolean;
}

/** A drawing of what a table says, and the same in words. */
export interface PrintedChart {
  svg: string;
  alt: string;
  /** Its numbers, for a form that draws them by charts of its own; null of a map, for which there is no such chart. */
  values: ChartValues | null;
  /** Under a chart of those values, or in the place of a map. */
  caption: PrintedPart[];
}

export interface ChartValues {
  kind: 'quarters' | 'shares' | 'gaps' | 'recorded';
  /** Of the table, such as F2; unique in a document. */
  code: string;
  title: string;
  /** What each of its rows is cited by. */
  source: string;
  /** Heads of the column of names and of the drawn one. */
  heads: { name: string; value: string };
  /** After the point. */
  digits: number;
  /** Whether rows have a range. */
  ranged: boolean;
  rows: ChartRow[];
}

export interface ChartRow {
  /** With [c] or [x] behind it where there is no number. */
  name: string;
  value: number | null;
  low: number | null;
  high: number | null;
  /** Not to be compared with the others. */
  apart: boolean;
  /** Id of its figure and its short address; empty where there is none. */
  figure: string;
  address: string;
}
