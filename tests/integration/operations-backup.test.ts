import { readdirSync, readFileSync, statSync, writeFileSync, copyFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';

import { EditionFiles } from '#editions';
import {
  askFigures,
  editions,
  erasePeople,
  publishEdition,
  replayErasures,
  type FigureQuestion,
} from '#facts';
import { AuditTrail, backUp, ErasureJournal, restore } from '#operations';
import { openEmbedded, removeFolder, temporaryFolder, type DatabaseServer } from '#platform';
import {
  addAccount,
  createSignInLink,
  Database,
  editionBefore,
  erasedAmong,
  prepareDatabase,
  recordEvent,
  setSourceKey,
} from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 800, people: 300, seed: 21 };
const QUESTIONS: FigureQuestion[] = [
  { report: 'themes-by-community', by: ['theme'] },
  { report: 'themes-by-community', by: ['ward', 'agency'] },
  { report: 'participation-and-reach', by: ['participation', 'sex'] },
  { report: 'engagement-overview', by: ['engagement', 'quarter'] },
];

let hub: TestDatabase;
let worker: Database;
/** A second server, as after the loss of the first: no role, no schema. */
let server: DatabaseServer;
let dataDir: string;
let newDir: string;
let folder: string;
const open: Database[] = [];
const connect = async (url: string): Promise<Database> => {
  const db = await Database.open(url);
  open.push(db);
  return db;
};
const folders: string[] = [];
const newFolder = (name: string): string => {
  const made = temporaryFolder(name);
  folders.push(made);
  return made;
};

beforeAll(async () => {
  hub = await testDatabase();
  await plantHub(hub.admin, SIZE);
  await plantThemes(hub.admin, SIZE);
  worker = await connect(hub.urlFor('worker'));
  [dataDir, newDir, folder] = [newFolder('hub'), newFolder('new-hub'), newFolder('backup')];
  const files = new EditionFiles(dataDir);
  await hub.admin.query(
    `INSERT INTO coding.theme_share (scope, theme, value, low, high, audited, method, tied_with) VALUES ('all', 'lighting', 0.2, 0.1, 0.3, 60, 'ppi', '{}')`,
  );
  await publishEdition(worker, { files });
  await hub.admin.query(
    `UPDATE engagement.submission SET ward = 'E05002080' WHERE id IN (SELECT submission FROM linkage.membership ORDER BY submission LIMIT 90)`,
  );
  await publishEdition(worker, { files });
  await recordEvent(worker, {
    agency: null,
    action: 'tried',
    subject: 'backup',
    detail: {},
  });
  await letIn();
  await new AuditTrail(dataDir).seal(worker);
  server = await openEmbedded(newDir, { durable: false });
});
afterAll(async () => {
  for (const db of open) await db.close();
  await server.stop();
  await hub.drop();
  for (const each of folders) removeFolder(each);
});

/** An account that is signed in, has a link that waits and a feed, one that was ended, and a source with a key. */
async function letIn(): Promise<void> {
  const owner = await connect(hub.urlFor('owner'));
  for (const name of ['Ann Synthetic', 'Tab\\tSynthetic'])
    await addAccount(owner, { name, roles: ['analyst', 'lead'], agencies: ['city'] });
  await createSignInLink(owner, 'Ann Synthetic', 60);
  await hub.admin.query(
    `INSERT INTO access.session (token_hash, account_id, expires_at) SELECT 'synthetic', id, now() + interval '1 hour' FROM access.account WHERE name LIKE 'Ann%'`,
  );
  await hub.admin.query(
    `INSERT INTO access.feed_key (account_id, key_hash) SELECT id, 'synthetic' FROM access.account WHERE name LIKE 'Ann%'`,
  );
  await addAccount(owner, { name: 'Gone Synthetic', roles: ['analyst'], agencies: ['city'] });
  await hub.admin.query(`UPDATE access.account SET ended_at = now() WHERE name LIKE 'Gone%'`);
  const [source] = await worker.query<{ code: string }>('SELECT code FROM intake.source ORDER BY code');
  await setSourceKey(worker, source!.code, 'synthetic-key');
  keyed = source!.code;
}
let keyed: string;

/** Everything that the editions show. */
async function everyFigure(url: string): Promise<string[]> {
  const published = await connect(url);
  const all: string[] = [];
  for (const edition of [1, 2])
    for (const question of QUESTIONS) {
      const answer = await askFigures(published, { ...question, edition }, { kind: 'public' });
      if (!answer.ok) all.push(`${edition} ${answer.code}`);
      else
        for (const figure of [answer.table.total, ...answer.table.figures])
        all.push(`${edition} ${figure.id} ${figure.hidden ? '[c]' : JSON.stringify([figure.submissions, figure.people, figure.share])}`); // prettier-ignore
    }
  return all;
}

