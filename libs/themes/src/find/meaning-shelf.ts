import { commonOf, dot, without } from '../discover/dense.js';
import { MEANING_SIZE, meaningBytes } from './meaning.js';

/** Vectors whose common part is measured; more change nothing. */
const MEASURED = 20_000;

interface Meaning {
  answer: number;
  /** As `meaningBytes` made it. */
  meaning: Int8Array;
}

/** Comments by what they mean: all vectors that somebody may search, ready to be compared. */
export class MeaningShelf {
  private constructor(
    private readonly answers: Float64Array,
    private readonly rows: Int8Array,
    private readonly take: (row: Float32Array) => Float32Array,
  ) {}

  /** @param all those without a vector are left out */
  static of(all: readonly Meaning[]): MeaningShelf {
    const known = all.filter(({ meaning }) => meaning.length === MEANING_SIZE);
    const step = Math.max(1, Math.ceil(known.length / MEASURED));
    const common = commonOf(
      known.filter((_, i) => i % step === 0).map(({ meaning }) => Float32Array.from(meaning)),
    );
    return new MeaningShelf(new Float64Array(0), new Int8Array(0), (row) => without(common, row)).and(known);
  }

  /** These too; what all have in common is not measured anew. */
  and(more: readonly Meaning[]): MeaningShelf {
    const known = more.filter(({ meaning }) => meaning.length === MEANING_SIZE);
    const held = this.answers.length;
    const answers = new Float64Array(held + known.length);
    const rows = new Int8Array((held + known.length) * MEANING_SIZE);
    answers.set(this.answers);
    rows.set(this.rows);
    known.forEach(({ answer, meaning }, i) => {
      answers[held + i] = answer;
      const taken = this.take(Float32Array.from(meaning));
      for (let k = 0; k < MEANING_SIZE; k++)
        rows[(held + i) * MEANING_SIZE + k] = Math.round(127 * taken[k]!);
    });
    return new MeaningShelf(answers, rows, this.take);
  }

  /** Bytes that it holds. */
  get size(): number {
    return this.rows.byteLength + this.answers.byteLength;
  }

  /**
   * Answers nearest to what is asked, the nearest first.
   * @param atLeast cosine below which nothing is near, once what all comments have in common is taken away
   */
  nearest(said: string, most: number, atLeast: number): { answer: number; near: number }[] {
    const asked = this.askedFor(said);
    if (!asked) return [];
    const found: { answer: number; near: number }[] = [];
    for (let i = 0; i < this.answers.length; i++) {
      const from = i * MEANING_SIZE;
      let sum = 0;
      for (let k = 0; k < MEANING_SIZE; k++) sum += this.rows[from + k]! * asked[k]!;
      if (sum >= atLeast * 127) found.push({ answer: this.answers[i]!, near: sum / 127 });
    }
    return found.sort((a, b) => b.near - a.near || a.answer - b.answer).slice(0, most);
  }

  /** How near pieces of text are to what is asked, from -1 to 1. */
  nearness(said: string, pieces: readonly string[]): number[] {
    const asked = this.askedFor(said);
    return pieces.map((piece) => {
      const own = this.askedFor(piece);
      return asked && own ? dot(asked, own) : -1;
    });
  }

  private askedFor(said: string): Float32Array | null {
    const bytes = meaningBytes(said);
    return bytes.length === 0 || this.answers.length === 0 ? null : this.take(Float32Array.from(bytes));
  }
}
