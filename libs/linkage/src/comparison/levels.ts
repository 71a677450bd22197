import { FIELDS } from '../table/fields.js';

/**
 * Comparison levels. Level 0 is always "blank on one side": no evidence either way. Level 1 is always exact
 * agreement, the only one that is weighed by how common the value is. The last is disagreement.
 */
export const LEVELS: Record<string, readonly string[]> = {
  givenName: ['blank', 'exact', 'nickname', 'initial', 'slip', 'near', 'differs', 'swapped'],
  familyName: ['blank', 'exact', 'slip', 'near', 'shared part', 'differs', 'other name'],
  dateOfBirth: ['blank', 'exact', 'slip', 'partial', 'two parts', 'near', 'same decade', 'differs'],
  sex: ['blank', 'exact', 'differs'],
  postcode: ['blank', 'exact', 'slip', 'same sector', 'same area', 'differs'],
  place: ['blank', 'exact', 'near', 'differs'],
  address: ['blank', 'exact', 'near', 'same street', 'differs'],
  email: ['blank', 'exact', 'same name part', 'slip', 'differs'],
  phone: ['blank', 'exact', 'slip', 'differs'],
  nationalId: ['blank', 'exact', 'slip', 'differs'],
};
const CATEGORY = ['blank', 'exact', 'near', 'differs'] as const;

/** Names of a comparison's levels; plain categories share one list. */
export function levelsOf(field: string): readonly string[] {
  return LEVELS[field] ?? CATEGORY;
}

/** Every comparison of a run: the model's fields, then its plain categories. */
export function comparisonNames(categories: readonly string[]): string[] {
  return [...FIELDS, ...categories];
}

/** Levels of comparison `number` take three bits: the first ten in `low`, the rest in `high`. */
export function levelAt(low: number, high: number, number: number): number {
  return number < 10 ? (low >>> (3 * number)) & 7 : (high >>> (3 * (number - 10))) & 7;
}

/** Where the bits of the blocking rules that a pair meets begin in `high`. */
export const RULE_BITS = 15;
