import { recordsForLinkage } from '#demo';
import {
  GrowingPeople,
  groupScores,
  link,
  type LinkageDecision,
  type LinkageRecord,
  type LinkageResult,
  type Regrouped,
} from '#linkage';

const SIZE = 2_200;
const NEWCOMERS = 150;
const records: LinkageRecord[] = [...recordsForLinkage({ n: SIZE, seed: 11 })].map(({ record }) => record);
const known = records.slice(0, SIZE - NEWCOMERS);
const before = link(known);

const growing = (): GrowingPeople => new GrowingPeople({ records: known, ...before });

/** Clusters after what was grouped again has taken the place of what was. */
function follow(clusters: LinkageResult['clusters'], changes: Regrouped['clusters'][]): Map<string, string> {
  const home = new Map(clusters.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  for (const change of changes)
    for (const { id, members } of change) for (const member of members) home.set(member, id);
  return home;
}
const numbered = (home: ReadonlyMap<string, string>): number[] => {
  const ids = new Map<string, number>();
  return records.map(({ id }) => {
    const cluster = home.get(id)!;
    if (!ids.has(cluster)) ids.set(cluster, ids.size);
    return ids.get(cluster)!;
  });
};

describe('people who come one delivery at a time', () => {
  it('are placed where a run over everything with the same model places them', () => {
    const people = growing();
    const changes: Regrouped['clusters'][] = [];
    for (let from = known.length; from < SIZE; from += 25)
      changes.push(people.add(records.slice(from, from + 25)).clusters);
    expect(people.size).toBe(SIZE);
    const whole = link(records, before.model);
    const { f1 } = groupScores(
      numbered(follow(before.clusters, changes)),
      numbered(follow(whole.clusters, [])),
    );
    expect(f1).toBeGreaterThanOrEqual(0.995);
    const learntAnew = link(records);
    const anew = groupScores(
      numbered(follow(before.clusters, changes)),
      numbered(follow(learntAnew.clusters, [])),
    );
    expect(anew.f1).toBeGreaterThanOrEqual(0.985);
    if (process.env['HUB_TEST_SAY'])
      process.stderr.write(`agreement ${f1}, with a model learnt anew ${anew.f1}\n`);
  });

  it('recognise one another though none of them was known', () => {
    const people = growing();
    const newcomer: LinkageRecord = {
      ...records[0]!,
      givenName: 'Zebedee',
      familyName: 'Quillfeather',
      dateOfBirth: '1931-07-09',
      email: 'zebedee.quillfeather@mail.example',
      phone: null,
      nationalId: null,
      postcode: 'PL4 8AA',
    };
    const twice = [
      { ...newcomer, id: 'z1', source: 'council' },
      { ...newcomer, id: 'z2', source: 'vcs' },
    ];
    expect(people.add(twice).clusters).toEqual([{ id: 'z1', members: ['z1', 'z2'] }]);
    expect(() => people.add([twice[0]!])).toThrow();
  });
});

describe('a reviewer’s word', () => {
  const cluster = before.clusters.find(({ members }) => members.length === 4)!;
  const [a, b] = [cluster.members[0]!, cluster.members[3]!];
  const no: LinkageDecision = { a, b, verdict: 'different' };

  it('parts a cluster where a run over everything would part it, and undone it joins it again', () => {
    const people = growing();
    const parted = people.settle([a, b], [no]).clusters;
    const homes = follow(parted, []);
    expect(homes.get(a)).not.toBe(homes.get(b));
    const whole = follow(link(known, before.model, [no]).clusters, []);
    for (const { members } of parted)
      expect(new Set(members.map((member) => whole.get(member)))).toEqual(new Set([whole.get(members[0]!)]));
    expect(people.settle([a, b], []).clusters).toContainEqual(cluster);
    expect(people.settle([b, a], [no]).clusters).toEqual(parted);
  });

  it('joins two people whom no weight would join, and holds against newcomers', () => {
    const people = growing();
    const other = before.clusters.find(({ members }) => members.length === 1)!.id;
    const yes: LinkageDecision = { a, b: other, verdict: 'same' };
    const joined = people.settle([a, other], [yes]).clusters;
    expect(joined.find(({ members }) => members.includes(other))?.members).toContain(a);
    expect(people.settle([a, other], []).clusters).toContainEqual(cluster);
    const again = people.add([{ ...known.find(({ id }) => id === a)!, id: 'again' }], [no]).clusters;
    const homes = follow(again, []);
    expect(homes.get('again')).toBe(homes.get(a));
    expect(homes.get(a)).not.toBe(homes.get(b));
  });
});
