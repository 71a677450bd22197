import { type ClosedOption, closedOptions, type Question } from '#domain';
import {
  type AnswerPlace,
  type ClosedQuestions,
  heldAnswers,
  heldQuestions,
  type HeldAnswer,
  latestEdition,
  type OptionRow,
  type QuestionRow,
  questionThemes,
  type QuestionThemes,
  readOptions,
  type Transaction,
} from '#store';

const keyOf = (engagement: string, question: string): string => `${engagement}\u0000${question}`;

/**
 * Closed questions as the facts hold them: each engagement's options numbered from 0 in the order its questions were
 * asked, and for every given answer the places that it chooses.
 * @param tx by the worker role
 */
export async function closedQuestions(tx: Transaction): Promise<ClosedQuestions> {
  const held = await heldQuestions(tx);
  const answers = new Map<string, HeldAnswer[]>();
  for (const answer of await heldAnswers(tx)) {
    const key = keyOf(answer.engagement, answer.question);
    answers.set(key, [...(answers.get(key) ?? []), answer]);
  }
  const coded = await questionThemes(tx);
  const kept = await optionsBefore(tx);
  const questions: QuestionRow[] = [];
  const options: OptionRow[] = [];
  const places: AnswerPlace[] = [];
  const next = new Map<string, number>();
  for (const { engagement, key, text, kind, options: asked, learnt, ...shape } of held) {
    const given = answers.get(keyOf(engagement, key)) ?? [];
    const found = closedOptions(
      { kind: kind as Question['kind'], options: asked, learnt },
      given,
      kept.get(keyOf(engagement, key)),
    );
    if (found.length === 0) continue;
    for (const book of coded)
      if (book.engagement === engagement && book.question === key) found.push(...themeOptions(book));
    const from = next.get(engagement) ?? 0;
    next.set(engagement, from + found.length);
    questions.push({ engagement, key, position: questions.length, text, kind, ...shape });
    found.forEach((option, at) => {
      options.push({ engagement, question: key, place: from + at, ...named(option) });
      for (const answer of option.answers)
        places.push({ engagement, question: key, answer, place: from + at });
    });
  }
  return { questions, options, places };
}

/** Options of the latest edition by question. */
async function optionsBefore(tx: Transaction): Promise<Map<string, OptionRow[]>> {
  const latest = await latestEdition(tx);
  const rows = latest ? await readOptions(tx, latest.number) : [];
  const byQuestion = new Map<string, OptionRow[]>();
  for (const row of rows) {
    const key = keyOf(row.engagement, row.question);
    byQuestion.set(key, [...(byQuestion.get(key) ?? []), row]);
  }
  return byQuestion;
}

/** Themes of an open question as options, each beside whoever wrote; last those whose words have none of them. */
const themeOptions = ({ codebook, themes }: QuestionThemes): ClosedOption[] => [
  ...themes.map(({ code, name }): ClosedOption => ({
    code: `${codebook}/${code}`,
    label: name,
    role: 'option',
    answers: [`theme/${codebook}/${code}`],
  })),
  { code: `${codebook}/`, label: 'In no theme', role: 'other', answers: [`theme/${codebook}/`] },
];

const named = ({ code, label, role }: ClosedOption): Pick<OptionRow, 'code' | 'label' | 'role'> => ({
  code,
  label,
  role,
});
