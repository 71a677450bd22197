import type { Submission } from '../generate/plan.js';
import type { Rule } from '../sources/rules.js';
import { answerOf } from './asked.js';
import type { DemoQuestion } from './demo-question.js';

/** The columns that a question takes in a sheet, or its components in a form: one, or one for each item of a matrix. */
export const columnsOf = (question: DemoQuestion): { column: string; item: string | null }[] =>
  question.kind === 'matrix'
    ? (question.items ?? []).map((item) => ({ column: `${question.key} - ${item}`, item }))
    : [{ column: question.key, item: null }];

/** The cells of a submission, by column; lists as lists. */
export function cellsOf(
  questions: readonly DemoQuestion[],
  submission: Submission,
): Map<string, string | number | string[]> {
  const cells = new Map<string, string | number | string[]>();
  for (const question of questions) {
    const answer = answerOf(question, submission);
    if (answer === null) continue;
    for (const { column, item } of columnsOf(question)) {
      const own = item === null ? answer : (answer as Record<string, string>)[item];
      if (own !== undefined && (Array.isArray(own) || typeof own !== 'object')) cells.set(column, own);
    }
  }
  return cells;
}

/** The key that the hub knows a question by. */
export const keyOf = ({ key }: DemoQuestion): string => key.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** What a mapping says of a question, the words beside its options left out: they are no options. */
export function ruleOf(question: DemoQuestion): Rule {
  const { key, text, kind, options, unit } = question;
  const code = keyOf(question);
  if (kind === 'matrix')
    return {
      as: 'matrix', key: code, text, kind: 'scale', options: [...options], optional: true,
      columns: Object.fromEntries(columnsOf(question).map(({ column, item }) => [column, item])),
    }; // prettier-ignore
  return {
    as: 'question', column: key, key: code, text, kind, optional: true,
    ...(options.length > 0 ? { options: [...options] } : {}),
    ...(unit ? { unit } : {}),
  }; // prettier-ignore
}
