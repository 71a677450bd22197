import { groupScores } from '#linkage';
import { linkPeople, PeopleLinker } from '#pipeline';
import { Database } from '#store';

import { deliverLines, syntheticPeople, takeOnAgencies } from '../support/people-to-link.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

const LINES = syntheticPeople(660, 3);
const PAIR = `a { submission personRecords } b { submission personRecords } weight probability start evidence { weight } together gain decision { id verdict applied }`;

let api: TestApi;
let worker: Database;
let linker: Database;
let people: PeopleLinker;
let reviewer: string;

beforeAll(async () => {
  api = await startApi(async (database) => {
    worker = await Database.open(database.urlFor('worker'));
    linker = await Database.open(database.urlFor('linker'));
    await takeOnAgencies(worker);
    await deliverLines(worker, LINES.slice(0, 600));
    people = new PeopleLinker({ worker, linker });
    await people.run();
  });
  reviewer = await api.signIn('Rita Reviewer', ['reviewer'], ['council', 'together']);
});
afterAll(async () => {
  await Promise.all([worker?.close(), linker?.close()]);
  await api?.stop();
});

const rows = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await api.database.admin.query(sql, values)).rows as Row[];
const memberships = async (): Promise<Map<string, string>> =>
  new Map(
    (
      await rows<{ submission: string; person: string }>('SELECT submission, person FROM linkage.membership')
    ).map(({ submission, person }) => [submission, person]),
  );
