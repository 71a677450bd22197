import { FILTERS } from './dimensions';
import { type Filters, useFilters } from './useFilters';

const OMIT = FILTERS.map(({ dimension }) => dimension).filter((dimension) => dimension !== 'QUARTER');

/** Of the filters the period alone, for pages that are about one thing or everybody. */
export const usePeriodAlone = (): Filters => useFilters(OMIT);
