import { openVocabulary, type Vocabulary } from './vocabulary.js';
import type { LinearModel } from './linear-model.js';
import { oneByOne, sideBySide } from './weights.js';

/** A linear model as plain JSON: numbers as base64 of little-endian 32-bit floats. The same model, the same bytes. */
export interface StoredLinear {
  labels: string[];
  mode: 'one' | 'many';
  terms: string;
  idf: string;
  /** Where terms are kept elsewhere (`terms` and `idf` are empty): columns that have weights. The others have none. */
  held?: string;
  sparse: string[];
  dense: string[];
  biases: number[];
  softmax: LinearModel['softmax'];
  sigmoids: LinearModel['sigmoids'];
  priors: number[];
}

/**
 * To JSON.
 * @param elsewhere whether the caller keeps the vocabulary: then only weights of terms that examples held are kept here
 */
export function storeLinear(model: LinearModel, elsewhere = false): StoredLinear {
  const weights = oneByOne(model.weights);
  const { terms, idf } = model.vocabulary;
  const held = elsewhere
    ? [...terms.keys()].filter((column) => weights.some(({ sparse }) => sparse[column] !== 0))
    : null;
  return {
    labels: model.labels,
    mode: model.mode,
    ...(held ? { terms: '', idf: '', held: pack(held) } : { terms: joinTerms(terms), idf: pack(idf) }),
    sparse: weights.map(({ sparse }) => pack(held ? held.map((column) => sparse[column]!) : sparse)),
    dense: weights.map(({ dense }) => pack(dense)),
    biases: weights.map(({ bias }) => Math.fround(bias)),
    softmax: model.softmax,
    sigmoids: model.sigmoids,
    priors: model.priors.map(Math.fround),
  };
}

/** Back from JSON. @param elsewhere the vocabulary, where it is not kept with the model */
export function openLinear(stored: StoredLinear, elsewhere: Vocabulary | null = null): LinearModel {
  const vocabulary = elsewhere ?? openVocabulary(splitTerms(stored.terms), unpack(stored.idf));
  const held = stored.held === undefined ? null : unpack(stored.held);
  return {
    labels: stored.labels,
    mode: stored.mode,
    vocabulary,
    weights: sideBySide(
      stored.sparse.map((sparse, k) => ({
        sparse: spreadOver(vocabulary.terms.length, held, unpack(sparse)),
        dense: Float64Array.from(unpack(stored.dense[k]!)),
        bias: stored.biases[k]!,
      })),
    ),
    softmax: stored.softmax,
    sigmoids: stored.sigmoids,
    priors: stored.priors,
  };
}

/** Weights by column; zeros where a column has none. */
function spreadOver(columns: number, held: Float32Array | null, weights: Float32Array): Float64Array {
  if (!held) return Float64Array.from(weights);
  const all = new Float64Array(columns);
  held.forEach((column, i) => (all[column] = weights[i]!));
  return all;
}

/** Terms joined by line ends; as JSON where one holds a line end itself, as a question of two lines does. */
export const joinTerms = (terms: readonly string[]): string =>
  terms.some((term) => term.includes('\n')) ? JSON.stringify(terms) : terms.join('\n');

/** Back from `joinTerms`. No term begins with a bracket. */
export const splitTerms = (joined: string): string[] =>
  joined === '' ? [] : joined.startsWith('[') ? (JSON.parse(joined) as string[]) : joined.split('\n');

const BIG_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** Numbers as base64 of little-endian 32-bit floats. */
export function pack(values: ArrayLike<number>): string {
  const bytes = Buffer.from(new Float32Array(values).buffer);
  return (BIG_ENDIAN ? bytes.swap32() : bytes).toString('base64');
}

/** Back from `pack`. */
export function unpack(packed: string): Float32Array {
  const bytes = Buffer.from(packed, 'base64');
  const values = new Float32Array(bytes.length / 4);
  for (let i = 0; i < values.length; i++) values[i] = bytes.readFloatLE(i * 4);
  return values;
}
