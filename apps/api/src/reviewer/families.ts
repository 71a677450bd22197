/** Records that hang together by pairs, each family in the order of its first pair. */
export function familiesIn(pairs: readonly { a: string; b: string }[]): string[][] {
  const familyOf = new Map<string, Set<string>>();
  const all: Set<string>[] = [];
  for (const { a, b } of pairs) {
    const [one, other] = [familyOf.get(a), familyOf.get(b)];
    const family = one ?? other ?? new Set<string>();
    if (!one && !other) all.push(family);
    for (const record of [a, b, ...(one && other && one !== other ? other : [])]) {
      family.add(record);
      familyOf.set(record, family);
    }
    if (one && other && one !== other) all.splice(all.indexOf(other), 1);
  }
  return all.map((family) => [...family].sort());
}
