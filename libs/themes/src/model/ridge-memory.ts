import { trainingKernel } from './kernel-file.js';
import type { Row } from './vocabulary.js';
import type { Weights } from './weights.js';

/** The kernel takes rows by so many; those that are missing at the end are zeros, and touch nothing. */
const BLOCK = 32;
const PAGE = 1 << 16;
const BYTES = 8;

/** What kernel/kernel.ts gives; places in bytes. */
interface KernelCode {
  addSparseProducts(
    ends: number,
    entries: number,
    places: number,
    lists: number,
    matrix: number,
    rows: number,
    n: number,
  ): void;
  addProducts(rows: number, width: number, matrix: number, n: number): void;
  factor(matrix: number, diagonal: number, part: number, n: number): void;
  dot(a: number, b: number, from: number, n: number): number;
  solve(matrix: number, targets: number, half: number, found: number, n: number, many: number): void;
  addEntries(ends: number, entries: number, rows: number, found: number, many: number, sums: number): void;
  addRows(rows: number, width: number, found: number, n: number, many: number, sums: number): void;
}

const evened = (many: number): number => many + (many % 2);
const roundedUp = (many: number, by: number): number => Math.ceil(many / by) * by;

/** The memory in which the kernel solves a ridge regression, and the steps of it. */
export class RidgeMemory {
  private readonly n: number;
  private readonly width: number;
  /** Room for questions: an even number. */
  private readonly many: number;
  private readonly at: ReturnType<typeof layOut>;
  private readonly numbers: Float64Array;
  private readonly kernel: KernelCode;

  /** @param columns number of sparse columns; one more, held by all rows with value 1, stands for the bias */
  constructor(
    private readonly rows: Row[],
    private readonly columns: number,
    private readonly questions: number,
  ) {
    this.n = roundedUp(rows.length, BLOCK);
    this.width = rows[0]?.dense?.length ?? 0;
    this.many = evened(questions);
    const entries = rows.reduce((sum, row) => sum + row.columns.length + 1, 0);
    this.at = layOut(this.n, evened(this.width), this.many, columns, entries);
    const memory = new WebAssembly.Memory<ArrayBuffer>({
      initial: Math.ceil((this.at.end * BYTES) / PAGE),
    });
    const { exports } = new WebAssembly.Instance(trainingKernel(), { env: { memory } });
    this.kernel = exports as unknown as KernelCode;
    this.numbers = new Float64Array(memory.buffer, 0, this.at.end);
    this.enter(memory.buffer);
  }

  /** Writes the rows into the memory, in the order in which the kernel reads them. */
  private enter(buffer: ArrayBuffer): void {
    const { rows, columns, at, numbers } = this;
    const width = evened(this.width);
    const ends = new Int32Array(buffer, at.ends * BYTES, rows.length);
    const places = new Int32Array(buffer, at.places * BYTES, 2 * (columns + 1));
    const entries = new Int32Array(buffer, at.entries * BYTES);
    const values = new Float32Array(buffer, at.entries * BYTES);
    const held = new Int32Array(columns + 1);
    let entry = 0;
    rows.forEach((row, i) => {
      for (let k = 0; k <= row.columns.length; k++, entry++) {
        const column = row.columns[k] ?? columns;
        entries[2 * entry] = column;
        values[2 * entry + 1] = row.values[k] ?? 1;
        held[column]!++;
      }
      ends[i] = entry;
      if (row.dense) numbers.set(row.dense, at.dense + i * width);
    });
    let place = 0;
    held.forEach((many, column) => {
      places[2 * column] = places[2 * column + 1] = place;
      place += many;
    });
  }

  /** Inner products of all rows, and the factor of the inverse of them plus the pull. */
  factor(pull: number): void {
    const { n, at, numbers, rows, kernel } = this;
    const [ends, entries, places, lists] = [at.ends, at.entries, at.places, at.lists].map((k) => k * BYTES);
    kernel.addSparseProducts(ends!, entries!, places!, lists!, at.matrix * BYTES, rows.length, n);
    kernel.addProducts(at.dense * BYTES, evened(this.width), at.matrix * BYTES, n);
    for (let i = 0; i < n; i++) numbers[at.matrix + i * n + i]! += pull;
    kernel.factor(at.matrix * BYTES, at.diagonal * BYTES, at.part * BYTES, n);
  }

  /** An entry of the inverse. */
  readonly inverse = (i: number, j: number): number => {
    const { n, at, kernel } = this;
    return kernel.dot((at.matrix + i * n) * BYTES, (at.matrix + j * n) * BYTES, Math.max(i, j), n);
  };

  /** @param targets for each question, what each row should score */
  solve(targets: ArrayLike<number>[]): void {
    const { n, at, many, numbers, kernel } = this;
    targets.forEach((target, question) => {
      for (let i = 0; i < target.length; i++) numbers[at.targets + i * many + question] = target[i]!;
    });
    const [matrix, given, half, found] = [at.matrix, at.targets, at.half, at.found].map((k) => k * BYTES);
    kernel.solve(matrix!, given!, half!, found!, n, many);
  }

  /** What each row adds to the weights of a question. */
  steps(question: number): Float64Array {
    const { at, many, numbers } = this;
    return Float64Array.from(this.rows, (_, i) => numbers[at.found + i * many + question]!);
  }

  weights(): Weights {
    const { n, at, many, kernel, rows, columns } = this;
    const found = at.found * BYTES;
    kernel.addEntries(at.ends * BYTES, at.entries * BYTES, rows.length, found, many, at.sums * BYTES);
    kernel.addRows(at.dense * BYTES, evened(this.width), found, n, many, at.denseSums * BYTES);
    return {
      labels: this.questions,
      sparse: this.sideBySide(at.sums, columns),
      dense: this.sideBySide(at.denseSums, this.width),
      bias: this.sideBySide(at.sums + columns * many, 1),
    };
  }

  /** So many numbers of each question, without the room that makes questions even. */
  private sideBySide(from: number, count: number): Float64Array {
    const { many, questions, numbers } = this;
    const found = new Float64Array(count * questions);
    for (let k = 0; k < count; k++)
      found.set(numbers.subarray(from + k * many, from + k * many + questions), k * questions);
    return found;
  }
}

/** What lies where, in numbers of 64 bits, one after the other. */
function layOut(n: number, width: number, many: number, columns: number, entries: number) {
  let end = 0;
  const take = (numbers: number): number => (end += numbers) - numbers;
  return {
    matrix: take(n * n),
    dense: take(n * width),
    diagonal: take(n),
    part: take(BLOCK * BLOCK),
    targets: take(n * many),
    half: take(n * many),
    found: take(n * many),
    /** Those of the sparse columns, then the biases. */
    sums: take((columns + 1) * many),
    denseSums: take(width * many),
    ends: take(n),
    entries: take(entries),
    places: take(columns + 1),
    lists: take(entries),
    end,
  };
}
