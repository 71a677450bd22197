import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Compared } from './likeness.js';
import type { StoredRisk } from './learn.js';
import { RiskScorer, ofLengthOne } from './scorer.js';
import { riskSentences, type RiskSentence } from './sentences.js';

/** Where model and sentences are, seen from this file in its source and once built. */
const PLACES = ['../../../risk/', '../../../../../../libs/themes/risk/'];
/** Length of a sentence vector. */
const SIZE = 512;

/** The sentences that the shipped model is learnt from: all made up. */
export function shippedSentences(): RiskSentence[] {
  const read = (name: string): string => readFileSync(`${folder()}${name}`, 'utf8');
  return riskSentences(read('at-risk.txt'), `${read('ordinary.txt')}\n${read('demonstration.txt')}`);
}

/** The shipped model as it is kept. */
export const shippedModel = (): StoredRisk =>
  JSON.parse(readFileSync(`${folder()}model.json`, 'utf8')) as StoredRisk;

/** The shipped model of risk, ready for use; read at the first call. @throws Error where a file is missing */
export function openRiskScorer(): RiskScorer {
  const sentences = shippedSentences();
  const file = readFileSync(`${folder()}vectors.int8`);
  const bytes = new Int8Array(file.buffer, file.byteOffset, file.length);
  const compared = sentences.map(({ text }, i): Compared => ({
    text,
    meaning: vectorOf(bytes.subarray(i * SIZE, (i + 1) * SIZE)),
  }));
  return new RiskScorer(shippedModel(), sentences, compared);
}

/** A sentence vector as it is kept, a byte a number: what is learnt is learnt from what is kept. */
export function meaningByte(vector: Float32Array): Int8Array {
  const most = Math.max(...vector.map(Math.abs)) || 1;
  return Int8Array.from(vector, (value) => Math.round((127 * value) / most));
}

export const vectorOf = (bytes: Int8Array): Float32Array => ofLengthOne(Float32Array.from(bytes));

function folder(): string {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((place) =>
    existsSync(`${place}at-risk.txt`),
  );
  if (!found) throw new Error('the sentences about risk are not there');
  return found;
}
