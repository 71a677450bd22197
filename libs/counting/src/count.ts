import { AT, compact, type Counted, emptyCells, forgetLast, WIDTH } from './cells.js';
import { BLOCK, type FactTable, META } from './fact-table.js';
import { type CompiledFilters, chooseInBlock, compileFilters, passesAll } from './filter.js';
import { cellsOf, type Shape, shapeOf } from './shape.js';

/** What is asked of a fact table: cells of up to three dimensions, under filters (any of the values; all of them). */
export interface CountQuestion {
  dimensions: readonly string[];
  filters: Readonly<Record<string, readonly string[]>>;
}

/**
 * Distinct submissions, people and arguments of every cell.
 * @throws RangeError for an unknown dimension, more than three, or too many cells
 */
export function count(table: FactTable, question: CountQuestion): Counted {
  if (question.dimensions.length > 3) throw new RangeError('at most three dimensions');
  const filters = compileFilters(table, question.filters);
  const shape = shapeOf(table, question.dimensions, filters);
  const cells = emptyCells(shape.size);
  const places = new Int32Array(shape.most);
  const chosen = new Int32Array(BLOCK);
  const blocks = Math.ceil(table.count / BLOCK);
  for (let block = 0; block < blocks; block++) {
    const size = chooseInBlock(filters, table.count, block, chosen);
    if (size === 0) continue;
    if (shape.sets.length === 0) countPlain(table, shape, cells, chosen, size);
    else if (shape.sets.length === 1 && !shape.sets[0]!.narrowed)
      countOneSet(table, shape, cells, chosen, size);
    else countSets(table, shape, cells, chosen, size, places);
  }
  countShared(table, shape, filters, cells, places);
  return compact(question.dimensions, shape, cells);
}

const BYTE = 255;

/** One submission in one cell. Small enough for the engine to put it into each of the loops below. */
function hit(cells: Int32Array, at: number, who: number, meta: number): void {
  cells[at]! += 1;
  cells[at + AT.submissionKeys]! += (meta >> META.submissionKey) & BYTE;
  if (cells[at + AT.last] !== who) {
    cells[at + AT.last] = who;
    cells[at + AT.people]! += 1;
    cells[at + AT.personKeys]! += meta & BYTE;
  }
  const own = (meta >> META.ownArgument) & 1;
  cells[at + AT.arguments]! += own;
  cells[at + AT.argumentKeys]! += ((meta >> META.argumentKey) & BYTE) * own;
  cells[at + AT.health]! |= (meta >> META.health) & 1;
}

/** Every submission is in one cell. */
function countPlain(
  table: FactTable,
  shape: Shape,
  cells: Int32Array,
  chosen: Int32Array,
  size: number,
): void {
  const { person, meta } = table;
  const [a, b, c] = shape.columns;
  const [sa, sb, sc] = shape.strides;
  for (let at = 0; at < size; at++) {
    const s = chosen[at]!;
    hit(cells, (a[s]! * sa + b[s]! * sb + c[s]! * sc) * WIDTH, person[s]!, meta[s]!);
  }
}

/** A submission is in the cells of its values of one set and of their broader ones, each once. */
function countOneSet(
  table: FactTable,
  shape: Shape,
  cells: Int32Array,
  chosen: Int32Array,
  size: number,
): void {
  const { person, meta } = table;
  const [a, b, c] = shape.columns;
  const [sa, sb, sc] = shape.strides;
  const { stride, set } = shape.sets[0]!;
  const { closedStart, closed } = set;
  for (let at = 0; at < size; at++) {
    const s = chosen[at]!;
    const base = a[s]! * sa + b[s]! * sb + c[s]! * sc;
    const end = closedStart[s + 1]!;
    for (let item = closedStart[s]!; item < end; item++)
      hit(cells, (base + closed[item]! * stride) * WIDTH, person[s]!, meta[s]!);
  }
}

/** The general way: sets that meet, or a set narrowed by its own filter. */
function countSets(
  table: FactTable,
  shape: Shape,
  cells: Int32Array,
  chosen: Int32Array,
  size: number,
  places: Int32Array,
): void {
  const { person, meta } = table;
  for (let at = 0; at < size; at++) {
    const s = chosen[at]!;
    const many = cellsOf(shape, s, places);
    for (let place = 0; place < many; place++) hit(cells, places[place]! * WIDTH, person[s]!, meta[s]!);
  }
}

/** Arguments that several made: in order of argument, so that the last one seen in a cell tells a new one. */
function countShared(
  table: FactTable,
  shape: Shape,
  filters: CompiledFilters,
  cells: Int32Array,
  places: Int32Array,
): void {
  const { shared, argument, meta } = table;
  forgetLast(cells);
  for (let at = 0; at < shared.length; at++) {
    const s = shared[at]!;
    if (!passesAll(filters, s)) continue;
    const many = cellsOf(shape, s, places);
    for (let place = 0; place < many; place++) {
      const cell = places[place]! * WIDTH;
      if (cells[cell + AT.last] === argument[s]) continue;
      cells[cell + AT.last] = argument[s]!;
      cells[cell + AT.arguments]! += 1;
      cells[cell + AT.argumentKeys]! += (meta[s]! >> META.argumentKey) & BYTE;
    }
  }
}
