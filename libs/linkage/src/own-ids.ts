import type { LinkageRecord } from './contract.js';
import { weedCommonplaces } from './table/commonplaces.js';
import { tableOf } from './table/encode.js';
import { SYSTEM_LANE } from './table/fields.js';
import type { RecordTable } from './table/record-table.js';

type Cluster = { id: string; members: string[] };

/**
 * Groups records by their source's own person id alone: what a source knows of its own people needs no comparing, and so
 * no agreement to compare. An id under which quite different people stand (a desk's, `guest`) joins nobody.
 * @returns every record in exactly one cluster, whose id is the smallest of its record ids
 */
export function joinByOwnId(records: readonly LinkageRecord[]): Cluster[] {
  const table = tableOf(records);
  weedCommonplaces(table);
  return withOwnIds(table, [], new Set());
}

/**
 * Adds the rows that were not compared to clusters of those that were: by the source's own person id, or as a person each.
 * @param table all rows, weeded
 * @param compared rows that the clusters hold already
 */
export function withOwnIds(
  table: RecordTable,
  clusters: readonly Cluster[],
  compared: ReadonlySet<number>,
): Cluster[] {
  const system = (row: number): number => table.rows[row * table.stride + SYSTEM_LANE]!;
  const home = new Map<number, string[]>();
  const all = clusters.map(({ members }) => [...members]);
  for (const members of all) for (const id of members) keep(home, system(table.rowOf(id)), members);
  for (let row = 0; row < table.count; row++) {
    if (compared.has(row)) continue;
    const id = system(row);
    const known = id === 0 ? undefined : home.get(id);
    if (known !== undefined) known.push(table.idOf(row));
    else {
      const members = [table.idOf(row)];
      all.push(members);
      keep(home, id, members);
    }
  }
  return all.map((members) => members.sort()).map((members) => ({ id: members[0]!, members }));
}

function keep(home: Map<number, string[]>, id: number, members: string[]): void {
  if (id !== 0 && !home.has(id)) home.set(id, members);
}
