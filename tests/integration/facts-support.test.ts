import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EditionFiles } from '#editions';
import { askFigures, askVotes, erasePeople, publishEdition, type Votes } from '#facts';
import { removeFolder, temporaryFolder } from '#platform';
import { Database, readSupport } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantSession } from '../support/plant-rows.js';
import { plantHub } from '../support/small-hub.js';

const ENGAGEMENT = 'city/survey-0';
const PUBLIC = { kind: 'public' } as const;

let database: TestDatabase;
let worker: Database;
let dataDir: string | undefined;
/** Submissions of the engagement, in order. */
let ids: string[];
/** What edition 1 says, before anything was supported. */
let before: { people: unknown; votes: Votes };
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, { submissions: 400, people: 300, seed: 5 });
  worker = await Database.open(database.urlFor('worker'));
  await publishEdition(worker);
  before = { people: await people(), votes: await ask() };
  const { rows } = await database.admin.query<{ id: string }>(
    `SELECT id FROM engagement.submission WHERE agency || '/' || engagement = '${ENGAGEMENT}' ORDER BY id`,
  );
  ids = rows.map(({ id }) => id);
  await database.admin.query(
    `INSERT INTO engagement.answer (agency, submission, engagement, question, text)
     SELECT agency, id, engagement, 'title', 'Idea ' || id FROM engagement.submission WHERE id = ANY ($1)`,
    [ids.slice(0, 12)],
  );
  // Likes of twelve proposals: 0, 40, 80 ... 440; dislikes of 3 or 100.
  await database.admin.query(
    `INSERT INTO engagement.support (submission, agency, act, times, delivery)
     SELECT id, 'city', a.act, CASE WHEN a.act = 'likes' THEN 40 * (n - 1) WHEN n % 2 = 0 THEN 3 ELSE 100 END, 1
     FROM unnest($1::uuid[]) WITH ORDINALITY AS p(id, n), (VALUES ('likes'), ('dislikes')) AS a(act)`,
    [ids.slice(0, 12)],
  );
  await database.admin.query(
    `INSERT INTO coding.released_quote (submission, agency, text, actor) SELECT id, 'city', 'Words of ' || n, 'made-up'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS p(id, n)`,
    [[ids[11], ids[10], ids[1]]],
  );
  dataDir = temporaryFolder('support-files');
  expect((await publishEdition(worker, { files: new EditionFiles(dataDir) })).edition).toBe(2);
});
afterAll(async () => {
  await worker?.close();
  await database?.drop();
  if (dataDir) removeFolder(dataDir);
});

/** Over a connection that has seen nothing before. */
async function fresh<T>(work: (published: Database) => Promise<T>): Promise<T> {
  const published = await Database.open(database.urlFor('published'));
  try {
    return await work(published);
  } finally {
    await published.close();
  }
}

const ask = (edition: number | null = null): Promise<Votes> =>
  fresh(async (published) => {
    const answer = await askVotes(published, { engagement: ENGAGEMENT, edition }, PUBLIC);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.votes;
  });

/** Everybody counted, by engagement and altogether. */
const people = (edition: number | null = null): Promise<unknown> =>
  fresh(async (published) => {
    const answer = await askFigures(published, { report: 'engagement-overview', by: ['engagement'], edition }, PUBLIC);
    if (!answer.ok) throw new Error(answer.reason);
    return [answer.table.total, ...answer.table.figures].map((figure) => (figure.hidden ? figure.keys : [figure.keys, figure.people, figure.submissions]));
  }); // prettier-ignore

const timesOf = (votes: Votes, act: string): number[] =>
  votes.supported.flatMap(({ counts }) => counts.flatMap((each) => (each.act === act ? [each.times] : [])));

