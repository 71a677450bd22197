import {
  cellId,
  type CountCell,
  type LargerSet,
  type Previous,
  release,
  type ReleasedCell,
} from '#disclosure';
import { AnswerCache } from '#platform';
import { type Characteristic, type FactDimension, OPTION } from '../../dimensions.js';
import { type Counter, editionKey } from '../counter.js';
import type { AskedQuestion } from './asked-questions.js';

/** Released people of each option, by question, option code and value of the cut (the empty text without a cut). */
export interface ReleasedAnswers {
  option(question: string, code: string, value?: string): ReleasedCell;
  /** Everybody heard in the engagement, of a value of the cut or in all. */
  heard(value?: string): ReleasedCell;
}

interface Standing {
  cells: Map<string, ReleasedCell>;
  /** The count of people that each figure was set by. */
  setBy: Map<string, number>;
}

const keyOf = (...parts: string[]): string => cellId(parts);
const HEARD = '';
/** Released cells of all engagements that are kept in memory: some 300 bytes each. */
const MOST_RELEASED = 250_000;
const kept = new WeakMap<Counter['by'], AnswerCache<Standing>>();

/**
 * The closed answers of one engagement, released: an option alone, or by one characteristic or ward; nothing finer and no
 * two questions, for tables of two questions give a linear attacker every answer (rule D of the policy of answers). A
 * cell's larger sets are the option in all, the base among its value, and everybody heard there. A zero is never told.
 * @param by the one cut, or null
 */
export async function releasedAnswers(
  counter: Counter,
  engagement: string,
  by: Characteristic | null,
): Promise<ReleasedAnswers> {
  const { cells } = await standing(counter, engagement, by);
  const found = (key: string): ReleasedCell => {
    const cell = cells.get(key);
    if (!cell) throw new Error('an answer was not released');
    return cell;
  };
  return {
    option: (question, code, value = '') => found(keyOf(question, code, value)),
    heard: (value = '') => found(keyOf(HEARD, HEARD, value)),
  };
}

function standing(counter: Counter, engagement: string, by: Characteristic | null): Promise<Standing> {
  const tables = kept.get(counter.by) ?? new AnswerCache<Standing>(MOST_RELEASED, ({ cells }) => cells.size);
  kept.set(counter.by, tables);
  // Working facts move: their counter lives for one question.
  if (!counter.edition) return stand(counter, engagement, by);
  return tables.answer(JSON.stringify([editionKey(counter.edition), engagement, by]), () =>
    stand(counter, engagement, by),
  );
}

async function stand(counter: Counter, engagement: string, by: Characteristic | null): Promise<Standing> {
  const before = await counter.before();
  const earlier =
    before && (await before.questions()).has(engagement) ? await standing(before, engagement, by) : null;
  const cells = await countedCells(counter, engagement, by);
  const setBy = new Map<string, number>();
  for (const cell of cells) {
    const key = cellId(cell.keys);
    const then = earlier?.setBy.get(key);
    if (then !== undefined) cell.moved = Math.abs(cell.people - then);
    const stays = then !== undefined && (cell.moved ?? 0) < (counter.policy.sticky ?? 0);
    setBy.set(key, stays ? then : cell.people);
  }
  const outcome = release(
    { dimensions: [OPTION], filters: {}, cells },
    { ...counter.policy, refuseHiddenOver: 1, sensitive: sensitiveOf(counter) },
    earlier ? (earlier.cells satisfies Previous) : undefined,
  );
  if (!outcome.ok) throw new Error(`the question was not checked before it was counted: ${outcome.code}`);
  return { cells: new Map(outcome.table.cells.map((cell) => [cellId(cell.keys), cell])), setBy };
}

/** Exact figures for a cleared analyst tell zeros; published ones never do. */
const sensitiveOf = ({ policy }: Counter): string[] =>
  policy.guard ? [...policy.sensitive, OPTION] : [...policy.sensitive];

/** The values of a cut, with what is not known. */
export const valuesOf = (counter: Counter, by: Characteristic): string[] =>
  counter.vocabulary.values(by as FactDimension, []);

async function countedCells(
  counter: Counter,
  engagement: string,
  by: Characteristic | null,
): Promise<CountCell[]> {
  const filters = { engagement: [engagement] };
  const questions = (await counter.questions()).get(engagement) ?? [];
  const [options, heard] = await Promise.all([counter.count([OPTION], filters), counter.count([], filters)]);
  const counted = new Map(options.map((cell) => [cell.keys[0] ?? '', cell]));
  const everybody = heard[0];
  if (!by)
    return [
      cellOf([HEARD, HEARD, ''], everybody, []),
      ...questions.flatMap((question) =>
        ofQuestion(question, '', (place) => counted.get(place), [everybody]),
      ),
    ];
  const [cut, heardBy] = await Promise.all([
    counter.count([OPTION, by], filters),
    counter.count([by], filters),
  ]);
  const cells = new Map(cut.map((cell) => [cellId(cell.keys), cell]));
  const byValue = new Map(heardBy.map((cell) => [cell.keys[0] ?? '', cell]));
  return valuesOf(counter, by).flatMap((value) => [
    cellOf([HEARD, HEARD, value], byValue.get(value), [everybody]),
    ...questions.flatMap((question) =>
      ofQuestion(
        question,
        value,
        (place) => cells.get(cellId([place, value])),
        [byValue.get(value)],
        (place) => counted.get(place),
      ),
    ),
  ]);
}

type Counted = CountCell | undefined;

/**
 * @param at what was counted at a place, under the value
 * @param around larger sets of every cell of the question
 * @param whole what was counted at a place without the value
 */
function ofQuestion(
  { key, options }: AskedQuestion,
  value: string,
  at: (place: string) => Counted,
  around: readonly Counted[],
  whole?: (place: string) => Counted,
): CountCell[] {
  const base = options.find(({ role }) => role === 'base');
  return options.map(({ code, role, place }) => {
    const larger = [...around];
    if (whole) larger.push(whole(String(place)));
    // Who did not know, or would not say, is not among those who answered.
    if (base && (role === 'option' || role === 'other')) larger.push(at(String(base.place)));
    return cellOf([key, code, value], at(String(place)), larger);
  });
}

const NO_KEYS = { people: 0, submissions: 0, arguments: 0 };

const cellOf = (keys: string[], counted: Counted, larger: readonly Counted[]): CountCell => ({
  ...(counted ?? { submissions: 0, people: 0, arguments: 0, noiseKeys: NO_KEYS }),
  keys,
  larger: larger.map((set): LargerSet => ({
    people: set?.people ?? 0,
    noiseKey: set?.noiseKeys?.people ?? 0,
  })),
});
