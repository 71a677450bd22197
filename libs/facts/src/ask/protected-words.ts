import { type DisclosurePolicy, hiddenReason } from '#disclosure';
import { RELEASE_REACH } from '#statements';
import type { ShownCell } from './possible-keys.js';

/** Above this share of those who answered whose words are not yet matched, nothing is said of the shares of the others. */
export const MOST_UNMATCHED = 0.1;

/**
 * Why a share of those who answered would mislead, judged on released figures alone; null where it would not. Of a hidden number
 * of answers without a match nothing is known, so nothing is held against the share.
 */
export function unmatchedReason(
  answered: { people: number },
  unmatched: ShownCell | undefined,
): string | null {
  if (!unmatched || unmatched.hidden || unmatched.people === 0) return null;
  const all = answered.people + unmatched.people;
  if (unmatched.people <= MOST_UNMATCHED * all) return null;
  const percent = Math.round((100 * unmatched.people) / all);
  return `No share is shown: the answers of ${percent}% of those who answered this question are not yet matched to a group (10% at most).`;
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
