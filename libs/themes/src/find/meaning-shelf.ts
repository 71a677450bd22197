import { commonOf, dot, scaled, without } from '../discover/dense.js';
import { ByteRows } from './byte-rows.js';

/** Vectors whose common part is measured; more change nothing. */
const MEASURED = 10_000;

interface Meaning {
  answer: number;
  /** A direction, a byte a number; empty where none is known. */
  meaning: Int8Array;
}

/** Comments by what they mean: all vectors that somebody may search, ready to be compared. */
export class MeaningShelf {
  private constructor(
    private readonly answers: Float64Array,
    private readonly rows: ByteRows,
    private readonly take: (row: Float32Array) => Float32Array,
  ) {}

  /** @param all those without a vector of so many numbers are left out */
  static of(all: readonly Meaning[], length: number): MeaningShelf {
    const known = all.filter(({ meaning }) => meaning.length === length);
    const step = Math.max(1, Math.ceil(known.length / MEASURED));
    const common = commonOf(
      known.filter((_, i) => i % step === 0).map(({ meaning }) => scaled(Float32Array.from(meaning))),
    );
    const take = (row: Float32Array): Float32Array => without(common, scaled(row));
    return new MeaningShelf(new Float64Array(0), new ByteRows(length, 0), take).and(known);
  }

  /** These too; what all have in common is not measured anew. */
  and(more: readonly Meaning[]): MeaningShelf {
    const known = more.filter(({ meaning }) => meaning.length === this.rows.size);
    const held = this.answers.length;
    const answers = new Float64Array(held + known.length);
    const rows = new ByteRows(this.rows.size, answers.length);
    answers.set(this.answers);
    rows.copy(this.rows);
    known.forEach(({ answer, meaning }, i) => {
      answers[held + i] = answer;
      rows.set(held + i, this.take(Float32Array.from(meaning)));
    });
    return new MeaningShelf(answers, rows, this.take);
  }

  /** Bytes that it holds. */
  get size(): number {
    return this.rows.byteLength + this.answers.byteLength;
  }

  /** A vector that is asked for, as those of the shelf are held; null where it says nothing or nothing is held. */
  asking(vector: ArrayLike<number>): Float32Array | null {
    if (vector.length !== this.rows.size || this.answers.length === 0) return null;
    const asked = Float32Array.from(vector);
    return asked.some((value) => value !== 0) ? this.take(asked) : null;
  }

  /**
   * Answers nearest to what is asked, the nearest first.
   * @param asked as `asking` gives it
   * @param atLeast cosine below which nothing is near, once what all comments have in common is taken away
   */
  nearest(asked: Float32Array, most: number, atLeast: number): { answer: number; near: number }[] {
    const { values, scale } = this.rows.cosines(asked);
    const found: { answer: number; near: number }[] = [];
    const least = Math.max(atLeast * scale, mostThat(values, most));
    for (let i = 0; i < values.length; i++)
      if (values[i]! >= least) found.push({ answer: this.answers[i]!, near: values[i]! / scale });
    return found.sort((a, b) => b.near - a.near || a.answer - b.answer).slice(0, most);
  }

  /** How near vectors are to what is asked, from -1 to 1. @param asked as `asking` gives it */
  nearness(asked: Float32Array, vectors: readonly ArrayLike<number>[]): number[] {
    return vectors.map((vector) => {
      const own = this.asking(vector);
      return own ? dot(asked, own) : -1;
    });
  }
}

/** Steps by which values are counted to find the largest without putting all in order. */
const STEPS = 4096;

/** A value that at least `most` values reach, and not many more; the smallest there is where there are fewer. */
function mostThat(values: Int32Array, most: number): number {
  if (values.length <= most) return -Infinity;
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const width = (high - low) / STEPS || 1;
  const counts = new Int32Array(STEPS + 1);
  for (const value of values) counts[Math.floor((value - low) / width)]!++;
  let [step, held] = [STEPS, counts[STEPS]!];
  while (held < most) held += counts[--step]!;
  return low + step * width - 1;
}
