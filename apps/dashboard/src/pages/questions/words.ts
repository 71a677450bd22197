import { month, rangeSigned, signed, unmarked } from '../../figures/format';
import type { Asking, Pair } from './over-time';

/** "Plymouth City Council, June 2024 (A)". */
export const askingName = ({ agencyName, asked, wording }: Asking): string =>
  `${unmarked(agencyName)}, ${asked ? month(asked) : 'no date'} (${wording})`;

/** What may then be said of two askings. */
export function thenSay({ may, change }: Pair): string {
  if (may === 'CARE') return 'both figures, no change';
  if (!change) return 'nothing';
  const range = rangeSigned(change.low, change.high);
  if (change.verdict === 'no clear change') return `no clear change (${range})`;
  return `${change.verdict === 'rose' ? '▲' : '▼'} ${signed(change.points, 0)} points (${range})`;
}
