import type { FigureFilter } from '../../figures/figure';
import { useOptions } from '../../filters/useOptions';
import { censusFilters, type CensusFilter } from './rate-group';

/** The group of the census that rates under this filter are of, as "Age: 15 to 24"; null words for all residents. */
export function useRateGroup(filter: FigureFilter): { filters: CensusFilter[]; words: string | null } {
  const filters = censusFilters(filter);
  const [only] = filters.length === 1 ? filters : [];
  const options = useOptions(only?.dimension ?? null);
  if (!only) return { filters, words: null };
  const value = options.find(({ code }) => code === only.code)?.name ?? only.code;
  return { filters, words: `${only.name}: ${value}` };
}
