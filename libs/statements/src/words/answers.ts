import type { Leading } from '../answers/leading.js';

/** What the answers to a closed question say, as a heading; says so where no answer stands out. */
export function answersHeading(leading: Leading, several: boolean): string {
  const [first, second] = leading;
  const did = several ? 'ticked' : 'answered';
  if (!first) return several ? 'No answer was clearly ticked most' : 'No answer stands clearly first';
  if (!second) return `${first.percent}% ${did} “${first.label}”, more than anything else`;
  return `“${first.label}” (${first.percent}%) and “${second.label}” (${second.percent}%) were ${several ? 'ticked' : 'answered'} most`;
}
