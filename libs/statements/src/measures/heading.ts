import type { Comparison } from './compare.js';

/** What a measure's comparable pairs say, as a heading; each is the latest pair that one agency may compare. */
export function measureHeading(who: string, pairs: readonly Comparison[]): string {
  const told = pairs.flatMap(({ change }) => (change ? [change.verdict] : []));
  const many = (verdict: string): number => told.filter((each) => each === verdict).length;
  const [rose, fell, unclear] = [many('rose'), many('fell'), many('no clear change')];
  if (told.length === 0)
    return `No two times may be laid side by side: each share of people ${who} stands alone`;
  const parts = [
    ...(fell > 0 ? [`the share of people ${who} fell in ${times(fell, told.length)}`] : []),
    ...(rose > 0
      ? [`${fell > 0 ? 'it' : `the share of people ${who}`} rose in ${times(rose, told.length)}`]
      : []),
    ...(unclear > 0
      ? [
          `${fell + rose > 0 ? '' : `the share of people ${who} shows `}no clear change in ${times(unclear, told.length)}`,
        ]
      : []),
  ];
  const words = parts.join('; ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const times = (some: number, all: number): string =>
  all === 1 ? 'the one series that can be followed' : `${some} of ${all} series that can be followed`;
