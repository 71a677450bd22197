import type { OptionRow, QuestionRow, WordingRow } from '#store';

/** In which languages a question was put. */
export interface Wording {
  /** Of its text: a code of ISO 639; null where nobody says. */
  language: string | null;
  /** The same question in other languages; of an item of a matrix, the question that its items share. */
  otherWordings: WordingRow['others'];
}

/** A closed question of an edition with what could be answered, the base first. */
export interface AskedQuestion extends QuestionRow, Wording {
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
  wordings: readonly WordingRow[] = [],
): AskedQuestions {
  const said = new Map(wordings.map((row) => [`${row.engagement}\u0000${row.question}`, row]));
  const all = new Map<string, AskedQuestion[]>();
  const byKey = new Map<string, AskedQuestion>();
  for (const question of [...questions].sort((a, b) => a.position - b.position)) {
    const id = `${question.engagement}\u0000${question.key}`;
    const { language = null, others: otherWordings = [] } = said.get(id) ?? {};
    const asked = { ...question, language, otherWordings, options: [] };
    byKey.set(id, asked);
    all.set(question.engagement, [...(all.get(question.engagement) ?? []), asked]);
  }
  for (const option of options)
    byKey.get(`${option.engagement}\u0000${option.question}`)?.options.push(option);
  return all;
}
