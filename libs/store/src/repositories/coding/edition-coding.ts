import type { Queryable } from '../../database.js';

/** Where the coding stood when an edition was published. */
export interface EditionCoding {
  edition: number;
  lastAssignment: number;
  /** Of all assignments in force then. */
  digest: string;
}

/** By which coder the latest edition was made; null before the first, and of one that kept no grades. */
export async function latestEditionCoding(
  db: Queryable,
): Promise<{ lastAssignment: number; model: string; codebook: string; codebookVersion: number } | null> {
  const [row] = await db.query<{
    lastAssignment: number;
    model: string;
    codebook: string;
    codebookVersion: number;
  }>(
    `SELECT e.last_assignment::int AS "lastAssignment", p.body->0->>'coder' AS model, p.body->0->>'codebook' AS codebook,
       (p.body->0->>'codebookVersion')::int AS "codebookVersion"
     FROM coding.edition_coding e CROSS JOIN LATERAL facts.parts_of(e.edition) p
     WHERE p.name = 'grades' AND jsonb_array_length(p.body) > 0 AND e.edition = (SELECT max(edition) FROM coding.edition_coding)`,
  );
  return row ?? null;
}

export async function readEditionCoding(db: Queryable, edition: number): Promise<EditionCoding | null> {
  const [row] = await db.query<EditionCoding>(
    'SELECT edition, last_assignment::int AS "lastAssignment", digest FROM coding.edition_coding WHERE edition = $1',
    [edition],
  );
  return row ?? null;
}

/** The same digest, taken now from the history up to that assignment. */
export async function digestUpTo(db: Queryable, lastAssignment: number): Promise<string> {
  const [row] = await db.query<{ digest: string }>('SELECT coding.digest_of($1) AS digest', [lastAssignment]);
  return row?.digest ?? '';
}

/** What the coder said of one submission, by which model and codebook. */
export interface MachineWord {
  submission: string;
  model: string;
  codebook: string;
  codebookVersion: number;
  assignments: {
    theme: string;
    decision: string;
    source: string;
    probability: number;
    evidence: { answer: number; span: { start: number; end: number }; because: string }[];
  }[];
}

/** What the coder had said up to an assignment, whatever people said over it; in order of submission. */
export function machineWordsUpTo(db: Queryable, lastAssignment: number): Promise<MachineWord[]> {
  return db.query<MachineWord>(
    `WITH upto AS (SELECT * FROM coding.assignment WHERE id <= $1 AND source <> 'human' AND model_version IS NOT NULL),
     latest AS (SELECT DISTINCT ON (submission) submission, model_version, codebook, codebook_version FROM upto ORDER BY submission, id DESC),
     said AS (
       SELECT DISTINCT ON (u.submission, u.theme) u.* FROM upto u JOIN latest l USING (submission, model_version, codebook, codebook_version)
       ORDER BY u.submission, u.theme, u.id DESC)
     SELECT submission, model_version AS model, codebook, codebook_version AS "codebookVersion",
       coalesce(jsonb_agg(jsonb_build_object('theme', theme, 'decision', decision, 'source', source, 'probability', probability, 'evidence', evidence)
         ORDER BY theme) FILTER (WHERE decision <> 'absent'), '[]') AS assignments
     FROM said GROUP BY submission, model_version, codebook, codebook_version ORDER BY submission`,
    [lastAssignment],
  );
}
