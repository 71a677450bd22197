import { MINIMUM_ANSWERED } from './percentages.js';

/** Which cuts of answers may be told from how many answers on (rule D, 6). */
const FEWEST_FOR_CUT = 200;
const FEWEST_FOR_WARDS = 2_000;
const CUTS_OF_FEW: readonly string[] = ['sex', 'area'];

/**
 * Why answers are not told by a characteristic or area, in a sentence; null where they may be.
 * @param answered released people who answered; null where that is hidden, and neither do the answers tell it
 */
export function tooFewForCut(answered: number | null, by: string): string | null {
  if (answered === null) return 'How many people answered is hidden: nothing finer is told.';
  if (answered < MINIMUM_ANSWERED)
    return `Fewer than ${MINIMUM_ANSWERED} people answered: nothing finer is told.`;
  if (answered < FEWEST_FOR_CUT && !CUTS_OF_FEW.includes(by))
    return `Fewer than ${FEWEST_FOR_CUT} people answered: it is told by sex or area alone.`;
  if (by === 'ward' && answered < FEWEST_FOR_WARDS)
    return `Wards are told from ${FEWEST_FOR_WARDS.toLocaleString('en-GB')} answers on.`;
  return null;
}
