import { gramOf } from './gram.js';
import { trainOnGram } from './train-on-gram.js';
import { SVM_SETTINGS, score, trainSvm, weightsOf } from './train-svm.js';
import type { LinearWeights } from './train-svm.js';
import type { Row } from './vocabulary.js';

/** A positive that is rare counts for more, by this power of its rarity: 0 = not at all, 1 = in full. */
const BALANCE = 0.5;
/** Up to so many rows their inner products are made once (36 MB at most); above, training goes by the features. */
export const MOST_ON_GRAM = 3000;
/** Rounds for a fold: it begins from the solution of the whole. */
const FOLD_SETTINGS = { ...SVM_SETTINGS, rounds: 6 };
/** Fewer will do where rows are few. */
const GRAM_FOLD_SETTINGS = { ...SVM_SETTINGS, rounds: 3 };

export interface OneVsRest {
  weights: LinearWeights[];
  /** Scores of each training row by a model that did not see its fold: rows x labels. */
  outside: Float64Array[];
}

/** Weights of one label, and each row's score by a model that did not see its fold. */
interface OneLabel {
  weights: LinearWeights;
  scores: Float64Array;
}

/**
 * Trains a yes-or-no model for each label, and scores every training row by models that did not see it: the basis of
 * calibration and thresholds.
 * @param truth for each label, which rows have it
 * @param folds fold number of each row, from 0; equal texts belong in one fold
 */
export function trainOneVsRest(rows: Row[], truth: boolean[][], folds: number[], columns: number): OneVsRest {
  const gram = rows.length <= MOST_ON_GRAM ? gramOf(rows, columns) : null;
  const trained = truth.map((yes): OneLabel => {
    const cost = classWeights(yes);
    if (gram === null) return byFeatures(rows, yes, cost, folds, columns);
    const all = trainOnGram(gram, [...rows.keys()], yes, cost, SVM_SETTINGS);
    const scores = new Float64Array(rows.length);
    for (const fold of new Set(folds)) {
      const held = trainOnGram(gram, outsideOf(fold, folds), yes, cost, GRAM_FOLD_SETTINGS, all);
      folds.forEach((of, i) => {
        if (of === fold) scores[i] = held.scores[i]!;
      });
    }
    return { weights: weightsOf(rows, yes, all.alpha, columns), scores };
  });
  return {
    weights: trained.map(({ weights }) => weights),
    outside: rows.map((_, i) => Float64Array.from(trained, ({ scores }) => scores[i]!)),
  };
}

function byFeatures(
  rows: Row[],
  yes: boolean[],
  cost: Float64Array,
  folds: number[],
  columns: number,
): OneLabel {
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
  return { weights: model, scores };
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
