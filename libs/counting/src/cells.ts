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
 * Counters of every possible cell side by side, so that one submission touches one stretch of memory: submissions,
 * their keys, people, their keys, arguments, their keys, health, and who was last seen. Key sums may wrap: only their
 * last eight bits are read.
 */
export const WIDTH = 8;
export const AT = {
  submissions: 0,
  submissionKeys: 1,
  people: 2,
  personKeys: 3,
  arguments: 4,
  argumentKeys: 5,
  health: 6,
  last: 7,
} as const;

export function emptyCells(size: number): Int32Array {
  const cells = new Int32Array(size * WIDTH);
  forgetLast(cells);
  return cells;
}

/** Nobody has been seen anywhere. */
export function forgetLast(cells: Int32Array): void {
  for (let at = AT.last; at < cells.length; at += WIDTH) cells[at] = -1;
}

/** The cells that somebody is in. */
export function compact(dimensions: readonly string[], shape: Shape, cells: Int32Array): Counted {
  let many = 0;
  for (let at = 0; at < cells.length; at += WIDTH) if (cells[at]! > 0) many += 1;
  const used = new Int32Array(many);
  for (let cell = 0, at = 0; at < many; cell++) if (cells[cell * WIDTH]! > 0) used[at++] = cell;
  const keys = shape.sizes.map((size, at) => {
    const stride = shape.sizes.slice(at + 1).reduce((product, each) => product * each, 1);
    return used.map((cell) => Math.floor(cell / stride) % size);
  });
  const numbers = (which: number): Int32Array => used.map((cell) => cells[cell * WIDTH + which]!);
  const bytes = (which: number): Uint8Array => Uint8Array.from(numbers(which));
  return {
    dimensions,
    values: shape.values,
    keys,
    submissions: numbers(AT.submissions),
    people: numbers(AT.people),
    arguments: numbers(AT.arguments),
    personKeys: bytes(AT.personKeys),
    submissionKeys: bytes(AT.submissionKeys),
    argumentKeys: bytes(AT.argumentKeys),
    health: bytes(AT.health),
  };
}
