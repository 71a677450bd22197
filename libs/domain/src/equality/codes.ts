import { HARMONISED } from '../demographics.js';
import type { DemographicField } from '../field.js';

/** Codes for answers that say nothing about the person. */
const BESIDE = [
  { code: 'prefer-not-to-say', name: 'Prefer not to say' },
  { code: 'dont-know', name: 'Don’t know' },
  { code: 'blank', name: 'No answer' },
];

/**
 * What an answer to an equality question may be said to mean: the harmonised list, then what says nothing about the person.
 * None for a characteristic without a list: it is kept as asked.
 */
export function answerCodes(characteristic: DemographicField): { code: string; name: string }[] {
  const list = HARMONISED[characteristic];
  return list ? [...list, ...BESIDE] : [];
}
