import { sendWaits } from '#operations';
import { standardise } from '#pipeline';
import { addAgency, addAgreement, addSource, Database, receiveTrusted } from '#store';
import { startApi, type TestApi } from './api-server.js';

const MAPPING = {
  engagement: { key: 'safer', title: 'Safer streets' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'question', column: 'What would help?', key: 'help' },
    { as: 'demographic', column: 'Health', characteristic: 'disability' },
  ],
};
const GOOD = 'Ref,What would help?,Health\r\n1,More lamps,No\r\n1,Fewer cars,No\r\n';
const RENAMED = 'Ref,What helps?,Health\r\n7,A bench,No\r\n';
const UNCODED = 'Ref,What would help?,Health\r\n8,A tree,dodgy hip\r\n';

let api: TestApi;
let worker: Database;
beforeAll(async () => {
  api = await startApi(async (database) => {
    worker = await Database.open(database.urlFor('worker'));
    for (const code of ['network', 'other']) {
      await addAgency(worker, { code, name: code, kind: 'vcs' });
      await addAgreement(worker, {
        agency: code,
        id: 'open',
        purposes: ['engagement-analysis'],
        lawfulBasis: 'public task',
        fields: ['free-text', 'answers', 'disability'],
        from: '2020-01-01',
        until: null,
      });
      await addSource(worker, {
        code: `cards-of-${code}`,
        agency: code,
        name: `Cards of ${code}`,
        connector: 'spreadsheet',
        mapping: MAPPING,
        fieldKinds: ['free-text', 'disability'],
        agreement: 'open',
        pullAddress: null,
        schedule: null,
      });
    }
  });
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

async function deliver(source: string, text: string): Promise<number> {
  const { delivery } = await receiveTrusted(worker, {
    source,
    way: 'command-line',
    files: [{ name: 'cards.csv', mediaType: 'text/csv', bytes: Buffer.from(text) }],
    mapping: null,
    fieldKinds: null,
  });
  await standardise(worker, delivery!);
  return delivery!;
}

const waitsOf = async (as?: string) =>
  (await api.ask('{ waits { id kind title path many } }', as ? { as } : {})).data.waits as {
    id: string;
    kind: string;
    title: string;
    path: string;
    many: number;
  }[];
const oldest = async () =>
  ((await (await fetch(`${api.address}/health`)).json()) as { oldestForAPersonSeconds: number | null })
    .oldestForAPersonSeconds;

test('nothing waits in a hub in which nothing does, and nothing for whoever is not signed in', async () => {
  expect(await oldest()).toBeNull();
  expect(await waitsOf()).toEqual([]);
});

test('held files, answers without a code and rejected rows wait for the partner of their agency alone', async () => {
  const partner = await api.signIn('Sender', ['partner'], ['network']);
  const rows = await deliver('cards-of-network', GOOD);
  const held = await deliver('cards-of-network', RENAMED);
  const codes = await deliver('cards-of-network', UNCODED);
  await deliver('cards-of-other', RENAMED);
  expect((await waitsOf(partner)).map(({ kind, path, many }) => ({ kind, path, many }))).toEqual(
    expect.arrayContaining([
      { kind: 'rows-to-mend', path: `/deliveries/${rows}`, many: 1 },
      { kind: 'delivery-held', path: `/deliveries/${held}`, many: 1 },
      { kind: 'answers-to-match', path: `/deliveries/${codes}`, many: 1 },
    ]),
  );
  expect(JSON.stringify(await waitsOf(partner))).not.toContain('other');
  // Whoever may not deal with it is not told of it.
  expect(await waitsOf(await api.signIn('Ann', ['analyst'], ['network']))).toEqual([]);
  expect(await oldest()).toBeGreaterThanOrEqual(0);
});

test('what is dealt with leaves the list', async () => {
  const partner = await api.signIn('Sender', ['partner'], ['network']);
  const before = await waitsOf(partner);
  const held = before.find(({ kind }) => kind === 'delivery-held')!;
  await api.ask('mutation ($id: ID!) { resolveDelivery(id: $id, decision: CANCEL) { id } }', {
    as: partner,
    variables: { id: held.id.split('/')[1] },
  });
  await standardise(worker, Number(held.id.split('/')[1]));
  const after = await waitsOf(partner);
  expect(after.map(({ id }) => id)).not.toContain(held.id);
});

test('a feed reader has the same list by a key that opens nothing else, until the key is taken away', async () => {
  const partner = await api.signIn('Sender', ['partner'], ['network']);
  const feed = (headers: Record<string, string> = {}, query = '') =>
    fetch(`${api.address}/feeds/waits.atom${query}`, { headers });
  expect((await feed()).status).toBe(401);
  const made = await api.ask('mutation { makeFeedKey }', { as: partner });
  const key = String(made.data.makeFeedKey);
  const basic = { authorization: `Basic ${Buffer.from(`feed:${key}`).toString('base64')}` };
  const answer = await feed(basic);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ]);
  const text = await answer.text();
  expect(text).toContain('Cards of network');
  expect(text).not.toMatch(/lamps|dodgy|other/);
  expect((await feed({}, `?key=${key}`)).status).toBe(200);
  expect((await feed({ cookie: partner })).status).toBe(200);
  expect((await feed({}, `?key=${key.slice(0, -1)}x`)).status).toBe(401);
  await api.ask('mutation { dropFeedKey }', { as: partner });
  expect((await feed(basic)).status).toBe(401);
  const nobody = await api.ask('mutation { makeFeedKey }');
  expect(nobody.errors[0]?.extensions['code']).toBe('NOT_SIGNED_IN');
});

