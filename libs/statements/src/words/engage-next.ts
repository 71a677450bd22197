import type { UnderHeard } from '../records/under-heard.js';
import { inSentence } from './names.js';
import { rangeWords } from './range.js';
import type { RecordedComparison } from '../records/compare-recorded.js';
import type { AreaComparison } from '../areas/compare-areas.js';
import { recordMeasure } from './voice-and-record.js';

/** Printed over the list: what it is, and what it is not. */
export const ENGAGE_NEXT =
  'Where those heard are clearly fewer than live there, and where police recorded more than in the rest of the city and people heard do not ' +
  'raise it more. It says where to ask, not what people would answer, nor why they were not heard.';

const percent = (share: number): string => {
  const whole = 100 * share;
  return `${whole < 10 ? whole.toFixed(1) : Math.round(whole)}%`;
};

/** Why an area or a group of people is to be asked. @param known in whose number it is known: "of those heard whose age is known" */
export const underHeardWords = ({ share, residents, fewer }: UnderHeard, known: string): string =>
  `${percent(share.value)} ${known} (${rangeWords(percent(share.low), percent(share.high))}), and ${percent(residents)} of residents: ` +
  (fewer > 0
    ? `about ${fewer.toLocaleString('en-GB')} people fewer than the share of residents.`
    : 'fewer than the share of residents.');

/** Why an area is to be asked about a theme; only where police recorded more there than in the rest of the city. */
export function unvoicedWords(
  theme: string,
  record: RecordedComparison,
  voice: AreaComparison['verdict'] | null,
): string {
  const heard =
    voice === 'cannot-compare'
      ? 'too few people were heard there in the same consultations to say whether they raise it'
      : `people heard there raise ${inSentence(theme)} ${voice === 'below' ? 'less than' : 'not clearly more or less than'} people in the rest of the city`;
  return `Of its kinds police recorded ${recordMeasure(record)}; ${heard}.`;
}
