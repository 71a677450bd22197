import type { FindQuery, FindQueryVariables } from '../../gql/graphql';

export type Found = FindQuery['findComments'];
type Count = Found['counts'][number];
export type Dimension = Count['dimension'];
type Filter = NonNullable<FindQueryVariables['filter']>;

/** What a search is narrowed by: codes in each dimension. */
export type Narrowed = Partial<Record<Dimension, string[]>>;

export const DIMENSIONS: [Dimension, string][] = [
  ['AGENCY', 'Agency'],
  ['THEME', 'Theme'],
  ['WARD', 'Ward'],
  ['QUARTER', 'Quarter'],
  ['ENGAGEMENT', 'Engagement'],
];

/** The filter that the hub is asked with; a quarter is a run of days. */
export function filterOf(narrowed: Narrowed): Filter {
  const quarter = narrowed.QUARTER?.[0];
  return {
    agency: narrowed.AGENCY ?? null,
    engagement: narrowed.ENGAGEMENT ?? null,
    theme: narrowed.THEME ?? null,
    ward: narrowed.WARD ?? null,
    from: quarter ? `${quarter}-01` : null,
    to: quarter ? lastDayOfQuarter(quarter) : null,
  };
}

/** The last day of the quarter that begins with a month such as `2024-10`. */
export function lastDayOfQuarter(month: string): string {
  const [year, first] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, first + 2, 0)).toISOString().slice(0, 10);
}

const MONTHS = ['January', 'April', 'July', 'October'];

/** A count's name as it is read. */
export function nameOf({ dimension, code, name }: Count, themes: (code: string) => string): string {
  if (name) return name;
  if (code === '') return dimension === 'THEME' ? 'In no theme' : 'Not known';
  if (dimension === 'THEME') return themes(code);
  const [year, month] = code.split('-').map(Number) as [number, number];
  return dimension === 'QUARTER' ? `${MONTHS[(month - 1) / 3] ?? ''} ${year}` : code;
}

/** With one code more in a dimension, or without it where it was there. A quarter stands alone. */
export function toggled(narrowed: Narrowed, dimension: Dimension, code: string): Narrowed {
  const held = narrowed[dimension] ?? [];
  const rest = held.filter((one) => one !== code);
  const next = rest.length < held.length ? rest : dimension === 'QUARTER' ? [code] : [...held, code];
  const { [dimension]: _was, ...others } = narrowed;
  return next.length > 0 ? { ...others, [dimension]: next } : others;
}
