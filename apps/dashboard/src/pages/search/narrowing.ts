import type { FindQuery, FindQueryVariables } from '../../gql/graphql';

export type Found = FindQuery['findComments'];
type Count = Found['counts'][number];
export type Dimension = Count['dimension'];
export type Filter = NonNullable<FindQueryVariables['filter']>;

/** Days from one to another, such as `2024-10-01`; null: from the first, to the last. */
interface Days {
  from: string | null;
  to: string | null;
}

/** What a search is narrowed by: codes in each dimension, and days that are no quarter, as a program may have saved them. */
export type Narrowed = Partial<Record<Dimension, string[]>> & { days?: Days };

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
    from: quarter ? `${quarter}-01` : (narrowed.days?.from ?? null),
    to: quarter ? lastDayOfQuarter(quarter) : (narrowed.days?.to ?? null),
  };
}

/** What a filter narrows to: the other way round, so that what is opened is as narrow as it was counted. */
export function narrowedOf({ agency, engagement, theme, ward, from, to }: Filter): Narrowed {
  const quarter = quarterOf(from, to);
  const lists: [Dimension, string[]][] = [
    ['AGENCY', agency ?? []],
    ['ENGAGEMENT', engagement ?? []],
    ['THEME', theme ?? []],
    ['WARD', ward ?? []],
    ['QUARTER', quarter ? [quarter] : []],
  ];
  const codes: Narrowed = Object.fromEntries(lists.filter(([, some]) => some.length > 0));
  return quarter || (!from && !to) ? codes : { ...codes, days: { from: from ?? null, to: to ?? null } };
}

/** The first month of the quarter that these days are, such as `2024-10`; null where they are none. */
function quarterOf(from: Filter['from'], to: Filter['to']): string | null {
  const month = from?.slice(0, 7);
  const begins = month !== undefined && /-(01|04|07|10)$/.test(month) && from === `${month}-01`;
  return begins && to === lastDayOfQuarter(month) ? month : null;
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

/** With one code more in a dimension, or without it where it was there. A quarter stands alone, in the place of other days too. */
export function toggled(narrowed: Narrowed, dimension: Dimension, code: string): Narrowed {
  const held = narrowed[dimension] ?? [];
  const rest = held.filter((one) => one !== code);
  const next = rest.length < held.length ? rest : dimension === 'QUARTER' ? [code] : [...held, code];
  const { [dimension]: _was, days, ...codes } = narrowed;
  return {
    ...codes,
    ...(days && dimension !== 'QUARTER' ? { days } : {}),
    ...(next.length > 0 ? { [dimension]: next } : {}),
  };
}
