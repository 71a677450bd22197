import type { Queryable, Transaction } from '../../database.js';

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
  /** Audit codings that would make it ready; null where it is, or where more would not. */
  wanted: { yes: number; others: number } | null;
}

/** Replaces the grades of the working facts; editions keep theirs. */
export async function saveThemeGrades(tx: Transaction, grades: readonly ThemeGradeRow[]): Promise<void> {
  await tx.query('DELETE FROM coding.theme_grade');
  await tx.query(
    `INSERT INTO coding.theme_grade (theme, grade, model_version, codebook, codebook_version, findings, wanted)
     SELECT g.theme, g.grade, g.model, g.codebook, g."codebookVersion", nullif(g.findings, 'null'), nullif(g.wanted, 'null')
     FROM jsonb_to_recordset($1) AS g(theme text, grade text, model text, codebook text, "codebookVersion" integer, findings jsonb, wanted jsonb)`,
    [JSON.stringify(grades)],
  );
}

/** By the worker while it publishes, or for those who code. */
export function readThemeGrades(db: Queryable): Promise<ThemeGradeRow[]> {
  return db.query<ThemeGradeRow>(
    `SELECT theme, grade, model_version AS model, codebook, codebook_version AS "codebookVersion", findings, wanted
     FROM coding.theme_grade ORDER BY theme`,
  );
}
