import type { Leading } from '../answers/leading.js';

/** Over themes that a computer found in what people wrote, by a codebook of which nobody has measured how well: none is put before another. */
export const THEMES_OF_WORDS = 'What people wrote, by theme';

/** What the answers to a closed question say, as a heading; says so where no answer stands out. */
export function answersHeading(leading: Leading, did: keyof typeof NONE): string {
  if (leading === null) return HIDDEN[did];
  const [first, second] = leading;
  if (!first) return NONE[did];
  if (!second) return `${first.percent}% ${did} “${first.label}”, more than anything else`;
  return `“${first.label}” (${first.percent}%) and “${second.label}” (${second.percent}%) were ${did} most`;
}

const NONE = {
  answered: 'No answer stands clearly first',
  ticked: 'No answer was clearly ticked most',
  'put first': 'Nothing was clearly put first most',
} as const;

/** A hidden answer may be the one that nearly everybody gave. */
const HIDDEN: Record<keyof typeof NONE, string> = {
  answered: 'Which answer stands first is not told: some are hidden',
  ticked: 'Which answer was ticked most is not told: some are hidden',
  'put first': 'What was put first most is not told: some are hidden',
};
