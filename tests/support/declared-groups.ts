import { WARDS } from '#domain';

/** The declared groups of an edition, stated once more and apart from the hub. */
export type Key = { dimension: string; code: string };

/** What differs from edition to edition. */
interface Declared {
  /** Its last full quarters, eight at most, in order. */
  quarters: readonly string[];
  /** Calendar years of which it holds every quarter, also older ones. */
  years?: readonly (readonly string[])[];
  /** In order of their codes; at most four. */
  agencies: readonly string[];
  /** Broader themes with their own. */
  themes: readonly (readonly [code: string, own: readonly string[]])[];
}

interface Group {
  values: ReadonlySet<string>;
  /** 0: told with the values. Of a pair that is nearly the same the one told later is hidden, of two told together the smaller. */
  turn: number;
}
type Groups = Record<string, Map<string, Group>>;

/** Order of the kinds of group that give way; a wider group of a kind comes after a narrower. */
const LATER: readonly [RegExp, number][] = [
  [/^answered:/, 100],
  [/^agencies:/, 300],
  [/^area:/, 400],
  [/^age:/, 500],
  [/^\d{4}-Q1\.\.\d{4}-Q4$/, 200],
  [/\.\./, 600],
];

const wards = (...names: string[]): string[] =>
  WARDS.filter(({ name }) => names.includes(name)).map(({ code }) => code);
/** Wards of each area. */
export const AREAS: Readonly<Record<string, readonly string[]>> = {
  'area:north': wards('Budshead', 'Southway', 'Honicknowle', 'Eggbuckland', 'Moor View'),
  'area:west': wards('St Budeaux', 'Ham', 'Devonport', 'Stoke'),
  'area:centre': wards('Compton', 'Drake', 'Efford and Lipson', 'Peverell', 'St Peter and the Waterfront', 'Sutton and Mount Gould'), // prettier-ignore
  'area:east': WARDS.filter(({ name }) => /^Plym(pton|stock) /.test(name)).map(({ code }) => code),
};

function groupsOf({ quarters, years = [], agencies, themes }: Declared): Groups {
  const all: Record<string, [string, readonly string[]][]> = { quarter: [], agency: [], ward: [], theme: [] };
  for (let from = 0; from < quarters.length; from++)
    for (let to = from + 1; to < quarters.length; to++)
      all.quarter!.push([`${quarters[from]}..${quarters[to]}`, quarters.slice(from, to + 1)]);
  for (const year of years) all.quarter!.push([`${year[0]}..${year.at(-1)}`, year]);
  for (let mask = 1; mask < 2 ** agencies.length - 1; mask++) {
    const some = agencies.filter((_, at) => mask & (1 << at));
    if (some.length > 1) all.agency!.push([`agencies:${some.join('+')}`, some]);
  }
  all.ward = Object.entries(AREAS).map(([code, some]) => [code, some]);
  all.ward.push(['answered:ward', WARDS.map(({ code }) => code)]);
  all.theme = themes.map(([code, own]) => [code, own]);
  all['age-band'] = [
    ['age:under-25', ['0-14', '15-24']],
    ['age:25-64', ['25-34', '35-49', '50-64']],
    ['age:65-and-over', ['65-74', '75+']],
    ['answered:age-band', ['0-14', '15-24', '25-34', '35-49', '50-64', '65-74', '75+']],
  ];
  const answered = (dimension: string, ...codes: string[]): void =>
    void (all[dimension] = [[`answered:${dimension}`, codes]]);
  answered('sex', 'female', 'male');
  answered('ethnic-group', 'asian', 'black', 'mixed', 'white-british', 'white-other', 'other');
  answered('disability', 'yes', 'no');
  answered('deprivation', '1', '2', '3', '4', '5');
  // The last four quarters and the four before, where there are eight.
  const periods =
    quarters.length === 8 ? [`${quarters[0]}..${quarters[3]}`, `${quarters[4]}..${quarters[7]}`] : [];
  const turnOf = (code: string, many: number): number => {
    if (periods.includes(code)) return 0;
    const year = years.some((each) => code === `${each[0]}..${each.at(-1)}`);
    const [, first] = LATER.find(([pattern, turn]) => (turn !== 200 || year) && pattern.test(code)) ?? [];
    return first === undefined ? 0 : first + many;
  };
  return Object.fromEntries(
    Object.entries(all).map(([dimension, some]) => [
      dimension,
      new Map(
        some.map(([code, values]) => [code, { values: new Set(values), turn: turnOf(code, values.length) }]),
      ),
    ]),
  );
}

