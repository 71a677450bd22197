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
  if (change.verdict.startsWith('no clear')) return `${change.verdict} (${range})`;
  if (change.verdict === 'higher' || change.verdict === 'lower')
    return `${change.verdict} by ${Math.abs(change.points).toFixed(0)} points (${range})`;
  return `${change.verdict === 'rose' ? '▲' : '▼'} ${signed(change.points, 0)} points (${range})`;
}
