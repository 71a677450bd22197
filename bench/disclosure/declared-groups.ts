import { Groups, type DeclaredGroup } from '#disclosure';
import { DIMENSION_NAMES, DIMENSIONS, type DimensionName } from './made-up-city.js';

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => String(from + at));

/** Parts of a dimension, told as groups of their own: areas, age groups, series, parent themes. */
const parts = (dimension: DimensionName, name: string, ends: readonly number[]): DeclaredGroup[] =>
  ends.map((end, at) => ({ dimension, code: `${name} ${at + 1}`, values: range(ends[at - 1] ?? 0, end) }));

/** Every union of two or three of the four agencies. */
const unions: DeclaredGroup[] = Array.from({ length: 16 }, (_, mask) => mask)
  .map((mask) => range(0, DIMENSIONS.agency.size).filter((_, agency) => (mask >> agency) & 1))
  .filter(({ length }) => length === 2 || length === 3)
  .map((values) => ({ dimension: 'agency', code: `agencies ${values.join('+')}`, values }));

const LAST = DIMENSIONS.quarter.size;
/** Every run of consecutive quarters. */
const runs: DeclaredGroup[] = range(0, LAST).flatMap((_, from) =>
  Array.from({ length: LAST - from }, (_, more) => range(from, from + more + 1))
    .filter(({ length }) => length > 1 && length < LAST)
    .map((values) => ({ dimension: 'quarter', code: `quarters ${values[0]}-${values.at(-1)}`, values })),
);

/** The two periods that are compared; of an engagement or series no other run of quarters is told. */
const PERIODS = new Set(['quarters 0-2', 'quarters 3-5']);

/** Gives way to what is told before it; wider groups to narrower ones, as in an edition. */
const late = (group: DeclaredGroup): DeclaredGroup => ({ ...group, turn: group.values.length });

/** All kinds of group that an edition may declare, at once. */
export const DECLARED: readonly DeclaredGroup[] = [
  ...parts('ward', 'area', [5, 10, 15, 21]).map(late),
  ...parts('age-band', 'age', [3, 5, 8]).map(late),
  late({ dimension: 'ethnic-group', code: 'minority ethnic groups', values: range(1, 6) }),
  late({ dimension: 'deprivation', code: 'most deprived two fifths', values: range(0, 2) }),
  ...unions.map(late),
  ...parts('engagement', 'series', [5, 10, 15, 20, 25, 30, 35, 40]),
  ...runs.map((run) => (PERIODS.has(run.code) ? run : late(run))),
  ...parts('theme', 'parent', [3, 6, 9, 12, 16]),
];

/** The same, none giving way: of a value and a group that is nearly the same the value is hidden. */
export const NONE_GIVES_WAY: readonly DeclaredGroup[] = DECLARED.map(({ turn: _late, ...group }) => group);

/** Values and groups of one dimension as places: its own values first, then its groups. */
export interface Places {
  own: number;
  /** Places of own values that each group holds. */
  groups: readonly (readonly number[])[];
  /** For each own value, itself and the groups that hold it. */
  of: readonly (readonly number[])[];
  /** For each place, the groups that hold it and more: what the guard replaces it by. */
  larger: readonly (readonly number[])[];
  /** For each place, the places that it holds and gives way to; all before its own. */
  before: readonly (readonly number[])[];
  /** Is this place a run of quarters that is told of no engagement? */
  isOtherRun(place: number): boolean;
}

export function placesOf(declared: readonly DeclaredGroup[]): Record<DimensionName, Places> {
  const holders = new Groups(declared);
  const placesIn = (dimension: DimensionName): Places => {
    const own = DIMENSIONS[dimension].size;
    const groups = declared
      .filter((group) => group.dimension === dimension)
      .sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
    const codes = [...range(0, own), ...groups.map(({ code }) => code)];
    const members = groups.map(({ values }) => values.map(Number));
    return {
      own,
      groups: members,
      of: range(0, own).map((_, value) => [
        value,
        ...members.flatMap((values, at) => (values.includes(value) ? [own + at] : [])),
      ]),
      larger: codes.map((code) => holders.holders(dimension, code).map((holder) => codes.indexOf(holder))),
      before: codes.map((code) => holders.before(dimension, code).map((part) => codes.indexOf(part))),
      isOtherRun: (place) => dimension === 'quarter' && place >= own && !PERIODS.has(codes[place]!),
    };
  };
  return Object.fromEntries(DIMENSION_NAMES.map((name) => [name, placesIn(name)])) as Record<
    DimensionName,
    Places
  >;
}
