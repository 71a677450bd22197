import { trainingKernel } from '../model/kernel-file.js';

/** The kernel takes so many bytes at once. */
const STEP = 16;
const PAGE = 1 << 16;
/** What is asked is held in 16 bits a number. */
const ASKED = 4096;
const BYTE = 127;

interface Nearness {
  nearness(rows: number, many: number, size: number, asked: number, out: number): void;
}

/** Vectors of length 1, a byte a number, in the memory in which the kernel compares them: 100,000 of 100 numbers in a millisecond and 11 MB. */
export class ByteRows {
  /** Bytes from one row to the next. */
  private readonly stride: number;
  private readonly bytes: Int8Array;
  private readonly asked: Int16Array;
  private readonly found: Int32Array;
  private readonly kernel: Nearness;

  /** @param size numbers of each vector; @param many room for so many */
  constructor(
    readonly size: number,
    readonly many: number,
  ) {
    this.stride = Math.ceil(size / STEP) * STEP;
    const asked = many * this.stride;
    const found = asked + 2 * this.stride;
    const memory = new WebAssembly.Memory({ initial: Math.ceil((found + 4 * many) / PAGE) + 1 });
    this.bytes = new Int8Array(memory.buffer, 0, asked);
    this.asked = new Int16Array(memory.buffer, asked, this.stride);
    this.found = new Int32Array(memory.buffer, found, many);
    const { exports } = new WebAssembly.Instance(trainingKernel(), { env: { memory } });
    this.kernel = exports as unknown as Nearness;
  }

  get byteLength(): number {
    return this.bytes.byteLength + this.found.byteLength;
  }

  /** @param vector of length 1 */
  set(row: number, vector: Float32Array): void {
    const from = row * this.stride;
    for (let k = 0; k < this.size; k++) this.bytes[from + k] = Math.round(BYTE * vector[k]!);
  }

  /** The first rows, as another holds them. */
  copy(other: ByteRows): void {
    this.bytes.set(other.bytes);
  }

  /** Cosine of each row with a vector of length 1, times `scale`; read before the next call. */
  cosines(vector: Float32Array): { values: Int32Array; scale: number } {
    for (let k = 0; k < this.size; k++) this.asked[k] = Math.round(ASKED * vector[k]!);
    this.kernel.nearness(0, this.many, this.stride, this.asked.byteOffset, this.found.byteOffset);
    return { values: this.found, scale: BYTE * ASKED };
  }
}
