import type { DisclosurePolicy } from './contract.js';

/**
 * Hide 1 to 4 people, round everything to 5, no percentage of fewer than 30, at most two filters.
 *
 * A zero is told only in tables that describe no person: "nobody in this ward raised it" harms nobody, "none of the
 * disabled people who answered live here" says something about each of them.
 */
export const SIMPLE_POLICY: DisclosurePolicy = {
  code: 'simple',
  version: 1,
  threshold: 5,
  rounding: 5,
  minimumBase: 30,
  maximumFilters: 2,
  sensitive: ['age-band', 'sex', 'ethnic-group', 'disability', 'deprivation'],
};

/** For a cleared analyst's working figures, which are never published: true counts, as many filters as there are. */
export const EXACT_POLICY: DisclosurePolicy = {
  code: 'exact',
  version: 1,
  threshold: 1,
  rounding: 1,
  minimumBase: 30,
  maximumFilters: 12,
  sensitive: [],
};
