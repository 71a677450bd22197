import type { Queryable, Transaction } from '../../database.js';

/** Keeps what somebody said about a figure that looks wrong. Runs as the published role: anybody may say so. */
export async function reportProblem(db: Queryable, figure: string, note: string): Promise<void> {
  await db.query('SELECT facts.report_problem($1, $2)', [figure, note]);
}

/** What somebody said, and what was answered. */
export interface Problem {
  id: number;
  at: Date;
  /** Id of the figure, as its receipt has it. */
  figure: string;
  note: string;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  /** Whether the answer is public. */
  told: boolean;
}

/** By the workbench role, for analysts and leads: those without an answer first. Nobody else is given a row. */
export const readProblems = (tx: Transaction): Promise<Problem[]> =>
  tx.query<Problem>(
    `SELECT id::int AS id, at, figure, note, answer, answered_by AS "answeredBy", answered_at AS "answeredAt", told FROM facts.problems()`,
  );

/** @returns false where there is none of that number for this session */
export async function answerProblem(
  tx: Transaction,
  id: number,
  answer: string,
  inPublic: boolean,
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT facts.answer_problem($1, $2, $3) AS done', [
    id,
    answer,
    inPublic,
  ]);
  return row?.done ?? false;
}

export interface PublicAnswer {
  id: number;
  figure: string;
  answer: string;
  answeredAt: Date;
}

/** By the published role: answers that were given in public, the latest first. */
export const publicAnswers = (db: Queryable): Promise<PublicAnswer[]> =>
  db.query<PublicAnswer>(
    'SELECT id::int AS id, figure, answer, answered_at AS "answeredAt" FROM facts.problems_told()',
  );
