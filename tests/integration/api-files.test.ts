import { createHash } from 'node:crypto';
import { standardise } from '#pipeline';
import { addAgency, addAgreement, Database } from '#store';
import { startApi, type TestApi } from './api-server.js';

const SHEET = [
  'Harbour walks 2025,,,',
  'Ref,When,What would help?,How often do you walk?',
  ...Array.from(
    { length: 30 },
    (_, at) =>
      `${at + 1},${String((at % 28) + 1).padStart(2, '0')}/03/2025,More lamps on path ${at},${['Daily', 'Weekly', 'Never'][at % 3]}`,
  ),
  'Total,,30,30',
].join('\r\n');

let api: TestApi;
let worker: Database;
let partner: string;
beforeAll(async () => {
  api = await startApi(async (database) => {
    worker = await Database.open(database.urlFor('worker'));
    for (const code of ['network', 'other']) {
      await addAgency(worker, { code, name: code, kind: 'vcs' });
      for (const [id, fields, until] of [
        ['wide', ['free-text', 'answers', 'dates'], null],
        ['narrow', ['dates'], null],
        ['ended', ['free-text', 'answers', 'dates'], '2021-01-01'],
      ] as const)
        await addAgreement(worker, {
          agency: code,
          id,
          purposes: ['engagement-analysis'],
          lawfulBasis: 'public task',
          fields: [...fields],
          from: '2020-01-01',
          until,
        });
    }
  });
  partner = await api.signIn('Sender', ['partner'], ['network']);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

interface Sending {
  about?: unknown;
  text?: string;
  as?: string | null;
  headers?: Record<string, string>;
}

/** A form as the page sends it. */
async function send(path: string, { about = {}, text = SHEET, as = partner, headers = {} }: Sending) {
  const form = new FormData();
  form.set('about', JSON.stringify(about));
  form.set('file', new Blob([text], { type: 'text/csv' }), 'walks.csv');
  const made = new Response(form);
  const type = made.headers.get('content-type')!;
  const bytes = Buffer.from(await made.arrayBuffer());
  const response = await fetch(`${api.address}/files/${path}`, {
    method: 'POST',
    headers: { 'content-type': type, 'x-hub-page': '1', ...(as ? { cookie: as } : {}), ...headers },
    body: bytes,
  });
  // Tests look into answers freely: a wrong guess fails the test.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { status: response.status, body: (await response.json()) as any, bytes, type };
}

const counts = async () => {
  const [row] = await worker.query<{ sources: number; deliveries: number }>(
    `SELECT (SELECT count(*)::int FROM intake.source) AS sources, (SELECT count(*)::int FROM intake.delivery) AS deliveries`,
  );
  return row!;
};
const newSource = { name: 'Harbour walks', agency: 'network', agreement: 'wide' };
const recognised = async () => (await send('look', { about: { fresh: true } })).body.mapping;

test('a file is shown as it would be read, with rows, columns and what they become; nothing is stored', async () => {
  const { status, body } = await send('look', { about: { fresh: true } });
  expect(status).toBe(200);
  expect(body).toMatchObject({ refusal: null, rowCount: 33, problem: null });
  expect(body.reading).toMatchObject({ people: 30, headerRows: [2] });
  expect(body.rows[0]).toMatchObject({ row: 1, as: 'title' });
  expect(body.rows[1]).toMatchObject({ row: 2, as: 'header' });
  expect(body.rows.at(-1)).toMatchObject({ row: 33, as: 'total' });
  expect(body.columns.map(({ letter }: { letter: string }) => letter)).toEqual(['A', 'B', 'C', 'D']);
  expect(body.fields).toEqual(expect.arrayContaining(['answers', 'dates', 'free-text']));
  // Called an answer by a person, the total is one more row of answers: everything is counted again.
  const changed = { ...body.mapping, layout: { ...body.mapping.layout, rowsAs: { 33: 'answer' } } };
  expect((await send('look', { about: { mapping: changed } })).body.reading.people).toBe(31);
  expect(await counts()).toEqual({ sources: 0, deliveries: 0 });
});

test('only a page of this hub, signed in as a partner, may send; what is too large is not read', async () => {
  const refusals: [string, Sending, number][] = [
    ['no mark of a page', { headers: { 'x-hub-page': '' } }, 403],
    ['another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['another origin', { headers: { origin: 'https://elsewhere.example' } }, 403],
    ['nobody', { as: null }, 401],
    ['an analyst', { as: await api.signIn('Ann', ['analyst'], ['network']) }, 403],
    ["another agency's source", { about: { source: 'no-such' } }, 404],
  ];
  for (const [who, sending, status] of refusals)
    expect({ who, status: (await send('look', sending)).status }).toEqual({ who, status });
  const bare = await fetch(`${api.address}/files/look`, { method: 'POST', body: new FormData() });
  expect(bare.status).toBe(403);
  expect(bare.headers.get('content-type')).toContain('problem+json');
});

test('a file that did not arrive as it was sent is turned away', async () => {
  const { bytes, type } = await send('look', {});
  const digest = (body: Buffer) => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  const post = (told: string) =>
    fetch(`${api.address}/files/look`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-hub-page': '1', cookie: partner, 'content-digest': told },
      body: bytes,
    });
  expect((await post(digest(bytes))).status).toBe(200);
  const wrong = await post(digest(Buffer.from('other')));
  const { code } = (await wrong.json()) as { code: string };
  expect([wrong.status, code]).toEqual([400, 'digest-differs']);
});

test('a source is made with its first file, and next month’s file goes through unasked', async () => {
  const mapping = await recognised();
  const sent = (await send('deliveries', { about: { newSource, remember: mapping } })).body;
  expect(sent).toMatchObject({ source: 'harbour-walks', status: 'received' });
  await standardise(worker, Number(sent.delivery));
  const [first] = await worker.query('SELECT status, accepted, left_out FROM intake.delivery WHERE id = $1', [
    sent.delivery,
  ]);
  expect(first).toEqual({ status: 'accepted', accepted: 30, left_out: 3 });
  const june = SHEET.replace(/^(\d+),/gm, (_, id) => `${Number(id) + 100},`);
  const look = (await send('look', { about: { source: 'harbour-walks' }, text: june })).body;
  expect(look).toMatchObject({ asks: [], problem: null, reading: { people: 30, status: 'ready' } });
  const next = (await send('deliveries', { about: { source: 'harbour-walks' }, text: june })).body;
  await standardise(worker, Number(next.delivery));
  const [second] = await worker.query('SELECT status, accepted FROM intake.delivery WHERE id = $1', [
    next.delivery,
  ]);
  expect(second).toEqual({ status: 'accepted', accepted: 30 });
  // A changed layout asks about what changed, and about nothing else.
  const renamed = june.replace('How often do you walk?', 'How often do you swim?');
  const asked = (await send('look', { about: { source: 'harbour-walks' }, text: renamed })).body;
  expect(asked.asks.map(({ about }: { about: string }) => about)).toEqual([
    'column-missing',
    'column-unknown',
  ]);
  expect(asked.problem.status).toBe('held');
});

test('a lead makes a source of the own agency with its first file, and of no other; rows to mend stay the partner’s', async () => {
  const lead = await api.signIn('Leader', ['lead'], ['network']);
  const mapping = await recognised();
  const made = (agency: string) =>
    send('deliveries', {
      about: { newSource: { ...newSource, name: 'Walks of a lead', agency }, remember: mapping },
      text: SHEET.replace(/^1,/m, '2,'),
      as: lead,
    });
  expect((await made('other')).status).toBe(404);
  const { body } = await made('network');
  expect(body).toMatchObject({ source: 'walks-of-a-lead', status: 'received' });
  await standardise(worker, Number(body.delivery));
  const asked = await api.ask(
    `query ($id: ID!) { delivery(id: $id) { status rejected rejections { nodes { id } } } quarantine { nodes { id } } ownAgreements { id } }`,
    { as: lead, variables: { id: body.delivery } },
  );
  expect(asked.data).toMatchObject({
    delivery: { status: 'ACCEPTED', rejections: { nodes: [] } },
    quarantine: { nodes: [] },
    ownAgreements: [{ id: 'narrow' }, { id: 'wide' }],
  });
  const [row] = await worker.query('SELECT count(*)::int AS n FROM intake.quarantine');
  expect(row).toEqual({ n: asked.data.delivery.rejected });
  expect(asked.data.delivery.rejected).toBeGreaterThan(0);
});

test('a changed mapping is remembered, and the one before is kept', async () => {
  const mapping = await recognised();
  const changed = { ...mapping, eachFile: 'only-new-rows' };
  const text = SHEET.replace(/^(\d+),/gm, (_, id) => `${Number(id) + 200},`);
  const { body } = await send('deliveries', { about: { source: 'harbour-walks', remember: changed }, text });
  expect(body.status).toBe('received');
  const kept = await worker.query<{ number: number; each: string; account: string }>(
    `SELECT number, mapping ->> 'eachFile' AS each, account FROM intake.source_mapping WHERE source = 'harbour-walks' ORDER BY number`,
  );
  expect(kept).toEqual([
    { number: 1, each: 'ask', account: 'Sender' },
    { number: 2, each: 'only-new-rows', account: 'Sender' },
  ]);
});

test('what the agreement does not allow leaves neither source nor delivery behind', async () => {
  const remember = await recognised();
  const before = await counts();
  for (const [agreement, words] of [
    ['narrow', 'does not cover'],
    ['ended', 'ended on 2021-01-01'],
  ] as const) {
    const { body } = await send('deliveries', {
      about: { newSource: { ...newSource, agreement }, remember },
    });
    expect(body).toMatchObject({ delivery: null, status: 'refused', note: expect.stringContaining(words) });
  }
  const others = await send('deliveries', {
    about: { newSource: { ...newSource, agency: 'other' }, remember },
  });
  expect(others.status).toBe(404);
  expect(await counts()).toEqual(before);
});

test('a file larger than any question is taken as it streams in', async () => {
  const rows = Array.from(
    { length: 90_000 },
    (_, at) => `${at + 1000},05/04/2025,${'a lamp please '.repeat(22)},Daily`,
  );
  const text = ['Harbour walks 2025,,,', 'Ref,When,What would help?,How often do you walk?', ...rows].join(
    '\r\n',
  );
  expect(text.length).toBeGreaterThan(26 * 1024 * 1024);
  const { status, body } = await send('deliveries', { about: { source: 'harbour-walks' }, text });
  expect([status, body.status]).toEqual([200, 'received']);
});
