import type { OptionRow, QuestionRow } from '#store';

/** A closed question of an edition with what could be answered, the base first. */
export interface AskedQuestion extends QuestionRow {
  options: OptionRow[];
}

/** What an item of a matrix is about, and the question that its items share. */
export interface MatrixItem {
  key: string;
  text: string;
  item: string;
}

/** Null for what is no item of a matrix. */
export const matrixOf = ({ matrix, stem, item, text }: QuestionRow): MatrixItem | null =>
  matrix === null ? null : { key: matrix, text: stem ?? text, item: item ?? text };

/** Closed questions by engagement, in the order asked. */
export type AskedQuestions = ReadonlyMap<string, readonly AskedQuestion[]>;

export function byEngagement(
  questions: readonly QuestionRow[],
  options: readonly OptionRow[],
): AskedQuestions {
  const all = new Map<string, AskedQuestion[]>();
  const byKey = new Map<string, AskedQuestion>();
  for (const question of [...questions].sort((a, b) => a.position - b.position)) {
    const asked = { ...question, options: [] };
    byKey.set(`${question.engagement}\u0000${question.key}`, asked);
    all.set(question.engagement, [...(all.get(question.engagement) ?? []), asked]);
  }
  for (const option of options)
    byKey.get(`${option.engagement}\u0000${option.question}`)?.options.push(option);
  return all;
}
