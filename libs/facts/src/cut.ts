import { release, type CountTable, type ReleasedCell } from '#disclosure';
import type { Counter } from './counter.js';
import type { FactDimension } from './dimensions.js';
import type { Filters } from './question.js';
import { quartersBetween } from './vocabulary.js';

/** Released cells by their keys; every possible cell is there, also those that nobody is in. */
export type ReleasedCut = Map<string, ReleasedCell>;
export const cutKey = (keys: readonly string[]): string => keys.join('\u001f');

/**
 * Counts a table, fills in the cells that nobody is in, and releases it.
 *
 * A cell that were missing because nobody is in it would tell a zero that the policy hides; so the table's shape comes
 * from what there is to cut by, never from the counts.
 * @param userFilters what the asker filtered by: this is what the policy judges
 * @param counted filters of the count itself, where they differ (the base of those who answered)
 */
export async function releaseCut(
  counter: Counter,
  dimensions: readonly FactDimension[],
  userFilters: Filters,
  counted: Filters = userFilters,
): Promise<ReleasedCut> {
  const found = await counter.count(dimensions, counted);
  const byKey = new Map(found.map((cell) => [cutKey(cell.keys), cell]));
  const cells = (await possibleKeys(counter, dimensions, counted)).map(
    (keys) => byKey.get(cutKey(keys)) ?? { keys, submissions: 0, people: 0, arguments: 0 },
  );
  const table: CountTable = { dimensions: [...dimensions], filters: asRecord(userFilters), cells };
  const outcome = release(table, counter.policy);
  if (!outcome.ok) throw new Error(`the question was not checked before it was counted: ${outcome.code}`);
  return new Map(outcome.table.cells.map((cell) => [cutKey(cell.keys), cell]));
}

/** Would the policy answer a table under these filters? Asked before anything is counted. */
export function refusalOf(counter: Counter, filters: Filters): string | null {
  const outcome = release({ dimensions: [], filters: asRecord(filters), cells: [] }, counter.policy);
  return outcome.ok ? null : outcome.reason;
}

const asRecord = (filters: Filters): Record<string, string[]> => ({ ...filters }) as Record<string, string[]>;

/** Every combination of values that can exist under the filters, in the dimensions' own order. */
async function possibleKeys(
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): Promise<string[][]> {
  let all: string[][] = [[]];
  for (const dimension of dimensions) {
    const values = await valuesUnder(counter, dimension, filters, dimensions);
    all = all.flatMap((keys) => values.map((value) => [...keys, value]));
  }
  return all.filter((keys) => canExist(counter, dimensions, keys, filters));
}

async function valuesUnder(
  counter: Counter,
  dimension: FactDimension,
  filters: Filters,
  dimensions: readonly FactDimension[],
): Promise<string[]> {
  const { vocabulary } = counter;
  const quarters =
    dimension === 'quarter'
      ? quartersBetween((await counter.count(['quarter'], {})).map((cell) => cell.keys[0] ?? ''))
      : [];
  const all = vocabulary.values(dimension, quarters);
  const wanted = filters[dimension];
  // Two communities that meet: the filter says which one of the two (below).
  if (!wanted || isPairOfCommunities(dimensions)) return all;
  // A broader theme that is filtered by shows its narrower ones.
  return all.filter(
    (code) =>
      wanted.includes(code) || (dimension === 'theme' && wanted.includes(vocabulary.parentTheme(code) ?? '')),
  );
}

const isPairOfCommunities = (dimensions: readonly string[]): boolean =>
  dimensions.length === 2 && dimensions.every((dimension) => dimension === 'community');

function canExist(
  counter: Counter,
  dimensions: readonly FactDimension[],
  keys: readonly string[],
  filters: Filters,
): boolean {
  if (isPairOfCommunities(dimensions)) {
    const [first = '', second = ''] = keys;
    const wanted = filters.community;
    return first < second && (!wanted || wanted.includes(first) || wanted.includes(second));
  }
  const engagement = keys[dimensions.indexOf('engagement')];
  const home = engagement === undefined ? null : counter.vocabulary.homeOf(engagement);
  if (!home) return true;
  const fits = (dimension: 'agency' | 'participation'): boolean => {
    const key = keys[dimensions.indexOf(dimension)];
    return (
      (key === undefined || key === home[dimension]) &&
      (filters[dimension]?.includes(home[dimension]) ?? true)
    );
  };
  return fits('agency') && fits('participation');
}
