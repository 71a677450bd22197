import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';

import { openEmbedded } from '#platform';
import { openRedis } from '#queue';
import { openClient } from '#store';

import { CANARIES, canariesIn, questionsOf } from '../support/canaries.js';
import { startHub, type TestHub } from '../support/hub.js';
import { installedRedis, startInstalledRedis } from '../support/installed.js';
import { makeWorkbook, textRow } from '../support/make-workbook.js';
import { ok, push, takeOnAgency, takeOnSource } from '../support/push.js';

const { given, family, email, phone, postcode, comment } = CANARIES;
const NAME = `${given} ${family}`;
const COLUMNS = ['Ref', 'Name', 'Email', 'Phone', 'Postcode', 'Date', 'Comment'];
const PERSON = ['C-1', NAME, email, phone, postcode, '03/04/2025', comment];
const MAPPING = {
  engagement: { key: 'safer', title: 'Safer streets' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'respondent', column: 'Name', field: 'fullName' },
    { as: 'respondent', column: 'Email', field: 'email' },
    { as: 'respondent', column: 'Phone', field: 'phone' },
    { as: 'respondent', column: 'Postcode', field: 'postcode' },
    { as: 'date', column: 'Date', order: 'day-first' },
    { as: 'question', column: 'Comment', key: 'comment' },
  ],
};
const BY_PLACE = {
  engagement: { key: 'first', title: 'First column' },
  columns: [
    { as: 'question', column: 1, key: 'text' },
    { as: 'date', column: 6, optional: true },
  ],
  otherColumns: 'ignore',
};

const csv = (rows: string[][]): string =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
const withId = (id: string, at?: number, cell?: string): string[] =>
  PERSON.map((value, index) => (index === 0 ? id : index === at ? (cell ?? '') : value));
const objects = (rows: string[][]): string =>
  JSON.stringify(rows.map((row) => Object.fromEntries(row.map((cell, at) => [COLUMNS[at], cell]))));

/** Deliveries of many kinds, each with canaries in it: [name, content, source]. */
const DELIVERIES: [name: string, content: string | Uint8Array, source: 'named' | 'placed'][] = [
  ['good.csv', csv([COLUMNS, PERSON, withId('C-2'), withId('C-3')]), 'named'],
  ['good.json', objects([withId('J-1'), withId('J-2')]), 'named'],
  [
    'good.xlsx',
    makeWorkbook({
      sheets: [
        {
          name: NAME.slice(0, 20),
          rows: [COLUMNS, withId('X-1'), withId('X-2')].map((row, at) => textRow(at + 1, row)).join(''),
        },
      ],
    }),
    'named',
  ],
  [
    'rejected-rows.csv',
    csv([
      COLUMNS,
      withId('R-1', 5, comment),
      withId('R-2', 5, email),
      withId('R-3', 6, `${comment}\uFFFD`),
      [...withId('R-4'), comment],
      ['R-5', NAME],
    ]),
    'named',
  ],
  [
    'the-id-is-a-name.csv',
    csv([COLUMNS, withId(email), withId(email, 6, `${comment} twice`), withId(`${NAME} `.repeat(2_000))]),
    'named',
  ],
  ['corrected.csv', csv([COLUMNS, withId('C-1', 6, `${comment} again`)]), 'named'],
  [
    'renamed-column.csv',
    csv([COLUMNS.map((label) => (label === 'Comment' ? `What ${NAME} said` : label)), PERSON]),
    'named',
  ],
  ['header-is-a-person.csv', csv([PERSON, withId('H-1')]), 'named'],
  ['header-is-a-person.json', JSON.stringify([{ [NAME]: email, [comment]: phone }]), 'named'],
  ['by-place.csv', csv([PERSON, withId(comment), withId(NAME, 5, email)]), 'placed'],
  ['broken.json', `[{"Name": "${NAME}", "Email": "${email}" "Comment": "${comment}"}]`, 'placed'],
  ['unclosed.csv', `Comment,Name\n"${comment},${NAME}\n${email},${phone}`, 'placed'],
  ['no-workbook.xlsx', `${NAME},${email}`, 'placed'],
  ['cut.xlsx', makeWorkbook({ sheets: [{ name: 'A', rows: textRow(1, PERSON) }] }).slice(0, 400), 'placed'],
  [`${NAME} ${email} ${phone}.csv`, csv([COLUMNS, withId('F-1')]), 'placed'],
  [`../../${NAME}.json`, '{"broken', 'placed'],
];

