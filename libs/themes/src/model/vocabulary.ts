import { TermCounter } from './features.js';
import type { Counted, Parts, Text } from './features.js';

/** What the features of a model are: each term's column and inverse document frequency. */
export interface Vocabulary {
  terms: string[];
  idf: Float32Array;
  columns: Map<string, number>;
  /** Takes texts apart into columns. */
  counter: TermCounter;
}

/** One row of features: sparse terms and, where an embedder was used, a dense part. */
export interface Row {
  columns: Int32Array;
  values: Float32Array;
  dense: Float32Array | null;
}

/** Terms seen in fewer texts are left out: they cost room and carry hardly anything. */
const FEWEST_TEXTS = { 'w:': 2, 'c:': 3, 'q:': 1, 'f:': 2 } as const;
/** Weight of the question, and of each thing that rules found, beside words and characters of length 1 each. */
const WEIGHTS_BESIDE = { 'q:': 0.5, 'f:': 1 } as const;

/**
 * Learns the vocabulary of texts, terms in the order of the alphabet, so that the order of texts does not matter, and
 * turns the same texts into rows. Each text is taken apart once.
 * @param dense the dense part of each text's row
 */
export function learnRows(
  texts: Text[],
  dense: (Float32Array | null)[],
): { vocabulary: Vocabulary; rows: Row[] } {
  const numbers = new Map<string, number>();
  const counter = new TermCounter((term) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  });
  const taken = texts.map((text) => counter.takeApart(text));
  const seen = new Int32Array(numbers.size);
  for (const { said, beside } of taken)
    for (const { terms } of [...(said ?? []), beside]) for (const number of terms) seen[number]!++;
  const terms: string[] = [];
  for (const [term, number] of numbers) if (seen[number]! >= fewest(term)) terms.push(term);
  terms.sort();
  const inAll = Int32Array.from(terms, (term) => numbers.get(term)!);
  const idf = Float32Array.from(inAll, (number) => Math.log((1 + texts.length) / (1 + seen[number]!)) + 1);
  const vocabulary = openVocabulary(terms, idf);
  const columns = new Int32Array(seen.length).fill(-1);
  inAll.forEach((number, column) => (columns[number] = column));
  const inColumns = (part: Counted): Counted => keepKnown(part, columns);
  const rows = taken.map(({ said, beside }, i) => {
    const parts: Parts = {
      said: said && [inColumns(said[0]), inColumns(said[1])],
      beside: inColumns(beside),
    };
    return toRow(parts, vocabulary, dense[i]!);
  });
  return { vocabulary, rows };
}

/** Texts as rows of a vocabulary that is there already. @param dense as in `learnRows` */
export const rowsIn = (
  vocabulary: Vocabulary,
  texts: Text[],
  dense: (Float32Array | null)[],
): { vocabulary: Vocabulary; rows: Row[] } => ({
  vocabulary,
  rows: texts.map((text, i) => vectorise(text, vocabulary, dense[i]!)),
});

/** The terms that have a column, by column. */
function keepKnown({ terms, counts }: Counted, columns: Int32Array): Counted {
  const [known, times] = [new Int32Array(terms.length), new Int32Array(terms.length)];
  let found = 0;
  for (let k = 0; k < terms.length; k++) {
    const column = columns[terms[k]!]!;
    if (column < 0) continue;
    known[found] = column;
    times[found++] = counts[k]!;
  }
  return { terms: known.subarray(0, found), counts: times.subarray(0, found) };
}

/** A vocabulary from its stored parts. */
export function openVocabulary(terms: string[], idf: Float32Array): Vocabulary {
  const columns = new Map(terms.map((term, column) => [term, column]));
  return { terms, idf, columns, counter: new TermCounter((term) => columns.get(term) ?? -1) };
}

/**
 * Turns a text into its row of features. All the ways to leave an answer blank have the same features,
 * whatever their words, and so have all the ways to say "nothing": what a person decides for one of them holds for all.
 */
export function vectorise(text: Text, vocabulary: Vocabulary, dense: Float32Array | null): Row {
  return toRow(vocabulary.counter.takeApart(text), vocabulary, dense);
}

function toRow({ said, beside }: Parts, vocabulary: Vocabulary, dense: Float32Array | null): Row {
  const parts = [...(said ?? []), beside];
  const length = parts.reduce((sum, { terms }) => sum + terms.length, 0);
  const columns = new Int32Array(length);
  const values = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    columns.set(part.terms, at);
    values.set(part === beside ? weighBeside(part, vocabulary) : weigh(part, vocabulary), at);
    at += part.terms.length;
  }
  return { columns, values, dense: dense && !said ? new Float32Array(dense.length) : dense };
}

/** Sublinear TF-IDF of words or pieces, scaled to length 1. */
function weigh({ terms, counts }: Counted, { idf }: Vocabulary): Float32Array {
  const values = new Float32Array(terms.length);
  let squares = 0;
  for (let k = 0; k < terms.length; k++) {
    const value = (1 + Math.log(counts[k]!)) * idf[terms[k]!]!;
    values[k] = value;
    squares += value * value;
  }
  const scale = squares === 0 ? 1 : 1 / Math.sqrt(squares);
  return values.map((value) => value * scale);
}

function weighBeside({ terms: columns }: Counted, { terms }: Vocabulary): Float32Array {
  return Float32Array.from(
    columns,
    (column) => WEIGHTS_BESIDE[terms[column]!.slice(0, 2) as keyof typeof WEIGHTS_BESIDE],
  );
}

function fewest(term: string): number {
  return FEWEST_TEXTS[term.slice(0, 2) as keyof typeof FEWEST_TEXTS];
}
