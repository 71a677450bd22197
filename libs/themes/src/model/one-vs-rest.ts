import { trainSvm } from './train-svm.js';
import { SVM_SETTINGS, score } from './train-svm.js';
import type { LinearWeights } from './train-svm.js';
import type { Row } from './vocabulary.js';

/** A positive that is rare counts for more, by this power of its rarity: 0 = not at all, 1 = in full. */
const BALANCE = 0.5;

export interface OneVsRest {
  weights: LinearWeights[];
  /** Scores of each training row by a model that did not see its fold: rows x labels. */
  outside: Float64Array[];
}

/**
 * Trains a yes-or-no model for each label, and scores every training row by models that did not see it: the basis of
 * calibration and thresholds.
 * @param truth for each label, which rows have it
 * @param folds fold number of each row, from 0; equal texts belong in one fold
 */
export function trainOneVsRest(rows: Row[], truth: boolean[][], folds: number[], columns: number): OneVsRest {
  const outside = rows.map(() => new Float64Array(truth.length));
  const weights = truth.map((yes, label) => {
    const cost = classWeights(yes);
    const { model, alpha } = trainSvm(rows, yes, cost, columns);
    for (const fold of new Set(folds)) {
      const inside = rows.flatMap((_, i) => (folds[i] === fold ? [] : [i]));
      const held = trainSvm(
        inside.map((i) => rows[i]!),
        inside.map((i) => yes[i]!),
        Float64Array.from(inside, (i) => cost[i]!),
        columns,
        { ...SVM_SETTINGS, rounds: 6 },
        Float64Array.from(inside, (i) => alpha[i]!),
      ).model;
      rows.forEach((row, i) => {
        if (folds[i] === fold) outside[i]![label] = score(row, held);
      });
    }
    return model;
  });
  return { weights, outside };
}

function classWeights(yes: boolean[]): Float64Array {
  const share = Math.min(0.999, Math.max(0.001, yes.filter(Boolean).length / yes.length));
  const [positive, negative] = [(0.5 / share) ** BALANCE, (0.5 / (1 - share)) ** BALANCE];
  return Float64Array.from(yes, (value) => (value ? positive : negative));
}
