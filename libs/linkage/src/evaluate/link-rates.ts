import { wilson } from '#statements';
import type { Estimated } from '../contract.js';

/** How often the records of one group of people were linked to another record. */
export interface LinkRate {
  group: string;
  records: number;
  /** People with at least one record in the group. */
  people: number;
  /** Share of the records that lie with another one; 95% interval (Wilson 1927). */
  linked: Estimated;
  /** Records with too little to be linked, counted in `records` too. */
  thin: number;
  /** Whether the interval leaves out the rate of all records together: what a reader should ask about. */
  differs: boolean;
}

/** Share with its Wilson interval. */
const shareOf = (part: number, whole: number): Estimated =>
  whole === 0 ? { value: 0, low: 0, high: 1 } : wilson(part / whole, whole);

/**
 * Link rates by age, sex, ethnic group, ward or any other group: an engine that links one group's records less often counts
 * its people too high.
 *
 * @param groupOf group of a record's id; null where it has none, which leaves the record out
 * @param thin ids of records with too little to be linked
 * @returns one row a group, sorted by group
 */
export function linkRates(
  clusters: readonly { members: readonly string[] }[],
  groupOf: (id: string) => string | null,
  thin: readonly string[] = [],
): LinkRate[] {
  const isThin = new Set(thin);
  const groups = new Map<string, { records: number; people: number; linked: number; thin: number }>();
  for (const { members } of clusters) {
    const met = new Set<string>();
    for (const id of members) {
      const group = groupOf(id);
      if (group === null) continue;
      let row = groups.get(group);
      if (row === undefined) groups.set(group, (row = { records: 0, people: 0, linked: 0, thin: 0 }));
      row.records++;
      if (members.length > 1) row.linked++;
      if (isThin.has(id)) row.thin++;
      if (!met.has(group)) row.people++;
      met.add(group);
    }
  }
  const sum = (of: 'records' | 'linked'): number =>
    [...groups.values()].reduce((total, row) => total + row[of], 0);
  const overall = shareOf(sum('linked'), sum('records')).value;
  return [...groups]
    .map(([group, row]) => {
      const linked = shareOf(row.linked, row.records);
      return { group, ...row, linked, differs: overall < linked.low || overall > linked.high };
    })
    .sort((x, y) => (x.group < y.group ? -1 : 1));
}
