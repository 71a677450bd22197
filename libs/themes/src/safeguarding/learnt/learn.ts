import { createHash } from 'node:crypto';
import { fitSigmoids } from '../../model/calibrate-many.js';
import { pack } from '../../model/stored-model.js';
import { kernelRidge } from './kernel-ridge.js';
import type { Compared, Likeness } from './likeness.js';
import type { RiskSentence } from './sentences.js';

/** Raised when the way of learning changes. */
const MAKE = 'risk-1';
/** Towards weights of zero. */
export const PULL = 0.15;
/** Share of comments in which somebody is at risk, as chances are told: of the sentences it is far larger. */
const SHARE = 0.01;

/** A model of risk as it is kept; beside it stand the sentences and their vectors. */
export interface StoredRisk {
  /** Of sentences, embedder and make. */
  version: string;
  embedder: string;
  /** Weights of the sentences, base64 of 32-bit floats: with sentence vectors, and by words alone. */
  weights: string;
  quick: string;
  /** From score to chance. */
  slope: number;
  bias: number;
  /** A text is flagged from this score. */
  threshold: number;
  /** A text is read with the sentence model from this score by words alone. */
  passes: number;
}

/** Learns from sentences how those of people at risk read. @param likeness to the same sentences, which have meanings */
export function learnRisk(
  sentences: readonly RiskSentence[],
  compared: readonly Compared[],
  likeness: Likeness,
  embedder: string,
): { model: StoredRisk; outside: Float64Array; quickOutside: Float64Array } {
  const targets = sentences.map(({ kind }) => (kind === null ? -1 : 1));
  const full = kernelRidge(compared.map((one) => likeness.to(one)), targets, PULL); // prettier-ignore
  const quick = kernelRidge(compared.map(({ text }) => likeness.to({ text, meaning: null })), targets, PULL); // prettier-ignore
  const yes = sentences.map(({ kind }) => kind !== null);
  const [sigmoid] = fitSigmoids(Array.from(full.outside, (score) => Float64Array.of(score)), [yes]); // prettier-ignore
  const share = yes.filter(Boolean).length / yes.length;
  return {
    model: {
      version: riskVersion(sentences, embedder),
      embedder,
      weights: pack(full.weights),
      quick: pack(quick.weights),
      slope: sigmoid!.slope,
      bias: Math.fround(sigmoid!.bias + oddsOf(SHARE) - oddsOf(share)),
      threshold: 0,
      passes: 0,
    },
    outside: full.outside,
    quickOutside: quick.outside,
  };
}

/** Name of the model that is learnt from these sentences. */
export function riskVersion(sentences: readonly RiskSentence[], embedder: string): string {
  const told = JSON.stringify([MAKE, PULL, embedder, sentences.map(({ text, kind }) => [kind, text])]);
  return `${MAKE}-${createHash('sha256').update(told).digest('hex').slice(0, 16)}`;
}

const oddsOf = (share: number): number => Math.log(share / (1 - share));
