import {
  cellId,
  type CountCell,
  type LargerSet,
  type Previous,
  release,
  type ReleasedCell,
} from '#disclosure';
import { AnswerCache } from '#platform';
import { type Counter, editionKey } from './counter.js';
import { FACT_DIMENSIONS, type FactDimension } from '../dimensions.js';
import { cutKey, possibleKeys, type ReleasedCut } from './possible-keys.js';

/** The figures of one whole table as they stand in an edition, and the count of people each was set by. */
interface Standing {
  cells: ReleasedCut;
  setBy: Map<string, number>;
}

/** Released cells of all editions that are kept in memory: some 300 bytes each. */
const MOST_RELEASED = 750_000;
const standing = new WeakMap<Counter['by'], AnswerCache<Standing>>();

/**
 * Every cell of a table without filters, released: what a filter shows is a cell of the table that is also cut by the
 * filter's dimension, so that each figure is released once, whatever question it turns up in.
 * @param dimensions up to three; in the order of `fixedDimensions`
 */
export async function releasedTable(
  counter: Counter,
  dimensions: readonly FactDimension[],
): Promise<ReleasedCut> {
  return (await standingOf(counter, dimensions)).cells;
}

/** Dimensions that a cell fixes a value of, each once (a pair of communities twice), in one order. */
export function fixedDimensions(
  by: readonly FactDimension[],
  filtered: readonly FactDimension[],
): FactDimension[] {
  const pair = by.filter((dimension) => dimension === 'community').length === 2;
  const fixed = FACT_DIMENSIONS.filter((dimension) => by.includes(dimension) || filtered.includes(dimension));
  const told = fixed.includes('engagement')
    ? fixed.filter((each) => !TOLD_BY_ENGAGEMENT.includes(each))
    : fixed;
  return pair ? ['community', ...told] : told;
}

/** An engagement is of one agency and level: who fixes the engagement fixes nothing more by naming them. */
const TOLD_BY_ENGAGEMENT: readonly FactDimension[] = ['agency', 'participation'];

function standingOf(counter: Counter, dimensions: readonly FactDimension[]): Promise<Standing> {
  const tables =
    standing.get(counter.by) ?? new AnswerCache<Standing>(MOST_RELEASED, ({ cells }) => cells.size);
  standing.set(counter.by, tables);
  const edition = counter.edition ? editionKey(counter.edition) : '';
  return tables.answer(`${edition} ${dimensions.join()}`, () => stand(counter, dimensions));
}

async function stand(counter: Counter, dimensions: readonly FactDimension[]): Promise<Standing> {
  const before = await counter.before();
  const [cells, earlier] = await Promise.all([
    countedCells(counter, dimensions),
    before ? standingOf(before, dimensions) : null,
  ]);
  const setBy = new Map<string, number>();
  for (const cell of cells) {
    const key = cutKey(cell.keys);
    const then = earlier?.setBy.get(key);
    // Net: at least this many people have moved, and it needs no key that joins two editions.
    if (then !== undefined) cell.moved = Math.abs(cell.people - then);
    const stays = then !== undefined && (cell.moved ?? 0) < (counter.policy.sticky ?? 0);
    setBy.set(key, stays ? then : cell.people);
  }
  const table = { dimensions: [...dimensions], filters: {}, cells };
  const whole = { ...counter.policy, refuseHiddenOver: 1 };
  const outcome = release(table, whole, earlier ? previousOf(earlier.cells) : undefined);
  if (!outcome.ok) throw new Error(`the question was not checked before it was counted: ${outcome.code}`);
  return { cells: new Map(outcome.table.cells.map((cell) => [cutKey(cell.keys), cell])), setBy };
}

const previousOf = (cells: ReleasedCut): Previous =>
  new Map<string, ReleasedCell>([...cells.values()].map((cell) => [cellId(cell.keys), cell]));

/** Every possible cell with the sets that it is part of: the same with one dimension dropped. */
async function countedCells(counter: Counter, dimensions: readonly FactDimension[]): Promise<CountCell[]> {
  const [found, keys, ...larger] = await Promise.all([
    counter.count(dimensions, {}),
    possibleKeys(counter, dimensions, {}),
    ...dimensions.map((_, dropped) => counter.count(without(dimensions, dropped), {})),
  ]);
  const byKey = placesOf(found);
  const wholes = larger.map(placesOf);
  return keys.map((each) => ({
    ...(byKey.get(cutKey(each)) ?? { submissions: 0, people: 0, arguments: 0, noiseKeys: NO_KEYS }),
    keys: each,
    larger: wholes.map((whole, dropped): LargerSet => {
      const set = whole.get(cutKey(without(each, dropped)));
      return { people: set?.people ?? 0, noiseKey: set?.noiseKeys?.people ?? 0 };
    }),
  }));
}

const NO_KEYS = { people: 0, submissions: 0, arguments: 0 };
const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, at) => at !== place);
const placesOf = (cells: readonly CountCell[]): Map<string, CountCell> =>
  new Map(cells.map((cell) => [cutKey(cell.keys), cell]));