const count = async (from: string): Promise<number> =>
  (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`))[0]!.n;
const kindOfLastRun = async (): Promise<string> =>
  (await rows<{ kind: string }>('SELECT kind FROM linkage.run ORDER BY id DESC LIMIT 1'))[0]!.kind;

/** How far two states of who is who agree, over the submissions that both know. */
function agreement(one: Map<string, string>, other: Map<string, string>): number {
  const ids = [...one.keys()].filter((id) => other.has(id));
  const numbered = (of: Map<string, string>): number[] => {
    const numbers = new Map<string, number>();
    return ids.map((id) => {
      const person = of.get(id)!;
      if (!numbers.has(person)) numbers.set(person, numbers.size);
      return numbers.get(person)!;
    });
  };
  return groupScores(numbered(one), numbered(other)).f1;
}

describe('newcomers', () => {
  it('are placed among what is known without linking everything, and a run over everything agrees', async () => {
    const before = await memberships();
    expect(await kindOfLastRun()).toBe('bulk');
    await deliverLines(worker, LINES.slice(600, 630));
    expect(await people.run()).toBeGreaterThan(20);
    expect(await kindOfLastRun()).toBe('incremental');
    // What is held in memory serves the next delivery, and another process that read it all anew agrees with it.
    await deliverLines(worker, LINES.slice(630, 645));
    expect(await people.run()).toBeGreaterThan(10);
    await deliverLines(worker, LINES.slice(645));
    expect(await new PeopleLinker({ worker, linker }).run()).toBeGreaterThan(10);
    expect(await kindOfLastRun()).toBe('incremental');
    expect(await people.run()).toBe(0);
    const grown = await memberships();
    expect(agreement(before, grown)).toBe(1);
    expect(await linkPeople({ worker, linker })).toBe(grown.size);
    expect(await kindOfLastRun()).toBe('bulk');
    const whole = await memberships();
    expect(agreement(grown, whole)).toBeGreaterThanOrEqual(0.99);
    const kept = [...grown].filter(([id, person]) => whole.get(id) === person).length;
    expect(kept / grown.size).toBeGreaterThanOrEqual(0.99);
    expect(await people.run()).toBe(0);
  });

  it('leave a log of people who were joined or parted, and ids that are never used again', async () => {
    const known = new Set(
      (await rows<{ id: string }>('SELECT id FROM linkage.person WHERE merged_into IS NULL')).map(
        ({ id }) => id,
      ),
    );
    for (const person of (await memberships()).values()) expect(known).toContain(person);
  });

  it('are counted with a range', async () => {
    const [run] = await rows<{ people: number; people_low: number; people_high: number; report: object }>(
      `SELECT people, people_low, people_high, report FROM linkage.run ORDER BY id DESC LIMIT 1`,
    );
    const real = new Set(LINES.map(({ person }) => person)).size;
    expect(run!.people_low).toBeLessThanOrEqual(real * 1.02);
    expect(run!.people_high).toBeGreaterThanOrEqual(real * 0.98);
    expect(run!.people).toBe(new Set((await memberships()).values()).size);
    expect(run!.report).toMatchObject({ precision: { value: expect.any(Number) as number } });
  });
});

describe('a reviewer', () => {
  interface Pair {
    a: { submission: string; personRecords: number };
    b: { submission: string; personRecords: number };
    weight: number;
    start: number;
    evidence: { weight: number }[];
    together: boolean;
    gain: number;
    decision: { id: string; verdict: string; applied: boolean } | null;
  }
  const queue = async (as = reviewer): Promise<Pair[]> =>
    (await api.ask(`{ matchQueue(first: 50) { nodes { ${PAIR} } } }`, { as })).data.matchQueue.nodes;
  const pairOf = async ({ a, b }: Pair): Promise<Pair> =>
    (
      await api.ask(`query($a: ID!, $b: ID!) { matchPair(a: $a, b: $b) { ${PAIR} } }`, {
        variables: { a: b.submission, b: a.submission },
        as: reviewer,
      })
    ).data.matchPair;
  const decide = (pair: Pair, verdict: string, as = reviewer) =>
    api.ask(
      `mutation($a: ID!, $b: ID!, $verdict: MatchVerdict!) { decideMatch(a: $a, b: $b, verdict: $verdict) { ${PAIR} } }`,
      { variables: { a: pair.a.submission, b: pair.b.submission, verdict }, as },
    );
  const undo = (decision: string, as = reviewer) =>
    api.ask(`mutation($decision: ID!) { undoMatch(decision: $decision) { ${PAIR} } }`, {
      variables: { decision },
      as,
    });

  it('is asked what is most telling first, each pair opened to weights that add up', async () => {
    const pairs = await queue();
    expect(pairs.length).toBeGreaterThan(5);
    for (const { weight, start, evidence } of pairs)
      expect(start + evidence.reduce((sum, one) => sum + one.weight, 0)).toBeCloseTo(weight, 1);
    const gains = pairs.map(({ gain }) => gain);
    expect(gains).toEqual([...gains].sort((x, y) => y - x));
    const first = await api.ask('{ matchQueue(first: 3) { nodes { id } pageInfo { endCursor } } }', {
      as: reviewer,
    });
    const second = await api.ask(
      'query($after: String) { matchQueue(first: 2, after: $after) { nodes { a { submission } } } }',
      { variables: { after: first.data.matchQueue.pageInfo.endCursor }, as: reviewer },
    );
    expect(second.data.matchQueue.nodes.map((one: Pair) => one.a.submission)).toEqual(
      pairs.slice(3, 5).map(({ a }) => a.submission),
    );
  });

  it('reads both records one at a time, each reading written down, and nobody else reads them', async () => {
    const [pair] = await queue();
    const question = `query($a: ID!, $b: ID!) { matchPair(a: $a, b: $b) { a { details { familyName dateOfBirth } } b { details(reason: "same street?") { submission } } } }`;
    const variables = { a: pair!.a.submission, b: pair!.b.submission };
    const { data } = await api.ask(question, { variables, as: reviewer });
    expect(data.matchPair.a.details).not.toBeNull();
    const written = await rows<{ subject: string; actor: string; reason: string }>(
      `SELECT subject, actor, detail->>'reason' AS reason FROM audit.event WHERE action = 'vault-read' ORDER BY id`,
    );
    expect(written).toEqual([
      { subject: variables.a, actor: 'Rita Reviewer', reason: 'possible match' },
      { subject: variables.b, actor: 'Rita Reviewer', reason: 'same street?' },
    ]);
    const many = '{ matchQueue(first: 5) { nodes { a { details { familyName } } } } }';
    expect(codeOf(await api.ask(many, { as: reviewer }))).toBe('BAD_REQUEST');
    const partner = await api.signIn('Pat Partner', ['partner', 'analyst'], ['council', 'together']);
    expect(codeOf(await api.ask(question, { variables, as: partner }))).toBe('NOT_ALLOWED');
    expect(codeOf(await api.ask('{ matchQueue { nodes { id } } }'))).toBe('NOT_SIGNED_IN');
    const narrow = await api.signIn('Nora Narrow', ['reviewer'], ['council']);
    const own = await rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM linkage.pair WHERE agency = 'council' AND agency_b = 'council' AND gain IS NOT NULL`,
    );
    expect(await queue(narrow)).toHaveLength(Math.min(50, own[0]!.n));
    const across = (await queue()).find((one) => one.gain > 0 && !ofOneAgency(one));
    expect(codeOf(await decide(across!, 'SAME', narrow))).toBe('NOT_FOUND');
  });

  const agencies = new Map<string, string>();
  beforeAll(async () => {
    for (const { id, agency } of await rows<{ id: string; agency: string }>(
      'SELECT id, agency FROM engagement.submission',
    ))
      agencies.set(id, agency);
  });
  const ofOneAgency = ({ a, b }: Pair): boolean => agencies.get(a.submission) === agencies.get(b.submission);

  it('parts a person by one "no", which outlives a run over everything, and undone joins them again', async () => {
    const [weakest] = await rows<{ a: string; b: string }>(
      `SELECT p.a, p.b FROM linkage.pair p JOIN linkage.membership m ON m.submission = p.a JOIN linkage.membership o ON o.submission = p.b AND o.person = m.person
       WHERE (SELECT count(*) FROM linkage.membership x WHERE x.person = m.person) > 2 ORDER BY p.weight, p.a LIMIT 1`,
    );
    const named = { a: { submission: weakest!.a }, b: { submission: weakest!.b } } as Pair;
    const pair = await pairOf(named);
    expect(pair.together).toBe(true);
    const before = await memberships();
    const said = await decide(pair, 'DIFFERENT');
    expect(said.data.decideMatch.decision).toMatchObject({ verdict: 'DIFFERENT', applied: false });
    expect((await queue()).map(({ a, b }) => a.submission + b.submission)).not.toContain(
      pair.a.submission + pair.b.submission,
    );
    expect(await people.run()).toBeGreaterThan(0);
    expect(await kindOfLastRun()).toBe('incremental');
    const parted = await pairOf(pair);
    expect(parted).toMatchObject({ together: false, decision: { applied: true } });
    const after = await memberships();
    const moved = [...after].filter(([id, person]) => before.get(id) !== person);
    const person = before.get(pair.a.submission)!;
    expect(moved.every(([id]) => before.get(id) === person)).toBe(true);
    expect([...after.values()]).toContain(person);
    expect(await count(`linkage.change WHERE kind = 'split' AND other = '${person}'`)).toBe(1);
    await linkPeople({ worker, linker }, { force: true });
    expect(await pairOf(pair)).toMatchObject({ together: false });
    expect(agreement(after, await memberships())).toBe(1);

    const other = await api.signIn('Olaf Other', ['reviewer'], ['council', 'together']);
    expect(codeOf(await undo(parted.decision!.id, other))).toBe('NOT_FOUND');
    expect((await undo(parted.decision!.id)).data.undoMatch.decision).toBeNull();
    expect(codeOf(await undo(parted.decision!.id))).toBe('NOT_FOUND');
    await people.run();
    expect(await pairOf(pair)).toMatchObject({ together: true, decision: null });
    expect(await memberships()).toEqual(before);
    expect(await count(`linkage.person WHERE merged_into = '${person}'`)).toBe(1);
  });

  it('joins two people by one "yes"; what one is not sure of goes to another', async () => {
    const [pair, next] = (await queue()).filter(({ together }) => !together);
    await decide(pair!, 'SAME');
    await decide(next!, 'UNSURE');
    const asked = (await queue()).map(({ a, b }) => a.submission + b.submission);
    expect(asked).not.toContain(next!.a.submission + next!.b.submission);
    const second = await api.signIn('Sam Second', ['reviewer'], ['council', 'together']);
    const asSecond = (await queue(second)).map(({ a, b }) => a.submission + b.submission);
    expect(asSecond).toContain(next!.a.submission + next!.b.submission);
    expect(asSecond).not.toContain(pair!.a.submission + pair!.b.submission);
    await people.run();
    expect((await pairOf(pair!)).together).toBe(true);
    const { data } = await api.ask('{ matchProgress { waiting decided decidedToday unsure } }', {
      as: reviewer,
    });
    expect(data.matchProgress).toMatchObject({ decided: 2, decidedToday: 2, unsure: 1 });
  });

  it('sees runs with their estimated quality and whom matching serves worse', async () => {
    const { data } = await api.ask(
      `{ linkageRuns(first: 1, kind: BULK) { kind model records people { value low high } precision { value low high } recall { value } thin rates { by name records linked { value low high } } } }`,
      { as: reviewer },
    );
    const [run] = data.linkageRuns;
    expect(run.precision.value).toBeGreaterThan(0.9);
    expect(run.precision.low).toBeLessThanOrEqual(run.precision.value);
    expect(run.rates.map((rate: { by: string; name: string }) => `${rate.by} ${rate.name}`)).toEqual(
      expect.arrayContaining(['SEX Female', 'SEX Male']),
    );
    for (const rate of run.rates) expect(rate.records).toBeGreaterThanOrEqual(10);
  });
});
