import { askVotes, erasePeople, publishEdition, type Votes } from '#facts';
import { Database, readVotedOn, textsOf } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { type CellSets, RulesOfPolicyP } from '../support/rules-of-policy-p.js';
import { plantHub } from '../support/small-hub.js';

const ENGAGEMENT = 'city/survey-0';
const PUBLIC = { kind: 'public' } as const;
const STATEMENTS = 30;
const HOSTS = 10;

let database: TestDatabase;
let published: Database;
let rules: RulesOfPolicyP;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, { submissions: 400, people: 300, seed: 5 });
  await plantVotes();
  const worker = await Database.open(database.urlFor('worker'));
  await publishEdition(worker);
  await worker.close();
  published = await Database.open(database.urlFor('published'));
  rules = await RulesOfPolicyP.of(database.admin);
});
afterAll(async () => {
  await published?.close();
  await database?.drop();
});

/** Two camps of made-up voters; the first ten statements are the host's. Some changed their minds: the later vote counts. */
async function plantVotes(): Promise<void> {
  await database.admin.query(
    `UPDATE engagement.submission s SET external_id = (o.nth - 1)::text, channel = CASE WHEN o.nth <= ${HOSTS} THEN 'host' ELSE 'online' END
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM engagement.submission WHERE agency || '/' || engagement = '${ENGAGEMENT}') o
     WHERE o.id = s.id AND o.nth <= ${STATEMENTS}`,
  );
  await database.admin.query(
    `INSERT INTO engagement.answer (agency, submission, engagement, question, text)
     SELECT agency, id, engagement, 'comment', 'Statement ' || external_id FROM engagement.submission WHERE external_id IS NOT NULL`,
  );
  await database.admin.query(`
    INSERT INTO engagement.vote (id, agency, engagement, source, delivery, comment, voter, value, voted_at)
    SELECT gen_random_uuid(), 'city', 'survey-0', 'city', 1, c::text, v::text,
      CASE WHEN h.b < 30 THEN 0 WHEN c < 8 THEN 1 WHEN (v % 3 = 0) = (c % 2 = 0) THEN 1 ELSE -1 END * CASE WHEN t = 1 AND h.a > 250 THEN -1 ELSE 1 END,
      timestamptz '2025-01-01' + make_interval(hours => t)
    FROM generate_series(0, ${STATEMENTS - 1}) c, generate_series(1, 260) v, generate_series(0, 1) t,
      LATERAL (SELECT get_byte(sha256(convert_to(c || '/' || v, 'UTF8')), 0) AS a, get_byte(sha256(convert_to(c || '/' || v, 'UTF8')), 1) AS b) h
    WHERE CASE WHEN c = ${STATEMENTS - 1} THEN v < 30 ELSE h.a > 60 END AND (t = 0 OR h.a > 250)`);
}

async function ask(): Promise<Votes> {
  const answer = await askVotes(published, { engagement: ENGAGEMENT }, PUBLIC);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.votes;
}

/** Voters by what they said of a statement, the latest word of each. */
async function votersOf(): Promise<(statement: string | null, value?: number) => CellSets> {
  const { rows } = await database.admin.query(
    `SELECT DISTINCT ON (comment, voter) comment, 'vote/${ENGAGEMENT}/' || voter AS voter, value FROM engagement.vote ORDER BY comment, voter, voted_at DESC`,
  );
  return (statement, value) => {
    const some = rows.filter((row) => (statement === null || row.comment === statement) && (value === undefined || row.value === value)); // prettier-ignore
    const people = [...new Set(some.map(({ voter }) => voter as string))];
    return { people, submissions: people, arguments: people, health: false };
  };
}

test('every statement’s votes are the voters of each kind, put through the rules', async () => {
  const [votes, of] = [await ask(), await votersOf()];
  const all = of(null);
  const shown = (cell: CellSets, ...larger: CellSets[]): number | null => {
    const told = rules.shown(cell, larger, true);
    return told === '[c]' ? null : told[1];
  };
  expect(votes.voters).toBe(shown(all));
  expect(votes.statements).toHaveLength(STATEMENTS);
  for (const { key, voted, agree, disagree, pass } of votes.statements) {
    const base = of(key);
    const kinds = [1, -1, 0].map((value) => shown(of(key, value), all, base));
    expect([key, voted, agree, disagree, pass]).toEqual([key, shown(base, all), ...kinds]);
  }
});

test('percentages add to a hundred with what is hidden, and none is told of fewer than fifty', async () => {
  const { statements } = await ask();
  for (const { agreePercent, disagreePercent, passPercent, voted } of statements) {
    const told = [agreePercent, disagreePercent, passPercent];
    if (voted === null || voted < 50) expect(told).toEqual([null, null, null]);
    else if (!told.includes(null)) expect(told.reduce((sum, each) => sum! + each!, 0)).toBe(100);
  }
  expect(statements.at(-1)!.agreePercent).toBeNull();
  expect(statements.filter(({ standing }) => standing === 'majority-agree').length).toBeGreaterThan(5);
});

test('the public hears how many groups there are and what they agree on, and no count of a group', async () => {
  const { groups, statements } = await ask();
  expect(groups).toHaveLength(2);
  for (const size of groups) expect(size === null || size >= 50).toBe(true);
  expect(statements.every(({ byGroup, consensus }) => byGroup.length === 0 && consensus === null)).toBe(true);
  const agreed = statements.filter(({ agreedInAll }) => agreedInAll).map(({ key }) => Number(key));
  expect(agreed.length).toBeGreaterThan(4);
  expect(agreed.every((key) => key < 8)).toBe(true);
});

