import { foldsOf, leftOutTogether } from './folds.js';
import { ridge } from './ridge.js';
import type { Fit } from './ridge.js';
import { SVM_SETTINGS, score, trainSvm } from './train-svm.js';
import type { LinearWeights } from './train-svm.js';
import type { Row } from './vocabulary.js';
import { sideBySide } from './weights.js';
import type { Weights } from './weights.js';

/**
 * Up to so many rows ridge regression gives the weights, and in closed form the scores by models that did not see a row
 * (docs/decisions/0017); above, its time and memory (512 MB here) grow too fast, and a support vector machine trains on folds.
 */
const MOST_FOR_RIDGE = 8000;
/** Pull of the ridge towards weights of zero. A choice among many labels is steadier with more of it. */
const PULL = 3;
const PULL_OF_CHOICE = 8;

/** Above that many rows: a positive that is rare counts for more, by this power of its rarity. */
const BALANCE = 0.5;
const FOLDS = 4;
/** Rounds for a fold: it begins from the solution of the whole. */
const FOLD_SETTINGS = { ...SVM_SETTINGS, rounds: 6 };

export interface OneVsRest {
  weights: Weights;
  /** Scores of each training row by a model that did not see it: rows x labels. */
  outside: Float64Array[];
}

/**
 * Trains a yes-or-no model for each label, and scores every training row by models that did not see it: the basis of
 * calibration and thresholds.
 * @param truth for each label, which rows have it
 * @param texts what the rows say: texts that say the same are left out together
 * @param choice whether each text has one of many labels
 */
export function trainOneVsRest(
  rows: Row[],
  truth: boolean[][],
  texts: string[],
  columns: number,
  choice: boolean,
): OneVsRest {
  const train = rows.length <= MOST_FOR_RIDGE ? byRidge : byFolds;
  const { weights, outside } = train(rows, truth, texts, columns, choice);
  return { weights, outside: rows.map((_, i) => Float64Array.from(outside, (scores) => scores[i]!)) };
}

function byRidge(rows: Row[], truth: boolean[][], texts: string[], columns: number, choice: boolean): Fit {
  const targets = truth.map((yes) => yes.map((is) => (is ? 1 : -1)));
  const pull = choice ? PULL_OF_CHOICE : PULL;
  return ridge(rows, columns, targets, pull, leftOutTogether(texts));
}

function byFolds(rows: Row[], truth: boolean[][], texts: string[], columns: number): Fit {
  const folds = foldsOf(texts, FOLDS);
  const trained = truth.map((yes) => byFeatures(rows, yes, classWeights(yes), folds, columns));
  return {
    weights: sideBySide(trained.map(({ weights }) => weights)),
    outside: trained.map(({ outside }) => outside),
  };
}

function byFeatures(
  rows: Row[],
  yes: boolean[],
  cost: Float64Array,
  folds: number[],
  columns: number,
): { weights: LinearWeights; outside: Float64Array } {
  const { model, alpha } = trainSvm(rows, yes, cost, columns);
  const scores = new Float64Array(rows.length);
  for (const fold of new Set(folds)) {
    const inside = outsideOf(fold, folds);
    const held = trainSvm(
      inside.map((i) => rows[i]!),
      inside.map((i) => yes[i]!),
      Float64Array.from(inside, (i) => cost[i]!),
      columns,
      FOLD_SETTINGS,
      Float64Array.from(inside, (i) => alpha[i]!),
    ).model;
    rows.forEach((row, i) => {
      if (folds[i] === fold) scores[i] = score(row, held);
    });
  }
  return { weights: model, outside: scores };
}

/** The rows of all folds but one. */
function outsideOf(fold: number, folds: number[]): number[] {
  return folds.flatMap((of, i) => (of === fold ? [] : [i]));
}

function classWeights(yes: boolean[]): Float64Array {
  const share = Math.min(0.999, Math.max(0.001, yes.filter(Boolean).length / yes.length));
  const [positive, negative] = [(0.5 / share) ** BALANCE, (0.5 / (1 - share)) ** BALANCE];
  return Float64Array.from(yes, (value) => (value ? positive : negative));
}
