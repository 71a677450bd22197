import { linkFilters, linkKeys, type EncodedRecord, type LinkedCodes } from '#linkage';
import type { EncodedRow } from '#store';

type Cluster = { id: string; members: string[] };

/**
 * Joins people by codes to those found by clear text. Codes meet only codes of their own project and kind. Two people whom
 * clear text holds apart stay apart: a code may only bring a record that has nothing else.
 * @param named records that were compared in clear text
 */
export function joinCodes(
  clusters: readonly Cluster[],
  encoded: readonly EncodedRow[],
  named: ReadonlySet<string>,
): Cluster[] {
  const pairs = groupsOf(encoded).flatMap((rows) => linked(rows).pairs);
  if (pairs.length === 0) return [...clusters];
  const home = new Map(clusters.flatMap(({ members }, at) => members.map((id) => [id, at] as const)));
  const joined = clusters.map(({ members }) => ({
    members: [...members],
    named: members.some((id) => named.has(id)),
  }));
  for (const { a, b } of pairs) {
    const [x, y] = [home.get(a), home.get(b)];
    if (x === undefined || y === undefined || x === y || (joined[x]!.named && joined[y]!.named)) continue;
    const [kept, gone] = joined[y]!.named ? [y, x] : [x, y];
    for (const id of joined[gone]!.members) home.set(id, kept);
    joined[kept]!.members.push(...joined[gone]!.members);
    joined[gone]!.members = [];
  }
  return joined.flatMap(({ members }) => {
    const [id, ...rest] = members.sort();
    return id === undefined ? [] : [{ id, members: [id, ...rest] }];
  });
}

function groupsOf(encoded: readonly EncodedRow[]): EncodedRow[][] {
  const groups = new Map<string, EncodedRow[]>();
  for (const row of encoded) {
    const name = `${row.project} ${row.kind}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => rows);
}

function linked(rows: readonly EncodedRow[]): LinkedCodes {
  const records = rows.map<EncodedRecord>(({ id, source, kind, codes }) =>
    kind === 'keys'
      ? { id, source, keys: codes }
      : { id, source, filter: new Uint8Array(Buffer.from(codes[0] ?? '', 'base64url')) },
  );
  return rows[0]?.kind === 'keys' ? linkKeys(records) : linkFilters(records);
}
