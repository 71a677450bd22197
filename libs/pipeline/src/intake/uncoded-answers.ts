import { HARMONISED, needsMatching, type DemographicAnswer, type DemographicField } from '#domain';
import type { FinishedDelivery } from '#store';

import type { IdentifiedRecord } from './sort-rows.js';

/** Answers of one equality question of which too many have no code. */
export interface UncodedAnswers {
  characteristic: DemographicField;
  wording: string;
  answered: number;
  uncoded: number;
  /** Answers without a code, most frequent first. */
  answers: string[];
}

/** An answer longer than this is no option of a list: it is not offered for a code. */
const LONGEST_OPTION = 80;
const MOST_OPTIONS = 200;

/** The equality questions of these rows of whose answers over 5% have no code; those without a harmonised list are none of them. */
export function uncodedIn(records: readonly IdentifiedRecord[]): UncodedAnswers[] {
  const byQuestion = new Map<string, DemographicAnswer[]>();
  for (const { record } of records)
    for (const answer of record.kind === 'submission' ? record.demographics : []) {
      if (!HARMONISED[answer.characteristic] || answer.code === 'blank') continue;
      const key = `${answer.characteristic}\u0000${answer.wording}`;
      const asked = byQuestion.get(key);
      if (asked) asked.push(answer);
      else byQuestion.set(key, [answer]);
    }
  return [...byQuestion.values()].flatMap((answers): UncodedAnswers[] => {
    const without = answers
      .filter(({ code }) => code === 'unmapped')
      .map(({ asAsked }) => asAsked?.trim() ?? '');
    const [{ characteristic, wording }] = answers as [DemographicAnswer];
    const count = { answered: answers.length, uncoded: without.length };
    return needsMatching(count) ? [{ characteristic, wording, ...count, answers: byFrequency(without) }] : [];
  });
}

function byFrequency(answers: readonly string[]): string[] {
  const rows = new Map<string, number>();
  for (const answer of answers) rows.set(answer, (rows.get(answer) ?? 0) + 1);
  return [...rows].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([answer]) => answer);
}

/** The receipt of a delivery that waits for their codes. */
export const heldFor = (found: readonly UncodedAnswers[], mapping: unknown): FinishedDelivery => ({
  status: 'held',
  noteCode: 'answers-uncoded',
  note: uncodedNote(found) + QUESTION,
  suggestedMapping: mappingToFillIn(mapping, found),
  files: [],
  dataTo: null,
});

/** What the receipt says of them; names no answer. */
export function uncodedNote(found: readonly UncodedAnswers[]): string {
  const each = found.map(({ wording, answered, uncoded }) => {
    const percent = Math.round((100 * uncoded) / answered);
    return `“${wording}”: ${uncoded} of ${answered} answers (${percent}%)`;
  });
  return `Some answers are in no wording that we know, so they are not yet matched to a group. ${each.join('; ')}.`;
}

const QUESTION =
  ' Fill in a code for each in the suggested mapping (“map”), take the delivery as it is (“replace”; they stay not yet matched), or cancel?';

/** Whether the source's mapping says that such a delivery need not wait. */
export const goesOn = (mapping: unknown): boolean =>
  (mapping as { uncodedAnswers?: unknown } | null)?.uncodedAnswers === 'go-on';

type Rule = { as?: unknown; column?: unknown; characteristic?: unknown; wording?: unknown; values?: object };

/** The mapping with the table answer -> code to fill in; null where the layout has no mapping of columns. */
function mappingToFillIn(mapping: unknown, found: readonly UncodedAnswers[]): unknown {
  const { columns } = (mapping ?? {}) as { columns?: Rule[] };
  if (!Array.isArray(columns)) return null;
  const filled = columns.map((rule) => {
    const question = found.find(
      ({ characteristic, wording }) =>
        rule.as === 'demographic' &&
        rule.characteristic === characteristic &&
        (rule.wording ?? `${characteristic}: ${String(rule.column)}`) === wording,
    );
    if (!question) return rule;
    const offered = question.answers
      .filter((answer) => answer.length <= LONGEST_OPTION)
      .slice(0, MOST_OPTIONS);
    return {
      ...rule,
      values: { ...rule.values, ...Object.fromEntries(offered.map((answer) => [answer, 'unmapped'])) },
    };
  });
  return { ...(mapping as object), columns: filled };
}
