/** What a report is about: a theme for a board, a consultation question by question, or a ward for its councillors. */
export const REPORT_KINDS = ['theme', 'consultation', 'ward'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A report as it is proposed, read, signed and released: everything it shows, so that it needs nothing else to be shown again. */
export interface ReportContent {
  title: string;
  slug: string;
  agency: string;
  agencyName: string;
  forWhom: string;
  kind: ReportKind;
  /** The theme, engagement (agency/key) or ward. */
  subject: { code: string; name: string };
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
  /** Kept by its place in the edition: an erasure reaches the words, which are put in when the report is shown. */
  | { kind: 'quote'; quote: string; text: string };

/** Null is [c], which its note explains. */
export type ReportCell = string | number | null;

export interface ReportTable {
  /** F1 to F8 of a theme, Q1 and so on of a consultation, W1 to W9 of a ward, E1 and R1. */
  code: string;
  title: string;
  /** Measure, base, period, source. */
  measure: string;
  /** `digits` after the point, where a number has any. */
  columns: { name: string; title: string; numeric: boolean; digits?: number }[];
  rows: ReportRow[];
  /** How the table is drawn; null where it is not. */
  chart: ReportChart | null;
}

/** Tables of the annex stand behind everything that the author wrote. */
export const isAnnex = ({ code }: Pick<ReportTable, 'code'>): boolean => /^A\d/.test(code);

export interface ReportRow {
  cells: ReportCell[];
  /** Id of the figure that the row tells: every number of the row is of it. Null where the row tells none. */
  figure: string | null;
  /** Path of the page that stands behind a row without a figure. */
  page?: string;
  /** Of a row without a figure that is drawn: the month that it tells, `yyyy-mm`. */
  code?: string;
}

export interface ReportChart {
  kind: 'quarters' | 'wards' | 'gaps' | 'shares' | 'recorded';
  /** Name of the column that is drawn. */
  column: string;
  /** Rows that are drawn, from 0; all of them where absent. */
  rows?: number[];
  /** The drawing in words, for whoever does not see it. */
  alt: string;
}

export const HIDDEN_NOTE =
  '[c]: fewer than 8 people (perhaps none), or hidden so that another figure cannot be worked out.';

export const WITHHELD_NOTE =
  '[x]: not told, because people have not checked the coding of its theme enough; the line over its table says what is missing.';

/** Texts of an author, in order; the point must be written. */
export const TEXTS = [
  { code: 'point', heading: 'The decision asked', needed: true },
  { code: 'options', heading: 'Options', needed: false },
  { code: 'equality', heading: 'Equality', needed: false },
  { code: 'limits', heading: 'Limits', needed: true },
] as const;
