/** A report as it is proposed, read, signed and released: everything it shows, so that it needs nothing else to be shown again. */
export interface ReportContent {
  title: string;
  slug: string;
  agency: string;
  agencyName: string;
  forWhom: string;
  theme: { code: string; name: string };
  city: string;
  synthetic: boolean;
  edition: { number: number; publishedAt: string; dataTo: string | null; fingerprint: string };
  texts: ReportSection[];
  tables: ReportTable[];
  /** The released report that this one corrects. */
  corrects: string | null;
}

/** An author's text with figures and quotes put in. */
export interface ReportSection {
  code: string;
  heading: string;
  parts: ReportPart[];
}

export type ReportPart =
  | { kind: 'words'; text: string }
  | { kind: 'figure'; id: string; text: string }
  | { kind: 'quote'; text: string };

/** Null is [c], which its note explains. */
export type ReportCell = string | number | null;

export interface ReportTable {
  /** F1 to F8. */
  code: string;
  title: string;
  /** Measure, base, period, source. */
  measure: string;
  columns: { name: string; title: string; numeric: boolean }[];
  rows: { cells: ReportCell[]; figure: string | null }[];
}

export const HIDDEN_NOTE =
  '[c]: fewer than 8 people (perhaps none), or hidden so that another figure cannot be worked out.';

/** Texts of an author, in order; the point must be written. */
export const TEXTS = [
  { code: 'point', heading: 'The decision asked', needed: true },
  { code: 'options', heading: 'Options', needed: false },
  { code: 'equality', heading: 'Equality', needed: false },
  { code: 'limits', heading: 'Limits', needed: true },
] as const;
