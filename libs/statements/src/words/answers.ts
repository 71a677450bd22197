import type { Leading } from '../answers/leading.js';

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
  raised: 'No theme was clearly raised most',
} as const;

/** A hidden answer may be the one that nearly everybody gave. */
const HIDDEN: Record<keyof typeof NONE, string> = {
  answered: 'Which answer stands first is not told: some are hidden',
  ticked: 'Which answer was ticked most is not told: some are hidden',
  'put first': 'What was put first most is not told: some are hidden',
  raised: 'Which theme was raised most is not told: some are hidden',
};
