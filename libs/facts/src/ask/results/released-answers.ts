import { cellId, release, type ReleasedCell } from '#disclosure';
import { answerCells } from '../../standing/answer-cells.js';
import { answerTable, optionValue } from '../../standing/answer-table.js';
import type { ReleasedTable } from '../../standing/stored.js';
import { type AnswerCut, AREA, OPTION } from '../../dimensions.js';
import type { Counter, CountFilters } from '../counter.js';
import { releasedTable } from '../released-table.js';
import { countsByCut } from './counts-by-cut.js';

/** Released people of each option, by question, option code and value of the cut (the empty text without a cut). */
export interface ReleasedAnswers {
  /** Values of the cut, in their own order, with what is not known; empty without one. */
  values: readonly string[];
  /** Null where hidden. @throws Error where there is no such answer */
  people(question: string, code: string, value?: string): number | null;
}

const HIDDEN: ReleasedCell = { keys: [], hidden: true };

/**
 * The closed answers of one engagement: an option alone, or by one characteristic, ward or area. Of an edition as they were
 * released when it was published; exact for an analyst's working figures.
 * @param by the one cut, or null
 * @param chose place of an answer: only whoever chose it; of working figures alone
 */
export async function releasedAnswers(
  counter: Counter,
  engagement: string,
  by: AnswerCut | null,
  chose: string | null = null,
): Promise<ReleasedAnswers> {
  return counter.edition ? kept(counter, engagement, by) : exact(counter, engagement, by, chose);
}

/** What counts the people of an engagement, or of them whoever chose an answer. */
export const thereWhoChose = (engagement: string, chose: string | null): CountFilters => ({
  engagement: [engagement],
  ...(chose === null ? {} : { [OPTION]: [chose] }),
});

/** Are the answers of the edition told by this cut? Those published before answers were told by area are not. */
export const isToldBy = async (counter: Counter, by: AnswerCut): Promise<boolean> =>
  by !== AREA ||
  !counter.edition ||
  !counter.policy.guard ||
  (await releasedTable(counter, [OPTION, by])) !== null;

/** Why the answers of an edition are told by no area. @param groups that the edition declares */
export const whyNotByArea = (groups: readonly { kind: string }[]): string =>
  groups.some(({ kind }) => kind === 'area')
    ? 'This edition was published before answers were told by area.'
    : 'This edition declares no areas of neighbouring wards.';

/** Everybody heard in the engagement, or of them whoever chose an answer. */
export async function heardIn(
  counter: Counter,
  engagement: string,
  chose: string | null = null,
): Promise<ReleasedCell> {
  if (!counter.edition) {
    const [all] = await counter.count([], thereWhoChose(engagement, chose));
    return { keys: [], hidden: false, submissions: 0, people: 0, arguments: 0, ...all };
  }
  const table = counter.policy.guard ? await releasedTable(counter, ['engagement']) : null;
  return table?.find([engagement]) ?? HIDDEN;
}

/** Editions of the policy without a guard are older than answers in editions: there is nothing of them to tell. */
async function kept(counter: Counter, engagement: string, by: AnswerCut | null): Promise<ReleasedAnswers> {
  const table = counter.policy.guard ? await releasedTable(counter, by ? [OPTION, by] : [OPTION]) : null;
  const values = by && table ? table.values(1) : [];
  if (by && by !== AREA) counter.vocabulary.learn(by, values);
  const rowOf = rowsOf(table, engagement);
  return {
    values,
    people(question, code, value) {
      const column = by ? table?.valueAt(1, value ?? '') : 0;
      const found = table?.peopleAt(rowOf(question, code), column);
      if (found === undefined) throw new Error(`an answer was not released: ${answerTable(by)}`);
      return found;
    },
  };
}

/** Rows of an engagement's options, each found once: it is asked for by every value of a cut, and its name in the table is long. */
function rowsOf(table: ReleasedTable | null, engagement: string): (question: string, code: string) => number {
  const questions = new Map<string, Map<string, number>>();
  return (question, code) => {
    const known = questions.get(question) ?? new Map<string, number>();
    if (known.size === 0) questions.set(question, known);
    const row = known.get(code) ?? table?.valueAt(0, optionValue(engagement, question, code)) ?? -1;
    known.set(code, row);
    return row;
  };
}

async function exact(
  counter: Counter,
  engagement: string,
  by: AnswerCut | null,
  chose: string | null,
): Promise<ReleasedAnswers> {
  const filters = thereWhoChose(engagement, chose);
  const questions = (await counter.questions()).get(engagement) ?? [];
  const cut = by && (await countsByCut(counter, by, filters));
  const cells = answerCells(questions, {
    heard: (await counter.count([], filters))[0],
    options: await counter.count([OPTION], filters),
    cut,
  });
  const outcome = release(
    { dimensions: [OPTION], filters: {}, cells },
    { ...counter.policy, refuseHiddenOver: 1 },
  );
  if (!outcome.ok) throw new Error(`the question was not checked before it was counted: ${outcome.code}`);
  const byKeys = new Map(outcome.table.cells.map((cell) => [cellId(cell.keys), cell]));
  return {
    values: cut?.values ?? [],
    people(question, code, value = '') {
      const found = byKeys.get(cellId([question, code, value]));
      if (!found) throw new Error('an answer was not counted');
      return found.hidden ? null : found.people;
    },
  };
}
