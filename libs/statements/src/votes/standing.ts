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

/**
 * The same of released figures, of which any may be hidden: a majority is told by its own side alone, a divided statement by both.
 * @param told people who voted on it, and of them by vote; null where hidden
 */
export function standingOfTold(told: {
  voted: number | null;
  agree: number | null;
  disagree: number | null;
  pass: number | null;
}): StatementStanding | null {
  const { voted, agree, disagree, pass } = told;
  if (voted === null || (agree === null && disagree === null)) return null;
  const sides = { agree: agree ?? 0, disagree: disagree ?? 0 };
  const rest = Math.max(0, voted - sides.agree - sides.disagree);
  const found = standingOf({ ...sides, pass: agree === null || disagree === null ? rest : (pass ?? rest) });
  return found === 'divisive' && (agree === null || disagree === null) ? null : found;
}
