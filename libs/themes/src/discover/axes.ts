import { randomOf } from '../model/random.js';
import type { Row } from '../model/vocabulary.js';

/** Rounds of the subspace iteration, and dimensions beside the wanted ones that make it find those sooner (Halko and others, 2011). */
const ROUNDS = 4;
const BESIDE = 8;

/**
 * The dimensions along which sparse rows differ most (latent semantic analysis; Deerwester and others, 1990), the first first, by
 * subspace iteration from a seeded start: the same rows, the same bytes.
 * @param columns of the rows
 * @returns columns x dimensions, a column's numbers side by side; each dimension of length 1. Fewer dimensions where there are fewer rows or columns
 */
export function axesOf(
  rows: readonly Row[],
  columns: number,
  wanted: number,
  seed = 1,
): { axes: Float32Array; dimensions: number } {
  const width = Math.min(wanted + BESIDE, rows.length, columns);
  const dimensions = Math.min(wanted, width);
  const random = randomOf(seed);
  let axes: Float32Array = Float32Array.from({ length: columns * width }, () => random() - 0.5);
  for (let round = 0; round < ROUNDS; round++) axes = orthonormal(turned(rows, axes, width), width);
  return { axes: firstOf(axes, width, dimensions), dimensions };
}

/** Where a sparse row lies along each axis. */
export function along({ columns, values }: Row, axes: Float32Array, width: number): Float32Array {
  const found = new Float32Array(width);
  for (let i = 0; i < columns.length; i++) {
    const from = columns[i]! * width;
    for (let k = 0; k < width; k++) found[k]! += values[i]! * axes[from + k]!;
  }
  return found;
}

/** Rows' inner products times the axes. */
function turned(rows: readonly Row[], axes: Float32Array, width: number): Float32Array {
  const next = new Float32Array(axes.length);
  for (const row of rows) {
    const place = along(row, axes, width);
    for (let i = 0; i < row.columns.length; i++) {
      const [from, value] = [row.columns[i]! * width, row.values[i]!];
      for (let k = 0; k < width; k++) next[from + k]! += value * place[k]!;
    }
  }
  return next;
}

/** Axes at right angles and of length 1, in their order, by Cholesky's factor of their inner products; one that the others hold is zeros. */
function orthonormal(axes: Float32Array, width: number): Float32Array {
  const lower = factorOf(productsOf(axes, width), width);
  for (let from = 0; from < axes.length; from += width)
    for (let k = 0; k < width; k++) {
      let value = axes[from + k]!;
      for (let j = 0; j < k; j++) value -= lower[k * width + j]! * axes[from + j]!;
      const own = lower[k * width + k]!;
      axes[from + k] = own === 0 ? 0 : value / own;
    }
  return axes;
}

function productsOf(axes: Float32Array, width: number): Float64Array {
  const products = new Float64Array(width * width);
  for (let from = 0; from < axes.length; from += width)
    for (let k = 0; k < width; k++) {
      const value = axes[from + k]!;
      for (let j = 0; j <= k; j++) products[k * width + j]! += value * axes[from + j]!;
    }
  return products;
}

/** What is left of an axis, of its own square, when the others have nothing of it but rounding. */
const NOTHING = 1e-7;

function factorOf(products: Float64Array, width: number): Float64Array {
  const lower = products.slice();
  for (let k = 0; k < width; k++)
    for (let j = 0; j <= k; j++) {
      let sum = products[k * width + j]!;
      for (let i = 0; i < j; i++) sum -= lower[k * width + i]! * lower[j * width + i]!;
      const own = lower[j * width + j]!;
      if (j < k) lower[k * width + j] = own === 0 ? 0 : sum / own;
      else lower[k * width + k] = sum > NOTHING * products[k * width + k]! ? Math.sqrt(sum) : 0;
    }
  return lower;
}

function firstOf(axes: Float32Array, width: number, dimensions: number): Float32Array {
  const kept = new Float32Array((axes.length / width) * dimensions);
  for (let at = 0; at * width < axes.length; at++)
    kept.set(axes.subarray(at * width, at * width + dimensions), at * dimensions);
  return kept;
}
