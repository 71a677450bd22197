import type { ScaleNet, ScaleStep } from '../answers/net.js';
import { standsApart } from '../answers/stands-apart.js';
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

/**
 * The heading over several items on one scale: an item is named only where its range clears the ranges of all others.
 * @param items with their nets; null where a net is not told, so that it may lie anywhere
 */
export function matrixHeading(items: readonly { name: string; net: ScaleNet | null }[]): string {
  const told = items.flatMap(({ name, net }) =>
    net ? [{ name, value: net.net, low: net.low, high: net.high }] : [],
  );
  const { highest, lowest } = standsApart(told);
  const [best, worst] = [told[highest ?? -1]?.name, told[lowest ?? -1]?.name];
  if (!best && !worst) return 'No item stands clearly above or below the others';
  const said = [best && `“${best}” is rated best`, worst && `“${worst}” is rated worst`]
    .filter(Boolean)
    .join(', ');
  return told.length < items.length ? `Of the items that are told, ${said}` : said;
}
