/**
 * The training kernel (AssemblyScript; built to dist/libs/themes/kernel.wasm by `npm run build:kernel`): the three steps of
 * ridge regression on inner products that take time. Memory is laid out by the caller (src/model/ridge.ts). Matrices are of
 * 64-bit floats, row by row; `n` is a multiple of BLOCK. Sums are taken in one order always: the same bytes on every machine.
 */
const BLOCK: i32 = 32;
/** Numbers of a row that are taken at a time, so that what is multiplied stays in the nearest cache. */
const STRETCH: i32 = 512;

/**
 * Adds to a tile of 4 x 2 the inner products of four rows `a` and two rows `b`, `many` numbers long (even).
 * @param sa, sb, so bytes from one row to the next
 */
function tile(a: usize, sa: usize, b: usize, sb: usize, many: i32, out: usize, so: usize): void {
  let s00 = f64x2.splat(0);
  let s01 = f64x2.splat(0);
  let s10 = f64x2.splat(0);
  let s11 = f64x2.splat(0);
  let s20 = f64x2.splat(0);
  let s21 = f64x2.splat(0);
  let s30 = f64x2.splat(0);
  let s31 = f64x2.splat(0);
  const end = a + ((<usize>many) << 3);
  const a2 = sa << 1;
  const a3 = a2 + sa;
  for (; a < end; a += 16, b += 16) {
    const b0 = v128.load(b);
    const b1 = v128.load(b + sb);
    let row = v128.load(a);
    s00 = f64x2.add(s00, f64x2.mul(row, b0));
    s01 = f64x2.add(s01, f64x2.mul(row, b1));
    row = v128.load(a + sa);
    s10 = f64x2.add(s10, f64x2.mul(row, b0));
    s11 = f64x2.add(s11, f64x2.mul(row, b1));
    row = v128.load(a + a2);
    s20 = f64x2.add(s20, f64x2.mul(row, b0));
    s21 = f64x2.add(s21, f64x2.mul(row, b1));
    row = v128.load(a + a3);
    s30 = f64x2.add(s30, f64x2.mul(row, b0));
    s31 = f64x2.add(s31, f64x2.mul(row, b1));
  }
  addTo(out, s00, s01);
  addTo(out + so, s10, s11);
  addTo(out + (so << 1), s20, s21);
  addTo(out + (so << 1) + so, s30, s31);
}

function addTo(out: usize, first: v128, second: v128): void {
  const sums = f64x2.add(v128.shuffle<f64>(first, second, 0, 2), v128.shuffle<f64>(first, second, 1, 3));
  v128.store(out, f64x2.add(v128.load(out), sums));
}

/** Adds to a block of BLOCK x BLOCK the inner products of so many rows `a` and `b`, stretch by stretch. */
function block(a: usize, sa: usize, b: usize, sb: usize, many: i32, out: usize, so: usize): void {
  for (let from = 0; from < many; from += STRETCH) {
    const now = min(STRETCH, many - from);
    const at = (<usize>from) << 3;
    for (let j = 0; j < BLOCK; j += 2) {
      for (let i = 0; i < BLOCK; i += 4) {
        tile(
          a + <usize>i * sa + at,
          sa,
          b + <usize>j * sb + at,
          sb,
          now,
          out + <usize>i * so + ((<usize>j) << 3),
          so,
        );
      }
    }
  }
}

/**
 * Adds the inner products of the sparse parts of all pairs of rows to the lower half of the matrix. By lists of the rows before
 * that hold a column: two rows share few of their columns.
 * @param ends for each row, where its entries end: 32-bit numbers, as all that follow
 * @param entries the sparse parts one after the other: a column, and its value as a float
 * @param places for each column, where its list begins and where its next entry goes (the same at first)
 * @param lists room for as many entries: a row, and its value
 */
export function addSparseProducts(
  ends: usize,
  entries: usize,
  places: usize,
  lists: usize,
  matrix: usize,
  rows: i32,
  n: i32,
): void {
  let entry = entries;
  for (let i = 0; i < rows; i++) {
    const products = matrix + ((<usize>i * <usize>n) << 3);
    const last = entries + ((<usize>load<i32>(ends + ((<usize>i) << 2))) << 3);
    for (; entry < last; entry += 8) {
      const place = places + ((<usize>load<i32>(entry)) << 3);
      const end = lists + ((<usize>load<i32>(place, 4)) << 3);
      store<i32>(end, i);
      store<f32>(end, load<f32>(entry, 4), 4);
      store<i32>(place, load<i32>(place, 4) + 1, 4);
      const value = <f64>load<f32>(entry, 4);
      for (let at = lists + ((<usize>load<i32>(place)) << 3); at <= end; at += 8) {
        const product = products + ((<usize>load<i32>(at)) << 3);
        store<f64>(product, load<f64>(product) + value * <f64>load<f32>(at, 4));
      }
    }
  }
}

