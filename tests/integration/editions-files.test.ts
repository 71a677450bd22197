import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { CountingClient, countThrough, EditionFiles, serveCounting } from '#editions';
import { publishEdition, askFigures } from '#facts';
import { removeFolder, temporaryFolder } from '#platform';
import { countEdition, type CountRow, Database, editionFilesOf } from '#store';
import { stateFile } from '../../libs/editions/src/counting-service/protocol.js';
import { runScript } from '../support/child.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 800, people: 300, seed: 21 };

let database: TestDatabase;
let worker: Database;
let published: Database;
let dataDir: string;
let files: EditionFiles;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  worker = await Database.open(database.urlFor('worker'));
  published = await Database.open(database.urlFor('published'));
  dataDir = temporaryFolder('edition-files');
  files = new EditionFiles(dataDir);
});
afterAll(async () => {
  await worker.close();
  await published.close();
  await database.drop();
  removeFolder(dataDir);
});

const folders = (): string[] => readdirSync(join(dataDir, 'editions')).sort();
const folderOf = async (edition: number): Promise<string> =>
  join(dataDir, 'editions', (await editionFilesOf(published, edition))!.folder);

/** Five more submissions, each by a person of its own: fewer new people wait. */
const FIVE_MORE = `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
  SELECT gen_random_uuid(), 'city', 'city', 'survey-0', 1, 'more.csv', n, 'more', '2025-01-15', 'E05002078' FROM generate_series(1, 5) n`;

