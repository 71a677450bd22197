import { publishEdition } from '#facts';
import { PeopleLinker } from '#pipeline';
import {
  communitiesToName,
  communityWords,
  Database,
  markWordsApplied,
  nameCommunity,
  setAccount,
  type Transaction,
} from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 600, people: 600, seed: 4 };
let database: TestDatabase;
let worker: Database;
let linker: Database;
let workbench: Database;
let published: Database;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  [worker, linker, workbench, published] = (await Promise.all(
    (['worker', 'linker', 'workbench', 'published'] as const).map((role) =>
      Database.open(database.urlFor(role)),
    ),
  )) as [Database, Database, Database, Database];
  // Thirty people in two spellings; twelve, three of whom write it in another way; and four who are alone with theirs.
  await mention('Night shift workers', 0, 18, 'city');
  await mention('People on nights', 18, 12, 'health');
  await mention('Harbour swimmers', 30, 9, 'city');
  await mention('Swimmers (harbour)', 39, 3, 'city');
  await mention('Kite flyers', 42, 4, 'health');
  const owner = await Database.open(database.urlFor('owner'));
  await setAccount(owner, 'lee', [{ role: 'lead', agency: 'city' }]);
  await setAccount(owner, 'ann', [{ role: 'analyst', agency: 'city' }]);
  await setAccount(owner, 'hal', [{ role: 'lead', agency: 'health' }]);
  await owner.close();
  for (const name of ['lee', 'ann', 'hal'])
    await database.admin.query(
      `INSERT INTO access.session (token_hash, account_id, expires_at) SELECT $1, id, now() + interval '1 hour' FROM access.account WHERE name = $1`,
      [name],
    );
  await link(true);
  await publishEdition(worker);
});
afterAll(async () => {
  await Promise.all([worker, linker, workbench, published].map((one) => one?.close()));
  await database?.drop();
});

/** So many submissions of an agency name a community, from one on. */
const mention = (label: string, from: number, many: number, agency: string) =>
  database.admin.query(
    `INSERT INTO engagement.mention (agency, submission, kind, label)
     SELECT s.agency, s.id, 'interest', $1 FROM engagement.submission s WHERE s.agency = $4 ORDER BY s."row", s.id OFFSET $2 LIMIT $3`,
    [label, from, many, agency],
  );
