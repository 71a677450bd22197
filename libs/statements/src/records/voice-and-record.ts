import type { AreaComparison } from '../areas/compare-areas.js';
import type { RecordedComparison } from './compare-recorded.js';

/** Known by this name and version wherever it is told. */
export const VOICE_AND_RECORD_RULE = { code: 'voice-and-record', version: 1 } as const;

type Verdict = AreaComparison['verdict'];

/** Where an area stands out: in what people raise, in what police recorded, in both or in neither. */
export const STANDS = [
  'voiced-and-recorded',
  'voiced-not-recorded',
  'recorded-not-voiced',
  'neither',
  'cannot-say',
] as const;
export type Stands = (typeof STANDS)[number];

/**
 * What people of an area raise beside what police recorded there, each against the rest of the city. Two comparisons side by side and
 * no third: neither is measured by the other, and nothing is said of why.
 * @param voice null where the theme may not be compared by area (people have not checked its coding enough)
 */
export function standsOf(voice: Verdict | null, record: RecordedComparison['verdict'] | null): Stands {
  const unknown = (verdict: Verdict | null): boolean => verdict === null || verdict === 'cannot-compare';
  if (unknown(voice) || unknown(record)) return 'cannot-say';
  if (voice === 'above') return record === 'above' ? 'voiced-and-recorded' : 'voiced-not-recorded';
  return record === 'above' ? 'recorded-not-voiced' : 'neither';
}
