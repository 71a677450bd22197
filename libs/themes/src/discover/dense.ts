/** Rows of numbers of one length. */
export type Dense = Float32Array[];

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The row at length 1 times a weight; a row of zeros stays. */
export function scaled(row: Float32Array, weight = 1): Float32Array {
  const length = Math.sqrt(dot(row, row));
  return length === 0 ? row : row.map((value) => (weight * value) / length);
}

/** What all rows have in common: their mean, and their first component without it. */
export interface Common {
  mean: Float32Array;
  first: Float32Array;
}

/** The common part of rows tells none from another (Arora and others, 2017). */
export function commonOf(rows: Dense): Common {
  const size = rows[0]?.length ?? 0;
  const mean = new Float32Array(size);
  for (const row of rows) for (let i = 0; i < size; i++) mean[i]! += row[i]! / rows.length;
  let first: Float32Array = Float32Array.from({ length: size }, (_, i) => Math.cos(i + 1));
  const centred = rows.map((row) => row.map((value, i) => value - mean[i]!));
  for (let round = 0; round < 20; round++) {
    const next = new Float32Array(size);
    for (const row of centred) {
      const along = dot(row, first);
      for (let i = 0; i < size; i++) next[i]! += along * row[i]!;
    }
    first = scaled(next);
  }
  return { mean, first };
}

/** A row without what is common, at length 1. */
export function without({ mean, first }: Common, row: Float32Array): Float32Array {
  const moved = row.map((value, i) => value - mean[i]!);
  const along = dot(moved, first);
  return scaled(moved.map((value, i) => value - along * first[i]!));
}

/** Rows without their mean and their first component. */
export function withoutCommon(rows: Dense): Dense {
  const common = commonOf(rows);
  return rows.map((row) => without(common, row));
}

/** Several rows of one text side by side. */
export function beside(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
