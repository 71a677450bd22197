import { randomOf } from './random.js';
import type { Row } from './vocabulary.js';

/** Weights of one yes-or-no question. */
export interface LinearWeights {
  sparse: Float64Array;
  dense: Float64Array;
  bias: number;
}

/** What training found: the weights and the dual variables behind them. */
export interface Trained {
  model: LinearWeights;
  alpha: Float64Array;
}

export interface SvmSettings {
  /** Cost of an error; larger fits the training rows more closely. */
  cost: number;
  /** Rounds over the rows at most. */
  rounds: number;
  /** Stop when the largest and smallest projected gradient are this near. */
  tolerance: number;
  seed: number;
}

export const SVM_SETTINGS: SvmSettings = { cost: 0.12, rounds: 15, tolerance: 0.1, seed: 1 };

/** The constant feature behind the bias. */
const BIAS = 1;

/**
 * Trains a linear support vector machine with squared hinge loss by dual coordinate descent with shrinking
 * (Hsieh et al., "A dual coordinate descent method for large-scale linear SVM", ICML 2008).
 * @param rows features
 * @param yes whether each row is a positive
 * @param weights cost factor of each row (class weights)
 * @param columns number of sparse columns
 * @param start dual variables to begin from, one a row, those of a like problem; they only save rounds
 */
export function trainSvm(
  rows: Row[],
  yes: boolean[],
  weights: Float64Array,
  columns: number,
  settings: SvmSettings = SVM_SETTINGS,
  start?: Float64Array,
): Trained {
  const alpha = start ? start.slice() : new Float64Array(rows.length);
  const model = weightsOf(rows, yes, alpha, columns);
  const diagonal = Float64Array.from(weights, (weight) => 0.5 / (settings.cost * weight));
  const norms = Float64Array.from(rows, (row, i) => squaredNorm(row) + diagonal[i]!);
  const random = randomOf(settings.seed);
  const order = Array.from(rows.keys());
  let active = order.length;
  let highest = Infinity;
  for (let round = 0; round < settings.rounds; round++) {
    let most = -Infinity;
    let least = Infinity;
    for (let s = 0; s < active; s++) {
      const other = s + Math.floor(random() * (active - s));
      const i = order[other]!;
      order[other] = order[s]!;
      order[s] = i;
      const sign = yes[i] ? 1 : -1;
      const gradient = sign * score(rows[i]!, model) - 1 + alpha[i]! * diagonal[i]!;
      if (alpha[i] === 0 && gradient > 0) {
        if (gradient > highest) {
          active--;
          order[s] = order[active]!;
          order[active] = i;
          s--;
        }
        continue;
      }
      if (gradient > most) most = gradient;
      if (gradient < least) least = gradient;
      if (Math.abs(gradient) < 1e-12) continue;
      const old = alpha[i]!;
      alpha[i] = Math.max(0, old - gradient / norms[i]!);
      addTo(model, rows[i]!, (alpha[i]! - old) * sign);
    }
    if (most - least <= settings.tolerance) {
      if (active === order.length) break;
      active = order.length;
      highest = Infinity;
    } else highest = most <= 0 ? Infinity : most;
  }
  return { model, alpha };
}

/** The weights that belong to dual variables. */
function weightsOf(rows: Row[], yes: boolean[], alpha: Float64Array, columns: number): LinearWeights {
  const model: LinearWeights = {
    sparse: new Float64Array(columns),
    dense: new Float64Array(rows[0]?.dense?.length ?? 0),
    bias: 0,
  };
  rows.forEach((row, i) => {
    if (alpha[i] !== 0) addTo(model, row, alpha[i]! * (yes[i] ? 1 : -1));
  });
  return model;
}

/** Signed distance from the border: positive means yes. */
export function score(row: Row, model: LinearWeights): number {
  let sum = model.bias * BIAS;
  const { columns, values, dense } = row;
  const { sparse } = model;
  for (let k = 0; k < columns.length; k++) sum += sparse[columns[k]!]! * values[k]!;
  if (dense) {
    const weights = model.dense;
    for (let k = 0; k < dense.length; k++) sum += dense[k]! * weights[k]!;
  }
  return sum;
}

function addTo(model: LinearWeights, row: Row, step: number): void {
  const { columns, values, dense } = row;
  const { sparse } = model;
  for (let k = 0; k < columns.length; k++) sparse[columns[k]!]! += step * values[k]!;
  if (dense) {
    const weights = model.dense;
    for (let k = 0; k < dense.length; k++) weights[k]! += step * dense[k]!;
  }
  model.bias += step * BIAS;
}

function squaredNorm({ values, dense }: Row): number {
  let sum = BIAS * BIAS;
  for (const value of values) sum += value * value;
  if (dense) for (const value of dense) sum += value * value;
  return sum;
}
