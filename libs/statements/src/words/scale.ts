import type { ScaleNet, ScaleStep } from '../answers/net.js';
import { inSentence } from './names.js';

/** What a scale with two sides says, as a heading: which side more people stand on, where that is more than chance. */
export function scaleHeading(steps: readonly ScaleStep[], { good, bad, low, high }: ScaleNet): string {
  const side = (of: (side: number) => boolean): string =>
    steps
      .filter((step) => of(step.side))
      .map(({ label }) => `“${inSentence(label)}”`)
      .join(' or ');
  const [goods, bads] = [side((each) => each > 0), side((each) => each < 0)];
  if (low > 0) return `More answered ${goods} (${good}%) than ${bads} (${bad}%)`;
  if (high < 0) return `More answered ${bads} (${bad}%) than ${goods} (${good}%)`;
  return `${good}% answered ${goods}, ${bad}% ${bads}: no clear difference`;
}
