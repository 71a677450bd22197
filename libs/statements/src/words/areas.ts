import type { AreaComparison } from '../areas/compare-areas.js';
import { names } from './names.js';

const VERDICTS: Readonly<Record<AreaComparison['verdict'], string>> = {
  above: 'Above the rest of the city',
  below: 'Below the rest of the city',
  'no-clear-difference': 'No clear difference from the rest of the city',
  'cannot-compare': 'Can’t be compared: too few people heard in the same consultations',
};

/** What a comparison says of one area, in one line. */
export const areaWords = ({ verdict }: Pick<AreaComparison, 'verdict'>): string => VERDICTS[verdict];

/** The heading over a table of areas: which stand out when all are compared at once. */
export function areasHeading(areas: readonly (Pick<AreaComparison, 'verdict'> & { name: string })[]): string {
  if (areas.every(({ verdict }) => verdict === 'cannot-compare'))
    return 'Too few people were heard in the same consultations to compare areas';
  const of = (verdict: AreaComparison['verdict']): string[] =>
    areas.filter((area) => area.verdict === verdict).map(({ name }) => name);
  const said = [
    ...(['above', 'below'] as const).flatMap((verdict) => {
      const some = of(verdict);
      if (some.length === 0) return [];
      const who = some.length > 3 ? `${some.length} areas` : names(some);
      return [`${who} ${some.length === 1 ? 'is' : 'are'} ${verdict} the rest of the city`];
    }),
  ];
  return said.length > 0 ? said.join('; ') : 'No area stands out from the rest of the city';
}
