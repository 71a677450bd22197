import { indexComments } from '#pipeline';
import { Database } from '#store';
import { plantHub } from '../support/small-hub.js';
import { startApi, type TestApi } from './api-server.js';

/** An analyst keeps searches for the own account alone, and is told what came since each was opened last. */

const WARD = 'E05002078';
let api: TestApi;
let worker: Database;
let analyst: string;
let colleague: string;

beforeAll(async () => {
  api = await startApi(async ({ admin }) => {
    await plantHub(admin, { submissions: 400, people: 200, seed: 3 });
    await admin.query('UPDATE coding.coded SET has_text = false');
  });
  worker = await Database.open(api.database.urlFor('worker'));
  analyst = await api.signIn('Analyst of city', ['analyst'], ['city', 'force']);
  colleague = await api.signIn('Colleague', ['analyst'], ['city', 'force']);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

/** Somebody of an agency says something, and it can be found. @returns the answer's number */
async function say(agency: string, text: string, ward = WARD): Promise<string> {
  const { rows } = await api.database.admin.query<{ id: string }>(
    `WITH free AS (SELECT s.id, s.agency, s.engagement FROM engagement.submission s JOIN coding.coded c ON c.submission = s.id AND NOT c.has_text
       WHERE s.agency = $1 ORDER BY s.id LIMIT 1),
     there AS (UPDATE engagement.submission s SET ward = $3 FROM free WHERE s.id = free.id),
     coded AS (UPDATE coding.coded c SET has_text = true, indexed = false FROM free WHERE c.submission = free.id)
     INSERT INTO engagement.answer (agency, submission, engagement, question, text) SELECT agency, id, engagement, 'comment', $2 FROM free RETURNING id`,
    [agency, text, ward],
  );
  await indexComments(worker);
  return rows[0]!.id;
}

const SAVE = `mutation ($name: String!, $words: String!, $filter: CommentFilter) {
  saveSearch(name: $name, words: $words, filter: $filter) { id name words filter { ward agency } counts { comments fresh } } }`;
const save = (variables: { name: string; words: string; filter?: object }, as = analyst) =>
  api.ask(SAVE, { variables, as });
const kept = async (as = analyst) =>
  (await api.ask('{ savedSearches { id name counts { comments fresh } } }', { as })).data.savedSearches;
const open = (id: string, as = analyst) =>
  api.ask('mutation ($id: ID!) { openSavedSearch(id: $id) { since search { words } } }', {
    variables: { id },
    as,
  });
const FIND = `query ($words: String!, $since: ID, $onlyNew: Boolean) {
  findComments(words: $words, since: $since, onlyNew: $onlyNew) { comments fresh nodes { answer isNew } } }`;

test('what came since a search was opened last is counted as new, and told apart where it is opened', async () => {
  await say('city', 'The zebrine crossing is too dark.');
  await say('force', 'Nobody stops at the zebrine crossing.');
  const { data } = await save({ name: 'Crossing', words: 'zebrine crossing' });
  expect(data.saveSearch).toMatchObject({ name: 'Crossing', counts: { comments: 2, fresh: 0 } });
  const { id } = data.saveSearch;

  const fresh = await say('city', 'A zebrine crossing at last!');
  await say('health', 'The zebrine crossing by the surgery.');
  // Coded anew, comments are indexed anew: they are as old as they were.
  await api.database.admin.query('UPDATE coding.coded SET personal_data = personal_data');
  await indexComments(worker);
  expect(await kept()).toEqual([{ id, name: 'Crossing', counts: { comments: 3, fresh: 1 } }]);

  const opened = (await open(id)).data.openSavedSearch;
  expect(opened.search.words).toBe('zebrine crossing');
  const since = { words: 'zebrine crossing', since: opened.since };
  const all = (await api.ask(FIND, { variables: since, as: analyst })).data.findComments;
  expect(all).toMatchObject({ comments: 3, fresh: 1 });
  expect(all.nodes.filter(({ isNew }: { isNew: boolean }) => isNew)).toEqual([
    { answer: fresh, isNew: true },
  ]);
  const some = (await api.ask(FIND, { variables: { ...since, onlyNew: true }, as: analyst })).data;
  expect(some.findComments).toMatchObject({ comments: 1, fresh: 1, nodes: [{ answer: fresh }] });

  expect(await kept()).toEqual([{ id, name: 'Crossing', counts: { comments: 3, fresh: 0 } }]);
  const without = (await api.ask(FIND, { variables: { words: 'zebrine crossing' }, as: analyst })).data;
  expect(without.findComments).toMatchObject({ comments: 3, fresh: 0 });
});

test('a comment that is masked, or of which a mask is lifted, is as old as it was', async () => {
  const answer = await say('city', 'The gibbous lamp by number nine is out, says somebody.');
  const { data } = await save({ name: 'Lamp', words: 'gibbous lamp' });
  const counts = async () =>
    (await kept()).find(({ id }: { id: string }) => id === data.saveSearch.id).counts;
  const before = await counts();
  expect(before).toMatchObject({ fresh: 0 });
  const masked = await api.ask(
    `mutation { maskWords(answer: "${answer}", from: 20, to: 31, reason: "It is the door of somebody") }`,
    { as: analyst },
  );
  expect(masked.errors).toEqual([]);
  // Found by nothing until it is indexed again, and then by its other words.
  const find = () => api.ask(FIND, { variables: { words: 'gibbous', since: null }, as: analyst });
  expect((await find()).data.findComments.comments).toBe(0);
  await indexComments(worker);
  expect((await find()).data.findComments.comments).toBe(1);
  expect(await counts()).toEqual(before);
});

test('a search keeps what it was narrowed to', async () => {
  await say('city', 'The quondam bakery is missed.', 'E05002079');
  const filter = { ward: ['E05002079'], from: '2020-01-01' };
  const { data } = await save({ name: 'Bakery', words: 'quondam bakery', filter });
  expect(data.saveSearch).toMatchObject({
    filter: { ward: ['E05002079'], agency: [] },
    counts: { comments: expect.any(Number) },
  });
  await say('city', 'A quondam bakery, here too.', WARD);
  const counts = (await kept()).find(({ name }: { name: string }) => name === 'Bakery').counts;
  expect(counts.fresh).toBe(0);
});

test('nobody else sees, opens or forgets it: not a colleague, not without the right, not in the database', async () => {
  const { data } = await save({ name: 'Mine', words: 'something of mine' });
  const { id } = data.saveSearch;
  expect(await kept(colleague)).toEqual([]);
  expect((await open(id, colleague)).errors[0]!.extensions.code).toBe('NOT_FOUND');
  const forget = (as: string) =>
    api.ask('mutation ($id: ID!) { forgetSavedSearch(id: $id) }', { variables: { id }, as });
  expect((await forget(colleague)).data.forgetSavedSearch).toBe(false);
  const partner = await api.signIn('Partner', ['partner'], ['city']);
  for (const asked of [await api.ask('{ savedSearches { id } }', { as: partner }), await open(id, partner)])
    expect(asked.errors[0]!.extensions.code).toBe('NOT_ALLOWED');
  expect((await save({ name: 'x', words: 'xyz' }, partner)).errors[0]!.extensions.code).toBe('NOT_ALLOWED');

  const workbench = await Database.open(api.database.urlFor('workbench'));
  const rows = (session?: string) =>
    workbench.transaction((tx) => tx.query('SELECT id FROM coding.saved_search'), session);
  const { rows: sessions } = await api.database.admin.query<{ hash: string; name: string }>(
    `SELECT s.token_hash AS hash, a.name FROM access.session s JOIN access.account a ON a.id = s.account_id`,
  );
  const hashOf = (name: string): string => sessions.find((one) => one.name === name)!.hash;
  expect((await rows(hashOf('Analyst of city'))).length).toBeGreaterThan(0);
  for (const session of [hashOf('Colleague'), hashOf('Partner'), undefined])
    expect(await rows(session)).toEqual([]);
  await workbench.close();

  expect((await forget(analyst)).data.forgetSavedSearch).toBe(true);
  expect((await kept()).map(({ name }: { name: string }) => name)).not.toContain('Mine');
});

test('names stand once, too many are refused, and too little is no search', async () => {
  const refused = async (variables: { name: string; words: string; filter?: object }): Promise<string> => {
    const { errors } = await save(variables, colleague);
    expect(errors[0]!.extensions.code).toBe('BAD_REQUEST');
    return errors[0]!.message;
  };
  expect(await refused({ name: ' ', words: 'dogs' })).toContain('name');
  expect(await refused({ name: 'n'.repeat(81), words: 'dogs' })).toContain('80');
  expect(await refused({ name: 'Dogs', words: 'd' })).toContain('2 to 200');
  const many = Array.from({ length: 2_000 }, (_, n) => `ward-${n}`);
  expect(await refused({ name: 'Dogs', words: 'dogs', filter: { ward: many } })).toContain('so many codes');
  for (let n = 0; n < 30; n++)
    expect((await save({ name: `Dogs ${n}`, words: 'dogs' }, colleague)).errors).toEqual([]);
  expect(await refused({ name: 'Dogs 31', words: 'dogs' })).toContain('Forget one first');
  await api.ask('mutation ($id: ID!) { forgetSavedSearch(id: $id) }', {
    variables: { id: (await kept(colleague))[0].id },
    as: colleague,
  });
  expect(await refused({ name: 'Dogs 1', words: 'dogs' })).toContain('already');
});

test('the counts of many take one connection: whoever else asks is answered meanwhile', async () => {
  const busy = await api.signIn('Busy', ['analyst'], ['city']);
  for (let n = 0; n < 12; n++) await save({ name: `Owls ${n}`, words: `owls ${n} hoot` }, busy);
  // Whatever is counted stops at the index for as long as this holds it.
  const holder = await api.database.admin.connect();
  await holder.query('BEGIN; LOCK TABLE coding.comment_index IN ACCESS EXCLUSIVE MODE');
  const waiting = async (): Promise<number> =>
    (
      await api.database.admin.query(
        `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database()
           AND l.relation = 'coding.comment_index'::regclass AND NOT l.granted`,
      )
    ).rowCount!;
  const counting = kept(busy);
  try {
    while ((await waiting()) === 0) await new Promise((done) => setTimeout(done, 20));
    const { errors } = await api.ask('{ savedSearches { name } }', { as: analyst });
    expect(errors).toEqual([]);
    expect(await waiting()).toBe(1);
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
  const counts = { comments: expect.any(Number), fresh: 0 };
  expect((await counting).map(({ counts: found }: { counts: object }) => found)).toEqual(
    Array.from({ length: 12 }, () => counts),
  );
});

test('what is looked for stands in no log or audit entry, and goes with the account', async () => {
  const leaver = await api.signIn('Leaver', ['analyst'], ['city']);
  const { data } = await save({ name: 'Canary name', words: 'canary quizzacious' }, leaver);
  await open(data.saveSearch.id, leaver);
  const { rows: audit } = await api.database.admin.query('SELECT * FROM audit.event');
  expect(`${JSON.stringify(audit)} ${api.log()}`.toLowerCase()).not.toMatch(/quizzacious|canary name/);
  const left = async (): Promise<number> =>
    (await api.database.admin.query(`SELECT FROM coding.saved_search WHERE name = 'Canary name'`)).rowCount!;
  expect(await left()).toBe(1);
  await api.shutOut('Leaver', true);
  expect(await left()).toBe(0);
});