/** What a hub's process, database, queue and doors hold after those deliveries, by where it was found. */
async function gather(env: Record<string, string>, redisUrl: string | null): Promise<Map<string, string>> {
  const hub = await startHub({ env: { LOG_LEVEL: 'debug', ...env } });
  const found = new Map<string, string>();
  try {
    await takeOnAgency(hub, 'city');
    await ok(
      hub,
      'agreement',
      'add',
      'city',
      'ended',
      '--basis',
      'public task',
      '--from',
      '2020-01-01',
      '--until',
      '2021-01-01',
    );
    const keys = {
      named: await takeOnSource(hub, 'city', 'named', MAPPING),
      placed: await takeOnSource(hub, 'city', 'placed', BY_PLACE),
      ended: await takeOnSource(hub, 'city', 'ended', MAPPING, 'spreadsheet', 'ended'),
    };
    await deliverAll(hub, keys, found);
    await askWrongly(hub, keys, found);
    await ok(hub, 'publish');
    await askPublicly(hub, found);
    await lookInside(hub, found);
    if (redisUrl) found.set('redis', await redisText(redisUrl));
    found.set('what the process wrote', hub.output());
    found.set('log of the database', await readFile(join(hub.dataDir, 'postgres.log'), 'utf8'));
  } finally {
    await hub.stop();
  }
  return found;
}

async function deliverAll(
  hub: TestHub,
  keys: Record<'named' | 'placed' | 'ended', string>,
  found: Map<string, string>,
): Promise<void> {
  const states = new Set<string>();
  for (const [name, bytes, source] of DELIVERIES) {
    const answer = await push(
      hub.address,
      source,
      keys[source],
      { name, bytes },
      { 'idempotency-key': `${email} ${name}` },
    );
    states.add(`${answer.status} ${answer.body.status}`);
    // The sender's own file name comes back to the sender; nothing else of the file does.
    const own = name.split('/').pop() ?? name;
    found.set(
      `receipt of ${source} ${DELIVERIES.findIndex(([one]) => one === name)}`,
      answer.text.replaceAll(own, 'FILE') + [...answer.headers].join('\n'),
    );
    const rows = await fetch(new URL(`${answer.headers.get('location')}/rows`, hub.address), {
      headers: { authorization: `Bearer ${keys[source]}` },
    });
    found.set(
      `rows of ${source} ${name.slice(0, 5)} ${answer.body.delivery}`,
      (await rows.text()).replaceAll(own, 'FILE'),
    );
  }
  expect([...states].sort()).toEqual(['200 accepted', '200 held', '200 refused']);
  const refused = await push(hub.address, 'ended', keys.ended, {
    name: `${NAME}.csv`,
    bytes: csv([COLUMNS, PERSON]),
  });
  expect([refused.status, refused.body.code]).toEqual([403, 'agreement-ended']);
  found.set('refused by the agreement', refused.text + [...refused.headers].join('\n'));
}

