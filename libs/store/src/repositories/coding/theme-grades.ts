import type { Queryable, Transaction } from '../../database.js';
import { lockAudit } from '../locks.js';

interface Bounds {
  /** Null where nothing is known. */
  value: number | null;
  low: number;
  high: number;
}

/** What the audit says of a theme; shares from 0 to 1, a value null where nothing can be said. */
export interface GradeFindings {
  share: Bounds;
  coded: number;
  precision: Bounds;
  recall: Bounds;
  /** People on whom somebody decided; those with the theme, and those to whom the coder gave it. */
  codings: number;
  positives: number;
  auditedYes: number;
}

/** How far a theme may be trusted, by the coder and codebook in force. */
export interface ThemeGradeRow {
  theme: string;
  grade: 'ready' | 'indicative' | 'learning';
  model: string;
  codebook: string;
  codebookVersion: number;
  /** Null without an audit. */
  findings: GradeFindings | null;
  /** Of agencies with enough of an audit of their own. */
  agencies: Record<string, GradeFindings>;
  /**
   * True share by the coder of the latest edition, of the comments that it has read, and `beside` it by this coder of these same comments
   * (what came since is in neither; left out where nothing came); null where that is this coder.
   */
  former: (Bounds & { beside?: Bounds }) | null;
  /** Codings that a change of the codebook left open; the theme has no figure until there is none. */
  recoding: number;
  /** Audit codings that would make it ready; null where it is, or where more would not. */
  wanted: { yes: number; others: number } | null;
}

/** Replaces the grades of the working facts; editions keep theirs. */
export async function saveThemeGrades(tx: Transaction, grades: readonly ThemeGradeRow[]): Promise<void> {
  await lockAudit(tx);
  await tx.query('DELETE FROM coding.theme_grade');
  await tx.query(
    `INSERT INTO coding.theme_grade (theme, grade, model_version, codebook, codebook_version, findings, wanted, agencies, former, recoding)
     SELECT g.theme, g.grade, g.model, g.codebook, g."codebookVersion", nullif(g.findings, 'null'), nullif(g.wanted, 'null'), g.agencies, nullif(g.former, 'null'), g.recoding
     FROM jsonb_to_recordset($1) AS g(theme text, grade text, model text, codebook text, "codebookVersion" integer, findings jsonb, wanted jsonb, agencies jsonb, former jsonb, recoding integer)`,
    [JSON.stringify(grades)],
  );
}

/** By the worker while it publishes, or for those who code. */
export function readThemeGrades(db: Queryable): Promise<ThemeGradeRow[]> {
  return db.query<ThemeGradeRow>(
    `SELECT theme, grade, model_version AS model, codebook, codebook_version AS "codebookVersion", findings, wanted, agencies, former, recoding
     FROM coding.theme_grade ORDER BY theme`,
  );
}

/** How large the audit of a theme was when an edition was graded by it; counts that are never public. */
export interface AuditSize {
  theme: string;
  codings: number;
  positives: number;
  auditedYes: number;
}

/** By the worker while it publishes. */
export async function keepEditionGrades(
  tx: Transaction,
  edition: number,
  sizes: readonly AuditSize[],
): Promise<void> {
  await tx.query(
    `INSERT INTO coding.edition_grade (edition, theme, codings, positives, audited_yes)
     SELECT $1, s.theme, s.codings, s.positives, s."auditedYes"
     FROM jsonb_to_recordset($2) AS s(theme text, codings integer, positives integer, "auditedYes" integer)`,
    [edition, JSON.stringify(sizes)],
  );
}

export function readEditionGrades(tx: Queryable, edition: number): Promise<AuditSize[]> {
  return tx.query<AuditSize>(
    'SELECT theme, codings, positives, audited_yes AS "auditedYes" FROM coding.edition_grade WHERE edition = $1',
    [edition],
  );
}

/** How many submissions count in a theme, of one agency, and of how many of these a person said so. */
export interface CodedByPeople {
  theme: string;
  agency: string;
  submissions: number;
  byPeople: number;
}

/** Of every theme and every theme above others. @param tx by the worker role */
export function codedByPeople(tx: Queryable): Promise<CodedByPeople[]> {
  return tx.query<CodedByPeople>(
    `WITH parents AS MATERIALIZED (
       SELECT b.code, b.version, t->>'code' AS theme, nullif(t->>'parent', '') AS parent FROM coding.codebook b CROSS JOIN LATERAL jsonb_array_elements(b.document->'themes') t)
     SELECT n.theme, x.agency, count(DISTINCT x.submission)::int AS submissions,
       (count(DISTINCT x.submission) FILTER (WHERE x.source = 'human'))::int AS "byPeople"
     FROM coding.current_assignment x LEFT JOIN parents p ON p.code = x.codebook AND p.version = x.codebook_version AND p.theme = x.theme
     CROSS JOIN LATERAL (VALUES (x.theme), (p.parent)) n(theme)
     WHERE x.decision = 'assign' AND n.theme IS NOT NULL GROUP BY n.theme, x.agency`,
  );
}
