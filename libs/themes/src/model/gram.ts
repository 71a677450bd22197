import type { Row } from './vocabulary.js';

/** The inner products of all pairs of rows, the constant feature of the bias added: rows x rows. */
export interface Gram {
  size: number;
  products: Float32Array;
}

/** Dense parts are taken so many rows at a time against one other: each number is fetched once for all of them. */
const BLOCK = 4;

/**
 * Inner products made once, so that many questions and folds over the same rows need not go back to the features.
 * @param columns number of sparse columns
 */
export function gramOf(rows: Row[], columns: number): Gram {
  const size = rows.length;
  const products = new Float32Array(size * size).fill(1);
  addSparse(rows, columns, products);
  if (rows[0]?.dense) addDense(rows, products);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) products[j * size + i] = products[i * size + j]!;
  }
  return { size, products };
}

/** By lists of the rows before that hold a column: two rows share few of their columns. Fills the lower half. */
function addSparse(rows: Row[], columns: number, products: Float32Array): void {
  const size = rows.length;
  const ends = new Int32Array(columns);
  for (const row of rows) for (const column of row.columns) ends[column]!++;
  let total = 0;
  for (let column = 0; column < columns; column++) [ends[column], total] = [total, total + ends[column]!];
  const starts = ends.slice();
  const holders = new Int32Array(total);
  const held = new Float64Array(total);
  const sums = new Float64Array(size);
  rows.forEach((row, i) => {
    for (let k = 0; k < row.columns.length; k++) {
      const column = row.columns[k]!;
      const value = row.values[k]!;
      const end = ends[column]!;
      holders[end] = i;
      held[end] = value;
      for (let at = starts[column]!; at <= end; at++) sums[holders[at]!]! += value * held[at]!;
      ends[column] = end + 1;
    }
    for (let j = 0; j <= i; j++) products[i * size + j]! += sums[j]!;
    sums.fill(0, 0, i + 1);
  });
}

/** Adds the inner products of the dense parts to the lower half. */
function addDense(rows: Row[], products: Float32Array): void {
  const size = rows.length;
  const width = rows[0]!.dense!.length;
  const blocks = Math.ceil(size / BLOCK);
  // The numbers of the rows of a block stand side by side; rows that are missing at the end are zeros.
  const laid = new Float64Array(blocks * BLOCK * width);
  rows.forEach(({ dense }, i) => {
    const at = Math.floor(i / BLOCK) * BLOCK * width + (i % BLOCK);
    for (let k = 0; k < width; k++) laid[at + k * BLOCK] = dense![k]!;
  });
  const sums = new Float64Array(BLOCK);
  for (let i = 0; i < size; i++) {
    const own = Float64Array.from(rows[i]!.dense!);
    for (let block = 0; block * BLOCK <= i; block++) {
      multiplyBlock(own, laid, block * BLOCK * width, sums);
      const last = Math.min(BLOCK, i + 1 - block * BLOCK);
      for (let b = 0; b < last; b++) products[i * size + block * BLOCK + b]! += sums[b]!;
    }
  }
}

function multiplyBlock(own: Float64Array, laid: Float64Array, from: number, sums: Float64Array): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let k = 0, at = from; k < own.length; k++, at += BLOCK) {
    const value = own[k]!;
    a += value * laid[at]!;
    b += value * laid[at + 1]!;
    c += value * laid[at + 2]!;
    d += value * laid[at + 3]!;
  }
  sums[0] = a;
  sums[1] = b;
  sums[2] = c;
  sums[3] = d;
}
