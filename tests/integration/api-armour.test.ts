import { connect } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
import { pressSignIn } from '../support/graphql.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

const CANARY = 'Zebedee Canary';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(async ({ admin }) => {
    await admin.query(
      `INSERT INTO engagement.agency VALUES ('city', 'Demonstration City Council', 'council')`,
    );
    // A fault whose message holds a name, as a driver's may: it must reach neither the caller nor the log.
    await admin.query(
      `CREATE OR REPLACE FUNCTION facts.about() RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'row of ${CANARY}' USING DETAIL = '${CANARY}'; END $$`,
    );
  });
});
afterAll(() => api?.stop());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${api.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('a fault answers with a reference that the log knows, and neither holds what was in the fault', async () => {
  const { errors, data, raw } = await api.ask('{ hub { city } }');
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors[0]?.extensions).toEqual({
    code: 'INTERNAL',
    reference: expect.stringMatching(/^[0-9a-f]{12}$/),
  });
  const reference = String(errors[0]?.extensions.reference);
  expect(errors[0]?.message).toContain(reference);
  expect(api.log()).toContain(`"code":"${reference}"`);
  for (const told of [raw, api.log()]) {
    expect(told).not.toContain('Canary');
    expect(told).not.toContain('RAISE');
  }
  expect(raw).not.toMatch(/stack|\.ts|node_modules|QueryFailed/);
});

test('what was sent is not repeated by an error, and the schema is not given away', async () => {
  const told = [
    await api.ask(`query ($p: Int) { agencies(first: $p) { nodes { code } } }`, { variables: { p: CANARY } }),
    await api.ask(`{ agencies(first: "${CANARY}") { nodes { code } } }`),
    await api.ask(`{ engagement(agency: "${CANARY}", key: { a: "${CANARY}" }) { id } }`),
    await api.ask(`{ communities(kind: ${CANARY.split(' ')[0]}) { nodes { code } } }`),
    await api.ask(`{ engagements(filter: { from: "${CANARY}" }) { totalCount } }`),
    await api.ask(`{ areaOfPostcode(postcode: "${CANARY}) { code } }`),
  ];
  for (const answer of told) {
    expect(codeOf(answer)).toBe('BAD_REQUEST');
    expect(answer.raw).not.toMatch(/Zebedee|Canary/);
  }
  const mistyped = await api.ask('{ agencie { nodes { code } } }');
  expect(mistyped.raw).not.toContain('Did you mean');
  expect(api.log()).not.toMatch(/Zebedee|Canary/);
});

test('the standard introspection query is answered, and one that goes round in circles is not', async () => {
  const { data, errors } = await api.ask(getIntrospectionQuery());
  expect(errors).toEqual([]);
  expect(data.__schema.queryType.name).toBe('Query');
  const circle = (depth: number): string =>
    depth === 0 ? 'name' : `fields { type { ${circle(depth - 1)} } }`;
  expect(codeOf(await api.ask(`{ __schema { types { ${circle(3)} } } }`))).toBe('BAD_REQUEST');
});

test('a question that is too deep is refused before it is run', async () => {
  const deep = (levels: number): string => (levels === 0 ? 'name' : `ofType { ${deep(levels - 1)} }`);
  const { errors } = await api.ask(`{ __type(name: "Query") { ${deep(20)} } }`);
  expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
  expect(errors[0]?.message).toContain('depth');
});

const COSTLY = `query ($first: Int) { engagements(first: $first) { nodes { id figure { receipt { steps { name count note } sources { source words } } }
  statements(first: $first) { nodes { text action } } } } }`;

test('cost is counted from variables too, and a page by variable is no way around it', async () => {
  expect((await api.ask(COSTLY, { variables: { first: 10 } })).errors).toEqual([]);
  const dear = await api.ask(COSTLY, { variables: { first: 1000 } });
  expect(codeOf(dear)).toBe('BAD_REQUEST');
  expect(dear.errors[0]?.message).toContain('too much at once');
  const aliases = Array.from({ length: 31 }, (_, n) => `a${n}: areas { nodes { code } }`).join(' ');
  expect(codeOf(await api.ask(`{ ${aliases} }`))).toBe('BAD_REQUEST');
  expect(codeOf(await api.ask(`{ ${'areas { nodes { code } } '.repeat(1000)} }`))).toBe('BAD_REQUEST');
});

test('a page of another site can’t ask: no simple request, no GET, no batch', async () => {
  const question = { query: 'mutation { signOut }' };
  expect((await post(question, { 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400);
  expect(
    (await post('query=%7Bhub%7Bcity%7D%7D', { 'content-type': 'application/x-www-form-urlencoded' })).status,
  ).toBeGreaterThanOrEqual(400);
  const got = await fetch(
    `${api.address}/graphql?query=${encodeURIComponent('{ areas { nodes { code } } }')}`,
    {
      headers: { 'apollo-require-preflight': 'yes' },
    },
  );
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await post([question, question])).status).toBe(400);
  const preflight = await fetch(`${api.address}/graphql`, {
    method: 'OPTIONS',
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});

test('every answer carries the security headers, also a refusal', async () => {
  const answers = [
    await post({ query: '{ areas { nodes { code } } }' }),
    await fetch(`${api.address}/health`),
    await fetch(`${api.address}/nowhere`),
  ];
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  }
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404]);
  expect(answers.slice(0, 2).map(({ headers }) => headers.get('cache-control'))).toEqual([
    'no-store',
    'no-store',
  ]);
});

