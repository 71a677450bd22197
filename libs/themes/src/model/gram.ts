import type { Row } from './vocabulary.js';

/** The inner products of all pairs of rows, the constant feature of the bias added: rows x rows. */
export interface Gram {
  size: number;
  products: Float32Array;
}

/**
 * Inner products made once, so that many questions and folds over the same rows need not go back to the features.
 * @param columns number of sparse columns
 */
export function gramOf(rows: Row[], columns: number): Gram {
  const size = rows.length;
  const products = new Float32Array(size * size);
  const spread = new Float64Array(columns);
  for (let i = 0; i < size; i++) {
    const row = rows[i]!;
    for (let k = 0; k < row.columns.length; k++) spread[row.columns[k]!] = row.values[k]!;
    for (let j = 0; j <= i; j++) {
      const product = sparseProduct(rows[j]!, spread) + denseProduct(row.dense, rows[j]!.dense) + 1;
      products[i * size + j] = product;
      products[j * size + i] = product;
    }
    for (let k = 0; k < row.columns.length; k++) spread[row.columns[k]!] = 0;
  }
  return { size, products };
}

function sparseProduct({ columns, values }: Row, spread: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < columns.length; k++) sum += spread[columns[k]!]! * values[k]!;
  return sum;
}

function denseProduct(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0;
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
