import type { ReleasedCell } from '#disclosure';
import type { ListStatement } from '#statements';
import type { Counter } from './counter.js';
import type { FactDimension } from '../dimensions.js';
import type { Filters } from './question.js';
import { isAskedOfPeople, quartersBetween } from './vocabulary.js';

/** Released cells by their keys; every possible cell is there, also those that nobody is in. */
export type ReleasedCut = Map<string, ShownCell>;
/**
 * A released cell, or what may be said of several: the sum, of how many, and how many of them are hidden and not in it; or no
 * number, where a person may be in several of them; then also how far each may be from its count.
 */
export type ShownCell = ReleasedCell & {
  parts?: number;
  hiddenParts?: number;
  list?: ListStatement;
  reach?: number;
};
export const cutKey = (keys: readonly string[]): string => keys.join('\u001f');

/**
 * Every combination of values that can exist under the filters, in the dimensions' own order; made as they are gone through.
 * @returns each in the same array, to be copied where it is kept
 */
export async function possibleKeys(
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): Promise<Iterable<readonly string[]>> {
  const values: string[][] = [];
  for (const dimension of dimensions) values.push(await valuesUnder(counter, dimension, filters, dimensions));
  return existing(counter, dimensions, values, filters);
}

function* existing(
  counter: Counter,
  dimensions: readonly FactDimension[],
  values: readonly (readonly string[])[],
  filters: Filters,
): Generator<readonly string[]> {
  for (const keys of combinations(values)) if (canExist(counter, dimensions, keys, filters)) yield keys;
}

/** Each in the same array, the last list running fastest. */
function* combinations(lists: readonly (readonly string[])[]): Generator<readonly string[]> {
  if (lists.some((list) => list.length === 0)) return;
  const places = lists.map(() => 0);
  const keys = lists.map((list) => list[0]!);
  for (;;) {
    yield keys;
    let at = lists.length - 1;
    for (; at >= 0; at--) {
      const next = (places[at]! + 1) % lists[at]!.length;
      places[at] = next;
      keys[at] = lists[at]![next]!;
      if (next > 0) break;
    }
    if (at < 0) return;
  }
}

/** How many combinations there are at the most, without making them. */
export async function possibleCells(
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): Promise<number> {
  let cells = 1;
  for (const dimension of dimensions)
    cells *= (await valuesUnder(counter, dimension, filters, dimensions)).length;
  return cells;
}

/** Every quarter from the first to the last that anybody answered in. */
export async function quartersOf(counter: Counter): Promise<string[]> {
  return quartersBetween((await counter.count(['quarter'], {})).map((cell) => cell.keys[0] ?? ''));
}

/** Lets the vocabulary know which answers kept as asked there are; before anything is named or counted by the dimension. */
export async function learnAnswers(counter: Counter, dimensions: readonly string[]): Promise<void> {
  for (const dimension of new Set(dimensions))
    if (isAskedOfPeople(dimension))
      counter.vocabulary.learn(
        dimension,
        (await counter.count([dimension], {})).map((cell) => cell.keys[0] ?? ''),
      );
}

async function valuesUnder(
  counter: Counter,
  dimension: FactDimension,
  filters: Filters,
  dimensions: readonly FactDimension[],
): Promise<string[]> {
  const { vocabulary } = counter;
  await learnAnswers(counter, [dimension]);
  const quarters = dimension === 'quarter' ? await quartersOf(counter) : [];
  const all = vocabulary.values(dimension, quarters);
  const wanted = filters[dimension];
  // Two communities that meet: the filter says which one of the two (below).
  if (!wanted || isPairOfCommunities(dimensions)) return all;
  // A broader theme that is filtered by shows its narrower ones, a group what it holds.
  return all.filter(
    (code) =>
      wanted.some((each) => vocabulary.holds(dimension, each, code)) ||
      (dimension === 'theme' && wanted.includes(vocabulary.parentTheme(code) ?? '')),
  );
}

const isPairOfCommunities = (dimensions: readonly string[]): boolean =>
  dimensions.length === 2 && dimensions.every((dimension) => dimension === 'community');

/** A cell of an engagement with another agency, or another level of participation, than its own can't exist. */
export function canExist(
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
      (key === undefined || counter.vocabulary.holds(dimension, key, home[dimension])) &&
      (filters[dimension]?.some((each) => counter.vocabulary.holds(dimension, each, home[dimension])) ?? true)
    );
  };
  return fits('agency') && fits('participation');
}
