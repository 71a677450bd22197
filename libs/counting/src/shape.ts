import type { FactTable, SortedSet } from './fact-table.js';
import type { CompiledFilters } from './filter.js';

/** More cells than this are no question that a person reads the answer of. */
const MOST_CELLS = 1 << 22;

/** How the cells of a question lie in memory. */
export interface Shape {
  size: number;
  sizes: number[];
  values: (readonly string[])[];
  /** Single-valued dimensions, always three: those that are not asked have stride 0. */
  columns: [Column, Column, Column];
  strides: [number, number, number];
  sets: { set: SortedSet; stride: number; narrowed: Uint8Array | null }[];
  /** Room for the cells of one submission, and for those of one dimension less beside them. */
  most: number;
}
type Column = Uint8Array | Uint16Array;

/** @throws RangeError for an unknown dimension, one that can't meet itself, or too many cells */
export function shapeOf(table: FactTable, dimensions: readonly string[], filters: CompiledFilters): Shape {
  // Two themes of one row are a theme and its broader one: a table of them would say nothing.
  if (dimensions.some((name, at) => table.sets[name]?.filterNarrows && dimensions.indexOf(name) < at))
    throw new RangeError('a theme meets no other theme');
  const values = dimensions.map((name) => {
    const found = table.single[name]?.values ?? table.sets[name]?.values;
    if (!found) throw new RangeError(`there is no dimension ${name}`);
    return found;
  });
  const sizes = values.map((each) => each.length);
  const size = sizes.reduce((product, each) => product * each, 1);
  if (size > MOST_CELLS) throw new RangeError('too many cells');
  // Read but not counted, where fewer than three are asked: its stride is 0.
  const none = Object.values(table.single)[0]?.column ?? new Uint8Array(table.count);
  const shape: Shape = {
    size,
    sizes,
    values,
    columns: [none, none, none],
    strides: [0, 0, 0],
    sets: [],
    most: 1,
  };
  let singles = 0;
  dimensions.forEach((name, at) => {
    const stride = sizes.slice(at + 1).reduce((product, each) => product * each, 1);
    const set = table.sets[name];
    if (set) {
      shape.sets.push({ set, stride, narrowed: filters.narrowed[name] ?? null });
      shape.most *= set.values.length;
    } else {
      shape.columns[singles] = table.single[name]!.column;
      shape.strides[singles] = stride;
      singles += 1;
    }
  });
  shape.most = 2 * shape.most + 1;
  return shape;
}

/** Every cell that a submission is in, each once. @returns how many were written into `places` */
export function cellsOf(shape: Shape, s: number, places: Int32Array): number {
  const [a, b, c] = shape.columns;
  const [sa, sb, sc] = shape.strides;
  places[0] = a[s]! * sa + b[s]! * sb + c[s]! * sc;
  let many = 1;
  for (const { set, stride, narrowed } of shape.sets) {
    const bases = many;
    let end = many;
    if (!narrowed) {
      for (let item = set.closedStart[s]!; item < set.closedStart[s + 1]!; item++, end += bases)
        for (let at = 0; at < bases; at++) places[end + at] = places[at]! + set.closed[item]! * stride;
    } else
      for (let item = set.start[s]!; item < set.start[s + 1]!; item++) {
        const value = set.items[item]!;
        if (narrowed && !narrowed[value]) continue;
        end = spread(places, bases, end, value * stride);
        if (set.above[value]! >= 0) end = spread(places, bases, end, set.above[value]! * stride);
      }
    places.copyWithin(0, bases, end);
    many = end - bases;
  }
  return many;
}

/** Adds `step` to each of the first `bases` places, behind them, unless the result is there already. */
function spread(places: Int32Array, bases: number, end: number, step: number): number {
  for (let at = bases; at < end; at += bases) if (places[at] === places[0]! + step) return end;
  for (let at = 0; at < bases; at++) places[end + at] = places[at]! + step;
  return end + bases;
}
