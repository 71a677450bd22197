import { Database, readAlarms, recordEvent, setSourceKey, stopSource } from '#store';
import { publishEdition, refreshWorkingFacts } from '#facts';
import { idOf, plantHub } from '../support/small-hub.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

/** Who did what: each act is in the trail with the person, and nobody can write in another's name. */
const MINE = idOf('submission', 0); // of agency `city`
const LONG_AGO = new Date(0);

let api: TestApi;
let worker: Database;
beforeAll(async () => {
  api = await startApi(async ({ admin }) => {
    await plantHub(admin, { submissions: 60, people: 40 });
    await admin.query(
      `INSERT INTO vault.respondent (submission, agency, source, given_name) VALUES ($1, 'city', 'city', 'Zebedee')`,
      [MINE],
    );
    await admin.query(
      `INSERT INTO engagement.answer (agency, submission, engagement, question, text)
       SELECT agency, id, engagement, 'q', 'A made-up comment' FROM engagement.submission WHERE agency = 'city'`,
    );
    await admin.query(
      `INSERT INTO intake.quarantine (agency, delivery, source, file, "row", code, reason, cells)
       SELECT 'city', min(id), 'city', 'made-up.csv', 2, 'date-invalid', 'A made-up reason.', '[]' FROM intake.delivery WHERE source = 'city'`,
    );
  });
  worker = await Database.open(api.database.urlFor('worker'));
  await refreshWorkingFacts(worker);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

/** What is in the trail of these actions, without ids. */
const trail = async (...actions: string[]): Promise<object[]> => {
  const { rows } = await api.database.admin.query(
    'SELECT actor, action, subject, detail FROM audit.event WHERE action = ANY ($1) ORDER BY id',
    [actions],
  );
  return rows;
};

test('comments, rejected rows and exact figures that somebody is shown are recorded with them', async () => {
  const analyst = await api.signIn('Analyst', ['analyst'], ['city']);
  const partner = await api.signIn('Partner', ['partner'], ['city']);
  const read = await api.ask('{ submissions(first: 3) { nodes { comments { text } } } }', { as: analyst });
  const shown = read.data.submissions.nodes.flatMap(({ comments }: { comments: unknown[] }) => comments);
  expect(shown.length).toBeGreaterThan(0);
  await api.ask('{ quarantine(source: "city") { nodes { row } } }', { as: partner });
  await api.ask('{ figures(report: "themes-by-community", by: [WARD], working: true) { totalCount } }', {
    as: analyst,
  });
  expect(await trail('comments-read', 'quarantine-read', 'exact-figures-read')).toEqual([
    { actor: 'Analyst', action: 'comments-read', subject: 'submissions', detail: { comments: shown.length } },
    { actor: 'Partner', action: 'quarantine-read', subject: 'city', detail: { rows: 1 } },
    {
      actor: 'Analyst',
      action: 'exact-figures-read',
      subject: 'themes-by-community',
      detail: { by: ['ward'] },
    },
  ]);
});

test('what the public reads, and what comes to nothing, is nobody’s look', async () => {
  const before = (await trail('exact-figures-read', 'quarantine-read')).length;
  await api.ask('{ figures(report: "themes-by-community", by: [WARD]) { totalCount } }');
  const partner = await api.signIn('Elsewhere', ['partner'], ['force']);
  await api.ask('{ quarantine { nodes { row } } }', { as: partner });
  expect(await trail('exact-figures-read', 'quarantine-read')).toHaveLength(before);
});

test('a refusal is recorded with who was refused what', async () => {
  const partner = await api.signIn('Curious partner', ['partner'], ['city']);
  const figures = '{ figures(report: "themes-by-community", working: true) { totalCount } }';
  expect(codeOf(await api.ask('{ submissions { totalCount } }', { as: partner }))).toBe('NOT_ALLOWED');
  expect(codeOf(await api.ask(figures, { as: partner }))).toBe('NOT_ALLOWED');
  expect(await trail('not-allowed')).toMatchObject([
    { actor: 'Curious partner', subject: 'Query.submissions' },
    { actor: 'Curious partner', subject: 'exact-figures' },
  ]);
});

test('new keys, stopped and started sources and publications are recorded', async () => {
  await setSourceKey(worker, 'city', 'another-made-up-key');
  await stopSource(worker, 'city', 'https://example.org/secret-address is gone');
  await stopSource(worker, 'city', null);
  await publishEdition(worker);
  expect(
    await trail('source-key-set', 'source-stopped', 'source-started', 'edition-published'),
  ).toMatchObject([
    { actor: 'hub', action: 'source-key-set', subject: 'city', detail: {} },
    { actor: 'hub', action: 'source-stopped', subject: 'city', detail: {} },
    { actor: 'hub', action: 'source-started', subject: 'city', detail: {} },
    { actor: 'hub', action: 'edition-published', subject: '1' },
  ]);
  await expect(setSourceKey(worker, 'none-such', 'key')).rejects.toThrow('There is no source none-such.');
});

describe('the door', () => {
  it('knows who gives a command by the connection, spaces and signs in the name included', async () => {
    const giver = { actor: "Ann O'Neil \\ Council", person: 'root' };
    const named = await Database.open(api.database.urlFor('worker'), { giver });
    await recordEvent(named, { agency: null, action: 'tried', subject: 'x' });
    await named.transaction((tx) => recordEvent(tx, { agency: null, action: 'tried', subject: 'y' }));
    await named.close();
    const { rows } = await api.database.admin.query(
      `SELECT actor, person, subject FROM audit.event WHERE action = 'tried' ORDER BY id`,
    );
    expect(rows).toEqual(['x', 'y'].map((subject) => ({ ...giver, subject })));
  });

  it.each(['worker', 'linker', 'workbench', 'published', 'intake'] as const)(
    'lets the role %s write in nobody’s name',
    async (role) => {
      const db = await Database.open(api.database.urlFor(role));
      await expect(db.query(`SELECT audit.record('Analyst', NULL, 'tried', 'z', '{}')`)).rejects.toThrow(
        /permission denied/,
      );
      await db.close();
    },
  );

  it('lets the workbench record a look of a session alone, and nothing else', async () => {
    const db = await Database.open(api.database.urlFor('workbench'));
    for (const action of ['comments-read', 'edition-published'])
      await expect(db.query(`SELECT access.looked($1, 'x', '{}')`, [action])).rejects.toThrow('no such look');
    await db.close();
  });
});

test('one person opens so many identities within a day, over all sessions; the limit itself is an alarm', async () => {
  const READ = `{ respondent(submission: "${MINE}", reason: "a check") { submission } }`;
  const first = await api.signIn('Reviewer', ['reviewer'], ['city']);
  expect((await api.ask(READ, { as: first })).data.respondent).toEqual({ submission: MINE });
  // Ninety-nine more within the day: planted, for the limit of an hour would come first.
  await api.database.admin.query(
    `INSERT INTO audit.event (at, actor, action, subject, detail) SELECT now() - interval '5 hours', 'Reviewer', 'vault-read', $1, '{"found": true}'
     FROM generate_series(1, 99)`,
    [MINE],
  );
  const anew = await api.signIn('Reviewer', ['reviewer'], ['city']);
  for (let time = 0; time < 3; time += 1) {
    const refused = await api.ask(READ, { as: anew });
    expect(refused.data).toEqual({ respondent: null });
    expect(refused.errors[0]!.extensions).toMatchObject({ code: 'BUSY', detail: 'too-many-today' });
  }
  const told = await fetch(`${api.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: anew },
    body: JSON.stringify({ query: READ }),
  });
  expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
  const colleague = await api.signIn('Colleague', ['reviewer'], ['city']);
  expect((await api.ask(READ, { as: colleague })).data.respondent).toEqual({ submission: MINE });
  expect(await trail('identities-over')).toEqual([
    { actor: 'Reviewer', action: 'identities-over', subject: 'one', detail: { most: 100 } },
  ]);
  expect(await readAlarms(worker, LONG_AGO)).toMatchObject([
    { what: 'identities-over', who: 'Reviewer', times: 1 },
  ]);
});

test('guesses at keys and refusals become alarms once they are many', async () => {
  const intake = await Database.open(api.database.urlFor('intake'));
  for (let guess = 0; guess < 10; guess += 1)
    await intake.query(`SELECT intake.check_key('city', $1)`, [`guess ${guess}`]);
  await intake.close();
  const alarms = await readAlarms(worker, LONG_AGO);
  expect(alarms).toContainEqual(expect.objectContaining({ what: 'key-refused', who: 'city', times: 10 }));
  // Two refusals, as above, are none.
  expect(alarms.filter(({ what }) => what === 'not-allowed')).toEqual([]);
});

// Last, for it uses up what this machine may try.
test('a sign-in that is refused is recorded with what was wrong, whatever it was, and never with the link', async () => {
  await api.signIn('Late', ['analyst'], ['city']);
  const token = await api.link('Late');
  const shown = await fetch(`${api.address}/sign-in?token=${token}`);
  const nonce = /name="nonce" value="([\w-]+)"/.exec(await shown.text())![1]!;
  const cookie = String(shown.headers.get('set-cookie')).split(';')[0]!;
  const press = async (fields: Record<string, string>, headers: Record<string, string>): Promise<number> =>
    (
      await fetch(`${api.address}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams(fields),
      })
    ).status;
  expect(await press({ token: 'never', nonce }, { cookie })).toBe(403);
  expect(await press({ token, nonce }, { cookie, 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await press({ token, nonce }, {})).toBe(403);
  expect(await press({ token: 'a'.repeat(43), nonce }, { cookie })).toBe(403);
  let status = 403;
  while (status !== 429) status = await press({ token: 'a'.repeat(43), nonce }, { cookie });
  // Nobody waits for what is written down of those over the limit, once for each asker.
  let refused: { subject: string }[] = [];
  for (let tries = 0; tries < 50 && refused.at(-1)?.subject !== 'too-many'; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    refused = (await trail('sign-in-failed')) as { subject: string }[];
  }
  for (let n = 0; n < 5; n += 1) expect(await press({ token, nonce }, { cookie })).toBe(429);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(((await trail('sign-in-failed')) as unknown[]).length).toBe(refused.length);
  expect(refused.slice(0, 4).map(({ subject }) => subject)).toEqual([
    'no-link',
    'form-of-another-site',
    'another-browser',
    'link',
  ]);
  expect(refused.at(-1)).toMatchObject({ actor: 'nobody', subject: 'too-many' });
  expect(JSON.stringify(refused)).not.toContain(token);
});
