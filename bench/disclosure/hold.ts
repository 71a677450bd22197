import { attackGroups, type GroupsReport, guessThemes } from './attack-groups.js';
import { DECLARED } from './declared-groups.js';
import { type EditionsReport, publishEditions } from './editions.js';
import { attackGroupedEditions, type GroupedEditionsReport } from './grouped-editions.js';
import { madeUpCity } from './made-up-city.js';

const EDITIONS = 12;
/** Who is in which cell is kept by name over the editions of single values: of larger cities that is too much for one machine. */
const LARGEST_BY_NAME = 3000;

/** What must be nothing. */
const PROVED = ['exact', 'pinned', 'attribute', 'whereabouts', 'equalSets', 'wrong'] as const;

/**
 * The attackers against the policy in force alone, at one size, printed as they go: one edition with declared groups (pairs in which several values
 * are groups included), twelve editions of single values and twelve with groups, and who guesses by least squares.
 * @returns whether nothing was proved, no figure moved for fewer than five people, and none is above its whole
 */
export function holds(people: number, seed: number): boolean {
  const city = madeUpCity(people, seed);
  const say = (what: string, found: object): void => console.log(what, JSON.stringify(found));
  const one = attackGroups(city, ['throughGroups']);
  const groups = one.schemes.throughGroups!;
  say(`${people} people, ${one.cells} cells, one edition with groups:`, groups);
  const single = publishEditions(madeUpCity(Math.min(people, LARGEST_BY_NAME), seed), EDITIONS);
  say(`${EDITIONS} editions of ${Math.min(people, LARGEST_BY_NAME)} people, single values:`, single);
  const editions = attackGroupedEditions(city, EDITIONS, DECLARED, (sum) =>
    say(`${sum.editions} editions with groups:`, sum),
  );
  say('of the hundredth that a linear attacker suspects most, how many raised the theme:', guessThemes(city));
  return nothingFound(groups, single, editions);
}

function nothingFound(
  groups: GroupsReport,
  single: EditionsReport,
  editions: GroupedEditionsReport,
): boolean {
  const proved = PROVED.reduce((sum, name) => sum + groups[name] + editions[name], 0);
  const { changedByFew, above } = editions;
  return proved + single.changedByFew + single.unchangedMoved + changedByFew + above === 0;
}
