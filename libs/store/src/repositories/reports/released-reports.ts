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