/** Adds the inner products of all rows to the lower half of the matrix (blocks on the diagonal in full). */
export function addProducts(rows: usize, width: i32, matrix: usize, n: i32): void {
  const stride = (<usize>width) << 3;
  const so = (<usize>n) << 3;
  for (let i = 0; i < n; i += BLOCK) {
    for (let j = 0; j <= i; j += BLOCK) {
      const out = matrix + <usize>i * so + ((<usize>j) << 3);
      block(rows + <usize>i * stride, stride, rows + <usize>j * stride, stride, width, out, so);
    }
  }
}

/**
 * Cholesky's factor L of the matrix, and the transpose of its inverse. Read from the lower half; afterwards the lower half
 * without its diagonal holds L, the upper with its diagonal the transposed inverse of L, and `diagonal` that of L.
 * @param part room for BLOCK x BLOCK numbers
 */
export function factor(matrix: usize, diagonal: usize, part: usize, n: i32): void {
  for (let i = 0; i < n; i += BLOCK) {
    for (let j = 0; j <= i; j += BLOCK) lowerBlock(matrix, diagonal, part, n, i, j);
  }
  for (let i = 0; i < n; i += BLOCK) {
    for (let j = 0; j <= i; j += BLOCK) inverseBlock(matrix, diagonal, part, n, i, j);
  }
}

function lowerBlock(matrix: usize, diagonal: usize, part: usize, n: i32, i0: i32, j0: i32): void {
  const stride = (<usize>n) << 3;
  memory.fill(part, 0, BLOCK * BLOCK * 8);
  block(matrix + <usize>i0 * stride, stride, matrix + <usize>j0 * stride, stride, j0, part, BLOCK * 8);
  for (let i = i0; i < i0 + BLOCK; i++) {
    const row = matrix + <usize>i * stride;
    const last = min(i, j0 + BLOCK - 1);
    for (let j = j0; j <= last; j++) {
      const other = matrix + <usize>j * stride;
      const at = row + ((<usize>j) << 3);
      let sum = load<f64>(at) - load<f64>(part + ((<usize>((i - i0) * BLOCK + j - j0)) << 3));
      for (let k = j0; k < j; k++) {
        sum -= load<f64>(row + ((<usize>k) << 3)) * load<f64>(other + ((<usize>k) << 3));
      }
      if (i === j) store<f64>(diagonal + ((<usize>i) << 3), Math.sqrt(sum));
      else store<f64>(at, sum / load<f64>(diagonal + ((<usize>j) << 3)));
    }
  }
}

/** Rows of the inverse from i0, columns from j0, into the upper half: row j holds column j. */
function inverseBlock(matrix: usize, diagonal: usize, part: usize, n: i32, i0: i32, j0: i32): void {
  const stride = (<usize>n) << 3;
  const j1 = j0 + BLOCK;
  memory.fill(part, 0, BLOCK * BLOCK * 8);
  if (i0 > j1) {
    const at = (<usize>j1) << 3;
    block(
      matrix + <usize>i0 * stride + at,
      stride,
      matrix + <usize>j0 * stride + at,
      stride,
      i0 - j1,
      part,
      BLOCK * 8,
    );
  }
  for (let i = i0; i < i0 + BLOCK; i++) {
    const row = matrix + <usize>i * stride;
    const pivot = load<f64>(diagonal + ((<usize>i) << 3));
    for (let j = j0; j < min(i, j1); j++) {
      const column = matrix + <usize>j * stride;
      let sum = load<f64>(part + ((<usize>((i - i0) * BLOCK + j - j0)) << 3));
      // A column begins on the diagonal: left of it stands L.
      for (let k = j; k < min(j1, i); k++) {
        sum += load<f64>(row + ((<usize>k) << 3)) * load<f64>(column + ((<usize>k) << 3));
      }
      for (let k = max(i0, j1); k < i; k++) {
        sum += load<f64>(row + ((<usize>k) << 3)) * load<f64>(column + ((<usize>k) << 3));
      }
      store<f64>(column + ((<usize>i) << 3), -sum / pivot);
    }
    if (i0 === j0) store<f64>(row + ((<usize>i) << 3), 1 / pivot);
  }
}

