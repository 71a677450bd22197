import {
  type Agency,
  AGENCY_KINDS,
  type AgencyKind,
  type Codebook,
  type SeriesProposal,
  WARD_AREAS,
} from '#domain';
import type { DeclaredGroup } from '#disclosure';
import { type Characteristic, CHARACTERISTICS, type FactDimension } from '../dimensions.js';
import { lastQuarters, periodsOf, runCode, runName, runsOf, yearsOf } from './periods.js';

/** What a group is of; a page offers them apart. */
export type GroupKind =
  | 'period'
  | 'year'
  | 'run'
  | 'agencies'
  | 'agency-kind'
  | 'area'
  | 'age-group'
  | 'series'
  | 'parent-theme'
  | 'answered';

/** Several values of a dimension that an edition counts as a value of its own: distinct people, never a sum. */
export interface EditionGroup extends DeclaredGroup {
  dimension: FactDimension;
  name: string;
  kind: GroupKind;
}

/** What groups are declared from; nothing of it is a count of people. */
export interface ToGroup {
  /** Values that the edition can have, by dimension: quarters from the first to the last, characteristics with answers kept as asked. */
  values: (dimension: FactDimension) => readonly string[];
  /** The same without those that say nothing. */
  known: (dimension: Characteristic) => readonly string[];
  agencies: readonly Agency[];
  codebooks: readonly Codebook[];
  /** Signed series. */
  series: readonly SeriesProposal[];
  dataTo: string | null;
}

/** With more agencies than these, unions of all kinds would be too many to guard: kinds of agency are told instead. */
const MOST_AGENCIES_FOR_UNIONS = 4;

const KIND_NAMES: Readonly<Record<AgencyKind, string>> = {
  council: 'Councils',
  police: 'Police',
  health: 'Health bodies',
  vcs: 'Voluntary and community sector',
};

/**
 * When the groups of a kind are told. Where a group holds but a few people more than something within it, one of the two is hidden:
 * what is compared with another period, and broader themes, keep their place before the values that they hold; every other group
 * gives way to values, to kinds named before its own, and to narrower groups of its own kind.
 */
const TURNS: Readonly<Record<GroupKind, number>> = {
  period: 0,
  series: 0,
  'parent-theme': 0,
  answered: 100,
  year: 200,
  agencies: 300,
  'agency-kind': 300,
  area: 400,
  'age-group': 500,
  run: 600,
};

const AGE_GROUPS = [
  { code: 'age:under-25', name: 'Under 25', bands: ['0-14', '15-24'] },
  { code: 'age:25-64', name: '25 to 64', bands: ['25-34', '35-49', '50-64'] },
  { code: 'age:65-and-over', name: '65 and over', bands: ['65-74', '75+'] },
];

/**
 * The groups of an edition (rule C, 4): set before publication and frozen with it, never by a reader. A group with the same
 * values as another of its dimension, or with one value, is left out: it would be a second name of the same people.
 */
export function declareGroups(from: ToGroup): EditionGroup[] {
  const quarters = from.values('quarter');
  const groups = [
    ...quarterGroups(quarters, from.dataTo),
    ...agencyGroups(from.agencies),
    ...WARD_AREAS.map(({ code, name, wards }) => group('ward', code, name, 'area', wards)),
    ...AGE_GROUPS.map(({ code, name, bands }) => group('age-band', code, name, 'age-group', bands)),
    ...from.series.map((series) =>
      group('engagement', seriesCode(series), series.name, 'series', engagementsOf(series)),
    ),
    ...parentThemes(from.codebooks),
    ...CHARACTERISTICS.map((each) =>
      group(each, answeredCode(each), 'All who answered', 'answered', from.known(each)),
    ),
  ];
  const seen = new Set<string>();
  return groups.filter(({ dimension, values, kind }) => {
    const held = new Set(from.values(dimension));
    const inIt = [dimension, ...values.filter((value) => held.has(value)).sort()].join('\u0000');
    // A theme is its parent's only child in some codebooks, and the parent counts those who raised nothing finer too.
    const needed = kind === 'parent-theme' || (values.length > 1 && values.length < held.size);
    if (seen.has(inIt) || !needed || values.some((value) => !held.has(value))) return false;
    seen.add(inIt);
    return true;
  });
}

const group = (
  dimension: FactDimension,
  code: string,
  name: string,
  kind: GroupKind,
  values: readonly string[],
): EditionGroup => ({
  dimension,
  code,
  name,
  kind,
  values,
  turn: TURNS[kind] && TURNS[kind] + values.length,
});

/** Code of the group of everybody who answered about a characteristic: the base of its shares. */
export const answeredCode = (of: Characteristic): string => `answered:${of}`;

/** Code of a series where it is a group; one of a single engagement is that engagement. */
export const seriesCode = (series: Pick<SeriesProposal, 'agency' | 'key' | 'engagements'>): string =>
  series.engagements.length === 1
    ? `${series.agency}/${series.engagements[0]}`
    : `series:${series.agency}/${series.key}`;

export const engagementsOf = ({
  agency,
  engagements,
}: Pick<SeriesProposal, 'agency' | 'engagements'>): string[] => engagements.map((key) => `${agency}/${key}`);

function quarterGroups(quarters: readonly string[], dataTo: string | null): EditionGroup[] {
  const last = lastQuarters(quarters, dataTo);
  const periods = periodsOf(last);
  const of = (kind: GroupKind, some: readonly string[]): EditionGroup =>
    group('quarter', runCode(some), runName(some), kind, some);
  return [
    ...(periods ? [of('period', periods.now), of('period', periods.before)] : []),
    ...yearsOf(quarters, dataTo).map((year) => of('year', year)),
    ...runsOf(last).map((run) => of('run', run)),
  ];
}

function agencyGroups(agencies: readonly Agency[]): EditionGroup[] {
  const byCode = [...agencies].sort((a, b) => (a.code < b.code ? -1 : 1));
  if (byCode.length > MOST_AGENCIES_FOR_UNIONS)
    return AGENCY_KINDS.map((kind) =>
      group(
        'agency',
        `kind:${kind}`,
        KIND_NAMES[kind],
        'agency-kind',
        byCode.filter((agency) => agency.kind === kind).map(({ code }) => code),
      ),
    );
  return Array.from({ length: 1 << byCode.length }, (_, mask) => byCode.filter((__, at) => (mask >> at) & 1))
    .filter(({ length }) => length > 1 && length < byCode.length)
    .map((some) =>
      group(
        'agency',
        `agencies:${some.map(({ code }) => code).join('+')}`,
        some.map(({ name }) => name).join(' or '),
        'agencies',
        some.map(({ code }) => code),
      ),
    );
}

/** A broader theme is counted with its narrower ones already; as a group it is a larger set of each. */
function parentThemes(codebooks: readonly Codebook[]): EditionGroup[] {
  const themes = codebooks.flatMap((book) => book.themes);
  return themes
    .filter(({ code }) => themes.some(({ parent }) => parent === code))
    .map(({ code, name }) =>
      group(
        'theme',
        code,
        name,
        'parent-theme',
        themes.filter(({ parent }) => parent === code).map((theme) => theme.code),
      ),
    );
}

/**
 * Is this run of quarters told of single engagements and series? The two periods that are compared are; where every run is, the
 * guard hides so much that most change can't be told.
 */
export const isToldOfEngagements = ({ kind }: EditionGroup): boolean => kind === 'period';
