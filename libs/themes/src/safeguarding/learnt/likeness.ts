import type { EmbeddingLookup } from '../../embed/contract.js';
import { learnRows, vectorise } from '../../model/vocabulary.js';
import type { Row, Vocabulary } from '../../model/vocabulary.js';

/** How fast likeness falls with the angle between two texts. */
const FALLS = 3;
/** Weight of the sentence vector beside words and their pieces, and beside the vectors of words, which have 1 each. */
const OF_MEANING = 2;

/** A text as it is compared: its meaning is a sentence vector of length 1, null where it is compared by words alone. */
export interface Compared {
  text: string;
  meaning: Float32Array | null;
}

/** How alike a text is to each of a list of sentences: `exp(-FALLS (1 - cosine))` of words, their pieces, and vectors. */
export class Likeness {
  private readonly vocabulary: Vocabulary;
  /** Sentences by column, and the value there. */
  private readonly postings: { sentences: Int32Array; values: Float32Array }[];
  private readonly byWord: Float32Array[];

  /** @param wordsOf vectors of texts by their words */
  constructor(
    private readonly sentences: readonly Compared[],
    private readonly wordsOf: EmbeddingLookup,
  ) {
    const texts = sentences.map(({ text }) => ({ text, question: null }));
    const { vocabulary, rows } = learnRows(
      texts,
      texts.map(() => null),
    );
    this.vocabulary = vocabulary;
    this.postings = postingsOf(rows, vocabulary.terms.length);
    this.byWord = texts.map(({ text }) => this.wordVector(text));
  }

  /** To each sentence, in order. By words alone where the text, or the sentences, have no meaning. */
  to({ text, meaning }: Compared): Float64Array {
    const sums = new Float64Array(this.sentences.length);
    const row = vectorise({ text, question: null }, this.vocabulary, null);
    row.columns.forEach((column, k) => {
      const { sentences, values } = this.postings[column]!;
      for (let i = 0; i < sentences.length; i++) sums[sentences[i]!]! += row.values[k]! * values[i]!;
    });
    const own = this.wordVector(text);
    const parts = meaning ? 2 + OF_MEANING : 2;
    return sums.map((sum, i) => {
      const held = this.sentences[i]!.meaning;
      const by = sum / 2 + dot(own, this.byWord[i]!);
      const cosine = (by + (meaning && held ? OF_MEANING * dot(meaning, held) : 0)) / parts;
      return Math.exp(-FALLS * (1 - cosine));
    });
  }

  private wordVector(text: string): Float32Array {
    const vector = this.wordsOf(text) ?? new Float32Array(0);
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  }
}

function postingsOf(
  rows: readonly Row[],
  columns: number,
): { sentences: Int32Array; values: Float32Array }[] {
  const lists = Array.from({ length: columns }, () => ({
    sentences: [] as number[],
    values: [] as number[],
  }));
  rows.forEach((row, i) =>
    row.columns.forEach((column, k) => {
      lists[column]!.sentences.push(i);
      lists[column]!.values.push(row.values[k]!);
    }),
  );
  return lists.map(({ sentences, values }) => ({
    sentences: Int32Array.from(sentences),
    values: Float32Array.from(values),
  }));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
