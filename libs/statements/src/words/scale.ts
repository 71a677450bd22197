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

/** What the two sides of a scale are called, and an item that stands clearly above or below the others. */
interface ScaleSay {
  /** "Agree", or the good side where the words themselves are good or bad. */
  up: string;
  down: string;
  most: string;
  least: string;
}

const GOOD_AND_BAD: ScaleSay = {
  up: 'good side',
  down: 'bad one',
  most: 'is rated best',
  least: 'is rated worst',
};
/** Whether it is good to agree with something, or that it is likely or often, hangs on what it is: nobody has said so. */
const OF_NO_VALUE: readonly [RegExp, ScaleSay][] = [
  [
    /\bagree/i,
    {
      up: 'agreeing side',
      down: 'disagreeing one',
      most: 'is most agreed with',
      least: 'is least agreed with',
    },
  ],
  [
    /\b(support|oppose)/i,
    { up: 'supporting side', down: 'opposing one', most: 'is most supported', least: 'is least supported' },
  ],
  [
    /\b(un)?likely\b/i,
    {
      up: 'likely side',
      down: 'unlikely one',
      most: 'is called most likely',
      least: 'is called least likely',
    },
  ],
  [
    /^(never|(nearly |almost |hardly )?(always|often|rarely|seldom|ever|never|daily|every day)|(very|quite|not very) often)$/i,
    { up: 'often side', down: 'seldom one', most: 'is said most often', least: 'is said least often' },
  ],
  [
    /^(yes|no|true|false)(,|$)/i,
    { up: 'yes side', down: 'no side', most: 'has most who say yes', least: 'has fewest who say yes' },
  ],
];

/** How a scale is spoken of: as good and bad only where its own words are. @param labels of its steps */
export const scaleSay = (labels: readonly string[]): ScaleSay =>
  OF_NO_VALUE.find(([words]) => labels.some((label) => words.test(label)))?.[1] ?? GOOD_AND_BAD;

/**
 * The heading over several items on one scale: an item is named only where its range clears the ranges of all others.
 * @param labels of the scale's steps, which say whether it goes from bad to good
 * @param items with their nets; null where a net is not told, so that it may lie anywhere
 */
export function matrixHeading(
  items: readonly { name: string; net: ScaleNet | null }[],
  labels: readonly string[],
): string {
  const told = items.flatMap(({ name, net }) =>
    net ? [{ name, value: net.net, low: net.low, high: net.high }] : [],
  );
  const { highest, lowest } = standsApart(told);
  const [best, worst] = [told[highest ?? -1]?.name, told[lowest ?? -1]?.name];
  if (!best && !worst) return 'No item stands clearly above or below the others';
  const { most, least } = scaleSay(labels);
  const said = [best && `“${best}” ${most}`, worst && `“${worst}” ${least}`].filter(Boolean).join(', ');
  return told.length < items.length ? `Of the items that are told, ${said}` : said;
}
