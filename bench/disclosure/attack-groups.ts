import {
  LARGEST_NOISE,
  policyP,
  policyPWithGroups,
  type DeclaredGroup,
  type DisclosurePolicy,
} from '#disclosure';
import { attack, damageOf, equalSets, type Damage } from './attacker.js';
import { DECLARED, placesOf } from './declared-groups.js';
import { equalAcross } from './equal-across.js';
import {
  groupedLines,
  type GroupedTables,
  groupedTables,
  hiddenShares,
  OWN,
  publishGrouped,
} from './grouped-tables.js';
import { everyTable } from './every-table.js';
import { guessAttributes, type Guesses } from './linear-attacker.js';
import type { MadeUpCity } from './made-up-city.js';
import { noisyBounds, type Published, SECRET, throughPolicy, type Scheme } from './schemes.js';

export interface GroupsReport extends Omit<Damage, 'exactSmall'> {
  equalSets: number;
  /** Share of cells with people that are hidden. */
  hiddenSingle: number;
  hiddenGroups: number;
}

/** Ways to publish declared groups: the one in force, and those that the attacker must beat. */
export const GROUP_SCHEMES = ['throughGroups', 'zerosOfWardsTold', 'guardAsBefore'] as const;
export type GroupScheme = (typeof GROUP_SCHEMES)[number];

/** The attacker against every table of up to three values, any of them a declared group. */
export function attackGroups(
  city: MadeUpCity,
  schemes: readonly GroupScheme[] = GROUP_SCHEMES,
  declared: readonly DeclaredGroup[] = DECLARED,
): { cells: number; schemes: Partial<Record<GroupScheme, GroupsReport>> } {
  const all = groupedTables(city, placesOf(declared));
  const measure = (policy: DisclosurePolicy, throughGroups: boolean): GroupsReport =>
    damageOfGroups(all, publishGrouped(all, policy, throughGroups), policy, true, throughGroups);
  const by: Record<GroupScheme, () => GroupsReport> = {
    throughGroups: () => measure(policyPWithGroups(SECRET), true),
    zerosOfWardsTold: () => measure(policyP(SECRET), true),
    guardAsBefore: () => measure(policyP(SECRET), false),
  };
  return { cells: all.cells, schemes: Object.fromEntries(schemes.map((name) => [name, by[name]()])) };
}

/**
 * What the attacker proves of a city as it was published.
 * @param first is it a first edition? Otherwise a cell may be hidden because it was before
 */
export function damageOfGroups(
  all: GroupedTables,
  published: Published,
  policy: DisclosurePolicy,
  first: boolean,
  throughGroups = true,
): GroupsReport {
  const lines = groupedLines(all, throughGroups);
  const scheme: Scheme = {
    name: 'groups',
    publish: () => published,
    bounds: noisyBounds(policy.threshold),
    ...(first ? { guardedFrom: policy.threshold + LARGEST_NOISE } : {}),
    ...(policy.guard ? { guard: policy.guard } : {}),
  };
  const { exactSmall: _small, ...damage } = damageOf(all, attack(all, scheme, published, lines), lines);
  const hidden = hiddenShares(all, published);
  return {
    ...damage,
    equalSets: equalSets(all, published, lines).right + equalAcross(all, published),
    hiddenSingle: hidden.single,
    hiddenGroups: hidden.groups,
  };
}

/** The linear attacker on themes from rare to frequent; themes are numbered by how often they are raised. */
export function guessThemes(
  city: MadeUpCity,
  themes: readonly number[] = [1, 3, 6],
): Record<string, Guesses> {
  const every = everyTable(city);
  const published = throughPolicy(every, policyPWithGroups(SECRET));
  return Object.fromEntries(
    themes.map((theme) => [`theme ${theme}`, guessAttributes(city, every, published, OWN, theme)]),
  );
}
