import type { AreaComparison } from '../areas/compare-areas.js';
import { listed, names } from './names.js';

const VERDICTS: Readonly<Record<AreaComparison['verdict'], string>> = {
  above: 'Above the rest of the city',
  below: 'Below the rest of the city',
  'no-clear-difference': 'No clear difference from the rest of the city',
  'cannot-compare': 'Can’t be compared: too few people heard in the same consultations',
};

/** What a comparison says of one area, in one line. */
export const areaWords = ({ verdict }: Pick<AreaComparison, 'verdict'>): string => VERDICTS[verdict];

/** A mark and a word for a narrow column beside others, "against the rest of the city" at its head. */
export function areaMark(verdict: string): { sign: '▲' | '▼' | ''; word: string } {
  if (verdict === 'above') return { sign: '▲', word: 'more here' };
  if (verdict === 'below') return { sign: '▼', word: 'less here' };
  return { sign: '', word: verdict === 'no-clear-difference' ? 'no clear difference' : 'can’t be compared' };
}

interface Placed {
  name: string;
  /** As `compareAreas` gives it. */
  verdict: string;
}

/** More are counted and not named: a few of them would be named by chance of their order. */
const MOST_NAMED = 3;

const thatAre = (all: readonly Placed[], verdict: string): string[] =>
  all.flatMap((one) => (one.verdict === verdict ? [one.name] : []));

const allOrMany = (
  some: readonly string[],
  many: string,
  all: (some: readonly string[]) => string,
): string => (some.length > MOST_NAMED ? `${some.length} ${many}` : all(some));

/**
 * The heading over a table of areas: which stand out, above or below, when all are compared at once. False of one in any city in at most
 * 5% where all are alike (Benjamini and Hochberg over wards and themes), and the wrong way in at most 8% (rule B).
 */
export function areasHeading(areas: readonly Placed[]): string {
  if (areas.every(({ verdict }) => verdict === 'cannot-compare'))
    return 'Too few people were heard in the same consultations to compare areas';
  const said = (['above', 'below'] as const).flatMap((verdict) => {
    const some = thatAre(areas, verdict);
    if (some.length === 0) return [];
    return [
      `${allOrMany(some, 'areas', listed)} ${some.length === 1 ? 'is' : 'are'} ${verdict} the rest of the city`,
    ];
  });
  return said.length > 0 ? said.join('; ') : 'No area stands out from the rest of the city';
}

/** The heading over the themes of one area, from the same comparisons; null where none was made. */
export function themesOfAreaHeading(themes: readonly Placed[]): string | null {
  if (themes.every(({ verdict }) => verdict === 'cannot-compare')) return null;
  const said = [
    ['above', 'more'],
    ['below', 'less'],
  ].flatMap(([verdict = '', word = '']) => {
    const some = thatAre(themes, verdict);
    if (some.length === 0) return [];
    return [`${allOrMany(some, 'themes', names)} ${some.length === 1 ? 'is' : 'are'} raised ${word} here`];
  });
  return said.length > 0
    ? `${said.join('; ')}, beside the rest of the city`
    : 'No theme is clearly raised more or less here than in the rest of the city';
}
