import type pg from 'pg';

/** Closed questions that are planted into the engagement `survey-0` of each agency of the small hub. */
export const CLOSED_QUESTIONS = [
  { key: 'safe', kind: 'scale', options: ['Very safe', 'Fairly safe', 'A bit unsafe', 'Very unsafe'] },
  { key: 'matters', kind: 'multi-choice', options: ['Parks', 'Roads, pavements and paths', 'Policing'] },
  { key: 'aware', kind: 'choice', options: ['Yes', 'No'] },
] as const;

/** Plants answers by hash of the submission's id, so that they hang on nothing else; some answer none, or do not know. */
export async function plantClosedAnswers(admin: pg.Pool): Promise<void> {
  for (const [position, { key, kind, options }] of CLOSED_QUESTIONS.entries()) {
    await admin.query(
      `INSERT INTO engagement.question (agency, engagement, key, text, kind, options, position)
       SELECT agency, key, $1, 'Question ' || $1, $2, $3, $4 FROM engagement.engagement WHERE key = 'survey-0'`,
      [key, kind, options, position],
    );
    await admin.query(
      `INSERT INTO engagement.answer (agency, submission, engagement, question, options)
       SELECT s.agency, s.id, s.engagement, $1, o.options FROM engagement.submission s
       CROSS JOIN LATERAL (SELECT get_byte(sha256(convert_to(s.id::text || $1, 'UTF8')), 0) AS a, get_byte(sha256(convert_to(s.id::text || $1, 'UTF8')), 1) AS b) h
       CROSS JOIN LATERAL (SELECT CASE
         WHEN h.a < 26 THEN NULL
         WHEN h.a < 40 THEN ARRAY['don''t know']
         WHEN $2 = 'multi-choice' THEN ARRAY(SELECT option FROM unnest($3::text[]) WITH ORDINALITY u(option, n) WHERE (h.b >> n::int) & 1 = 1 OR n = 1 + h.a % 3)
         ELSE ARRAY[lower(($3::text[])[1 + (h.b * h.b / 256 * cardinality($3::text[])) / 256])] END AS options) o
       WHERE s.engagement = 'survey-0' AND o.options IS NOT NULL`,
      [key, kind, options],
    );
  }
}
