import type { Queryable } from '../../database.js';

/** By the published role: what is out by the database's clock, and nothing before its minute. */

export interface ReleasedReport {
  id: string;
  slug: string;
  agency: string;
  title: string;
  kind: 'theme' | 'consultation' | 'ward';
  /** Code of the theme, of the engagement (agency/key), or of the ward. */
  subject: string;
  forWhom: string;
  edition: number;
  releasedAt: string;
  digest: string;
  /** Address of the report that corrects it; null where none is out. */
  correctedBy: string | null;
}

/** The latest first. */
export async function readReleasedReports(db: Queryable): Promise<ReleasedReport[]> {
  const rows = await db.query<{ report: ReleasedReport }>(
    'SELECT report FROM facts.released_reports() AS report',
  );
  return rows.map(({ report }) => report);
}

/** The content as its readers signed it; null before its minute, and where there is none. */
export async function readReleasedReport(db: Queryable, slug: string): Promise<unknown> {
  const [row] = await db.query<{ content: unknown }>('SELECT facts.released_report($1) AS content', [slug]);
  return row?.content ?? null;
}

/** Somebody who saw a report before its minute, without a name. Days are ISO dates of London. */
export interface ReportSeen {
  /** `officer`: neither wrote nor was asked to read it. */
  part: 'author' | 'reader' | 'officer';
  /** Codes of the agencies for which they are lead or officer. */
  agencies: string[];
  firstOn: string;
  lastOn: string;
  signedOn: string | null;
}

/** Who saw a report before it was out, authors first; nobody of one that is not out. */
export const readReportSeen = (db: Queryable, slug: string): Promise<ReportSeen[]> =>
  db.query<ReportSeen>(
    `SELECT part, agencies, first_on::text AS "firstOn", last_on::text AS "lastOn", signed_on::text AS "signedOn" FROM facts.report_seen($1)`,
    [slug],
  );
