import { removeFolder, temporaryFolder } from '#platform';
import {
  addAccount,
  addAgency,
  addAgreement,
  addSource,
  createSignInLink,
  Database,
  setSourceKey,
} from '#store';

import { LIMITS } from '../../apps/api/src/limits/kinds.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { signIn } from '../support/graphql.js';
import {
  addressOf,
  brokenAddress,
  likeAddress,
  sameAddress,
  send,
  type Route,
  type Told,
} from '../support/spelled.js';
import { intakeApart, wholeHub, type Running } from '../support/ways-to-run.js';
import { serveApi } from './api-server.js';

/** A form is no larger. */
const FORM = 16 * 1024;
/** Doors that take more, each with what it takes and what it says before. */
const LARGER: Readonly<Record<string, number>> = {
  'POST /graphql': 1024 * 1024,
  // Nobody is let in here without a key or a session, and so nothing of the body is looked at.
  'POST /v1/sources/:code/deliveries': 0,
  'POST /files/look': 0,
  'POST /files/deliveries': 0,
};
/** Files that lie there, and what costs nothing. */
const FREE = new Set(['/', '/*', '/index.html', '/brain.svg', '/health', '/read/style.css']);
/** Doors with a count of their own. */
const BY_KEY = /^\/v1\/sources\//;
const BY_SESSION = /^\/files\//;
const GUESSES = 30;
const AT_ONCE = 8;

let database: TestDatabase;
let dataDir: string;
let worker: Database;
let cookie: string;
const servers = new Map<string, Promise<Running>>();
const START: Readonly<Record<string, () => Promise<Running>>> = {
  'the whole hub': () => wholeHub(database, dataDir),
  'the API apart': () => serveApi(database, [], ['127.0.0.1']),
  'intake apart': () => intakeApart(database),
};
/** The server, started for the first test that asks. */
function running(way: string): Promise<Running> {
  const server = servers.get(way) ?? START[way]!();
  servers.set(way, server);
  return server;
}

beforeAll(async () => {
  database = await testDatabase();
  dataDir = temporaryFolder('every-door');
  worker = await Database.open(database.urlFor('worker'));
  await addAgency(worker, { code: 'city', name: 'city', kind: 'council' });
  await addAgreement(worker, {
    agency: 'city',
    id: 'a',
    purposes: ['engagement-analysis'],
    lawfulBasis: 'public task',
    fields: ['system-id'],
    from: '2020-01-01',
    until: null,
  });
  await addSource(worker, {
    code: 'council',
    agency: 'city',
    name: 'council',
    connector: 'spreadsheet',
    mapping: { engagement: { key: 'e', title: 'E' }, columns: [{ as: 'submission-id', column: 'id' }] },
    fieldKinds: ['system-id'],
    agreement: 'a',
    pullAddress: null,
    schedule: null,
  });
  await setSourceKey(worker, 'council', 'key-of-council');
  const owner = await Database.open(database.urlFor('owner'));
  await addAccount(owner, { name: 'Colleague', roles: ['analyst'], agencies: ['city'] });
  const link = await createSignInLink(owner, 'Colleague', 5);
  await owner.close();
  cookie = await signIn(`${(await running('the whole hub')).address}/sign-in?token=${link}`);
});
afterAll(async () => {
  for (const server of servers.values()) await (await server).stop();
  await worker?.close();
  await database?.drop();
  if (dataDir) await removeFolder(dataDir);
});

const WAYS = ['the whole hub', 'the API apart', 'intake apart'];
const ANSWERING = WAYS.slice(0, 2);
const TAKING_IN = ['the whole hub', 'intake apart'];

let speakers = 0;
/** Somebody whom no limit knows yet. */
const anybody = (): Record<string, string> => {
  speakers += 1;
  return { 'x-forwarded-for': `10.${speakers >> 16}.${(speakers >> 8) & 255}.${speakers & 255}` };
};
const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

/** Every path that the server knows, and one that it does not; of the dashboard's many files one. */
function pathsOf({ routes }: Running): string[] {
  const paths = new Set(routes.map(({ path }) => path));
  const assets = [...paths].filter((path) => path.startsWith('/assets/'));
  assets.slice(1).forEach((path) => paths.delete(path));
  return [...paths, '/nowhere'];
}
const isDoor = ({ routes }: Running, wanted: Route): boolean =>
  routes.some(({ method, path }) => method === wanted.method && path === wanted.path);
const spelled = (address: string): string[] => [...sameAddress(address), ...likeAddress(address)];

/** What is to be turned away, however it is sent: its length is told and too much, or not told at all. */
function tooMuch(most: number): { headers: Record<string, string>; body: string }[] {
  return [
    { headers: { 'content-type': 'application/json', 'content-length': String(most + 1) }, body: '{' },
    {
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' },
      body: '{',
    },
  ];
}

const TURNED_AWAY = [401, 403, 404, 405, 411, 413];

/** Does something for each of a list, so many at a time. */
async function each<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = [...list];
  const next = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

test.each(WAYS)('%s: no spelling of any address lets a body in that its door does not take', async (way) => {
  const server = await running(way);
  const tries = pathsOf(server).flatMap((path) =>
    spelled(addressOf(path)).flatMap((address, at) =>
      // Whatever a spelling leads to may take as much as this very door, and no more.
      (at === 0 ? ['POST', 'PUT'] : ['POST']).flatMap((method) =>
        tooMuch(LARGER[`${method} ${path}`] ?? FORM).map((sent) => ({ method, address, ...sent })),
      ),
    ),
  );
  const letIn: string[] = [];
  await each(tries, async ({ method, address, headers, body }) => {
    const all = { ...anybody(), ...headers };
    const told = await send(server.address, method, address, all, body).catch((error: unknown) =>
      String(error),
    );
    const status = typeof told === 'string' ? told : told.status;
    if (!TURNED_AWAY.some((one) => one === status))
      letIn.push(`${method} ${address} ${headers['content-type']}: ${status}`);
  });
  expect(letIn).toEqual([]);
});

