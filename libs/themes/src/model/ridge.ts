import { RidgeMemory } from './ridge-memory.js';
import type { Row } from './vocabulary.js';
import type { Weights } from './weights.js';

/** What training found. */
export interface Fit {
  weights: Weights;
  /** For each question, the score that each row gets from a model that did not see it. */
  outside: Float64Array[];
}

/**
 * Ridge regression in its dual form (Saunders, Gammerman and Vovk 1998), any number of questions by one factorisation: the
 * inverse of the inner products plus a pull. With it, scores of models that did not see a row follow without training them,
 * exactly (Allen 1974; for groups of rows, the same with blocks of the inverse). Takes the cube of the rows in time: a thousand
 * in 0.3 s, five thousand in 12 s.
 * @param columns number of sparse columns
 * @param targets for each question, what each row should score
 * @param pull towards weights of zero; above 0
 * @param groups rows that are left out together, by index; every row in one
 */
export function ridge(
  rows: Row[],
  columns: number,
  targets: ArrayLike<number>[],
  pull: number,
  groups: number[][],
): Fit {
  const memory = new RidgeMemory(rows, columns, targets.length);
  memory.factor(pull);
  memory.solve(targets);
  const solvers = groups.map((group) => ({ group, solve: solverOf(group, memory.inverse) }));
  const outside = targets.map((target, question) => {
    const steps = memory.steps(question);
    const scores = new Float64Array(rows.length);
    for (const { group, solve } of solvers) {
      const off = solve(group.map((i) => steps[i]!));
      group.forEach((i, k) => (scores[i] = target[i]! - off[k]!));
    }
    return scores;
  });
  return { weights: memory.weights(), outside };
}

/** Solves the equations of a group's part of the inverse, by Cholesky's factor. */
function solverOf(group: number[], inverse: (i: number, j: number) => number): (right: number[]) => number[] {
  if (group.length === 1) {
    const own = inverse(group[0]!, group[0]!);
    return ([right]) => [right! / own];
  }
  const lower = group.map((i, a) => group.slice(0, a + 1).map((j) => inverse(i, j)));
  lower.forEach((row, a) => {
    for (let b = 0; b <= a; b++) {
      let sum = row[b]!;
      for (let k = 0; k < b; k++) sum -= row[k]! * lower[b]![k]!;
      row[b] = a === b ? Math.sqrt(sum) : sum / lower[b]![b]!;
    }
  });
  return (right) => {
    const found = right.slice();
    lower.forEach((row, a) => {
      for (let k = 0; k < a; k++) found[a]! -= row[k]! * found[k]!;
      found[a]! /= row[a]!;
    });
    for (let a = found.length - 1; a >= 0; a--) {
      for (let k = a + 1; k < found.length; k++) found[a]! -= lower[k]![a]! * found[k]!;
      found[a]! /= lower[a]![a]!;
    }
    return found;
  };
}
