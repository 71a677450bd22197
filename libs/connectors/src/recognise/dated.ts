import { decideOrder, parseDate } from '../mapping/dates.js';
import { finding, type Finding, left } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import { isClock, isSerialDate } from './shapes.js';

const DATED =
  /\b(date|submitted|completed|completion|timestamp|time ?stamp|datetime|recorded|received|created|creation|day|when|today|end|ended|finished|answered|contribution)\b/;

/** The date of the answer, or a time that is nobody’s answer; null where the cells are no dates. */
export function dateColumn(words: string, profile: ColumnProfile): Finding | null {
  const dates = profile.share(looksDated);
  const serials = profile.share(isSerialDate);
  if (profile.share(isClock) > 0.9 && !/\?$/.test(words)) return left('a time of day', 0.8);
  const asked = /\?$|^when (did|do|was|will|would)/.test(words);
  const counted = serials > 0.9 && DATED.test(words);
  // No kind of answer is a day, and days are nobody's own words: as such they would be coded, found and quoted.
  if ((dates > 0.8 || counted) && asked && !/submitted|completed/.test(words))
    return {
      ...left('a date that people were asked for', 0.4),
      ask: {
        about: 'date',
        why: 'Is this when the answer was given, or an answer itself? It is left aside.',
      },
    };
  if (counted) return finding({ as: 'date' }, 0.85, 'The cells are dates as spreadsheets count them.');
  if (dates > 0.7) return finding({ as: 'date' }, DATED.test(words) ? 0.95 : 0.75, 'The cells are dates.');
  if (DATED.test(words) && dates > 0.3 && !asked)
    return finding({ as: 'date' }, 0.55, 'The label says a date; some cells are none.');
  return null;
}

const looksDated = (value: string): boolean =>
  /\d/.test(value) &&
  /\D/.test(value) &&
  value.length <= 40 &&
  !/^-?\d+[.,]\d+$/.test(value) &&
  (parseDate(value, 'day-first') !== null || parseDate(value, 'month-first') !== null);

/** Order of day and month of a column, over the values that were remembered; null where they don't tell. */
export function orderOf(profile: ColumnProfile): 'day-first' | 'month-first' | 'unknown' | 'mixed' {
  const decision = decideOrder([...profile.counts.keys()].map((value) => ({ row: 0, value })));
  return decision.ok ? (decision.order as 'day-first') : decision.why;
}
