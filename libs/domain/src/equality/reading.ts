/**
 * What an equality answer says, with the code that is stored:
 * - `coded`: a harmonised code; `detail` is the narrower code of the census where the words tell it;
 * - `as-asked`: the words are known but wider than one harmonised code (an age band that straddles two, "White" alone): kept
 *   under a code of its own and shown as it was asked, never guessed into one of them;
 * - `declined`, `not-known`, `blank`: said nothing about the person, kept apart from each other;
 * - `unmatched`: no known wording; a person says what it means.
 */
export type EqualityReading =
  | { as: 'coded'; code: string; detail?: string }
  | { as: 'as-asked'; code: string }
  | { as: 'declined'; code: 'prefer-not-to-say' }
  | { as: 'not-known'; code: 'dont-know' }
  | { as: 'blank'; code: 'blank' }
  | { as: 'unmatched'; code: 'unmapped' };

export const coded = (code: string, detail?: string): EqualityReading =>
  detail === undefined ? { as: 'coded', code } : { as: 'coded', code, detail };
export const asAsked = (code: string): EqualityReading => ({ as: 'as-asked', code });
export const DECLINED: EqualityReading = { as: 'declined', code: 'prefer-not-to-say' };
export const NOT_KNOWN_ANSWER: EqualityReading = { as: 'not-known', code: 'dont-know' };
export const BLANK: EqualityReading = { as: 'blank', code: 'blank' };
export const UNMATCHED: EqualityReading = { as: 'unmatched', code: 'unmapped' };
