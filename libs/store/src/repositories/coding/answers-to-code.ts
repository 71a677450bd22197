import type { Queryable, Transaction } from '../../database.js';
import type { AnswerSide } from './own-codebooks.js';

/** Answers that people code by a codebook of an agency, by the workbench role. */

/** An answer that a person codes. */
export interface AnswerToCode {
  answer: number;
  agency: string;
  engagement: string;
  question: string;
  text: string;
  masks: { span: { start: number; end: number }; type: string }[];
  purpose: 'teach' | 'check';
}

/**
 * The next answer without a person's word: for checking and for teaching by turns; to teach, the one that the latest coder is least sure of.
 * @param model the latest coder; null: any
 */
export async function nextAnswer(
  tx: Queryable,
  codebook: string,
  model: string | null,
): Promise<AnswerToCode | null> {
  const [row] = await tx.query<AnswerToCode>(
    `WITH said AS (SELECT count(*) FILTER (WHERE purpose = 'teach') AS teach, count(*) FILTER (WHERE purpose = 'check') AS checked
       FROM coding.answer_word w WHERE w.codebook = $1),
     left_over AS (SELECT x.id, coding.answer_is_for(x.id, $1) AS purpose FROM coding.answers_by($1) x
       WHERE NOT EXISTS (SELECT FROM coding.answer_word w WHERE w.answer = x.id AND w.codebook = $1))
     SELECT a.id::int AS answer, a.agency, e.title AS engagement, q.text AS question, a.text, l.purpose,
       coding.masks_of(a.id) AS masks
     FROM left_over l JOIN engagement.answer a ON a.id = l.id JOIN coding.coded c ON c.submission = a.submission
     JOIN engagement.engagement e ON e.agency = a.agency AND e.key = a.engagement
     JOIN engagement.question q ON q.agency = a.agency AND q.engagement = a.engagement AND q.key = a.question
     LEFT JOIN coding.answer_coded d ON d.answer = a.id AND d.codebook = $1 AND d.model_version = $2 CROSS JOIN said s
     WHERE d.answer IS NULL OR NOT d.no_answer
     ORDER BY (l.purpose = CASE WHEN s.checked < s.teach THEN 'check' ELSE 'teach' END) DESC,
       CASE WHEN l.purpose = 'teach' THEN (SELECT min(abs(ch - .5)) FROM unnest(d.chances) ch) END NULLS LAST,
       md5($1 || a.id) LIMIT 1`,
    [codebook, model],
  );
  return row ?? null;
}

/** How many answers people coded, to teach and to check. */
export async function wordsSaid(tx: Queryable, codebook: string): Promise<{ teach: number; check: number }> {
  const [row] = await tx.query<{ teach: number; check: number }>(
    `SELECT count(DISTINCT answer) FILTER (WHERE purpose = 'teach')::int AS teach, count(DISTINCT answer) FILTER (WHERE purpose = 'check')::int AS check
     FROM coding.answer_word WHERE codebook = $1`,
    [codebook],
  );
  return row!;
}

/** Answers of the session's agencies that the coder in force has not coded; 0 where no coder of the codebook is in force. */
export async function uncodedAnswers(tx: Queryable, codebook: string): Promise<number> {
  const [row] = await tx.query<{ left: number }>(
    `SELECT count(*)::int AS left FROM coding.own_in_force f CROSS JOIN LATERAL coding.answers_by(f.codebook) x
     JOIN engagement.answer a ON a.id = x.id JOIN coding.coded c ON c.submission = a.submission
     WHERE f.codebook = $1 AND NOT EXISTS (
       SELECT FROM coding.answer_coded d WHERE d.answer = x.id AND d.codebook = f.codebook AND d.model_version = f.model_version)`,
    [codebook],
  );
  return row!.left;
}

/** @returns number of the coding; null where the answer is not for this session. @throws HB001 where a theme is not in the codebook */
export async function codeOneAnswer(
  tx: Transaction,
  answer: number,
  codebook: string,
  outcome: 'themes' | 'none' | 'unsure',
  themes: readonly string[],
  side: AnswerSide | null = null,
): Promise<number | null> {
  const [row] = await tx.query<{ id: number | null }>(
    'SELECT coding.say_of_answer($1, $2, $3, $4, $5)::int AS id',
    [answer, codebook, outcome, themes, side],
  );
  return row?.id ?? null;
}
