import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Dimension, FigureFilter } from '../figures/figure';
import { chosenIn, filterOf, type ChosenFilter } from './dimensions';

export interface Filters {
  chosen: ChosenFilter[];
  filter: FigureFilter;
  add: (param: string, code: string) => void;
  /** One value of a dimension in place of all that were chosen of it; none where the code is empty. */
  choose: (param: string, code: string) => void;
  remove: (filter: ChosenFilter) => void;
  clear: () => void;
  removeLast: (() => void) | undefined;
  omit: readonly Dimension[];
}

const NONE: readonly Dimension[] = [];

/** The filters of this page, kept in its address: a link brings back exactly this view. */
export function useFilters(omit: readonly Dimension[] = NONE): Filters {
  const [search, setSearch] = useSearchParams();
  const chosen = useMemo(() => chosenIn(search, omit), [search, omit]);
  const change = (edit: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(search);
    edit(next);
    setSearch(next, { preventScrollReset: true });
  };
  const remove = (filter: ChosenFilter) => change((next) => next.delete(filter.param, filter.code));
  const last = chosen.at(-1);
  return {
    chosen,
    filter: useMemo(() => filterOf(chosen), [chosen]),
    add: (param, code) => change((next) => !next.has(param, code) && next.append(param, code)),
    choose: (param, code) =>
      change((next) => {
        next.delete(param);
        if (code) next.append(param, code);
      }),
    remove,
    clear: () => change((next) => chosen.forEach((filter) => next.delete(filter.param, filter.code))),
    removeLast: last && (() => remove(last)),
    omit,
  };
}
