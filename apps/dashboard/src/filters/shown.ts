import { createContext, useContext, useEffect, type RefObject } from 'react';
import type { ChosenFilter } from './dimensions';

/** The filters that the page shows as chips, each in words: "Agency: Plymouth City Council". */
export type ShownFilters = Map<string, { slug: string; words: string }>;

export const ShownFiltersContext = createContext<RefObject<ShownFilters> | null>(null);

/** What stands at a filter in the address. */
export const addressPart = ({ param, code }: Pick<ChosenFilter, 'param' | 'code'>): string =>
  `${param}=${code}`;

/** Tells downloads of a filter for as long as its chip is shown: what the page says its files say. */
export function useShownFilter({ param, code, name }: ChosenFilter, value: string): void {
  const shown = useContext(ShownFiltersContext);
  useEffect(() => {
    const map = shown?.current;
    const key = addressPart({ param, code });
    map?.set(key, { slug: `${param}-${code}`, words: `${name}: ${value}` });
    return () => void map?.delete(key);
  }, [shown, param, code, name, value]);
}

/** The filters that are shown now, in the order of the address. */
export function shownIn(shown: ShownFilters, search: URLSearchParams) {
  return [...search].flatMap(([param, code]) => shown.get(addressPart({ param, code })) ?? []);
}