test('what waits is mailed once to whoever wishes it, ids alone, and what failed is tried again', async () => {
  const partner = await api.signIn('Sender', ['partner'], ['network']);
  const wish = (address: string | null) =>
    api.ask('mutation ($a: String) { setWaitsMail(address: $a) }', {
      as: partner,
      variables: { a: address },
    });
  expect((await wish('no address')).errors[0]?.extensions['detail']).toBe('address');
  // A hub that sends no mail takes no wish for it.
  expect((await wish('sender@example.org')).errors[0]?.extensions['detail']).toBe('no-mail');
  await api.database.admin.query(
    `INSERT INTO access.mail_wish (account_id, address) SELECT id, 'sender@example.org' FROM access.account WHERE name = 'Sender'`,
  );
  const sent: { to: string; subject: string; text: string }[] = [];
  const faults: unknown[] = [];
  const run = (fails = false) =>
    sendWaits(
      worker,
      (mail) => (fails ? Promise.reject(new Error('away')) : Promise.resolve(void sent.push(mail))),
      'https://hub.example',
      (fault) => faults.push(fault),
    );
  expect([await run(true), faults.length]).toEqual([0, 1]);
  // Not at once again: an hour later.
  expect(await run()).toBe(0);
  await api.database.admin.query(`UPDATE access.mail_wish SET sent_at = now() - interval '25 hours'`);
  expect(await Promise.all([run(), run()])).toEqual(expect.arrayContaining([1, 0]));
  expect(sent[0]).toMatchObject({ to: 'sender@example.org', subject: expect.stringMatching(/wait/) });
  expect(sent[0]!.text).toContain('https://hub.example/waits');
  expect(sent[0]!.text).not.toMatch(/lamps|dodgy|Cards|other/);
  // Nothing new waits the day after: no mail.
  await api.database.admin.query(`UPDATE access.mail_wish SET sent_at = now() - interval '25 hours'`);
  expect(await run()).toBe(0);
  await wish(null);
  const { rows } = await api.database.admin.query('SELECT count(*)::int AS many FROM access.mail_wish');
  expect(rows).toEqual([{ many: 0 }]);
});

test('cases wait for duty before all else, a proposal for who may second it, a problem for who may answer it', async () => {
  const { admin } = api.database;
  const duty = await api.signIn('Dee', ['duty'], ['network']);
  const lead = await api.signIn('Lee', ['lead'], ['network']);
  const other = await api.signIn('Lou', ['lead'], ['network']);
  const analyst = await api.signIn('Ann', ['analyst'], ['network']);
  expect(await waitsOf(duty)).toEqual([]);
  await admin.query(
    `INSERT INTO coding.safeguarding (submission, agency, kinds) SELECT id, agency, '{harm}' FROM engagement.submission WHERE agency = 'network' LIMIT 1`,
  );
  await admin.query(`INSERT INTO facts.problem (figure, note) VALUES ('overview/', 'too many')`);
  await admin.query(
    `INSERT INTO access.proposal (kind, subject, reason, proposed_by) VALUES ('publication', 'edition', 'because', 'Lee')`,
  );
  const kinds = async (as: string) => (await waitsOf(as)).map(({ kind, path }) => [kind, path]);
  expect(await kinds(duty)).toEqual([['cases-to-look-at', '/workbench/safeguarding']]);
  expect(await kinds(analyst)).toEqual([['problems-to-answer', '/workbench/problems']]);
  // Who proposed it is not the second.
  expect(await kinds(lead)).toEqual([['problems-to-answer', '/workbench/problems']]);
  expect(await kinds(other)).toEqual(
    expect.arrayContaining([
      ['to-second', '/second'],
      ['problems-to-answer', '/workbench/problems'],
    ]),
  );
  expect(await waitsOf(await api.signIn('Dot', ['duty'], ['other']))).toEqual([]);
  await admin.query('UPDATE coding.safeguarding SET outcome = $1, actor = $2, handled_at = now()', [
    'no-risk',
    'Dee',
  ]);
  expect(await waitsOf(duty)).toEqual([]);
  for (const wait of await waitsOf(other)) expect(JSON.stringify(wait)).not.toMatch(/too many|because/);
});
