import type { QuestionShape, QuestionWording } from '#domain';

import type { Transaction } from '../../database.js';

/** How questions of these engagements were asked, in order; what is not described stays as the answers said it. */
export async function describeQuestions(
  tx: Transaction,
  agency: string,
  engagements: readonly string[],
  shapes: readonly QuestionShape[],
): Promise<void> {
  if (shapes.length === 0 || engagements.length === 0) return;
  await tx.query(
    `UPDATE engagement.question q SET kind = s.kind, position = s.position, matrix = s.matrix->>'key', stem = s.matrix->>'text',
       item = s.matrix->>'item', unit = s.unit,
       learnt = coalesce(s.learnt, q.learnt AND (s.options = '[]' OR s.options = to_jsonb(q.options))),
       options = CASE WHEN jsonb_array_length(s.options) > 0 THEN ARRAY(SELECT jsonb_array_elements_text(s.options)) ELSE q.options END
     FROM jsonb_to_recordset($3::jsonb) AS s(key text, kind text, position integer, options jsonb, matrix jsonb, unit text, learnt boolean)
     WHERE q.agency = $1 AND q.engagement = ANY ($2) AND q.key = s.key`,
    [agency, engagements, JSON.stringify(shapes.map((shape, position) => ({ ...shape, position })))],
  );
}

/** In which languages questions of these engagements were put; what is not described stays as it was said of the same words. */
export async function describeWordings(
  tx: Transaction,
  agency: string,
  engagements: readonly string[],
  wordings: readonly QuestionWording[],
): Promise<void> {
  if (wordings.length === 0 || engagements.length === 0) return;
  await tx.query(
    `UPDATE engagement.question q SET language = w.language, wordings = w.others
     FROM jsonb_to_recordset($3::jsonb) AS w(key text, language text, others jsonb)
     WHERE q.agency = $1 AND q.engagement = ANY ($2) AND q.key = w.key`,
    [agency, engagements, JSON.stringify(wordings)],
  );
}
