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
  /** A drawing of what the table says, and the same in words. */
  chart: { svg: string; alt: string } | null;
  /** `weight`: how much room a column of words wants beside the others; 0: as much as its words take in one line. */
  columns: { title: string; numeric: boolean; weight: number }[];
  /** The first cell names its row. */
  rows: PrintedPart[][];
}
