import type { Row } from './vocabulary.js';

/**
 * Adds the inner products of the sparse parts of all pairs of rows to the lower half of a matrix. By lists of the rows before
 * that hold a column: two rows share few of their columns.
 * @param columns number of sparse columns
 * @param stride numbers in a row of the matrix
 */
export function addSparseProducts(
  rows: readonly Row[],
  columns: number,
  matrix: Float64Array,
  stride: number,
): void {
  const ends = new Int32Array(columns);
  for (const row of rows) for (const column of row.columns) ends[column]!++;
  let total = 0;
  for (let column = 0; column < columns; column++) [ends[column], total] = [total, total + ends[column]!];
  const starts = ends.slice();
  const holders = new Int32Array(total);
  const held = new Float64Array(total);
  rows.forEach((row, i) => {
    const products = matrix.subarray(i * stride, i * stride + i + 1);
    for (let k = 0; k < row.columns.length; k++) {
      const column = row.columns[k]!;
      const value = row.values[k]!;
      const end = ends[column]!;
      holders[end] = i;
      held[end] = value;
      for (let at = starts[column]!; at <= end; at++) products[holders[at]!]! += value * held[at]!;
      ends[column] = end + 1;
    }
  });
}
