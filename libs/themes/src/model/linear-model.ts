import { applySoftmax, fitSoftmax } from './calibrate-one.js';
import type { Softmax } from './calibrate-one.js';
import { fitSigmoids, sigmoid } from './calibrate-many.js';
import type { Sigmoid } from './calibrate-many.js';
import type { Text } from './features.js';
import { trainOneVsRest } from './one-vs-rest.js';
import { learnRows, rowsIn, vectorise } from './vocabulary.js';
import type { Vocabulary } from './vocabulary.js';
import { scoresOf } from './weights.js';
import type { Weights } from './weights.js';

/** A text with what is known of it, as a linear model sees it. */
export interface LinearInput extends Text {
  /** Its sentence embedding; null throughout where no embedder is used. */
  embedding: Float32Array | null;
}

export interface LinearExample extends LinearInput {
  labels: string[];
}

export interface LinearModel {
  labels: string[];
  /** `one` label for each text, or `many`. */
  mode: 'one' | 'many';
  vocabulary: Vocabulary;
  weights: Weights;
  softmax: Softmax | null;
  sigmoids: Sigmoid[] | null;
  /** Share of each label among the training texts. */
  priors: number[];
}

export interface Trainer {
  model: LinearModel;
  /** Probabilities of each training text by models that did not see it: texts x labels. */
  outside: Float64Array[];
}

/** Weight of the embedding beside the words and characters, which have length 1 each. */
const EMBEDDING_WEIGHT = 1.5;
/**
 * How far a choice among many labels leans towards rare ones: the surest wins by probability over this power of its
 * share. Among few, as in a stance, the surest simply wins.
 */
const LEAN = 0.1;
const FEW = 4;

/**
 * Trains one-vs-rest linear models and calibrates them on texts that they did not see. Same inputs, same model.
 * @param judged the first so many examples say how frequent labels are and which chance a score means; the others, which no person wrote as an
 *   answer, are learned from alone
 * @param known terms that were learnt of more texts than these; absent, the terms of these
 */
export function trainLinear(
  examples: LinearExample[],
  labels: string[],
  mode: 'one' | 'many',
  judged = examples.length,
  known: Vocabulary | null = null,
): Trainer {
  const dense = examples.map(({ embedding }) => weighted(embedding));
  const { vocabulary, rows } = known ? rowsIn(known, examples, dense) : learnRows(examples, dense);
  const truth = labels.map((label) => examples.map((example) => example.labels.includes(label)));
  const priors = truth.map((yes) => (yes.filter(Boolean).length + 1) / (yes.length + labels.length));
  const { weights, outside } = trainOneVsRest(
    rows,
    truth,
    examples.map(({ text }) => text),
    vocabulary.terms.length,
    mode === 'one' && labels.length > FEW,
  );
  const model: LinearModel = { labels, mode, vocabulary, weights, softmax: null, sigmoids: null, priors };
  if (mode === 'one') {
    const index = examples.map((example) => labels.indexOf(example.labels[0]!));
    model.softmax = fitSoftmax(outside, index);
  } else {
    const known = truth.map((yes) => yes.slice(0, judged));
    model.sigmoids = fitSigmoids(outside.slice(0, judged), known);
  }
  return { model, outside: outside.map((scores) => calibrated(model, scores)) };
}

/** Probability of each label of the model for one text. */
export function predictLinear(model: LinearModel, input: LinearInput): Float64Array {
  const row = vectorise(input, model.vocabulary, weighted(input.embedding));
  return calibrated(model, scoresOf(row, model.weights));
}

/** The labels chosen by probability: exactly one, or those at or above their thresholds. */
export function chooseLabels(model: LinearModel, chances: Float64Array): number[] {
  if (model.sigmoids) return [...chances.keys()].filter((k) => chances[k]! >= model.sigmoids![k]!.threshold);
  let best = 0;
  const lean = model.labels.length <= FEW ? 0 : LEAN;
  const leaning = chances.map((chance, k) => chance / model.priors[k]! ** lean);
  leaning.forEach((value, k) => {
    if (value > leaning[best]!) best = k;
  });
  return [best];
}

function weighted(embedding: Float32Array | null): Float32Array | null {
  return embedding && embedding.map((value) => value * EMBEDDING_WEIGHT);
}

function calibrated(model: LinearModel, scores: Float64Array): Float64Array {
  if (model.softmax) return applySoftmax(model.softmax, scores);
  return scores.map((value, label) => sigmoid(model.sigmoids![label]!, value));
}