/** Requests that are wrong in ways that hold canaries themselves: none may come back or be written down. */
async function askWrongly(
  hub: TestHub,
  keys: Record<'named', string>,
  found: Map<string, string>,
): Promise<void> {
  const wrong: [string, string, RequestInit][] = [
    [
      'another key',
      `/v1/sources/named/deliveries`,
      { method: 'POST', body: csv([PERSON]), headers: { authorization: `Bearer ${email}` } },
    ],
    [
      'a name for a source',
      `/v1/sources/${encodeURIComponent(NAME)}/deliveries`,
      { method: 'POST', body: 'x', headers: { authorization: `Bearer ${keys.named}` } },
    ],
    [
      'a name for a delivery',
      `/v1/sources/named/deliveries/${encodeURIComponent(email)}`,
      { headers: { authorization: `Bearer ${keys.named}` } },
    ],
    [
      'a strange cursor',
      `/v1/sources/named/deliveries/1/rows?after=${Buffer.from(JSON.stringify([NAME, email])).toString('base64url')}`,
      { headers: { authorization: `Bearer ${keys.named}` } },
    ],
    [
      'a broken form',
      '/v1/sources/named/deliveries',
      {
        method: 'POST',
        body: `--x\r\n${NAME}`,
        headers: { authorization: `Bearer ${keys.named}`, 'content-type': 'multipart/form-data; boundary=x' },
      },
    ],
    [
      'no GraphQL',
      '/graphql',
      {
        method: 'POST',
        body: JSON.stringify({ query: `{ ${given} "${comment}" ` }),
        headers: { 'content-type': 'application/json' },
      },
    ],
    [
      'no JSON',
      '/graphql',
      { method: 'POST', body: `{"query": "${comment}`, headers: { 'content-type': 'application/json' } },
    ],
    [
      'a postcode',
      '/graphql',
      {
        method: 'POST',
        body: JSON.stringify({
          query: 'query Q($p: String!) { areaOfPostcode(postcode: $p) { name } }',
          variables: { p: postcode },
        }),
        headers: { 'content-type': 'application/json' },
      },
    ],
    [
      'a wrong variable',
      '/graphql',
      {
        method: 'POST',
        body: JSON.stringify({
          query: 'query Q($n: Int!) { edition(number: $n) { number } }',
          variables: { n: comment },
        }),
        headers: { 'content-type': 'application/json' },
      },
    ],
    ['a made-up sign-in', `/sign-in?token=${encodeURIComponent(email)}`, { redirect: 'manual' }],
    ['no such page', `/v1/${encodeURIComponent(NAME)}`, {}],
    ['an address that is none', `/v1/${encodeURIComponent(NAME)}%zz`, {}],
    ['an address that is too long', `/v1/sources/${encodeURIComponent(NAME.repeat(30))}/deliveries/1`, {}],
    ['a method that is none', `/v1/sources/${encodeURIComponent(NAME)}/deliveries`, { method: 'DELETE' }],
  ];
  for (const [what, path, init] of wrong) {
    const answer = await fetch(hub.address + path, init);
    found.set(`answer to ${what}`, `${await answer.text()}\n${[...answer.headers].join('\n')}`);
  }
}

async function askPublicly(hub: TestHub, found: Map<string, string>): Promise<void> {
  const ask = async (query: string): Promise<string> => {
    const answer = await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query }),
      headers: { 'content-type': 'application/json' },
    });
    return (await answer.text()) + [...answer.headers].join('\n');
  };
  const own = {
    report: '"themes-by-community"',
    agency: '"city"',
    key: '"safer"',
    postcode: '"PL1 1AA"',
    id: '"1"',
    submission: '"1"',
    reason: '"a check"',
    code: '"named"',
    pile: 'BATCH',
    edition: '1',
    from: '1',
    to: '1',
  };
  const { data } = JSON.parse(
    (await ask(getIntrospectionQuery({ descriptions: true }))).split('\n')[0] ?? '',
  ) as { data: IntrospectionQuery };
  const schema = buildClientSchema(data);
  // What is too much to ask at once is asked less deeply.
  const depths = [6, 5, 4, 3, 2].map((depth) => questionsOf(schema, own, depth));
  let answered = 0;
  const unexpected: [string, string][] = [];
  for (const [at, { field }] of depths[0]!.entries()) {
    let text = '';
    for (const questions of depths) {
      text = await ask(questions[at]!.question);
      if (!/asks for too much/.test(text)) break;
    }
    if (!/"errors"/.test(text)) answered += 1;
    // Too few people for a table, and a code that is none, are answers too, and a refused question says nothing else.
    else if (!/NOT_SIGNED_IN|mostly-hidden|unknown-value/.test(text)) unexpected.push([field, text]);
    found.set(`public ${field}`, text);
  }
  expect(unexpected).toEqual([]);
  expect(answered).toBeGreaterThanOrEqual(12);
  for (const report of ['participation-and-reach', 'engagement-overview', 'who-has-not-been-heard'])
    found.set(
      `public ${report}`,
      await ask(`{ figures(report: "${report}") { nodes { id keys { code name } definition } } }`),
    );
  found.set('OpenAPI', await (await fetch(`${hub.address}/v1/openapi.json`)).text());
  found.set('dashboard', await (await fetch(`${hub.address}/`)).text());
}

