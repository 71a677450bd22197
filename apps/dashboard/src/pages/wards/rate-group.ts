import { MINIMUM_FOR_RATE } from '#statements';
import type { Dimension, FigureFilter } from '../../figures/figure';
import { FILTERS } from '../../filters/dimensions';

/** Characteristics that the census counts residents by; a rate under one of them is per resident of that group. */
const CENSUS = new Set<Dimension>(['AGE_BAND', 'SEX', 'ETHNIC_GROUP', 'DISABILITY', 'DEPRIVATION']);

export interface CensusFilter {
  dimension: Dimension;
  /** "Age". */
  name: string;
  code: string;
}

/** Groups of the census that a filter fixes to one value, as the hub takes them for its rates. */
export const censusFilters = (filter: FigureFilter): CensusFilter[] =>
  FILTERS.flatMap(({ dimension, field, name }) => {
    const [code, ...more] = filter[field] ?? [];
    return CENSUS.has(dimension) && code && more.length === 0 ? [{ dimension, name, code }] : [];
  });

/** Of whom a rate is: "residents", or "residents in the group “Age: 15 to 24”". */
export const residentsWords = (group: string | null): string =>
  group ? `residents in the group “${group}”` : 'residents';

interface Rated {
  people: number | null;
  rate: object | null;
  rest: boolean;
}

/** Why wards have people and no rate, where it is not for being few: null where it is. */
export function rateMissing(rows: readonly Rated[], groups: readonly CensusFilter[]): string | null {
  const wards = rows.filter((row) => !row.rest);
  if (wards.some((row) => row.rate) || !wards.some((row) => (row.people ?? 0) >= MINIMUM_FOR_RATE))
    return null;
  return groups.length > 1
    ? 'the census does not say how many residents of a ward are in both groups'
    : 'how many residents of a ward are in this group is not known';
}
