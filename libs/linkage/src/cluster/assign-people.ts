interface Cluster {
  id: string;
  members: readonly string[];
}

/** What a run does to people: who is new, which submissions are whose from now on, and who was joined or parted. */
export interface PeopleChanges {
  newPeople: string[];
  memberships: { submission: string; agency: string; person: string }[];
  changes: { kind: 'merge' | 'split'; person: string; other: string }[];
}

/**
 * Give each cluster its person. A person goes to the cluster that holds most of its submissions (ties: smaller ids
 * first), so that ids persist from run to run; clusters left without one get a new person. What moved is written down.
 * @param existing submission -> person before this run
 */
export function assignPeople(
  clusters: readonly Cluster[],
  existing: ReadonlyMap<string, string>,
  agencyOf: ReadonlyMap<string, string>,
  newId: () => string,
): PeopleChanges {
  const personOf = choose(clusters, existing);
  const changes: PeopleChanges = { newPeople: [], memberships: [], changes: [] };
  const parted = new Set<string>();
  for (const cluster of clusters) {
    let person = personOf.get(cluster.id);
    if (!person) changes.newPeople.push((person = newId()));
    for (const submission of cluster.members) {
      const before = existing.get(submission);
      if (before === person) continue;
      changes.memberships.push({ submission, agency: agencyOf.get(submission) ?? '', person });
      if (before && !parted.has(`${before} ${person}`)) {
        parted.add(`${before} ${person}`);
        changes.changes.push({ kind: personOf.has(cluster.id) ? 'merge' : 'split', person, other: before });
      }
    }
  }
  return changes;
}

function choose(clusters: readonly Cluster[], existing: ReadonlyMap<string, string>): Map<string, string> {
  const claims: { cluster: string; person: string; count: number }[] = [];
  for (const cluster of clusters) {
    const counts = new Map<string, number>();
    for (const member of cluster.members) {
      const person = existing.get(member);
      if (person) counts.set(person, (counts.get(person) ?? 0) + 1);
    }
    for (const [person, count] of counts) claims.push({ cluster: cluster.id, person, count });
  }
  claims.sort(
    (a, b) =>
      b.count - a.count ||
      (a.person < b.person ? -1 : a.person > b.person ? 1 : a.cluster < b.cluster ? -1 : 1),
  );
  const personOf = new Map<string, string>();
  const taken = new Set<string>();
  for (const { cluster, person } of claims) {
    if (personOf.has(cluster) || taken.has(person)) continue;
    personOf.set(cluster, person);
    taken.add(person);
  }
  return personOf;
}
