import { cellId, release, type ReleasedCell } from '#disclosure';
import { answerCells } from '../../standing/answer-cells.js';
import { answerTable, optionValue } from '../../standing/stand-answers.js';
import { type Characteristic, OPTION } from '../../dimensions.js';
import type { Counter } from '../counter.js';
import { releasedTable } from '../released-table.js';

/** Released people of each option, by question, option code and value of the cut (the empty text without a cut). */
export interface ReleasedAnswers {
  /** Values of the cut, in their own order, with what is not known; empty without one. */
  values: readonly string[];
  option(question: string, code: string, value?: string): ReleasedCell;
}

const HIDDEN: ReleasedCell = { keys: [], hidden: true };

/**
 * The closed answers of one engagement: an option alone, or by one characteristic or ward. Of an edition as they were released
 * when it was published; exact for an analyst's working figures.
 * @param by the one cut, or null
 */
export async function releasedAnswers(
  counter: Counter,
  engagement: string,
  by: Characteristic | null,
): Promise<ReleasedAnswers> {
  return counter.edition ? kept(counter, engagement, by) : exact(counter, engagement, by);
}

/** Everybody heard in the engagement. */
export async function heardIn(counter: Counter, engagement: string): Promise<ReleasedCell> {
  if (!counter.edition) {
    const [all] = await counter.count([], { engagement: [engagement] });
    return { keys: [], hidden: false, submissions: 0, people: 0, arguments: 0, ...all };
  }
  const table = counter.policy.guard ? await releasedTable(counter, ['engagement']) : null;
  return table?.find([engagement]) ?? HIDDEN;
}

/** Editions of the policy without a guard are older than answers in editions: there is nothing of them to tell. */
async function kept(
  counter: Counter,
  engagement: string,
  by: Characteristic | null,
): Promise<ReleasedAnswers> {
  const table = counter.policy.guard ? await releasedTable(counter, by ? [OPTION, by] : [OPTION]) : null;
  const values = by && table ? table.values(1) : [];
  if (by) counter.vocabulary.learn(by, values);
  return {
    values,
    option(question, code, value) {
      const option = optionValue(engagement, question, code);
      const found = table?.find(value === undefined ? [option] : [option, value]);
      if (!found) throw new Error(`an answer was not released: ${answerTable(by)}`);
      return found;
    },
  };
}

async function exact(
  counter: Counter,
  engagement: string,
  by: Characteristic | null,
): Promise<ReleasedAnswers> {
  const filters = { engagement: [engagement] };
  const questions = (await counter.questions()).get(engagement) ?? [];
  const heardBy = by ? await counter.count([by], filters) : [];
  if (by)
    counter.vocabulary.learn(
      by,
      heardBy.map(({ keys }) => keys[0] ?? ''),
    );
  const values = by ? counter.vocabulary.values(by, []) : [];
  const cells = answerCells(questions, {
    heard: (await counter.count([], filters))[0],
    options: await counter.count([OPTION], filters),
    cut: by && { values, heard: heardBy, options: await counter.count([OPTION, by], filters) },
  });
  const outcome = release(
    { dimensions: [OPTION], filters: {}, cells },
    { ...counter.policy, refuseHiddenOver: 1 },
  );
  if (!outcome.ok) throw new Error(`the question was not checked before it was counted: ${outcome.code}`);
  const byKeys = new Map(outcome.table.cells.map((cell) => [cellId(cell.keys), cell]));
  return {
    values,
    option(question, code, value = '') {
      const found = byKeys.get(cellId([question, code, value]));
      if (!found) throw new Error('an answer was not counted');
      return found;
    },
  };
}