/**
 * Adds so many times a value to sums, one for each of `many` questions (an even number), which lie side by side: what a matrix
 * holds is fetched once for all questions.
 */
function addTimes(sums: usize, times: usize, value: f64, many: i32): void {
  const values = f64x2.splat(value);
  const end = sums + ((<usize>many) << 3);
  for (; sums < end; sums += 16, times += 16) {
    v128.store(sums, f64x2.add(v128.load(sums), f64x2.mul(values, v128.load(times))));
  }
}

/** Adds so many times two values at once: what was summed is fetched and put back half as often. */
function addTwo(sums: usize, first: usize, one: f64, second: usize, other: f64, many: i32): void {
  const ones = f64x2.splat(one);
  const others = f64x2.splat(other);
  const end = sums + ((<usize>many) << 3);
  for (; sums < end; sums += 16, first += 16, second += 16) {
    const both = f64x2.add(f64x2.mul(ones, v128.load(first)), f64x2.mul(others, v128.load(second)));
    v128.store(sums, f64x2.add(v128.load(sums), both));
  }
}

/**
 * Solves for all questions with what `factor` left.
 * @param targets n x many, as `half` (room) and `found`
 */
export function solve(matrix: usize, targets: usize, half: usize, found: usize, n: i32, many: i32): void {
  const stride = (<usize>n) << 3;
  const each = (<usize>many) << 3;
  memory.fill(half, 0, <usize>n * each);
  memory.fill(found, 0, <usize>n * each);
  for (let j = 0; j < n; j += 2) {
    const row = matrix + <usize>j * stride;
    const target = targets + <usize>j * each;
    addTimes(half + <usize>j * each, target, load<f64>(row + ((<usize>j) << 3)), many);
    for (let i = j + 1; i < n; i++) {
      const at = row + ((<usize>i) << 3);
      addTwo(half + <usize>i * each, target, load<f64>(at), target + each, load<f64>(at + stride), many);
    }
  }
  for (let j = 0; j < n; j++) {
    const row = matrix + <usize>j * stride;
    const out = found + <usize>j * each;
    let i = j;
    if (j & 1) {
      addTimes(out, half + <usize>i * each, load<f64>(row + ((<usize>i) << 3)), many);
      i++;
    }
    for (; i < n; i += 2) {
      const at = row + ((<usize>i) << 3);
      const halves = half + <usize>i * each;
      addTwo(out, halves, load<f64>(at), halves + each, load<f64>(at, 8), many);
    }
  }
}

/** Adds to the sums of each sparse column what all rows hold there, so many times as was found for the row. */
export function addEntries(
  ends: usize,
  entries: usize,
  rows: i32,
  found: usize,
  many: i32,
  sums: usize,
): void {
  const each = (<usize>many) << 3;
  let entry = entries;
  for (let i = 0; i < rows; i++) {
    const times = found + <usize>i * each;
    const last = entries + ((<usize>load<i32>(ends + ((<usize>i) << 2))) << 3);
    for (; entry < last; entry += 8) {
      addTimes(sums + <usize>load<i32>(entry) * each, times, <f64>load<f32>(entry, 4), many);
    }
  }
}

/** As addEntries, of the dense columns, `width` of them. */
export function addRows(rows: usize, width: i32, found: usize, n: i32, many: i32, sums: usize): void {
  const stride = (<usize>width) << 3;
  const each = (<usize>many) << 3;
  for (let i = 0; i < n; i += 2) {
    const row = rows + <usize>i * stride;
    const times = found + <usize>i * each;
    for (let k = 0; k < width; k++) {
      const at = row + ((<usize>k) << 3);
      addTwo(sums + <usize>k * each, times, load<f64>(at), times + each, load<f64>(at + stride), many);
    }
  }
}

/** Inner product of two rows from number `from` on: of two rows that `factor` left, an entry of the inverse. */
export function dot(a: usize, b: usize, from: i32, n: i32): f64 {
  let at = (<usize>from) << 3;
  const end = (<usize>n) << 3;
  let sum: f64 = 0;
  if (from & 1) {
    sum = load<f64>(a + at) * load<f64>(b + at);
    at += 8;
  }
  let pair = f64x2.splat(0);
  for (; at < end; at += 16) pair = f64x2.add(pair, f64x2.mul(v128.load(a + at), v128.load(b + at)));
  return sum + f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}
