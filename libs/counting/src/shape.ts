import type { FactTable } from './fact-table.js';
import type { CompiledFilters } from './filter.js';

/** More cells than this are no question that a person reads the answer of. */
export const MOST_CELLS = 1 << 21;

/** How the cells of a question lie in memory: cell = sum of code times stride. */
export interface Shape {
  size: number;
  sizes: number[];
  values: (readonly string[])[];
  singles: { name: string; stride: number }[];
  /** `narrowed`: bits of the values that still count, where a filter is about the value itself. */
  sets: { name: string; stride: number; narrowed: Int32Array | null }[];
}

/** @throws RangeError for an unknown dimension, one that can't meet itself, more than three, or too many cells */
export function shapeOf({ main }: FactTable, dimensions: readonly string[], filters: CompiledFilters): Shape {
  if (dimensions.length > 3) throw new RangeError('at most three dimensions');
  // Two themes of one row are a theme and its broader one: a table of them would say nothing.
  if (dimensions.some((name, at) => main.sets[name]?.filterNarrows && dimensions.indexOf(name) < at))
    throw new RangeError('a theme meets no other theme');
  const values = dimensions.map((name) => {
    const found = main.singles[name]?.values ?? main.sets[name]?.values;
    if (!found) throw new RangeError(`there is no dimension ${name}`);
    return found;
  });
  const sizes = values.map((each) => each.length);
  const size = sizes.reduce((product, each) => product * each, 1);
  if (size > MOST_CELLS) throw new RangeError('too many cells');
  const shape: Shape = { size, sizes, values, singles: [], sets: [] };
  dimensions.forEach((name, at) => {
    const stride = sizes.slice(at + 1).reduce((product, each) => product * each, 1);
    const set = main.sets[name];
    if (!set) return void shape.singles.push({ name, stride });
    const own = filters.sets.find((filter) => filter.name === name);
    shape.sets.push({ name, stride, narrowed: (set.filterNarrows && own?.passes) || null });
  });
  return shape;
}