/** Tables that tell of deliveries without being their place: every column of every row, as text. */
async function lookInside(hub: TestHub, found: Map<string, string>): Promise<void> {
  const database = await openEmbedded(hub.dataDir);
  const client = await openClient(database.adminUrl);
  try {
    const { rows } = await client.query<{ name: string; schema: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name, n.nspname AS schema FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND (n.nspname IN ('bullmq', 'audit', 'facts') OR c.oid = 'intake.outbox'::regclass)`,
    );
    expect(rows.map(({ schema }) => schema)).toEqual(expect.arrayContaining(['audit', 'facts', 'intake']));
    for (const { name } of rows) {
      const all = await client.query<{ text: string | null }>(
        `SELECT string_agg(t::text, E'\\n') AS text FROM ${name} t`,
      );
      found.set(`table ${name}`, all.rows[0]?.text ?? '');
    }
  } finally {
    await client.end();
    await database.stop();
  }
}

async function redisText(url: string): Promise<string> {
  const redis = openRedis(url);
  const texts: string[] = [];
  for (const key of await redis.keys('*')) {
    const dump = {
      string: () => redis.get(key),
      hash: () => redis.hgetall(key),
      list: () => redis.lrange(key, 0, -1),
      set: () => redis.smembers(key),
      zset: () => redis.zrange(key, 0, -1),
      stream: () => redis.xrange(key, '-', '+'),
    };
    const read = dump[(await redis.type(key)) as keyof typeof dump];
    texts.push(key, JSON.stringify(await read?.()));
  }
  redis.disconnect();
  return texts.join('\n');
}

const leaks = (found: Map<string, string>): [string, string[]][] =>
  [...found]
    .map(([where, text]): [string, string[]] => [where, canariesIn(text)])
    .filter(([, which]) => which.length > 0);

describe('personal data planted in deliveries', () => {
  it('is found nowhere but in its place, with the queue in PostgreSQL', async () => {
    const found = await gather({}, null);
    expect(found.get('table audit.event')).toMatch(/delivery-refused/);
    expect([...found.keys()].filter((key) => key.startsWith('table bullmq.')).length).toBeGreaterThan(0);
    expect(leaks(found)).toEqual([]);
  }, 600_000);

  const redis = installedRedis();
  if (!redis) process.stdout.write('canaries in Redis ... skipped: not installed\n');
  (redis ? it : it.skip)(
    'nor with the queue in Redis',
    async () => {
      const server = await startInstalledRedis(redis!);
      try {
        const found = await gather({ REDIS_URL: server.url }, server.url);
        expect(found.get('redis')).toMatch(/hub-standardise/);
        expect(leaks(found)).toEqual([]);
      } finally {
        await server.stop();
      }
    },
    240_000,
  );
});

describe('the search itself', () => {
  it('finds a canary however it is written', () => {
    for (const text of [
      NAME,
      email.toUpperCase(),
      '+447700900461',
      'pl19zx',
      Buffer.from(comment).toString('hex'),
      encodeURIComponent(comment),
    ])
      expect([text, canariesIn(`before ${text} after`).length > 0]).toEqual([text, true]);
    expect(canariesIn('a plain line about lanterns in PL1')).toEqual([]);
  });
});
