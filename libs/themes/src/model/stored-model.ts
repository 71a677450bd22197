import { openVocabulary } from './vocabulary.js';
import type { LinearModel } from './linear-model.js';
import { oneByOne, sideBySide } from './weights.js';

/** A linear model as plain JSON: numbers as base64 of little-endian 32-bit floats. The same model, the same bytes. */
export interface StoredLinear {
  labels: string[];
  mode: 'one' | 'many';
  terms: string;
  idf: string;
  sparse: string[];
  dense: string[];
  biases: number[];
  softmax: LinearModel['softmax'];
  sigmoids: LinearModel['sigmoids'];
  priors: number[];
}

/** To JSON; terms are joined by line ends, which no term holds. */
export function storeLinear(model: LinearModel): StoredLinear {
  const weights = oneByOne(model.weights);
  return {
    labels: model.labels,
    mode: model.mode,
    terms: model.vocabulary.terms.join('\n'),
    idf: pack(model.vocabulary.idf),
    sparse: weights.map(({ sparse }) => pack(sparse)),
    dense: weights.map(({ dense }) => pack(dense)),
    biases: weights.map(({ bias }) => Math.fround(bias)),
    softmax: model.softmax,
    sigmoids: model.sigmoids,
    priors: model.priors.map(Math.fround),
  };
}

/** Back from JSON. */
export function openLinear(stored: StoredLinear): LinearModel {
  return {
    labels: stored.labels,
    mode: stored.mode,
    vocabulary: openVocabulary(stored.terms === '' ? [] : stored.terms.split('\n'), unpack(stored.idf)),
    weights: sideBySide(
      stored.sparse.map((sparse, k) => ({
        sparse: Float64Array.from(unpack(sparse)),
        dense: Float64Array.from(unpack(stored.dense[k]!)),
        bias: stored.biases[k]!,
      })),
    ),
    softmax: stored.softmax,
    sigmoids: stored.sigmoids,
    priors: stored.priors,
  };
}

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
