/** What a kernel ridge regression found. */
export interface KernelFit {
  /** Of each example: a text's score is the sum of its likeness to each, times these. */
  weights: Float64Array;
  /** Score of each example by a fit that did not see it. */
  outside: Float64Array;
}

/**
 * Ridge regression on likenesses (Saunders, Gammerman and Vovk 1998) by Cholesky's factor; the scores of fits that did not see an example
 * follow from the inverse's diagonal (Allen 1974). Takes the cube of the examples in time: three thousand in some 20 s.
 * @param likeness of each example to all, a row each; 1 is added for what all have in common
 * @param targets what each should score
 * @param pull towards weights of zero; above 0
 */
export function kernelRidge(
  likeness: readonly Float64Array[],
  targets: readonly number[],
  pull: number,
): KernelFit {
  const lower = likeness.map((row, i) =>
    row.slice(0, i + 1).map((value, j) => value + 1 + (i === j ? pull : 0)),
  );
  factor(lower);
  const weights = solved(lower, Float64Array.from(targets));
  const spread = diagonalOfInverse(lower);
  return { weights, outside: weights.map((weight, i) => targets[i]! - weight / spread[i]!) };
}

/** In place: the lower triangle becomes Cholesky's factor. */
function factor(lower: Float64Array[]): void {
  lower.forEach((row, a) => {
    for (let b = 0; b <= a; b++) {
      const other = lower[b]!;
      let sum = row[b]!;
      for (let k = 0; k < b; k++) sum -= row[k]! * other[k]!;
      row[b] = a === b ? Math.sqrt(sum) : sum / other[b]!;
    }
  });
}

function solved(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  lower.forEach((row, a) => {
    for (let k = 0; k < a; k++) right[a]! -= row[k]! * right[k]!;
    right[a]! /= row[a]!;
  });
  for (let a = right.length - 1; a >= 0; a--) {
    const row = lower[a]!;
    right[a]! /= row[a]!;
    for (let k = 0; k < a; k++) right[k]! -= row[k]! * right[a]!;
  }
  return right;
}

function diagonalOfInverse(lower: readonly Float64Array[]): Float64Array {
  const column = new Float64Array(lower.length);
  return Float64Array.from(lower, (_, i) => {
    let squares = 0;
    for (let a = i; a < lower.length; a++) {
      const row = lower[a]!;
      let sum = a === i ? 1 : 0;
      for (let k = i; k < a; k++) sum -= row[k]! * column[k]!;
      column[a] = sum / row[a]!;
      squares += column[a]! ** 2;
    }
    return squares;
  });
}
