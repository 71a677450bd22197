import { count, type Counted, type FactTable } from '#counting';
import { cellReleaser, type CountCell, type DisclosurePolicy, type ReleasedCell, stays } from '#disclosure';
import type { AskedQuestions } from '../ask/results/asked-questions.js';
import { type AnswerCut, AREA, OPTION } from '../dimensions.js';
import { answerCells, type AnswerCounts } from './answer-cells.js';
import { optionValue } from './answer-table.js';
import { type AreaParts, besideWards, type ToldWard, toldWithin } from './area-parts.js';
import type { Layout } from './layout.js';
import { Before, HIDDEN_CELL, type Standing, Told } from './stand.js';

/**
 * Releases every option of every closed question, alone or by one characteristic or area, once and for all, when its edition
 * is published. Nothing finer and no two questions: tables of two questions give a linear attacker every answer. A zero is
 * never told (rule D of the policy of answers).
 * @param table of areas: with the areas among its wards
 * @param values of the cut, in its own order; of no use without one
 * @param previous how the same table stood in the edition before, where that was published by the same policy
 * @param parts of areas: what is told of their wards, to which they give way
 */
export function standAnswers(
  table: FactTable,
  questions: AskedQuestions,
  by: AnswerCut | null,
  values: readonly string[],
  policy: DisclosurePolicy,
  previous: Standing | null,
  parts: AreaParts | null = null,
): Standing {
  const layout = layoutOf(questions, by, values);
  const places = new Map(layout.values[0]!.map((value, at) => [value, at]));
  const released = cellReleaser({ ...policy, sensitive: [...policy.sensitive, OPTION] }, layout.dimensions);
  const found = new Map<number, CountCell>();
  const wards = new Map<CountCell, ToldWard[]>();
  for (const [engagement, asked] of questions) {
    const counts = countsOf(table, engagement, by && { by, values });
    const within = parts && toldWithin(parts, asked, counts);
    for (const cell of answerCells(asked, counts)) {
      const [question = '', code = '', value = ''] = cell.keys;
      const row = places.get(optionValue(engagement, question, code))!;
      if (within) {
        const told = within(question, code, value);
        cell.smaller = told.filter(({ people }) => people > 0);
        wards.set(cell, told);
      }
      found.set(by ? row * values.length + values.indexOf(value) : row, cell);
    }
  }
  if (!parts) return standCells(layout, found, released, policy, previous);
  const beside = besideWards(policy, released);
  return standCells(layout, found, released, policy, previous, (shown, setBy, cell) =>
    beside(shown, setBy, cell, wards.get(cell) ?? []),
  );
}

/**
 * Releases the cells that were counted, by their numbers in the layout; whatever else the layout has room for is hidden.
 * @param hides must what would be told of a cell be hidden, whether it stands from the edition before or is set in this one?
 */
export function standCells(
  layout: Layout,
  found: ReadonlyMap<number, CountCell>,
  released: (cell: CountCell) => ReleasedCell,
  policy: DisclosurePolicy,
  previous: Standing | null,
  hides: (shown: ReleasedCell, setBy: number, cell: CountCell) => boolean = () => false,
): Standing {
  const before = previous && new Before(layout, previous);
  const told = new Told();
  for (const at of [...found.keys()].sort((a, b) => a - b)) {
    const cell = found.get(at)!;
    const place = before?.placeOf(at);
    const then = place === undefined ? 0 : before!.setBy(place);
    const stayed = place !== undefined && stays(Math.abs(cell.people - then), policy);
    const shown = stayed ? before!.released(place) : released(cell);
    const setBy = stayed ? then : cell.people;
    told.add(at, hides(shown, setBy, cell) ? HIDDEN_CELL : shown, setBy, HIDDEN_CELL);
  }
  return { layout, rest: 'hidden', ...told.columns() };
}

function layoutOf(questions: AskedQuestions, by: AnswerCut | null, values: readonly string[]): Layout {
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
  cut: { by: AnswerCut; values: readonly string[] } | null,
): AnswerCounts {
  const dimension = cut?.by === AREA ? 'ward' : cut?.by;
  const counted = (dimensions: readonly string[]): CountCell[] =>
    cellsOf(count(table, { dimensions, filters: { engagement: [engagement] } }));
  return {
    heard: counted([])[0],
    options: counted([OPTION]),
    cut: dimension
      ? { values: cut!.values, heard: counted([dimension]), options: counted([OPTION, dimension]) }
      : null,
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
