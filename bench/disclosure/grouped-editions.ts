import { type DeclaredGroup, policyPWithGroups } from '#disclosure';
import { damageOfGroups, type GroupsReport } from './attack-groups.js';
import { DECLARED, placesOf } from './declared-groups.js';
import { aboveTheWhole, hideAbove } from './above.js';
import { groupedTables, publishGrouped, type Stood } from './grouped-tables.js';
import { cityOf, type MadeUpCity } from './made-up-city.js';
import { SECRET } from './schemes.js';

export interface GroupedEditionsReport extends GroupsReport {
  editions: number;
  /** Figures that differ from one edition to the next. */
  changed: number;
  /** Of these, figures of which fewer than five had come or gone by the count, and that what else is told does not hide. */
  changedByFew: number;
  /** Figures that exceed the figure of a set that holds them. */
  above: number;
}

/**
 * The attacker against a city that people enter and leave, with declared groups, edition after edition: what it proves of each, summed.
 * It knows which figures are new; of one that stands it knows that at most four have come or gone by the count, and the guard's
 * silence speaks only of pairs that are both new. Never fewer than five people are new to an edition.
 * @param told hears what was found so far, after each edition
 */
export function attackGroupedEditions(
  city: MadeUpCity,
  editions: number,
  declared: readonly DeclaredGroup[] = DECLARED,
  told?: (sum: GroupedEditionsReport) => void,
): GroupedEditionsReport {
  const policy = policyPWithGroups(SECRET);
  const places = placesOf(declared);
  let previous: Stood | undefined;
  let sum: GroupedEditionsReport | undefined;
  for (let edition = 0; edition < editions; edition++) {
    const from = Math.floor((city.people * edition) / 60);
    const to = Math.floor(city.people * (0.8 + (0.2 * edition) / editions));
    const here = cityOf(city, (row) => city.person[row]! >= from && city.person[row]! < to);
    const all = groupedTables(here, places);
    const published = publishGrouped(all, policy, true, previous);
    if (previous) hideAbove(all, published);
    const { changed, changedByFew, stood } = changes(published, previous);
    const found = damageOfGroups(all, { ...published, stood }, policy, previous === undefined);
    const above = aboveTheWhole(all, published);
    sum = add(sum, { ...found, editions: 1, changed, changedByFew, above });
    told?.(sum);
    previous = published;
  }
  return sum!;
}

function changes(now: Stood, before: Stood | undefined) {
  const stood = new Uint8Array(now.people.length);
  let [changed, changedByFew] = [0, 0];
  if (before)
    now.people.forEach((people, cell) => {
      const same = people === before.people[cell] && now.submissions[cell] === before.submissions[cell];
      stood[cell] = same ? 1 : 0;
      if (same) return;
      changed += 1;
      if (now.above[cell]) return;
      if (Math.abs(now.setBy[cell]! - before.setBy[cell]!) < 5) changedByFew += 1;
    });
  return { stood, changed, changedByFew };
}

/** Sums; hidden shares are those of the last edition. */
const add = (a: GroupedEditionsReport | undefined, b: GroupedEditionsReport): GroupedEditionsReport =>
  a
    ? {
        ...b,
        ...(Object.fromEntries(SUMMED.map((name) => [name, a[name] + b[name]])) as Pick<
          GroupedEditionsReport,
          (typeof SUMMED)[number]
        >),
      }
    : b;
const SUMMED = [
  'exact',
  'pinned',
  'attribute',
  'whereabouts',
  'equalSets',
  'wrong',
  'editions',
  'changed',
  'changedByFew',
  'above',
] as const;
