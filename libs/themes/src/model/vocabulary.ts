import { noAnswerKind } from '../coders/no-answer.js';
import { characterTerms, sideTerms, wordTerms } from './features.js';
import type { Terms } from './features.js';

/** What the features of a model are: each term's column and inverse document frequency. */
export interface Vocabulary {
  terms: string[];
  idf: Float32Array;
  columns: Map<string, number>;
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
const SIDE_WEIGHTS: Record<string, number> = { 'q:': 0.5, 'f:': 1 };

interface Text {
  text: string;
  question: string | null;
  /** What rules found in the text, for example the themes of their hits. */
  flags?: string[];
}

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
  const seen: number[] = [];
  const counted = texts.map((text) =>
    termsOf(text).map((terms): Counted => {
      const part = { terms: new Int32Array(terms.size), counts: new Int32Array(terms.size) };
      let at = 0;
      for (const [term, count] of terms) {
        let number = numbers.get(term);
        if (number === undefined) numbers.set(term, (number = seen.push(0) - 1));
        seen[number]!++;
        part.terms[at] = number;
        part.counts[at++] = count;
      }
      return part;
    }),
  );
  const terms = [...numbers].filter(([term, number]) => seen[number]! >= fewest(term)).map(([term]) => term);
  terms.sort();
  const inAll = Int32Array.from(terms, (term) => numbers.get(term)!);
  const idf = Float32Array.from(inAll, (number) => Math.log((1 + texts.length) / (1 + seen[number]!)) + 1);
  const vocabulary = openVocabulary(terms, idf);
  const columns = new Int32Array(seen.length).fill(-1);
  inAll.forEach((number, column) => (columns[number] = column));
  const rows = counted.map((parts, i) => {
    const weighed = parts.map((part) =>
      weigh(
        part.terms.map((number) => columns[number]!),
        part.counts,
        vocabulary,
      ),
    );
    return toRow(weighed, denseOf(parts, dense[i]!));
  });
  return { vocabulary, rows };
}

/** The terms of one part of a text, by number, and how often each stands there. */
interface Counted {
  terms: Int32Array;
  counts: Int32Array;
}

/** A vocabulary from its stored parts. */
export function openVocabulary(terms: string[], idf: Float32Array): Vocabulary {
  return { terms, idf, columns: new Map(terms.map((term, column) => [term, column])) };
}

/**
 * Turns a text into its row of features. All the ways to leave an answer blank have the same features,
 * whatever their words, and so have all the ways to say "nothing": what a person decides for one of them holds for all.
 */
export function vectorise(text: Text, vocabulary: Vocabulary, dense: Float32Array | null): Row {
  const { columns } = vocabulary;
  const parts = termsOf(text).map((terms) =>
    weigh(
      Int32Array.from(terms.keys(), (term) => columns.get(term) ?? -1),
      Int32Array.from(terms.values()),
      vocabulary,
    ),
  );
  return toRow(parts, denseOf(parts, dense));
}

/** A text of one part says nothing, whatever its vector. */
function denseOf(parts: readonly unknown[], dense: Float32Array | null): Float32Array | null {
  return dense && parts.length === 1 ? new Float32Array(dense.length) : dense;
}

function toRow(parts: Pick<Row, 'columns' | 'values'>[], dense: Float32Array | null): Row {
  const length = parts.reduce((sum, part) => sum + part.columns.length, 0);
  const row: Row = { columns: new Int32Array(length), values: new Float32Array(length), dense };
  let at = 0;
  for (const part of parts) {
    row.columns.set(part.columns, at);
    row.values.set(part.values, at);
    at += part.columns.length;
  }
  return row;
}

/** The parts of a text: its words, its pieces of words, and what stands beside them; the last alone where it says nothing. */
function termsOf({ text, question, flags }: Text): Terms[] {
  const empty = noAnswerKind(text);
  const side = sideTerms(empty, question, flags ?? []);
  if (empty) return [side];
  return [wordTerms(text), characterTerms(text), side];
}

/**
 * Sublinear TF-IDF of one part, scaled to length 1; what stands beside the words has its set weight instead.
 * @param found column of each term, -1 where the vocabulary lacks it
 */
function weigh(
  found: Int32Array,
  counts: Int32Array,
  { terms, idf }: Vocabulary,
): Pick<Row, 'columns' | 'values'> {
  const columns = found.filter((column) => column >= 0);
  const values = new Float32Array(columns.length);
  let at = 0;
  let squares = 0;
  for (let k = 0; k < found.length; k++) {
    const column = found[k]!;
    if (column < 0) continue;
    const fixed = sideWeight(terms[column]!);
    const value = fixed ?? (1 + Math.log(counts[k]!)) * idf[column]!;
    values[at++] = value;
    squares += fixed === undefined ? value * value : 0;
  }
  const scale = squares === 0 ? 1 : 1 / Math.sqrt(squares);
  return { columns, values: values.map((value) => value * scale) };
}

function sideWeight(term: string): number | undefined {
  return SIDE_WEIGHTS[term.slice(0, 2)];
}

function fewest(term: string): number {
  return FEWEST_TEXTS[term.slice(0, 2) as keyof typeof FEWEST_TEXTS];
}