test('words of the host are told, a participant’s only where a person released them', async () => {
  const { statements } = await ask();
  for (const { key, text, host } of statements) {
    expect([key, host]).toEqual([key, Number(key) < HOSTS]);
    expect([key, text]).toEqual([key, host ? `Statement ${key}` : null]);
  }
});

test('what the host put up to be voted on is nobody’s voice: in no count, and not coded', async () => {
  const { rows } = await database.admin.query(
    `SELECT (SELECT count(DISTINCT submission_key)::int FROM facts.fact WHERE edition = 1) AS counted, (SELECT count(*)::int FROM engagement.submission) AS held,
       (SELECT array_agg(id ORDER BY external_id::int) FROM engagement.submission WHERE external_id IS NOT NULL) AS ids,
       (SELECT jsonb_path_query_array(sources, '$[*].statements') FROM facts.edition WHERE number = 1) AS statements`,
  );
  const [{ counted, held, ids, statements }] = rows as [{ counted: number; held: number; ids: string[]; statements: number[] }];
  expect(counted).toBe(held - HOSTS);
  expect(statements.reduce((sum, each) => sum + each, 0)).toBe(HOSTS);
  const worker = await Database.open(database.urlFor('worker'));
  const texts = new Map((await textsOf(worker, ids)).map(({ submission, text }) => [submission, text]));
  await worker.close();
  expect(ids.map((id) => texts.get(id))).toEqual(ids.map((_, at) => (at < HOSTS ? null : `Statement ${at}`)));
}); // prettier-ignore

test('an edition keeps its votes; a next one keeps figures that fewer than five moved', async () => {
  const before = await ask();
  await database.admin
    .query(`INSERT INTO engagement.vote (id, agency, engagement, source, delivery, comment, voter, value, voted_at)
    SELECT gen_random_uuid(), 'city', 'survey-0', 'city', 1, '0', 'new-' || v, -1, '2025-02-01' FROM generate_series(1, 3) v`);
  expect(await ask()).toEqual(before);
  const worker = await Database.open(database.urlFor('worker'));
  expect((await publishEdition(worker)).edition).toBe(2);
  await worker.close();
  const after = await ask();
  expect(after.edition!.number).toBe(2);
  expect(after.statements[0]).toEqual(before.statements[0]);
});

test('a participant’s released words are told, and told no more once they are erased; the figures stand', async () => {
  const [{ id }] = (await database.admin.query(`SELECT id FROM engagement.submission WHERE external_id = '15'`)).rows as [{ id: string }]; // prettier-ignore
  await database.admin.query(`INSERT INTO coding.released_quote (submission, agency, text, actor) VALUES ($1, 'city', 'More lamps', 'made-up')`, [id]); // prettier-ignore
  await database.admin.query(`UPDATE engagement.vote SET value = -value WHERE comment = '3'`);
  const worker = await Database.open(database.urlFor('worker'));
  expect((await publishEdition(worker)).edition).toBe(3);
  const before = await ask();
  expect(before.statements[15]).toMatchObject({ key: '15', text: 'More lamps', host: false });
  expect(await erasePeople(worker, [id])).toMatchObject({ status: 'erased' });
  await worker.close();
  const after = await ask();
  expect(after.statements[15]).toEqual({ ...before.statements[15], text: null });
  expect(after.statements.map(({ voted }) => voted)).toEqual(before.statements.map(({ voted }) => voted));
  const kept = await database.admin.query(`SELECT body::text AS body FROM facts.part WHERE name = 'votes' AND edition = 3`); // prettier-ignore
  expect(kept.rows).toEqual([{ body: expect.not.stringContaining('More lamps') }]);
  // What hosts wrote stays in it, and nobody may change anything else.
  expect(JSON.parse(kept.rows[0]!.body)[0].statements[0].text).toBe(before.statements[0]!.text);
  const tries = ["body = '[]'", `body = jsonb_set(body, '{0,statements,0,text}', '"else"')`];
  for (const change of tries)
    await expect(database.admin.query(`UPDATE facts.part SET ${change} WHERE name = 'votes'`)).rejects.toThrow('never changes'); // prettier-ignore
});

test('working figures are for analysts alone', async () => {
  const answer = await askVotes(published, { engagement: ENGAGEMENT, working: true }, PUBLIC);
  expect(answer).toMatchObject({ ok: false, code: 'not-allowed' });
});

test('a statement that waits to be coded is told without its words, unless the host put it there', async () => {
  const worker = await Database.open(database.urlFor('worker'));
  try {
    const of = async (): Promise<Map<string, string | null>> =>
      new Map((await readVotedOn(worker, ENGAGEMENT)).map(({ key, text }) => [key, text]));
    expect([(await of()).get('3'), (await of()).get('20')]).toEqual(['Statement 3', 'Statement 20']);
    await database.admin.query(
      `DELETE FROM coding.coded WHERE submission IN (SELECT id FROM engagement.submission WHERE external_id IN ('3', '20'))`,
    );
    expect([(await of()).get('3'), (await of()).get('20')]).toEqual(['Statement 3', null]);
  } finally {
    await worker.close();
  }
});