test('bodies that are no JSON or too large are refused without a word of theirs', async () => {
  const broken = await post(`{"query": "${CANARY}`);
  expect(broken.status).toBe(400);
  expect(await broken.text()).not.toContain('Zebedee');
  const large = await post({ query: '{ hub { city } }', variables: { a: 'x'.repeat(26 * 1024 * 1024) } });
  expect(large.status).toBe(413);
});

test('a sign-in link works once, sets a cookie that scripts can’t read, and leaves no trace of its token', async () => {
  await api.signIn('Reviewer', ['reviewer'], ['city']);
  const token = await api.link('Reviewer');
  const open = () => pressSignIn(`${api.address}/sign-in?token=${token}`);
  // Opening it signs nobody in, however often a mail scanner does.
  for (let n = 0; n < 3; n++) {
    const shown = await fetch(`${api.address}/sign-in?token=${token}`, { redirect: 'manual' });
    expect([shown.status, /hub_session/.test(String(shown.headers.get('set-cookie')))]).toEqual([200, false]);
  }
  // A program that looks where the link leads does not use it up.
  const looked = await fetch(`${api.address}/sign-in?token=${token}`, { method: 'HEAD', redirect: 'manual' });
  expect([looked.status, looked.headers.get('set-cookie')]).toEqual([204, null]);
  const first = await open();
  expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
  expect(first.headers.get('set-cookie')).toMatch(/^hub_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(first.headers.get('referrer-policy')).toBe('same-origin');
  const again = await open();
  expect([again.status, again.headers.get('set-cookie')]).toEqual([403, null]);
  expect(await again.text()).toContain('Ask the people who run this hub for a new one');
  expect((await fetch(`${api.address}/sign-in?token=never`)).status).toBe(403);
  const late = await api.link('Reviewer', -1);
  expect((await pressSignIn(`${api.address}/sign-in?token=${late}`)).status).toBe(403);
  // Anybody can send a proxy's header: without the setting nobody's is believed.
  const lied = await pressSignIn(`${api.address}/sign-in?token=${await api.link('Reviewer')}`, {
    'x-forwarded-proto': 'https',
  });
  expect(String(lied.headers.get('set-cookie'))).not.toContain('Secure');
  expect(api.log()).not.toContain(token);
});

test('a button pressed elsewhere than where it was shown signs nobody in, and who signs in anew leaves no session behind', async () => {
  const old = await api.signIn('Twice', ['analyst'], ['city']);
  const token = await api.link('Twice');
  const shown = await fetch(`${api.address}/sign-in?token=${token}`);
  const nonce = /name="nonce" value="([\w-]+)"/.exec(await shown.text())![1]!;
  const bound = String(shown.headers.get('set-cookie')).split(';')[0]!;
  const press = (headers: Record<string, string>) =>
    fetch(`${api.address}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams({ token, nonce }),
    });
  expect((await press({})).status).toBe(403);
  expect((await press({ cookie: 'hub_sign_in=another' })).status).toBe(403);
  expect((await press({ cookie: bound, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await press({ cookie: `${bound}; ${old}`, 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  expect((await api.ask('{ viewer { name } }', { as: old })).data.viewer).toBeNull();
});

test('a session ends when it has not been used for an hour', async () => {
  const cookie = await api.signIn('Sleeper', ['analyst'], ['city']);
  const name = async () => (await api.ask('{ viewer { name } }', { as: cookie })).data.viewer?.name;
  expect(await name()).toBe('Sleeper');
  await api.database.admin.query(`UPDATE access.session SET last_used = now() - interval '61 minutes'`);
  expect(await name()).toBeUndefined();
});

test('what the parser refuses has the security headers too', async () => {
  const { hostname, port } = new URL(api.address);
  for (const [sent, status] of [
    ['NO HTTP AT ALL\r\n\r\n', '400'],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
  ] as const) {
    const told = await new Promise<string>((resolve) => {
      let all = '';
      const socket = connect(Number(port), hostname, () => socket.write(sent));
      socket.on('data', (piece) => (all += String(piece))).on('close', () => resolve(all));
      socket.on('error', () => undefined);
    });
    expect(told).toContain(`HTTP/1.1 ${status}`);
    expect(told).toContain('content-security-policy:');
    expect(told).toContain("frame-ancestors 'none'");
  }
});

test('signing out ends the session, not only the cookie', async () => {
  const cookie = await api.signIn('Leaver', ['analyst'], ['city']);
  const who = '{ viewer { name roles agencies { code name } } }';
  expect((await api.ask(who, { as: cookie })).data.viewer).toEqual({
    name: 'Leaver',
    roles: ['ANALYST'],
    agencies: [{ code: 'city', name: 'Demonstration City Council' }],
  });
  expect((await api.ask('mutation { signOut }', { as: cookie })).data.signOut).toBe(true);
  expect((await api.ask(who, { as: cookie })).data.viewer).toBeNull();
  expect((await api.ask('mutation { signOut }', { as: cookie })).data.signOut).toBe(false);
});

test('who is shut out has no session, no link and, if it is wished, no account', async () => {
  const cookie = await api.signIn('Goner', ['analyst'], ['city']);
  const waiting = await api.link('Goner');
  await api.shutOut('Goner', false);
  expect((await api.ask('{ viewer { name } }', { as: cookie })).data.viewer).toBeNull();
  expect((await pressSignIn(`${api.address}/sign-in?token=${waiting}`)).status).toBe(403);
  expect(await api.link('Goner')).toMatch(/^[\w-]{43}$/);
  await api.shutOut('Goner', true);
  await expect(api.link('Goner')).rejects.toThrow('There is no account of that name.');
  await expect(api.shutOut('Goner', true)).rejects.toThrow('There is no account of that name.');
});
