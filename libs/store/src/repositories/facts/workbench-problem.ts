import type { Queryable } from '../../database.js';

/** Keeps what somebody said about a figure that looks wrong. Runs as the published role: anybody may say so. */
export async function reportProblem(db: Queryable, figure: string, note: string): Promise<void> {
  await db.query('SELECT facts.report_problem($1, $2)', [figure, note]);
}
