import { readEquality } from './equality/read.js';
import type { DemographicField } from './field.js';

/**
 * The code of an equality answer as given, by wordings in common use (`readEquality`). Codes map upwards only: an age band that
 * straddles two harmonised bands, or "White" alone, is kept as asked under a code of its own; what is in no known wording is
 * `unmapped`, never guessed.
 * @param asAsked the answer; null for a blank
 * @param on ISO date of the answer, by which a year of birth becomes an age
 */
export function harmonise(
  characteristic: DemographicField,
  asAsked: string | null,
  on: string | null = null,
): string {
  return readEquality(characteristic, asAsked, on).code;
}
