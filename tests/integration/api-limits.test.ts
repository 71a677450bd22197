import { connect } from 'node:net';
import Fastify from 'fastify';

import { LIMITS } from '../../apps/api/src/limits/kinds.js';
import { cutSlowBodies } from '../../apps/api/src/limits/slow-bodies.js';
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

test('a question of more than 1 MB is turned away before it is read, a partner’s file is not', async () => {
  const long = JSON.stringify({ query: '{ hub { city } }', variables: { a: 'x'.repeat(1.1e6) } });
  const refused = await post(long);
  expect([refused.status, (await refused.text()).includes('at most 1 MB')]).toEqual([413, true]);
  const partner = await api.signIn('Partner', ['partner'], ['city']);
  const analyst = await api.signIn('Analyst', ['analyst'], ['city']);
  expect((await post(long, { cookie: analyst })).status).toBe(413);
  const file = {
    query: `mutation ($c: String!) { deliver(source: "none", fileName: "a.csv", contentBase64: $c) { id } }`,
    variables: { c: Buffer.alloc(2e6).toString('base64') },
  };
  const answer = await post(JSON.stringify(file), { cookie: partner });
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
  ]);
});

describe('a partner’s question of more than 1 MB', () => {
  let partner: Record<string, string>;
  beforeAll(async () => void (partner = { cookie: await api.signIn('Sender', ['partner'], ['city']) }));
  const file = (content: string): string =>
    JSON.stringify({
      query: `mutation ($c: String!) { deliver(source: "none", fileName: "a.csv", contentBase64: $c) { id } }`,
      variables: { c: content },
    });

  it.each([
    ['a million values', '['.concat('1,'.repeat(1_000_000), '1]')],
    [
      'a million keys',
      JSON.stringify(Object.fromEntries([...Array(200_000).keys()].map((n) => [`k${n}`, n]))),
    ],
  ])('is cut off where it is %s and no file', async (_, variables) => {
    const answer = await post(`{"query":"{__typename}","variables":{"a":${variables}}}`, partner);
    expect([answer.status, await answer.text()]).toEqual([400, expect.not.stringContaining('__typename')]);
  });

  it('may hold whatever signs there are in one text', async () => {
    const answer = await post(file('",:\\"'.repeat(300_000)), partner);
    expect([
      answer.status,
      ((await answer.json()) as { errors: { message: string }[] }).errors[0]!.message,
    ]).toEqual([200, 'The content of the file must be base64.']);
  });

  it('waits where others are being read, and is told when to come back; afterwards it is taken', async () => {
    const body = file(Buffer.alloc(1.5e6).toString('base64'));
    const slow = [1, 2, 3].map(() => halfSent(body, partner));
    await Promise.all(slow.map(({ begun }) => begun));
    const refused = await post(body, partner);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BUSY' } }] });
    slow.forEach(({ end }) => end());
    // The hub hears of the end a moment after it; by the seconds that it named, there is room.
    const told = Date.now() + Number(refused.headers.get('retry-after')) * 1_000;
    let again = await post(body, partner);
    while (again.status === 503 && Date.now() < told) again = await post(body, partner);
    expect(again.status).toBe(200);
  });
});

/** A question of which the first half has arrived. */
function halfSent(body: string, headers: Record<string, string>) {
  const { port } = new URL(api.address);
  const socket = connect(Number(port), '127.0.0.1');
  const all = { 'content-type': 'application/json', 'content-length': String(body.length), ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const half = body.length >> 1;
  socket.on('error', () => undefined);
  const begun = new Promise<void>((resolve) => {
    socket.write(`POST /graphql HTTP/1.1\r\nhost: x\r\n${head.join('')}\r\n${body.slice(0, half)}`, () =>
      setTimeout(resolve, 200),
    );
  });
  return { begun, end: () => socket.destroy() };
}

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
