/** A record that came as codes: match-keys (some blank) or a filter, never both from one delivery. */
export interface EncodedRecord {
  id: string;
  source: string;
  /** Match-keys in the order of their columns; blank where the partner could not make one. */
  keys?: readonly string[];
  /** Filter of 1,024 bits. */
  filter?: Uint8Array;
}

/** Records held to be one person. No similarity leaves this room: similarities are what attacks on codes feed on. */
export interface LinkedCodes {
  pairs: { a: string; b: string }[];
  clusters: { id: string; members: string[] }[];
}

/** A pair with how strongly it is held; for use inside the room only. */
export interface HeldPair {
  a: number;
  b: number;
  strength: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Takes pairs strongest first, and each record at most once for each other source: codes are matched one to one. A record
 * with two equally strong partners in one source is matched with neither.
 */
export function oneToOne(records: readonly EncodedRecord[], held: readonly HeldPair[]): HeldPair[] {
  const order = [...held].sort(
    (x, y) =>
      y.strength - x.strength ||
      byText(records[x.a]!.id, records[y.a]!.id) ||
      byText(records[x.b]!.id, records[y.b]!.id),
  );
  const taken = new Map<string, number>();
  const place = (row: number, other: number): string => `${row}|${records[other]!.source}`;
  const rivals = new Map<string, number>();
  for (const { a, b, strength } of held) {
    for (const key of [`${place(a, b)}|${strength}`, `${place(b, a)}|${strength}`])
      rivals.set(key, (rivals.get(key) ?? 0) + 1);
  }
  return order.filter(({ a, b, strength }) => {
    if (records[a]!.source === records[b]!.source) return true;
    if (taken.has(place(a, b)) || taken.has(place(b, a))) return false;
    if (rivals.get(`${place(a, b)}|${strength}`)! > 1 || rivals.get(`${place(b, a)}|${strength}`)! > 1)
      return false;
    taken.set(place(a, b), b);
    taken.set(place(b, a), a);
    return true;
  });
}

/** Pairs as ids, and the clusters that they make. */
export function asLinked(records: readonly EncodedRecord[], pairs: readonly HeldPair[]): LinkedCodes {
  const parent = records.map((_, row) => row);
  const find = (row: number): number => {
    let root = row;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  for (const { a, b } of pairs) parent[Math.max(find(a), find(b))] = Math.min(find(a), find(b));
  const members = new Map<number, string[]>();
  records.forEach(({ id }, row) => members.set(find(row), [...(members.get(find(row)) ?? []), id]));
  return {
    pairs: pairs
      .map(({ a, b }) => [records[a]!.id, records[b]!.id].sort(byText))
      .map(([a, b]) => ({ a: a!, b: b! }))
      .sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b)),
    clusters: [...members.values()]
      .map((list) => list.sort(byText))
      .map((list) => ({ id: list[0]!, members: list }))
      .sort((x, y) => byText(x.id, y.id)),
  };
}
