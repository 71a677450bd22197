import { wilson } from '../interval/wilson.js';
import { type Tally, votedOn } from './vote-table.js';

/** Fewer votes say nothing of a statement. */
const FEWEST = 50;

/**
 * - `majority-agree`, `majority-disagree`: the 95% range of that share lies above a half of all who voted, passes included.
 * - `divisive`: of those who took a side, the range of those who agreed holds a half, and at least half took a side.
 */
export type StatementStanding = 'majority-agree' | 'majority-disagree' | 'divisive';

/** What may be said of a statement's votes; null where nothing is clear, or too few voted. */
export function standingOf(tally: Tally): StatementStanding | null {
  const all = votedOn(tally);
  if (all < FEWEST) return null;
  if (wilson(tally.agree / all, all).low > 0.5) return 'majority-agree';
  if (wilson(tally.disagree / all, all).low > 0.5) return 'majority-disagree';
  const sides = tally.agree + tally.disagree;
  const agreed = wilson(tally.agree / Math.max(1, sides), Math.max(1, sides));
  return sides >= all / 2 && agreed.low <= 0.5 && agreed.high >= 0.5 ? 'divisive' : null;
}