test('two publications at once make one edition, with one folder that holds what was published', async () => {
  const both = await Promise.all([publishEdition(worker, { files }), publishEdition(worker, { files })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['published', 'unchanged']);
  expect(folders()).toHaveLength(1);
  expect(await files.verify(worker, 1)).toMatchObject({ ok: true });
  const manifest = JSON.parse(readFileSync(join(await folderOf(1), 'manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ edition: 1, hash: both[0]!.hash });
  expect(Object.keys(manifest.schema)).toContain('engagement');
  expect(JSON.stringify(manifest.golden)).not.toMatch(/people/);
});

/** As an account that may not enter the folder: root may enter every one, so it takes on another account meanwhile. */
async function shutOut<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const root = process.geteuid?.() === 0;
  chmodSync(folder, 0);
  if (root) process.seteuid!(65_534);
  try {
    return await work();
  } finally {
    if (root) process.seteuid!(0);
    chmodSync(folder, 0o700);
  }
}

test('files that this account may not read are never called damaged, and are told by whose they are', async () => {
  const found = await shutOut(await folderOf(1), () => files.verify(worker, 1));
  expect(found).toMatchObject({
    ok: false,
    closed: true,
    reason: expect.stringMatching(/can't be read by this account/),
  });
  expect(JSON.stringify(found)).not.toMatch(/damaged/);
  expect(await files.verify(worker, 1)).toMatchObject({ ok: true });
});

test('what another account left behind is no reason to fail', async () => {
  if (process.geteuid?.() === 0) return; // root may remove everything
  const left = join(dataDir, 'editions', '.being-written-1-1');
  mkdirSync(join(left, 'inside'), { recursive: true });
  await shutOut(left, () => files.renew(worker, 1));
  expect(await files.verify(worker, 1)).toMatchObject({ ok: true });
});

test('what the edition was counted by and says lies in its folder, held by the manifest like every other file', async () => {
  const folder = await folderOf(1);
  const { rows } = await database.admin.query<{ name: string; body: unknown }>(
    'SELECT name, body FROM facts.part WHERE edition = 1',
  );
  const kept = JSON.parse(readFileSync(join(folder, 'parts.json'), 'utf8'));
  expect(kept).toEqual(Object.fromEntries(rows.map(({ name, body }) => [name, body])));
  expect(Object.keys(kept)).toEqual(
    expect.arrayContaining(['policy', 'reports', 'rules', 'groups', 'geography', 'freshness', 'grades']),
  );
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  expect(manifest.format).toBe(2);
  writeFileSync(join(folder, 'parts.json'), JSON.stringify({ ...kept, rules: [] }));
  expect(await files.verify(worker, 1)).toMatchObject({
    ok: false,
    closed: false,
    file: expect.stringMatching(/parts\.json$/),
  });
  await files.renew(worker, 1);
  expect(await files.verify(worker, 1)).toMatchObject({ ok: true });
});

test('any tool reads the Parquet parts: the same rows as the database', async () => {
  const { rows } = await database.admin.query(
    `SELECT count(*)::int AS rows, count(DISTINCT person_key)::int AS people, sum(noise_key)::int AS noise, sum(cardinality(communities))::int AS named,
       count(argument_key)::int AS args, sum(submission_key)::text AS keys FROM facts.fact WHERE edition = 1`,
  );
  const duckdb = await DuckDBInstance.create(':memory:');
  const connection = await duckdb.connect();
  const reader = await connection.runAndReadAll(
    `SELECT count(*), count(DISTINCT person_key), sum(noise_key), sum(len(communities)), count(argument_key), sum(submission_key)::VARCHAR
     FROM '${(await folderOf(1)).replaceAll("'", "''")}/fact-*.parquet'`,
  );
  expect(reader.getRows()[0]!.map(String)).toEqual(Object.values(rows[0]).map(String));
  connection.closeSync();
  duckdb.closeSync();
});

const sorted = (rows: readonly CountRow[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

describe('the counting process', () => {
  const serve = (): ReturnType<typeof serveCounting> =>
    serveCounting({ dataDir, threads: 0, warn: (file) => void warned.push(file) }, () => undefined);
  let server: Awaited<ReturnType<typeof serveCounting>>;
  let client: CountingClient;
  let warned: string[];
  beforeEach(async () => {
    warned = [];
    server = await serve();
    client = new CountingClient({ dataDir, program: 'never started' });
  });
  afterEach(async () => {
    await client.close();
    await server.close();
  });

  test('counts what the database counts', async () => {
    const edition = (await editionFilesOf(published, 1))!;
    for (const dimensions of [
      [],
      ['theme'],
      ['theme', 'ward'],
      ['community', 'community'],
      ['engagement', 'sex', 'theme'],
    ])
      for (const filters of [
        {} as Record<string, string[]>,
        { theme: ['disorder', ''], agency: ['city', 'health'] },
        { community: ['carers'] },
      ]) {
        const ours = await client.count(edition, { dimensions, filters });
        expect(ours).not.toBeNull();
        expect(sorted(ours!)).toEqual(sorted(await countEdition(published, 1, dimensions, filters)));
      }
    expect(warned).toEqual([]);
  });

  test('figures are the same through it, without it, and after it died', async () => {
    const ask = () =>
      askFigures(
        published,
        { report: 'themes-by-community', by: ['theme', 'ward'], edition: 1 },
        { kind: 'public' },
      );
    const bySql = await ask();
    const another = await Database.open(database.urlFor('published'));
    countThrough(another, client);
    const through = await askFigures(
      another,
      { report: 'themes-by-community', by: ['theme', 'ward'], edition: 1 },
      { kind: 'public' },
    );
    expect(through).toEqual(bySql);
    await another.close();
  });

  test('makes a damaged cache anew and says which; with a damaged part it answers nothing', async () => {
    const edition = (await editionFilesOf(published, 1))!;
    const folder = await folderOf(1);
    const question = { dimensions: ['ward'], filters: {} };
    const right = await client.count(edition, question);
    damage(join(folder, 'counting.cache'), 0.7);
    await client.close();
    await server.close();
    server = await serve();
    client = new CountingClient({ dataDir, program: 'never started' });
    expect(await client.count(edition, question)).toEqual(right);
    expect(warned).toEqual([`${edition.folder}/counting.cache`]);
    expect(await files.verify(worker, 1)).toMatchObject({ ok: true });

    const restore = damage(join(folder, 'counting.cache'), 0.2);
    const put = damage(join(folder, 'fact-0001.parquet'), 0.5);
    const fresh = await serve();
    const second = new CountingClient({ dataDir, program: 'never started' });
    expect(await second.count(edition, question)).toBeNull();
    await second.close();
    await fresh.close();
    restore();
    put();
  });

  test('only who knows the secret is answered, and nobody is told it', async () => {
    const { socket: path, secret } = JSON.parse(readFileSync(stateFile(dataDir), 'utf8'));
    expect(secret).toHaveLength(64);
    expect(statSync(path).mode & 0o077).toBe(0);
    const socket = connect(path);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.write(
      `{"nonce":"mine"}\n{"proof":"${'0'.repeat(64)}"}\n{"id":1,"question":{"dimensions":[],"filters":{}}}\n`,
    );
    let heard = '';
    socket.on('data', (piece) => (heard += piece.toString()));
    await closed;
    expect(heard).toMatch(/^{"proof":"[0-9a-f]{64}","nonce":"[0-9a-f]{48}"}\n$/);
    expect(heard).not.toContain(secret);
  });

  test.each([
    ['speaks first', 'SSH-2.0-something\r\n'],
    ['answers at random', '{"proof":"0","nonce":"0"}\n'],
    ['says nothing', ''],
  ])(
    'a program in its place that %s is told nothing and stops nothing',
    async (_, words) => {
      const edition = (await editionFilesOf(published, 1))!;
      const state = JSON.parse(readFileSync(stateFile(dataDir), 'utf8'));
      const place = join(dataDir, 'stranger.sock');
      let heard = '';
      const stranger = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.on('data', (piece) => (heard += piece.toString()));
        if (words) socket.write(words);
      });
      await new Promise<void>((resolve) => stranger.listen(place, resolve));
      writeFileSync(stateFile(dataDir), JSON.stringify({ ...state, socket: place }));
      const fresh = new CountingClient({ dataDir, program: 'never started' });
      const began = performance.now();
      expect(await CountingClient.isThere(dataDir)).toBe(false);
      expect(await fresh.count(edition, { dimensions: [], filters: {} })).toBeNull();
      expect(performance.now() - began).toBeLessThan(60_000);
      expect(heard).not.toContain(state.secret);
      await fresh.close();
      stranger.close();
      writeFileSync(stateFile(dataDir), JSON.stringify(state));
    },
    90_000,
  );
});

/** Changes one byte. @returns what puts it back */
function damage(path: string, where: number): () => void {
  const bytes = readFileSync(path);
  const before = Buffer.from(bytes);
  bytes[Math.min(bytes.length - 1, Math.floor(bytes.length * where))]! ^= 1;
  writeFileSync(path, bytes);
  return () => writeFileSync(path, before);
}

test('one changed byte, anywhere in any file, is refused by the file’s name', async () => {
  const folder = await folderOf(1);
  for (const name of readdirSync(folder))
    for (const where of [0, 0.001, 0.33, 0.66, 0.999, 1]) {
      const restore = damage(join(folder, name), where);
      expect([name, where, await files.verify(worker, 1)]).toMatchObject([
        name,
        where,
        { ok: false, file: expect.stringMatching(new RegExp(`/${name.replaceAll('.', '\\.')}$`)) },
      ]);
      restore();
    }
  expect(await files.verify(worker, 1)).toMatchObject({ ok: true });
});

test('a missing part and a foreign manifest are refused; what was refused is made anew', async () => {
  const folder = await folderOf(1);
  rmSync(join(folder, 'agency-0001.parquet'));
  const refused = await files.verify(worker, 1);
  expect(refused).toMatchObject({ ok: false, file: expect.stringMatching(/agency-0001\.parquet$/) });
  await files.repair(worker, 1, refused.ok ? null : refused.file);
  expect(await files.verify(worker, 1)).toMatchObject({ ok: true });
  expect(folders()).toHaveLength(1);
  copyFileSync(join(await folderOf(1), 'fact-0001.parquet'), join(await folderOf(1), 'manifest.json'));
  expect(await files.verify(worker, 1)).toMatchObject({
    ok: false,
    file: expect.stringMatching(/manifest\.json$/),
  });
  await files.repair(worker, 1, 'manifest.json');
  expect(await files.verify(worker, 1)).toMatchObject({ ok: true });
});

test('files whose edition changed its keys are out of use from that moment on, and are completed', async () => {
  const before = await folderOf(1);
  await worker.transaction((tx) => files.retire(tx, 1));
  expect(await files.verify(worker, 1)).toMatchObject({ ok: false });
  expect(await files.complete(worker)).toBe(1);
  expect(await files.verify(worker, 1)).toMatchObject({ ok: true });
  expect(await files.complete(worker)).toBe(0);
  // The same facts make the same files.
  expect(await folderOf(1)).toBe(before);
});

/** Each is published by one process at a moment of its own, and all are cut off at once. */
const HUBS = 4;
const CUTS = 5;

test('killed at 20 moments, a publication leaves the old edition or the whole new one', async () => {
  const script = `
    import { EditionFiles } from '#editions';
    import { publishEdition } from '#facts';
    import { Database } from '#store';
    const hubs = JSON.parse(process.env.HUBS);
    const workers = await Promise.all(hubs.map(({ url }) => Database.open(url, { poolSize: 1 })));
    report({ ready: true });
    await told();
    const started = performance.now();
    await Promise.all(hubs.map(async ({ folder }, at) => {
      await new Promise((resolve) => setTimeout(resolve, (at * Number(process.env.LAG)) / hubs.length));
      await publishEdition(workers[at], { files: new EditionFiles(folder) });
    }));
    report({ took: performance.now() - started });`;
  const hubs = await Promise.all(
    Array.from({ length: HUBS }, async (_, at) => {
      const own = await testDatabase();
      await plantHub(own.admin, { submissions: 150, people: 60, seed: at });
      await plantThemes(own.admin, { submissions: 150, people: 60, seed: at });
      const folder = join(dataDir, `hub-${at}`);
      const db = await Database.open(own.urlFor('worker'));
      return { own, db, folder, files: new EditionFiles(folder), before: 0 };
    }),
  );
  const editionsOf = async (admin: TestDatabase['admin']): Promise<number> =>
    Number((await admin.query('SELECT max(number) AS n FROM facts.edition')).rows[0].n ?? 0);
  const start = (lag: number) =>
    runScript(script, {
      HUBS: JSON.stringify(hubs.map(({ own, folder }) => ({ url: own.urlFor('worker'), folder }))),
      LAG: String(lag),
    });
  const whole = start(0);
  await whole.next();
  whole.process.stdin!.write('go\n');
  const took = Number((await whole.next()).took);
  await whole.kill();
  let made = 0;
  for (let cut = 0; cut < CUTS; cut++) {
    for (const hub of hubs) {
      await hub.own.admin.query(FIVE_MORE);
      hub.before = await editionsOf(hub.own.admin);
    }
    const child = start(took / 2);
    await child.next();
    child.process.stdin!.write('go\n');
    await new Promise((resolve) => setTimeout(resolve, (took * (cut + 1)) / CUTS));
    await child.kill();
    for (const { own, db, files: its, before } of hubs) {
      const now = await editionsOf(own.admin);
      expect([0, 1]).toContain(now - before);
      made += now - before;
      expect(await its.verify(db, now)).toMatchObject({ ok: true });
    }
  }
  // Were every publication whole, nothing would have been cut off.
  expect(made).toBeLessThan(HUBS * CUTS);
  for (const { own, db, files: its, folder } of hubs) {
    await own.admin.query(FIVE_MORE);
    await publishEdition(db, { files: its });
    const { rows } = await own.admin.query('SELECT folder FROM facts.edition_files ORDER BY folder');
    expect(readdirSync(join(folder, 'editions')).sort()).toEqual(rows.map((row) => row.folder));
    await db.close();
    await own.drop();
  }
  // Six processes and some forty publications: minutes on a busy machine.
}, 480_000);
