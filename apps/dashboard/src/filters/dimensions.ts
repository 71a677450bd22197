import type { Dimension, FigureFilter } from '../figures/figure';

/** A dimension that figures can be filtered by: its name, its place in the address, its place in a question. */
export interface FilterDimension {
  dimension: Dimension;
  /** In the query string; only codes stand there. */
  param: string;
  field: keyof FigureFilter;
  name: string;
}

export const FILTERS: readonly FilterDimension[] = [
  { dimension: 'THEME', param: 'theme', field: 'theme', name: 'Theme' },
  { dimension: 'WARD', param: 'ward', field: 'ward', name: 'Ward' },
  { dimension: 'AGENCY', param: 'agency', field: 'agency', name: 'Agency' },
  { dimension: 'QUARTER', param: 'quarter', field: 'quarter', name: 'Period' },
  { dimension: 'COMMUNITY', param: 'community', field: 'community', name: 'Community' },
  { dimension: 'AGE_BAND', param: 'age', field: 'ageBand', name: 'Age' },
  { dimension: 'SEX', param: 'sex', field: 'sex', name: 'Sex' },
  { dimension: 'ETHNIC_GROUP', param: 'ethnic-group', field: 'ethnicGroup', name: 'Ethnic group' },
  { dimension: 'DISABILITY', param: 'disability', field: 'disability', name: 'Disability' },
  { dimension: 'DEPRIVATION', param: 'deprivation', field: 'deprivation', name: 'Deprivation' },
  { dimension: 'PARTICIPATION', param: 'participation', field: 'participation', name: 'Participation' },
  { dimension: 'ENGAGEMENT', param: 'engagement', field: 'engagement', name: 'Engagement' },
];

/** What a code may look like; anything else in an address is left alone, never sent on. */
const CODE = /^[\w.:+/-]{1,160}$/;

export interface ChosenFilter extends FilterDimension {
  code: string;
}

/** Filters in an address, in its order; dimensions that the page fixes itself are left out. */
export function chosenIn(search: URLSearchParams, omit: readonly Dimension[]): ChosenFilter[] {
  return [...search].flatMap(([param, code]) => {
    const found = FILTERS.find((filter) => filter.param === param && !omit.includes(filter.dimension));
    return found && CODE.test(code) ? [{ ...found, code }] : [];
  });
}

export function filterOf(chosen: readonly ChosenFilter[]): FigureFilter {
  const filter: FigureFilter = {};
  for (const { field, code } of chosen) filter[field] = [...(filter[field] ?? []), code];
  return filter;
}
