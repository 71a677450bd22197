import { connect } from 'node:net';
import Fastify from 'fastify';

import { cutSlowBodies } from '#armour';

import { LIMITS } from '../../apps/api/src/limits/kinds.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

const CANARY = 'canary-of-a-value';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(async ({ admin }) => {
    await admin.query(
      `INSERT INTO engagement.agency VALUES ('city', 'Demonstration City Council', 'council')`,
    );
  });
});
afterAll(() => api?.stop());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${api.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

test('a question of more than 1 MB is turned away before it is read, whoever asks, and a file is shown its way', async () => {
  const partner = await api.signIn('Partner', ['partner'], ['city']);
  const lead = await api.signIn('Lead', ['lead'], ['city']);
  const file = {
    query: `mutation ($c: String!) { deliver(source: "none", fileName: "a.csv", contentBase64: $c) { id } }`,
    variables: { c: Buffer.alloc(1e6).toString('base64') },
  };
  for (const cookie of ['', partner, lead]) {
    const refused = await post(JSON.stringify(file), { cookie });
    expect(refused.status).toBe(413);
    expect(await refused.text()).toMatch(/at most 1 MB.*\/files\/deliveries/);
  }
  file.variables.c = Buffer.alloc(7e5).toString('base64');
  expect(await (await post(JSON.stringify(file), { cookie: partner })).json()).toMatchObject({
    errors: [{ extensions: { code: 'NOT_FOUND' } }],
  });
});

test('a question of more than 100,000 characters is refused unread', async () => {
  const answer = await api.ask(`{ hub { city } } #${'x'.repeat(120_000)}`);
  expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
});

test('values that are too long or too many are refused with 400 and never repeated', async () => {
  const ask =
    'query ($f: FigureFilter) { figures(report: "themes-by-community", filter: $f) { totalCount } }';
  for (const ward of [[CANARY.repeat(100)], Array.from({ length: 3_000 }, (_, n) => `${CANARY}${n}`)]) {
    const answer = await api.ask(ask, { variables: { f: { ward } } });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
    expect(answer.raw).not.toContain(CANARY);
  }
  const written = await api.ask(
    `{ engagements(filter: { search: "${CANARY.repeat(100)}" }) { totalCount } }`,
  );
  expect([written.status, written.raw.includes(CANARY)]).toEqual([400, false]);
  const short = await api.ask(ask, { variables: { f: { ward: [CANARY] } } });
  expect(short.raw).not.toContain(CANARY);
});

test('JSON nested more deeply than can be walked is the asker’s fault, not the hub’s', async () => {
  for (const depth of [5_000, 9_000, 400_000]) {
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const { status } = await post(`{"query":"{ __typename }","variables":{"a":${nested}}}`);
    expect([depth, status]).toEqual([depth, 400]);
  }
});

test.each(['subscription{}', '', '{', 'fragment f on Hub { city }'])(
  'a question of no kind that there is is the asker’s fault: %s',
  async (query) => {
    const { status } = await post(JSON.stringify({ query }));
    expect(status).toBe(400);
  },
);

test('a flood of problem reports from one address shuts out neither other addresses’ people nor who is signed in', async () => {
  const report = 'mutation { reportProblem(figure: "a/b=c", note: "looks wrong") }';
  const most = LIMITS['problem-report'].address;
  for (let n = 0; n < most; n++) expect((await api.ask(report)).errors).toEqual([]);
  const one = await api.ask(report);
  expect([one.status, codeOf(one), one.errors[0]?.extensions.detail]).toEqual([200, 'BUSY', 'too-many']);
  const again = await post(JSON.stringify({ query: report }));
  expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(60);
  const analyst = await api.signIn('Reporter', ['analyst'], ['city']);
  expect((await api.ask(report, { as: analyst })).errors).toEqual([]);
  const bad = await api.ask('mutation { reportProblem(figure: "a\\u0000", note: "x") }');
  expect(codeOf(bad)).toBe('BAD_REQUEST');
});

test('who asks too often is told when to come back; people signed in at the same address are not shut out', async () => {
  const analyst = await api.signIn('Colleague', ['analyst'], ['city']);
  const question = JSON.stringify({ query: '{ __typename }' });
  let refused: Response | null = null;
  for (let n = 0; n <= LIMITS.question.address && !refused; n++) {
    const answer = await post(question);
    if (answer.status === 429) refused = answer;
    else await answer.text();
  }
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused?.json()).toMatchObject({ errors: [{ extensions: { code: 'BUSY' } }] });
  expect((await api.ask('{ viewer { name } }', { as: analyst })).data.viewer.name).toBe('Colleague');
  // A cookie of nobody is no way round it, and neither is a header that any client can send.
  expect((await post(question, { cookie: 'hub_session=nobody' })).status).toBe(429);
  expect((await post(question, { 'x-forwarded-for': '198.51.100.7' })).status).toBe(429);
  const document = await fetch(`${api.address}/graphql/documents/figure-columns`);
  expect(document.status).toBe(429);
});

test('a body that comes byte by byte is cut', async () => {
  const server = Fastify();
  cutSlowBodies(server, 300);
  server.post('/', async () => 'never');
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  socket.write(
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  );
  const drip = setInterval(() => socket.writable && socket.write(' '), 50);
  let told = '';
  socket.on('data', (piece) => (told += String(piece)));
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.on('close', resolve));
  clearInterval(drip);
  expect(told).toContain('408');
  await server.close();
}, 30_000);