export class DeclaredGroups {
  private readonly groups: Groups;

  constructor(declared: Declared) {
    this.groups = groupsOf(declared);
  }

  /** Values of a group, or the value itself. */
  valuesOf({ dimension, code }: Key): ReadonlySet<string> {
    const group = dimension === 'theme' ? undefined : this.groups[dimension]?.get(code);
    return group?.values ?? new Set([code]);
  }

  private turnOf({ dimension, code }: Key): number {
    return this.groups[dimension]?.get(code)?.turn ?? 0;
  }

  /** Code of the group that several values together are; null where they are none, or are not told of engagements. */
  groupOf(dimension: string, values: readonly string[], ofEngagements: boolean): string | null {
    if (dimension === 'theme' || (ofEngagements && dimension === 'quarter')) return null;
    for (const [code, { values: held }] of this.groups[dimension] ?? [])
      if (held.size === values.length && values.every((value) => held.has(value))) return code;
    return null;
  }

  /** A cell with each of its values dropped, and with each replaced by every group that holds it and more and does not give way to it. */
  largerThan(keys: readonly Key[]): Key[][] {
    return keys.flatMap((key, at) => [
      keys.filter((_, other) => other !== at),
      ...this.told(keys, key)
        .filter(({ code, turn }) => turn <= this.turnOf(key) && this.isWithin(key, { ...key, code }))
        .map(({ code }) => keys.with(at, { ...key, code })),
    ]);
  }

  /** A cell with each of its groups replaced by every value and group within it that is told before it. */
  within(keys: readonly Key[]): Key[][] {
    return keys.flatMap((key, at) => {
      const own = this.turnOf(key);
      if (own === 0) return [];
      const groups = this.told(keys, key).filter(
        ({ code, turn }) => turn < own && this.isWithin({ ...key, code }, key),
      );
      const codes = [...this.valuesOf(key), ...groups.map(({ code }) => code)];
      return codes.map((code) => keys.with(at, { ...key, code }));
    });
  }

  /** Groups of a dimension that are told beside the other values of a cell: of an engagement no run of quarters. */
  private told(keys: readonly Key[], { dimension }: Key): { code: string; turn: number }[] {
    if (dimension === 'quarter' && keys.some((each) => each.dimension === 'engagement')) return [];
    return [...(this.groups[dimension] ?? [])].map(([code, { turn }]) => ({ code, turn }));
  }

  private isWithin(inner: Key, outer: Key): boolean {
    const theme = inner.dimension === 'theme';
    const held = this.groups[outer.dimension]!.get(outer.code)!.values;
    const own = theme ? new Set([inner.code]) : this.valuesOf(inner);
    return (
      inner.code !== outer.code &&
      held.size > (theme ? 0 : own.size) &&
      [...own].every((value) => held.has(value))
    );
  }
}

/** Of the small hub (tests/support/small-hub.ts): its answers are of 2024-01-15 to 2025-12-15, so its last full quarter is 2025-Q3. */
export const SMALL_HUB = new DeclaredGroups({
  quarters: ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3'],
  agencies: ['city', 'force', 'health', 'together'],
  themes: [
    ['disorder', ['noise', 'drinking']],
    ['places', ['litter', 'lighting']],
  ],
});