test('each act is told from fifty on, rounded to five and near what was counted; the most first, and no more is said of the others', async () => {
  const votes = await ask();
  const likes = timesOf(votes, 'likes');
  expect(likes).toHaveLength(10);
  for (const [at, times] of likes.entries()) expect(Math.abs(times - 40 * (11 - at))).toBeLessThanOrEqual(5);
  const dislikes = timesOf(votes, 'dislikes');
  expect(dislikes).toHaveLength(6);
  for (const times of [...likes, ...dislikes]) expect([times >= 50, times % 5]).toEqual([true, 0]);
  // One that nobody liked a hundred times is listed for its dislikes, and last.
  expect(votes.supported).toHaveLength(11);
  expect(votes.supported.at(-1)!.counts.map(({ act }) => act)).toEqual(['dislikes']);
  expect(votes.supportCountedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('nobody is a person by it: everybody is counted as they were without it, and nobody voted', async () => {
  expect(await people()).toEqual(before.people);
  expect(await ask()).toMatchObject({ voters: null, statements: [], groups: [] });
  expect(before.votes).toMatchObject({ supported: [], supportCountedOn: null });
  expect((await ask(1)).supported).toEqual([]);
});

test('words are told only where a person released them, and no id of a proposal at all', async () => {
  const { supported } = await ask();
  expect(supported.map(({ text }) => text).slice(0, 2)).toEqual(['Words of 1', 'Words of 2']);
  expect(supported.slice(2).every(({ text }) => text === null)).toBe(true);
  const said = JSON.stringify(supported);
  for (const id of ids) expect(said).not.toContain(id);
});

test('a figure stays until five have moved, and another edition is made where only counts are others', async () => {
  const standing = await ask();
  await database.admin.query(`UPDATE engagement.support SET times = times + CASE WHEN submission = $1 THEN 60 ELSE 4 END WHERE act = 'likes'`, [ids[11]]); // prettier-ignore
  expect((await publishEdition(worker)).edition).toBe(3);
  const [first, ...others] = timesOf(await ask(), 'likes');
  expect(Math.abs(first! - 500)).toBeLessThanOrEqual(5);
  expect(others).toEqual(timesOf(standing, 'likes').slice(1));
  expect(await ask(2)).toMatchObject({ supported: standing.supported });
  expect(await publishEdition(worker)).toMatchObject({ status: 'unchanged', edition: 3 });
});

test('the proposal of somebody who waits for the next edition waits with them', async () => {
  const standing = await ask();
  const lone = '00000000-0000-8000-8000-00000000aaaa';
  await database.admin.query(
    `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on)
     VALUES ($1, 'city', 'city', 'survey-0', 1, 'one.csv', 1, 'one', '2025-01-15')`,
    [lone],
  );
  await database.admin.query(`INSERT INTO engagement.support VALUES ($1, 'city', 'likes', 900, 1)`, [lone]);
  expect(await publishEdition(worker)).toMatchObject({ status: 'waiting', edition: 3 });
  // Other news makes an edition, and they are not in it.
  await database.admin.query(`UPDATE engagement.support SET times = times + 70 WHERE submission = $1 AND act = 'likes'`, [ids[9]]); // prettier-ignore
  expect((await publishEdition(worker)).edition).toBe(4);
  expect((await ask()).supported).toHaveLength(standing.supported.length);
  expect(Math.max(...timesOf(await ask(), 'likes'))).toBeLessThan(600);
});

test('an analyst of the agency sees all of it, exact, with the words; nobody else does', async () => {
  const workbench = await Database.open(database.urlFor('workbench'));
  const asked = { engagement: ENGAGEMENT, working: true };
  const session = (agency: string): Promise<string> => plantSession(database.admin, ['analyst'], [agency]);
  const own = await askVotes(workbench, asked, { kind: 'analyst', session: await session('city') });
  const other = await askVotes(workbench, asked, { kind: 'analyst', session: await session('force') });
  await workbench.close();
  expect(own).toMatchObject({ ok: true, votes: { working: true, edition: null } });
  const { supported } = (own as { votes: Votes }).votes;
  expect(supported).toHaveLength(13);
  expect(supported[0]!.counts).toEqual([{ act: 'likes', times: 900 }]);
  expect(supported[1]).toEqual({
    text: `Idea ${ids[11]}`,
    counts: [
      { act: 'likes', times: 500 },
      { act: 'dislikes', times: 3 },
    ],
  });
  expect(other).toMatchObject({ ok: true, votes: { supported: [], supportCountedOn: null } });
  expect(await fresh((published) => askVotes(published, asked, PUBLIC))).toMatchObject({
    code: 'not-allowed',
  });
});

test('words of a proposal that waits to be coded are told to nobody: nobody has looked for names in them', async () => {
  const texts = async (): Promise<(string | null)[]> =>
    (await readSupport(worker, ENGAGEMENT)).flatMap(({ submission, text }) =>
      submission === ids[9] ? text : [],
    );
  expect(await texts()).toEqual([`Idea ${ids[9]}`, `Idea ${ids[9]}`]);
  await database.admin.query(`CREATE TABLE kept AS SELECT * FROM coding.coded WHERE submission = $1`, [
    ids[9],
  ]);
  await database.admin.query(`DELETE FROM coding.coded WHERE submission = $1`, [ids[9]]);
  expect(await texts()).toEqual([null, null]);
  await database.admin.query(`INSERT INTO coding.coded SELECT * FROM kept`);
});

test('files of an edition hold what was counted and no words that somebody said: from a file no erasure takes them', () => {
  const editions = join(dataDir!, 'editions');
  const parts = readdirSync(editions).map((folder) =>
    readFileSync(join(editions, folder, 'parts.json'), 'utf8'),
  );
  expect(parts).toHaveLength(1);
  expect(JSON.parse(parts[0]!).support[0].proposals.length).toBeGreaterThan(1);
  expect(parts[0]).not.toContain('Words of');
});

test('where somebody is erased, their words go from every edition, and figures of editions made before stand', async () => {
  const standing = await ask(2);
  expect(await erasePeople(worker, [ids[11]!])).toMatchObject({ status: 'erased' });
  const after = await ask(2);
  expect(after.supported[0]!.text).toBeNull();
  expect(after.supported[1]!.text).toBe('Words of 2');
  expect(after.supported.map(({ counts }) => counts)).toEqual(standing.supported.map(({ counts }) => counts));
  const { rows } = await database.admin.query('SELECT FROM engagement.support WHERE submission = $1', [
    ids[11],
  ]);
  expect(rows).toEqual([]);
  const parts = await database.admin.query(
    `SELECT body::text AS body FROM facts.part WHERE name = 'support'`,
  );
  const gone = standing.supported[0]!.text!;
  expect(parts.rows.filter(({ body }) => body.includes('Words of 2')).length).toBeGreaterThan(0);
  expect(parts.rows.filter(({ body }) => body.includes(JSON.stringify(gone)))).toEqual([]);
});
