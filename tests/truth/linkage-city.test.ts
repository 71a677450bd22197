import { generateCity } from '#demo';
import { type LinkageRecord, groupScores, link, linkGroups } from '#linkage';

/** Numbers of the groups that texts fall into. */
function numbered(texts: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(texts, (text) => {
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text)!;
  });
}

/** Cluster of each record, in the order of the ids. */
function homes(clusters: readonly { id: string; members: string[] }[], ids: readonly string[]): Int32Array {
  const home = new Map(clusters.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  return numbered(ids.map((id) => home.get(id)!));
}

test('in the demonstration city, people are found again across its agencies', () => {
  const { plan, truth } = generateCity({ size: 2600 });
  const person: string[] = [];
  const records: LinkageRecord[] = [];
  plan.submissions.forEach(({ given, engagement }, at) => {
    if (truth.submissions[at]!.thin) return;
    const { birth } = given;
    const born = birth && [birth.year, birth.month, birth.day].filter((part) => part).join('-');
    person.push(truth.submissions[at]!.person);
    records.push({
      ...given,
      id: String(at).padStart(6, '0'),
      source: engagement.source,
      fullName: null,
      dateOfBirth: born,
      sex: null,
      nationalId: engagement.agency.kind === 'health' ? given.nhsNumber : null,
      systemId: null,
    });
  });
  const { clusters, people } = link(records);
  const ids = records.map(({ id }) => id);
  expect(groupScores(homes(clusters, ids), numbered(person)).f1).toBeGreaterThan(0.97);
  const real = new Set(person).size;
  expect(people.low).toBeLessThanOrEqual(real);
  expect(people.high).toBeGreaterThanOrEqual(real);
});

test('its groups are found again under every name that people give them', () => {
  const { truth } = generateCity({ size: 5000 });
  const written = [...new Map(truth.groups.map((row) => [row.written, row.group]))];
  const ids = written.map((_, at) => String(at).padStart(4, '0'));
  const records = written.map(([name], at) => ({ id: ids[at]!, name, postcode: null }));
  const scores = groupScores(
    homes(linkGroups(records).clusters, ids),
    numbered(written.map(([, group]) => group)),
  );
  expect(scores.f1).toBeGreaterThan(0.95);
});
