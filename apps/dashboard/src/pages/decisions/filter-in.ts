import type { DecisionFilter, DecisionState } from '../../gql/graphql';
import { STATES } from './words';

export const PARAMS = [
  'ward',
  'theme',
  'agency',
  'community',
  'priority',
  'engagement',
  'year',
  'doneIn',
  'state',
] as const;
export type Param = (typeof PARAMS)[number];

/** The filter that an address describes; anything malformed is left out. */
export function filterIn(search: URLSearchParams): DecisionFilter {
  const filter: DecisionFilter = { tied: !search.has('records') };
  for (const param of ['ward', 'theme', 'agency', 'community', 'priority', 'engagement'] as const)
    if (search.has(param)) filter[param] = search.getAll(param);
  for (const param of ['year', 'doneIn'] as const) {
    const years = search.getAll(param).filter((year) => /^\d{4}$/.test(year));
    if (years.length) filter[param] = years.map(Number);
  }
  const states = search.getAll('state').filter((code) => STATES.some((state) => state.code === code));
  if (states.length) filter.state = states as DecisionState[];
  return filter;
}