/** Tables in which the ids of these submissions still are. */
async function residue(db: Database, submissions: readonly string[]): Promise<string[]> {
  const tables = await db.query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('intake', 'engagement', 'vault', 'linkage', 'coding', 'facts') AND table_type = 'BASE TABLE'`,
  );
  const held: string[] = [];
  for (const { name } of tables) {
    const found = await db.query(
      `SELECT FROM ${name} t WHERE to_jsonb(t)::text LIKE ANY (SELECT '%' || unnest($1::text[]) || '%') LIMIT 1`,
      [submissions],
    );
    if (found.length > 0) held.push(name);
  }
  return held;
}

const contents = async (db: Database): Promise<Record<string, string>> => {
  const tables = await db.query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('access', 'audit', 'intake', 'engagement', 'vault', 'linkage', 'coding', 'facts') AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const all: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.query<{ hash: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text COLLATE "C")), '') AS hash FROM ${name} t`,
    );
    all[name] = row!.hash;
  }
  return all;
};

test('a hub is restored on a new server as it was, without whoever was erased since, and can go on', async () => {
  const figures = await everyFigure(hub.urlFor('published'));
  const source = await connect(hub.adminUrl);
  const before = await contents(source);

  const made = await backUp({ adminUrl: hub.adminUrl, dataDir }, folder);
  expect(made).toMatchObject({ editions: 2 });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    expect([entry.name, statSync(join(entry.parentPath, entry.name)).mode & 0o077]).toEqual([entry.name, 0]);

  const chosen = await source.query<{ submission: string }>(
    `SELECT m.submission FROM linkage.membership m WHERE m.person IN (SELECT person FROM linkage.membership ORDER BY person LIMIT 40)`,
  );
  const erased = chosen.map(({ submission }) => submission);
  const journal = new ErasureJournal(dataDir);
  const outcome = await erasePeople(worker, erased, {
    files: new EditionFiles(dataDir),
    journal,
  });
  expect(outcome.submissions).toBe(erased.length);
  expect(readFileSync(journal.path, 'utf8')).not.toContain(erased[0]!);

  copyFileSync(journal.path, join(newDir, 'erasures.jsonl'));
  await restore(folder, { adminUrl: server.adminUrl, dataDir: newDir });
  await prepareDatabase(server);
  const admin = await connect(server.adminUrl);
  // All but who was signed in, and links that had not been used.
  expect(before['access.session']).not.toBe('0 ');
  expect(await contents(admin)).toEqual({ ...before, 'access.session': '0 ', 'access.sign_in_link': '0 ' });
  expect((await residue(admin, erased.slice(0, 6))).length).toBeGreaterThan(3);
  const there = await connect(server.urlFor('worker'));
  const files = new EditionFiles(newDir);
  for (const edition of [1, 2]) expect(await files.verify(there, edition)).toMatchObject({ ok: true });
  expect(await new AuditTrail(newDir).verify(there)).toMatchObject({ ok: true });

  const newJournal = new ErasureJournal(newDir);
  expect(await replayErasures(there, newJournal, files)).toBe(erased.length);

  expect(await residue(admin, erased.slice(0, 6))).toEqual([]);
  expect((await erasedAmong(there, erased)).size).toBe(erased.length);
  expect(await replayErasures(there, newJournal, files)).toBe(0);
  expect(await everyFigure(server.urlFor('published'))).toEqual(figures);
  expect(figures.filter((line) => !line.endsWith('[c]')).length).toBeGreaterThan(50);
  for (const edition of [1, 2]) expect(await files.verify(there, edition)).toMatchObject({ ok: true });
  expect(await new AuditTrail(newDir).verify(there)).toMatchObject({ ok: true });
  // Numbers go on where they were, rows are guarded as before, and both hubs make the same next edition.
  const next = await publishEdition(there, { files });
  expect(next).toMatchObject({ status: 'published', edition: 3 });
  expect(next.hash).toBe((await publishEdition(worker, { files: new EditionFiles(dataDir) })).hash);
  await expect(admin.query(`UPDATE audit.event SET actor = 'another'`)).rejects.toThrow();
  const secured = `SELECT count(*)::int AS n FROM pg_class WHERE relforcerowsecurity`;
  expect(await admin.query(secured)).toEqual(await source.query(secured));
}, 180_000);

