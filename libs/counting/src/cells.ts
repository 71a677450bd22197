import type { Shape } from './shape.js';

/** Cells that somebody is in, as columns. Distinct counts don't add up across cells: a margin is a question of its own. */
export interface Counted {
  dimensions: readonly string[];
  /** Codes of each dimension's values. */
  values: readonly (readonly string[])[];
  /** For each dimension the place of each cell's value in `values`. */
  keys: readonly Int32Array[];
  submissions: Int32Array;
  people: Int32Array;
  arguments: Int32Array;
  /** Sums of 8-bit keys over the distinct people, submissions and arguments, modulo 256. */
  personKeys: Uint8Array;
  submissionKeys: Uint8Array;
  argumentKeys: Uint8Array;
  /** 1 where the cell holds a submission of a health agency. */
  health: Uint8Array;
}

/**
 * Counters of every possible cell side by side, so that one submission touches one stretch of memory. Key sums may
 * wrap: only their last eight bits are read. `last` is who was last seen; in a record of a used cell, its number.
 */
export const WIDTH = 8;
export const AT = {
  submissions: 0,
  submissionKeys: 1,
  arguments: 2,
  argumentKeys: 3,
  people: 4,
  personKeys: 5,
  health: 6,
  last: 7,
} as const;

export function emptyCells(size: number): Int32Array {
  const cells = new Int32Array(size * WIDTH);
  for (let at = AT.last; at < cells.length; at += WIDTH) cells[at] = -1;
  return cells;
}

/** Records of the cells that somebody is in, in order of cell. */
export function used(cells: Int32Array): Int32Array {
  let many = 0;
  for (let at = 0; at < cells.length; at += WIDTH) if (cells[at]! > 0) many += 1;
  const records = new Int32Array(many * WIDTH);
  let end = 0;
  for (let at = 0; at < cells.length; at += WIDTH) {
    if (cells[at]! <= 0) continue;
    for (let field = 0; field < AT.last; field++) records[end + field] = cells[at + field]!;
    records[end + AT.last] = at / WIDTH;
    end += WIDTH;
  }
  return records;
}

/** The sum of two lists of records: counts of two lots of people (or of arguments) who don't meet. */
export function merge(a: Int32Array, b: Int32Array): Int32Array {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const sum = new Int32Array(a.length + b.length);
  let [left, right, end] = [0, 0, 0];
  while (left < a.length || right < b.length) {
    const cellA = left < a.length ? a[left + AT.last]! : Infinity;
    const cellB = right < b.length ? b[right + AT.last]! : Infinity;
    for (let field = 0; field < AT.last; field++)
      sum[end + field] = (cellA <= cellB ? a[left + field]! : 0) + (cellB <= cellA ? b[right + field]! : 0);
    sum[end + AT.last] = Math.min(cellA, cellB);
    if (cellA <= cellB) left += WIDTH;
    if (cellB <= cellA) right += WIDTH;
    end += WIDTH;
  }
  return sum.slice(0, end);
}

/**
 * The answer, from the records of submissions and of copied arguments.
 * @param copies "people" of these are distinct arguments; each of their cells is among those of `main`
 */
export function answer(
  dimensions: readonly string[],
  shape: Shape,
  main: Int32Array,
  copies: Int32Array,
): Counted {
  const many = main.length / WIDTH;
  const column = (field: number): Int32Array => {
    const values = new Int32Array(many);
    for (let at = 0; at < many; at++) values[at] = main[at * WIDTH + field]!;
    return values;
  };
  const cells = column(AT.last);
  const keys = shape.sizes.map((size, at) => {
    const stride = shape.sizes.slice(at + 1).reduce((product, each) => product * each, 1);
    return cells.map((cell) => Math.floor(cell / stride) % size);
  });
  const [args, argKeys] = [column(AT.arguments), column(AT.argumentKeys)];
  for (let copy = 0, at = 0; copy < copies.length; copy += WIDTH) {
    while (cells[at]! < copies[copy + AT.last]!) at += 1;
    args[at]! += copies[copy + AT.people]!;
    argKeys[at]! += copies[copy + AT.personKeys]!;
  }
  return {
    dimensions,
    values: shape.values,
    keys,
    submissions: column(AT.submissions),
    people: column(AT.people),
    arguments: args,
    personKeys: Uint8Array.from(column(AT.personKeys)),
    submissionKeys: Uint8Array.from(column(AT.submissionKeys)),
    argumentKeys: Uint8Array.from(argKeys),
    health: Uint8Array.from(column(AT.health), (heard) => Math.min(heard, 1)),
  };
}
