import { count, type Counted, type FactTable } from '#counting';
import { cellReleaser, type CountCell, type DisclosurePolicy, type ReleasedCell, stays } from '#disclosure';
import type { AskedQuestions } from '../ask/results/asked-questions.js';
import { type Characteristic, CHARACTERISTICS, OPTION } from '../dimensions.js';
import { answerCells, type AnswerCounts } from './answer-cells.js';
import type { Layout } from './layout.js';
import { Before, HIDDEN_CELL, type Standing, Told } from './stand.js';

/** What the closed answers of an edition are kept by: an option alone, and by one characteristic or ward. */
export const ANSWER_CUTS: readonly (Characteristic | null)[] = [null, ...CHARACTERISTICS];

/** Name of the kept table of a cut. */
export const answerTable = (by: Characteristic | null): string => (by ? `${OPTION},${by}` : OPTION);

/** An option in a kept table. Its place in the facts may move from edition to edition; this does not. */
export const optionValue = (engagement: string, question: string, code: string): string =>
  [engagement, question, code].join('\u0000');

/**
 * Releases every option of every closed question, alone or by one characteristic, once and for all, when its edition is
 * published. Nothing finer and no two questions: tables of two questions give a linear attacker every answer. A zero is
 * never told (rule D of the policy of answers).
 * @param values of the cut, in its own order; of no use without one
 * @param previous how the same table stood in the edition before, where that was published by the same policy
 */
export function standAnswers(
  table: FactTable,
  questions: AskedQuestions,
  by: Characteristic | null,
  values: readonly string[],
  policy: DisclosurePolicy,
  previous: Standing | null,
): Standing {
  const layout = layoutOf(questions, by, values);
  const places = new Map(layout.values[0]!.map((value, at) => [value, at]));
  const released = cellReleaser({ ...policy, sensitive: [...policy.sensitive, OPTION] }, layout.dimensions);
  const found = new Map<number, CountCell>();
  for (const [engagement, asked] of questions) {
    const counts = countsOf(table, engagement, by && { by, values });
    for (const cell of answerCells(asked, counts)) {
      const [question = '', code = '', value = ''] = cell.keys;
      const row = places.get(optionValue(engagement, question, code))!;
      found.set(by ? row * values.length + values.indexOf(value) : row, cell);
    }
  }
  return standCells(layout, found, released, policy, previous);
}

/** Releases the cells that were counted, by their numbers in the layout; whatever else the layout has room for is hidden. */
export function standCells(
  layout: Layout,
  found: ReadonlyMap<number, CountCell>,
  released: (cell: CountCell) => ReleasedCell,
  policy: DisclosurePolicy,
  previous: Standing | null,
): Standing {
  const before = previous && new Before(layout, previous);
  const told = new Told();
  for (const at of [...found.keys()].sort((a, b) => a - b)) {
    const cell = found.get(at)!;
    const place = before?.placeOf(at);
    const then = place === undefined ? 0 : before!.setBy(place);
    if (place !== undefined && stays(Math.abs(cell.people - then), policy))
      told.add(at, before!.released(place), then, HIDDEN_CELL);
    else told.add(at, released(cell), cell.people, HIDDEN_CELL);
  }
  return { layout, rest: 'hidden', ...told.columns() };
}

function layoutOf(questions: AskedQuestions, by: Characteristic | null, values: readonly string[]): Layout {
  const options = [...questions.values()].flatMap((asked) =>
    asked.flatMap((question) =>
      question.options.map(({ code }) => optionValue(question.engagement, question.key, code)),
    ),
  );
  return { dimensions: by ? [OPTION, by] : [OPTION], values: by ? [options, values] : [options] };
}

function countsOf(
  table: FactTable,
  engagement: string,
  cut: { by: Characteristic; values: readonly string[] } | null,
): AnswerCounts {
  const counted = (dimensions: readonly string[]): CountCell[] =>
    cellsOf(count(table, { dimensions, filters: { engagement: [engagement] } }));
  return {
    heard: counted([])[0],
    options: counted([OPTION]),
    cut: cut && { values: cut.values, heard: counted([cut.by]), options: counted([OPTION, cut.by]) },
  };
}

const cellsOf = (counted: Counted): CountCell[] =>
  Array.from(counted.people, (people, at) => ({
    keys: counted.values.map((codes, dimension) => codes[counted.keys[dimension]![at]!]!),
    people,
    submissions: counted.submissions[at]!,
    arguments: counted.arguments[at]!,
    health: counted.health[at] === 1,
    noiseKeys: {
      people: counted.personKeys[at]!,
      submissions: counted.submissionKeys[at]!,
      arguments: counted.argumentKeys[at]!,
    },
  }));