const link = (force = false) => new PeopleLinker({ worker, linker }).run({ force });
const as = <T>(who: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  workbench.transaction(work, who);
const say = (code: string, into: string | null, listed = false) =>
  as('lee', (tx) => nameCommunity(tx, { code, into, listed }));

/** Communities of the working facts that the test made, with the people of each. */
async function counted(): Promise<Record<string, number>> {
  const { rows } = await database.admin.query<{ name: string; people: number }>(
    `SELECT c.name, count(DISTINCT f.person_key)::int AS people FROM facts.community c JOIN facts.fact f ON f.edition = 0 AND c.code = ANY (f.communities)
     WHERE c.edition = 0 AND c.code ~ 'night|swim|kite' GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, people }) => [name, people]));
}
const peopleOf = async (...labels: string[]): Promise<number> =>
  (
    await database.admin.query<{ people: number }>(
      `SELECT count(DISTINCT coalesce(m.person::text, n.submission::text))::int AS people FROM engagement.mention n
       LEFT JOIN linkage.membership m ON m.submission = n.submission WHERE n.label = ANY ($1)`,
      [labels],
    )
  ).rows[0]!.people;

test('a lead is shown communities that have figures and those that own people name; nobody else is shown any', async () => {
  const names = (await as('lee', communitiesToName)).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'Night shift workers',
      'People on nights',
      'Harbour swimmers',
      'Swimmers (harbour)',
    ]),
  );
  // Four people of another agency: what they typed is not this lead's to read.
  expect(names).not.toContain('Kite flyers');
  expect(await as('ann', communitiesToName)).toEqual([]);
  await expect(
    as('ann', (tx) =>
      nameCommunity(tx, {
        code: 'interest-people-on-nights',
        into: 'interest-night-shift-workers',
        listed: false,
      }),
    ),
  ).rejects.toThrow('only a lead');
});

test('two names that a lead joins are one community of distinct people, also after everything is linked anew, until they are parted', async () => {
  const apart = await counted();
  expect(Object.keys(apart).sort()).toEqual(['Night shift workers', 'People on nights']);
  expect(await say('interest-people-on-nights', 'interest-night-shift-workers')).toBe(true);
  expect(await link()).toBeGreaterThan(0);
  // Nothing waits any more.
  expect(await link()).toBe(0);
  await publishEdition(worker);
  const together = { 'Night shift workers': await peopleOf('Night shift workers', 'People on nights') };
  expect(await counted()).toEqual(together);
  await link(true);
  await publishEdition(worker);
  expect(await counted()).toEqual(together);
  expect((await as('lee', communitiesToName)).find(({ name }) => name === 'People on nights')).toMatchObject({
    into: 'interest-night-shift-workers',
    intoName: 'Night shift workers',
    decidedBy: 'lee',
  });
  expect(await say('interest-people-on-nights', null)).toBe(true);
  await link();
  await publishEdition(worker);
  expect(await counted()).toEqual(apart);
});

test('joined names come to ten together; a name on the list stays on it from run to run', async () => {
  expect(await say('interest-swimmers-harbour', 'interest-harbour-swimmers')).toBe(true);
  // Three people of the council typed it: it is for the council's leads to read, and to part.
  const [ours, theirs] = [await as('lee', communitiesToName), await as('hal', communitiesToName)];
  expect(ours.map(({ name }) => name)).toContain('Swimmers (harbour)');
  expect(theirs.map(({ name }) => name)).not.toContain('Swimmers (harbour)');
  const parts = (tx: Transaction) =>
    nameCommunity(tx, { code: 'interest-swimmers-harbour', into: null, listed: true });
  expect(await as('hal', parts)).toBe(false);
  await link();
  await publishEdition(worker);
  expect((await counted())['Harbour swimmers']).toBe(
    await peopleOf('Harbour swimmers', 'Swimmers (harbour)'),
  );
  await say('interest-swimmers-harbour', null);
  await link();
  await publishEdition(worker);
  expect(await counted()).not.toHaveProperty('Harbour swimmers');
  expect(await say('interest-harbour-swimmers', null, true)).toBe(true);
  await link(true);
  await publishEdition(worker);
  expect((await counted())['Harbour swimmers']).toBe(9);
});

test('a name is put on the list, and parted, on a connection that joined none before', async () => {
  const fresh = await Database.open(database.urlFor('workbench'));
  const listed = { code: 'interest-harbour-swimmers', into: null, listed: true };
  expect(await fresh.transaction((tx) => nameCommunity(tx, listed), 'lee')).toBe(true);
  await fresh.close();
});

test('what a lead says while communities are linked waits for the next run', async () => {
  await link();
  await linker.transaction(async (tx) => {
    const words = await communityWords(tx);
    await say('interest-harbour-swimmers', null, false);
    await markWordsApplied(tx, words);
  });
  const { rows } = await database.admin.query(
    `SELECT code FROM linkage.community_word WHERE applied_at IS NULL`,
  );
  expect(rows).toEqual([{ code: 'interest-harbour-swimmers' }]);
});

test('no name is joined to itself, to what is itself another name, to a ward or to what is not there; what it stood for follows it', async () => {
  expect(await say('interest-night-shift-workers', 'interest-night-shift-workers')).toBe(false);
  expect(await say('interest-night-shift-workers', 'interest-nobody')).toBe(false);
  expect(await say('interest-kite-flyers', 'interest-night-shift-workers')).toBe(false);
  expect(await say('interest-people-on-nights', 'interest-night-shift-workers')).toBe(true);
  expect(await say('interest-harbour-swimmers', 'interest-people-on-nights')).toBe(false);
  expect(await say('interest-night-shift-workers', 'interest-harbour-swimmers')).toBe(true);
  await link();
  const { rows } = await database.admin.query(
    `SELECT DISTINCT community FROM linkage.community_alias WHERE label IN ('Night shift workers', 'People on nights', 'Harbour swimmers')`,
  );
  expect(rows).toEqual([{ community: 'interest-harbour-swimmers' }]);
});

test('no log holds what anybody typed', async () => {
  const { rows } = await database.admin.query(
    `SELECT to_jsonb(e)::text AS line FROM audit.event e WHERE e.action = 'community-named'`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { line } of rows) expect(line).not.toMatch(/night|swim|kite/i);
});