test.each(WAYS)('%s: JSON is parsed where a question is asked, and nowhere else', async (way) => {
  const server = await running(way);
  const addresses = pathsOf(server)
    .filter((path) => path !== '/graphql')
    .flatMap((path) => spelled(addressOf(path)));
  const parsed: string[] = [];
  await each(addresses, async (address) => {
    const headers = { ...anybody(), 'content-type': 'application/json', 'content-length': '6' };
    // It is broken: only who parses it can say so.
    const { status } = await send(server.address, 'POST', address, headers, '{"a":[');
    if (![401, 403, 404, 415].includes(status)) parsed.push(`${address}: ${status}`);
  });
  expect(parsed).toEqual([]);
});

test.each(WAYS)('%s: an address that is none is told so, and breaks nothing', async (way) => {
  const server = await running(way);
  const addresses = [...new Set(pathsOf(server).flatMap((path) => brokenAddress(addressOf(path))))];
  const broken: string[] = [];
  await each(addresses, async (address) => {
    for (const method of ['GET', 'POST']) {
      const told = await send(server.address, method, address, { ...anybody(), cookie }).catch(
        (error: unknown) => ({ status: String(error), text: '' }),
      );
      if (typeof told.status !== 'number' || told.status >= 500)
        broken.push(`${method} ${address}: ${told.status}`);
      // Nothing of it is said again.
      if (/%00/.test(address) && told.status !== 404) broken.push(`${method} ${address}: ${told.status}`);
    }
  });
  expect(broken).toEqual([]);
});

/** Whether a request was counted for what its door does, where the limit of its sender is used up. */
function escapes({ status, text }: Told, isSame: boolean, page: string): boolean {
  if (status === 429) return false;
  // Other spellings may lead nowhere, or to the one page of the dashboard.
  return isSame || !(status === 404 || status === 400 || (status === 200 && text === page));
}

test.each(ANSWERING)(
  '%s: who has asked too much is told so at every door, however it is spelled',
  async (way) => {
    const server = await running(way);
    const spent = from('198.51.100.1');
    const questions = sameAddress('/graphql');
    for (let n = 0; n < LIMITS.question.address; n += 1)
      await send(server.address, 'GET', questions[n % questions.length]!, spent);
    const page = (await send(server.address, 'GET', '/nowhere', anybody())).text;
    const escaped: string[] = [];
    for (const path of pathsOf(server)) {
      if (FREE.has(path) || /^\/assets\//.test(path) || BY_KEY.test(path) || BY_SESSION.test(path)) continue;
      for (const method of ['GET', 'POST']) {
        if (!isDoor(server, { method, path }) || (/^\/(sign-in|answer)$/.test(path) && method === 'POST'))
          continue;
        const address = addressOf(path);
        for (const one of spelled(address)) {
          const told = await send(server.address, method, one, spent);
          if (escapes(told, sameAddress(address).includes(one), page))
            escaped.push(`${method} ${one}: ${told.status}`);
        }
        // Who is signed in is counted by the session, also where many stand behind one address.
        const { status } = await send(server.address, method, address, { ...spent, cookie });
        if (status === 429) escaped.push(`${method} ${address}: a session is counted with its address`);
      }
    }
    expect(escaped).toEqual([]);
  },
);

test.each([
  ['/sign-in', LIMITS['sign-in'].address],
  ['/answer', LIMITS['answer-code'].address],
])('the form at %s is counted in every spelling, and by session for who is signed in', async (path, most) => {
  const { address } = await running('the whole hub');
  const spent = from('198.51.100.2');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const ways = sameAddress(path);
  for (let n = 0; n < most; n += 1)
    expect(
      (await send(address, 'POST', ways[n % ways.length]!, { ...spent, ...form }, 'a=1')).status,
    ).not.toBe(429);
  for (const one of ways)
    expect([one, (await send(address, 'POST', one, { ...spent, ...form }, 'a=1')).status]).toEqual([
      one,
      429,
    ]);
  expect((await send(address, 'POST', path, { ...spent, ...form, cookie }, 'a=1')).status).not.toBe(429);
});

test.each(TAKING_IN)(
  '%s: guesses at keys are counted and written down, however the address is spelled',
  async (way) => {
    const server = await running(way);
    const refusals = async (): Promise<number> => {
      const { rows } = await database.admin.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM audit.event WHERE action = 'key-refused'`,
      );
      return rows[0]!.n;
    };
    const doors = server.routes.filter(({ method, path }) => BY_KEY.test(path) && method !== 'HEAD');
    const tries = doors.flatMap(({ method, path }) =>
      sameAddress(addressOf(path)).map((one) => ({ method, one })),
    );
    const spent = from('198.51.100.3');
    const before = await refusals();
    for (let n = 0; n < GUESSES; n += 1) {
      const { method, one } = tries[n % tries.length]!;
      const { status } = await send(server.address, method, one, {
        ...spent,
        authorization: `Bearer guess-${n}`,
      });
      expect([one, status]).toEqual([one, 404]);
    }
    expect((await refusals()) - before).toBe(GUESSES);
    for (const { method, one } of tries) {
      const { status } = await send(server.address, method, one, { ...spent, authorization: 'Bearer guess' });
      expect([one, status]).toEqual([one, 429]);
    }
  },
);
