import { benjaminiHochberg, chanceOfRange } from '../interval/normal.js';
import type { Comparison } from './compare.js';

/**
 * What a measure's comparable pairs say, as a heading; each is the latest pair that one agency may compare. A rise or a fall counts where it
 * stands when all pairs are tried at once (Benjamini and Hochberg): of four series that wander one in five headings would name one by chance.
 */
export function measureHeading(who: string, pairs: readonly Comparison[]): string {
  const changes = pairs.flatMap(({ change }) => change ?? []);
  const stands = benjaminiHochberg(changes.map(chanceOfRange));
  const told = changes.map(({ verdict }, at) => (stands[at] ? verdict : 'no clear change'));
  const many = (verdict: string): number => told.filter((each) => each === verdict).length;
  const [rose, fell] = [many('rose'), many('fell')];
  const unclear = told.length - rose - fell;
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
