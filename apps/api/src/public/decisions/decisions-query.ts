import type { DecisionFilter } from '#decisions';
import { SHOWN_STATES, type ShownState } from '#domain';

/** Longest value and most values of a parameter; whatever is beyond fits nothing. */
const LONGEST = 200;
const MOST = 50;

/** The page's parameters; anything malformed is left out. */
export function filterOf(query: Record<string, unknown>): DecisionFilter {
  const values = (name: string): string[] =>
    [query[name] ?? []]
      .flat()
      .filter((one): one is string => typeof one === 'string' && one.length <= LONGEST)
      .slice(0, MOST);
  const years = (name: string): number[] =>
    values(name)
      .filter((year) => /^\d{4}$/.test(year))
      .map(Number);
  const state = values('state').map((code) => code.toLowerCase().replaceAll('_', '-'));
  return {
    ward: values('ward'),
    theme: values('theme'),
    agency: values('agency'),
    community: values('community'),
    priority: values('priority'),
    engagement: values('engagement'),
    year: years('year'),
    doneIn: years('doneIn'),
    tied: values('records').length === 0,
    state: state.filter((code): code is ShownState => SHOWN_STATES.includes(code as ShownState)),
  };
}

/** A filter as the query of an address, from `?` on; empty where nothing is filtered. Agencies' own records are no part of it. */
export function queryOf({ tied: _, search: __, ...filter }: DecisionFilter): string {
  const params = Object.entries(filter).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, String(value)]),
  );
  return params.length > 0 ? `?${new URLSearchParams(params).toString()}` : '';
}
