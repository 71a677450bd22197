import { type DisclosurePolicy, fewest, hiddenReason } from '#disclosure';
import { RELEASE_REACH } from '#statements';
import type { ShownCell } from './possible-keys.js';

/** Above this share of those who answered whose words are not yet matched, nothing is said of the shares of the others. */
export const MOST_UNMATCHED = 0.1;

/**
 * By which editions judge answers that are not yet matched: those without it, made before, took a hidden number of them for none, and
 * keep their shares.
 */
export const UNMATCHED_RULE = { code: 'not-yet-matched', version: 1 } as const;

/**
 * Why a share of those who answered would mislead, judged on released figures alone; null where it would not. A hidden number of answers
 * without a match is taken for the most that hides for being small; of a list, for its upper end.
 * @param byMost whether the edition takes a hidden number for its most (`UNMATCHED_RULE`); otherwise for none
 */
export function unmatchedReason(
  answered: { people: number },
  unmatched: ShownCell | undefined,
  policy: DisclosurePolicy,
  byMost: boolean,
): string | null {
  if (!unmatched) return null;
  const shown = unmatched.hidden ? 0 : unmatched.people;
  const most = byMost ? Math.max(shown, mostUnmatched(unmatched, policy)) : shown;
  if (most === Infinity)
    return 'No share is shown: how many of those who answered this question are not yet matched to a group is not told (10% at most may be).';
  if (most <= MOST_UNMATCHED * (answered.people + most)) return null;
  const percent = (100 * most) / (answered.people + most);
  return most > shown
    ? `No share is shown: how many answers to this question are not yet matched to a group is hidden, and it may be up to ${Math.ceil(percent)}% of those who answered (10% at most may be).`
    : `No share is shown: the answers of ${Math.round(percent)}% of those who answered this question are not yet matched to a group (10% at most).`;
}

function mostUnmatched(cell: ShownCell, policy: DisclosurePolicy): number {
  if (cell.list) return cell.list.kind === 'parts' ? Infinity : cell.list.high;
  return cell.hidden ? (cell.parts ?? 1) * (fewest(policy) - 1) : cell.people;
}

/** Why there is no number: what is hidden, or a list whose parts overlap. */
export const hiddenOrList = (cell: ShownCell, policy: DisclosurePolicy): string =>
  cell.list
    ? `Made of the released figures of its parts, each out by ${cell.reach ?? RELEASE_REACH} at most.`
    : hiddenReason(policy);

/** What was done to a shown figure, in words. */
export function howProtected(cell: ShownCell, policy: DisclosurePolicy): string {
  const { parts = 1, hiddenParts = 0 } = cell;
  const noise = policy.noise
    ? 'A little is added or taken away, the same wherever these people are counted; then r'
    : 'R';
  const sum =
    parts > 1
      ? ` The sum of ${parts - hiddenParts} figures, each of other people${
          hiddenParts > 0 ? `, and ${hiddenParts} more are hidden and not in it` : ''
        }.`
      : '';
  return `${noise}ounded to the nearest ${policy.rounding}. Not hidden.${sum}`;
}
