import { randomOf } from '../model/random.js';
import type { Row } from '../model/vocabulary.js';
import { type Dense, dot, scaled } from './dense.js';

const ROUNDS = 6;

/**
 * Sparse rows in a few dimensions of meaning (latent semantic analysis; Deerwester and others, 1990), by subspace iteration from a
 * seeded start. Each row comes back at length 1.
 * @param columns of the rows
 */
export function latentRows(rows: readonly Row[], columns: number, dimensions: number, seed = 1): Dense {
  const size = Math.min(dimensions, rows.length, columns);
  const random = randomOf(seed);
  let axes: Dense = Array.from({ length: size }, () =>
    Float32Array.from({ length: columns }, () => random() - 0.5),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const next = axes.map(() => new Float32Array(columns));
    for (const row of rows)
      axes.forEach((axis, k) => {
        const along = sparseDot(row, axis);
        for (let i = 0; i < row.columns.length; i++) next[k]![row.columns[i]!]! += along * row.values[i]!;
      });
    axes = orthonormal(next);
  }
  return rows.map((row) => scaled(Float32Array.from(axes, (axis) => sparseDot(row, axis))));
}

function sparseDot({ columns, values }: Row, axis: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < columns.length; i++) sum += values[i]! * axis[columns[i]!]!;
  return sum;
}

/** Gram and Schmidt, in order. */
function orthonormal(axes: Float32Array[]): Float32Array[] {
  const done: Float32Array[] = [];
  for (const axis of axes) {
    for (const before of done) {
      const along = dot(axis, before);
      for (let i = 0; i < axis.length; i++) axis[i]! -= along * before[i]!;
    }
    done.push(scaled(axis));
  }
  return done;
}
