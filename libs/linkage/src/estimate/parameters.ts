import { levelsOf } from '../comparison/levels.js';
import type { FieldName } from '../table/fields.js';

/** Probabilities of each level of each comparison in one class of pairs: values[comparison][level]; level 0 is not used. */
export type LevelProbabilities = Float64Array[];

/**
 * Kinds of pairs. Telling two people of one household, and two neighbours, from two strangers is what keeps an engine from
 * taking families for persons: in both, fields agree together for a reason that is not being the same person.
 */
export const CLASSES = ['match', 'household', 'neighbour', 'unrelated'] as const;
export type PairClass = (typeof CLASSES)[number];

/** What the engine has learnt of one data set. Plain numbers, so that it can be saved with the run. */
export interface Parameters {
  comparisons: string[];
  /** Level probabilities of each class of pairs: m of `match`, u of `unrelated`. */
  levels: Record<PairClass, LevelProbabilities>;
  /** Share of each class among all possible pairs; 0 for a class that is not fitted. */
  shares: Record<PairClass, number>;
  /** All possible pairs. */
  possiblePairs: number;
}

/**
 * Where the estimation of m begins, and what it leans on where the data says little: usual rates of slips and changes
 * in British administrative records.
 */
export const USUAL_M: Record<string, readonly number[]> = {
  givenName: [0, 0.8, 0.06, 0.02, 0.07, 0.015, 0.03, 0.005],
  familyName: [0, 0.82, 0.07, 0.015, 0.02, 0.073, 0.002],
  dateOfBirth: [0, 0.85, 0.07, 0.02, 0.03, 0.02, 0.006, 0.004],
  sex: [0, 0.97, 0.03],
  postcode: [0, 0.65, 0.04, 0.03, 0.08, 0.2],
  place: [0, 0.75, 0.1, 0.15],
  address: [0, 0.6, 0.12, 0.06, 0.22],
  email: [0, 0.75, 0.03, 0.07, 0.15],
  phone: [0, 0.75, 0.05, 0.2],
  nationalId: [0, 0.93, 0.05, 0.02],
};
/** How often strangers agree exactly, and nearly, in a British population: what small data lean on. */
export const USUAL_CHANCE: Record<string, readonly [exact: number, near: number]> = {
  givenName: [0.006, 0.002],
  familyName: [0.0015, 0.001],
  dateOfBirth: [0.00005, 0.004],
  sex: [0.5, 0.5],
  postcode: [0.0002, 0.03],
  place: [0.05, 0.01],
  address: [0.00005, 0.001],
  email: [0.00001, 0.0001],
  phone: [0.00002, 0.0002],
  nationalId: [0.0000001, 0.00002],
};
const USUAL_CATEGORY = [0, 0.8, 0.08, 0.12] as const;

export const usualM = (comparison: string): readonly number[] => USUAL_M[comparison] ?? USUAL_CATEGORY;

/** Fields that tell the members of a household apart: near chance between them. */
export const PERSONAL: readonly string[] = ['givenName', 'dateOfBirth', 'nationalId'] satisfies FieldName[];

/** Fields that neighbours do not share but by chance. */
export const NOT_NEIGHBOURLY: readonly string[] = [...PERSONAL, 'familyName', 'sex', 'email', 'phone'];

/** Fields that two people of one household share as one person does with themselves. */
export const DWELLING: readonly string[] = ['postcode', 'place', 'address'] satisfies FieldName[];

/** Fields whose presence shows households at all. */
export const HOUSEHOLD: readonly string[] = ['postcode', 'address', 'phone'] satisfies FieldName[];

/** Whether agreement on a field is chance, so that a rare value tells more, in a class of pairs. */
export function byChance(kind: PairClass, comparison: string): boolean {
  if (kind === 'unrelated') return true;
  return kind === 'household' ? PERSONAL.includes(comparison) : NOT_NEIGHBOURLY.includes(comparison);
}

export const emptyLevels = (comparisons: readonly string[]): LevelProbabilities =>
  comparisons.map((name) => new Float64Array(levelsOf(name).length));
