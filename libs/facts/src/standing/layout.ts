import {
  type CountDimension,
  FACT_DIMENSIONS,
  type FactDimension,
  type KeptDimension,
} from '../dimensions.js';

/** More possible cells than this are no table that anybody could ask all of; it is neither made nor answered. */
export const LARGEST_TABLE = 1 << 21;

/**
 * How the cells of a whole table are numbered: the values of each dimension in order, the last dimension running fastest.
 * Where the first two are both `community`, a cell is a pair of communities and only the one in order of their codes is meant.
 */
export interface Layout {
  dimensions: readonly KeptDimension[];
  values: readonly (readonly string[])[];
}

/** Of a table whose every dimension is counted as it is. */
export interface CountedLayout extends Layout {
  dimensions: readonly CountDimension[];
}

export const sizeOf = ({ values }: Layout): number =>
  values.reduce((product, each) => product * each.length, 1);

export const isPair = ({ dimensions }: Layout): boolean =>
  dimensions[0] === 'community' && dimensions[1] === 'community';

/** An engagement is of one agency and level: who fixes the engagement fixes nothing more by naming them. */
const TOLD_BY_ENGAGEMENT: readonly FactDimension[] = ['agency', 'participation'];

/** Dimensions that a cell fixes a value of, each once (a pair of communities twice, and first), in one order. */
export function fixedDimensions(
  by: readonly FactDimension[],
  filtered: readonly FactDimension[],
): FactDimension[] {
  const fixed = FACT_DIMENSIONS.filter((dimension) => by.includes(dimension) || filtered.includes(dimension));
  const told = fixed.includes('engagement')
    ? fixed.filter((each) => !TOLD_BY_ENGAGEMENT.includes(each))
    : fixed;
  const pair = by.filter((dimension) => dimension === 'community').length === 2;
  return pair ? ['community', 'community', ...told.filter((each) => each !== 'community')] : told;
}

/** Every table that a public question can need: up to three fixed dimensions, in the order of `fixedDimensions`. */
export function everyTable(): FactDimension[][] {
  const tables: FactDimension[][] = [[]];
  for (const dimension of FACT_DIMENSIONS)
    tables.push(...tables.filter((table) => table.length < 3).map((table) => [...table, dimension]));
  const single = tables.filter((table) => fixedDimensions(table, []).length === table.length);
  const pairs = [[], ...FACT_DIMENSIONS.filter((each) => each !== 'community').map((each) => [each])].map(
    (rest) => fixedDimensions(['community', 'community'], rest),
  );
  return [...single, ...pairs];
}
