import { isNoAnswer } from '../coders/no-answer.js';
import { READING, readingOf } from '../coders/reading.js';

/** Where an answer stands to what was asked: for it, against it, for and against, or it does not say. */
export const SIDES = ['for', 'against', 'both', 'neither'] as const;
export type Side = (typeof SIDES)[number];

/** What praise and blame would be, if they were a stance; they are not the same: one may praise what one is against. */
const OF_TONE = { positive: 'for', negative: 'against', mixed: 'both', neutral: 'neither' } as const;
const reading = readingOf({ version: '', kind: 'rules', parameters: { reading: READING } });

/** Side of a text by counted praise and blame, to be measured against: docs/benchmarks/stance.md. Null where it says nothing. */
export const sideByRules = (text: string): Side | null =>
  isNoAnswer(text) ? null : OF_TONE[reading.stance(reading.words(text))];
