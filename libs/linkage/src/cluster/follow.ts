/** A person as known from an earlier run: an id that stays, and the records that belonged to it. */
export interface KnownPerson {
  id: string;
  members: readonly string[];
}

/** What a re-link did to the people known before. */
export interface Followed {
  people: { id: string; members: string[] }[];
  /** Known people that became one: the id kept, and those that ended. */
  merges: { kept: string; ended: string[] }[];
  /** Known people that became several: the id kept by the largest part, and the ids of the others. */
  splits: { from: string; into: string[] }[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Gives the clusters of a new run the ids of the people they continue, so that a person's id outlives re-linking. A
 * cluster continues the person of most of its records; ties go to the smaller id. New people get the id of their cluster,
 * or that with `~` and a number where a known person holds it.
 */
export function followPeople(known: readonly KnownPerson[], clusters: readonly KnownPerson[]): Followed {
  const personOf = new Map(
    known.flatMap((person) => person.members.map((member) => [member, person.id] as const)),
  );
  const claims = clusters.flatMap((cluster, at) => {
    const shared = new Map<string, number>();
    for (const member of cluster.members) {
      const person = personOf.get(member);
      if (person !== undefined) shared.set(person, (shared.get(person) ?? 0) + 1);
    }
    return [...shared].map(([person, members]) => ({ at, person, members }));
  });
  claims.sort(
    (x, y) =>
      y.members - x.members || byText(x.person, y.person) || byText(clusters[x.at]!.id, clusters[y.at]!.id),
  );
  const idOf = new Map<number, string>();
  const taken = new Set<string>();
  for (const { at, person } of claims) {
    if (idOf.has(at) || taken.has(person)) continue;
    idOf.set(at, person);
    taken.add(person);
  }
  const held = new Set([...known.map((person) => person.id)]);
  clusters.forEach((cluster, at) => {
    if (idOf.has(at)) return;
    let id = cluster.id;
    for (let number = 2; held.has(id); number++) id = `${cluster.id}~${number}`;
    held.add(id);
    idOf.set(at, id);
  });
  return {
    people: clusters.map((c, at) => ({ id: idOf.get(at)!, members: [...c.members] })),
    ...changes(claims, idOf),
  };
}

function changes(
  claims: readonly { at: number; person: string }[],
  idOf: ReadonlyMap<number, string>,
): Pick<Followed, 'merges' | 'splits'> {
  const ended = new Map<string, string[]>();
  const parts = new Map<string, string[]>();
  const continued = new Set(idOf.values());
  for (const { at, person } of claims) {
    const id = idOf.get(at)!;
    if (id === person) continue;
    if (continued.has(person)) parts.set(person, [...(parts.get(person) ?? []), id]);
    else ended.set(id, [...(ended.get(id) ?? []), person]);
  }
  return {
    merges: [...ended]
      .map(([kept, list]) => ({ kept, ended: list.sort(byText) }))
      .sort((x, y) => byText(x.kept, y.kept)),
    splits: [...parts]
      .map(([from, into]) => ({ from, into: into.sort(byText) }))
      .sort((x, y) => byText(x.from, y.from)),
  };
}
