import { isPublished, withheldReason, type Figure } from './figure';
import { count } from './format';
import { peopleTold } from './people-told';

/** The one sentence for whatever is hidden, whatever the cause. */
export const HIDDEN =
  'Fewer than 8 people (perhaps none), or hidden so that another figure cannot be worked out; we do not say which.';

/** [c] for who hears it: in the words that everybody else reads. */
export const HIDDEN_WORDS = `[c]. ${HIDDEN}`;

/** "465 people", or why there is no number; empty before there is an answer. */
export function peopleWords(total: Figure | undefined): string {
  if (isPublished(total)) return peopleTold(total);
  return total ? (total.list?.words ?? withheldReason(total) ?? HIDDEN_WORDS) : '';
}

/** A series of numbers for who hears it; what [c] means is said once, at its end. */
export function seriesWords(values: readonly (number | null)[]): string {
  const words = values.map((value) => (value === null ? '[c]' : count(value))).join(', ');
  return values.includes(null) ? `${words}. [c]: ${HIDDEN}` : words;
}
