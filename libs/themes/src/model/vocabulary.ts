import { isNoAnswer } from '../coders/no-answer.js';
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

/** Learns the vocabulary of texts; terms in the order of the alphabet, so that the order of texts does not matter. */
export function learnVocabulary(texts: Text[]): Vocabulary {
  const seen = new Map<string, number>();
  for (const text of texts) {
    for (const terms of termsOf(text))
      for (const term of terms.keys()) seen.set(term, (seen.get(term) ?? 0) + 1);
  }
  const terms = [...seen.keys()].filter((term) => seen.get(term)! >= fewest(term)).sort();
  const idf = Float32Array.from(terms, (term) => Math.log((1 + texts.length) / (1 + seen.get(term)!)) + 1);
  return openVocabulary(terms, idf);
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
  if (dense && isNoAnswer(text.text)) dense = new Float32Array(dense.length);
  const parts = termsOf(text).map((terms) => weigh(terms, vocabulary));
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

function termsOf({ text, question, flags }: Text): Terms[] {
  const side = sideTerms(text, question, flags ?? []);
  if (isNoAnswer(text)) return [side];
  return [wordTerms(text), characterTerms(text), side];
}

/** Sublinear TF-IDF of one part, scaled to length 1; what stands beside the words has its set weight instead. */
function weigh(terms: Terms, { columns: known, idf }: Vocabulary): { columns: number[]; values: number[] } {
  const columns: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [term, count] of terms) {
    const column = known.get(term);
    if (column === undefined) continue;
    const fixed = SIDE_WEIGHTS[term.slice(0, 2)];
    const value = fixed ?? (1 + Math.log(count)) * idf[column]!;
    columns.push(column);
    values.push(value);
    squares += fixed === undefined ? value * value : 0;
  }
  const scale = squares === 0 ? 1 : 1 / Math.sqrt(squares);
  return { columns, values: values.map((value) => value * scale) };
}

function fewest(term: string): number {
  return FEWEST_TEXTS[term.slice(0, 2) as keyof typeof FEWEST_TEXTS];
}
