import type { LinearWeights } from './train-svm.js';
import type { Row } from './vocabulary.js';

/**
 * Weights of yes-or-no questions, one for each label. Those of a column lie side by side, so that a text fetches each of its
 * columns once for all labels.
 */
export interface Weights {
  labels: number;
  /** columns x labels */
  sparse: Float64Array;
  /** width of the dense part x labels */
  dense: Float64Array;
  /** One a label. */
  bias: Float64Array;
}

/** Signed distance from the border of each question: positive means yes. */
export function scoresOf(row: Row, { labels, sparse, dense, bias }: Weights): Float64Array {
  const scores = bias.slice();
  row.columns.forEach((column, k) => addTimes(scores, sparse, column * labels, row.values[k]!));
  row.dense?.forEach((value, k) => addTimes(scores, dense, k * labels, value));
  return scores;
}

function addTimes(scores: Float64Array, weights: Float64Array, from: number, value: number): void {
  for (let label = 0; label < scores.length; label++) scores[label]! += weights[from + label]! * value;
}

/** Weights that were found, or stored, one question after the other. */
export function sideBySide(questions: LinearWeights[]): Weights {
  const labels = questions.length;
  const join = (of: (question: LinearWeights) => Float64Array): Float64Array => {
    const joined = new Float64Array(labels * (questions[0] ? of(questions[0]).length : 0));
    questions.forEach((question, label) =>
      of(question).forEach((value, k) => (joined[k * labels + label] = value)),
    );
    return joined;
  };
  return {
    labels,
    sparse: join(({ sparse }) => sparse),
    dense: join(({ dense }) => dense),
    bias: Float64Array.from(questions, ({ bias }) => bias),
  };
}

/** The weights of each question apart. */
export function oneByOne({ labels, sparse, dense, bias }: Weights): LinearWeights[] {
  const part = (all: Float64Array): Float64Array[] => {
    const parts = Array.from({ length: labels }, () => new Float64Array(all.length / labels));
    for (let at = 0, k = 0; at < all.length; k++)
      for (let label = 0; label < labels; label++) parts[label]![k] = all[at++]!;
    return parts;
  };
  const [sparses, denses] = [part(sparse), part(dense)];
  return sparses.map((sparse, label) => ({ sparse, dense: denses[label]!, bias: bias[label]! }));
}