test('a taken folder, a used hub and a damaged backup are refused before anything is written', async () => {
  await expect(backUp({ adminUrl: hub.adminUrl, dataDir }, folder)).rejects.toThrow(/is not empty/);
  await expect(restore(folder, { adminUrl: hub.adminUrl, dataDir: newFolder('x') })).rejects.toThrow(
    /this database is not empty/,
  );
  const fresh = await testDatabase();
  const place = newFolder('place');
  try {
    writeFileSync(join(place, 'audit-heads.jsonl'), 'of another hub\n');
    await expect(restore(folder, { adminUrl: fresh.adminUrl, dataDir: place })).rejects.toThrow(
      /audit-heads.jsonl is there already/,
    );
    const target = { adminUrl: fresh.adminUrl, dataDir: newFolder('target') };
    const table = join(folder, 'tables', 'engagement.submission.copy.gz');
    const bytes = readFileSync(table);
    const changed = Buffer.from(bytes);
    changed[changed.length >> 1]! ^= 1;
    writeFileSync(table, changed);
    await expect(restore(folder, target)).rejects.toThrow(/engagement.submission.copy.gz is not as it was/);
    writeFileSync(table, bytes);
    expect(readdirSync(target.dataDir)).toEqual([]);
    expect((await fresh.admin.query('SELECT FROM engagement.agency')).rowCount).toBe(0);
    await restore(folder, target);
    expect((await fresh.admin.query('SELECT FROM engagement.submission')).rowCount).toBe(SIZE.submissions);
  } finally {
    await fresh.drop();
  }
});

test('a restore says which accounts and keys come back, and writes nothing where that is not agreed to', async () => {
  const fresh = await testDatabase();
  const target = { adminUrl: fresh.adminUrl, dataDir: newFolder('not-agreed') };
  const heard: unknown[] = [];
  try {
    const refused = restore(folder, target, (back) => {
      heard.push(back);
      return Promise.resolve(false);
    });
    await expect(refused).rejects.toThrow(/nothing was restored/);
    expect(heard).toEqual([
      {
        madeAt: expect.stringMatching(/^20/),
        accounts: ['Ann Synthetic', 'Tab\\tSynthetic'].map((name) => ({
          name,
          rights: ['analyst of city', 'lead of city'],
        })),
        keys: [keyed],
        feeds: ['Ann Synthetic'],
      },
    ]);
    expect(readdirSync(target.dataDir)).toEqual([]);
    expect((await fresh.admin.query('SELECT FROM access.account')).rowCount).toBe(0);
  } finally {
    await fresh.drop();
  }
});

test('numbers of editions that were published after the backup are not given again, and the next one follows the last there is', async () => {
  const fresh = await testDatabase();
  const dataDir = newFolder('numbers');
  const journal = new ErasureJournal(dataDir);
  const files = new EditionFiles(dataDir);
  try {
    // As the lost hub wrote them before each of the two took effect.
    for (const number of [3, 4]) journal.published(number);
    await restore(folder, { adminUrl: fresh.adminUrl, dataDir });
    const there = await connect(fresh.urlFor('worker'));
    await replayErasures(there, journal, files);
    await fresh.admin.query(
      `UPDATE engagement.submission SET ward = 'E05002081' WHERE id IN (SELECT submission FROM linkage.membership ORDER BY submission LIMIT 90)`,
    );
    await fresh.admin.query('UPDATE coding.theme_share SET audited = audited + 1');
    expect(await publishEdition(there, { files, journal })).toMatchObject({
      status: 'published',
      edition: 5,
    });
    expect(journal.lastEdition()).toBe(5);
    expect(await there.transaction((tx) => editionBefore(tx, 5))).toBe(2);
    const published = await connect(fresh.urlFor('published'));
    expect((await editions(published)).map(({ number, before }) => [number, before])).toEqual([
      [5, 2],
      [2, 1],
      [1, null],
    ]);
    // What has hardly moved since the edition before stands, as it does where no number is left out.
    const shares = (edition: number): Promise<unknown[]> =>
      there.query(
        `SELECT scope, theme, value, audited FROM facts.theme_share WHERE edition = $1 ORDER BY 1, 2`,
        [edition],
      );
    expect((await shares(2)).length).toBeGreaterThan(0);
    expect(await shares(5)).toEqual(await shares(2));
    await replayErasures(there, journal, files);
    expect(await publishEdition(there, { files, journal })).toMatchObject({
      status: 'unchanged',
      edition: 5,
    });
  } finally {
    for (const db of open.splice(-2)) await db.close();
    await fresh.drop();
  }
});

test('a line of the journal that a crash cut short spoils no other', () => {
  const journal = new ErasureJournal(newFolder('journal'));
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
  journal.add([a]);
  appendFileSync(journal.path, '{"at":"2026-01-01T00:00:00.000Z","tombst');
  journal.add([b]);
  expect(journal.read()).toEqual([a, b]);
  appendFileSync(journal.path, '{"at":"2026-01-01T00:00:00.000Z","tombstones":["zz"]}\n');
  expect(() => journal.read()).toThrow(/line 4 of .*erasures.jsonl can not be read/);
});
