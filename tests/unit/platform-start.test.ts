import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  assertPort,
  discoverFolders,
  freePort,
  openDatabase,
  StartError,
  startFailure,
  removeFolder,
  temporaryFolder,
} from '#platform';

const url = 'postgres://someone:hunter2@db.example:6543/hub';
const settings = { dataDir: '/nowhere', databaseUrl: url, roleUrls: {} };
const reject = (code: string) => () =>
  Promise.reject(Object.assign(new Error(`someone hunter2 ${code}`), { code }));

describe('a server of one’s own', () => {
  it('gives each role its own address where there is one, and otherwise the shared login in that role', async () => {
    const roleUrls = { intake: 'postgres://intake:i@db.example/hub' };
    const database = await openDatabase({ ...settings, roleUrls }, () => Promise.resolve(15));
    expect(database).toMatchObject({ adminUrl: url, version: 15, started: false, logins: null });
    expect(database.urlFor('intake')).toBe(roleUrls.intake);
    expect(database.urlFor('linker')).toBe(`${url}?options=-c%20role%3Dhub_linker`);
  });

  it('keeps options and plus signs that the address already has', async () => {
    const databaseUrl = 'postgres://a:p+q@db/hub?options=-c%20jit%3Doff';
    const database = await openDatabase({ ...settings, databaseUrl }, () => Promise.resolve(16));
    expect(database.urlFor('worker')).toBe(
      'postgres://a:p+q@db/hub?options=-c%20jit%3Doff%20-c%20role%3Dhub_worker',
    );
  });

  it('works with a role’s address alone, and then has no way to migrate', async () => {
    const roleUrls = { intake: 'postgres://intake:i@db.example/hub' };
    const database = await openDatabase({ ...settings, databaseUrl: null, roleUrls }, () =>
      Promise.resolve(18),
    );
    expect(() => database.adminUrl).toThrow(StartError);
    expect(() => database.urlFor('worker')).toThrow(/^DATABASE_URL_WORKER .*not set$/);
  });

  it.each([14, 9, 19])('is refused in one line when it is PostgreSQL %d', async (version) => {
    const opening = openDatabase(settings, () => Promise.resolve(version));
    await expect(opening).rejects.toThrow(
      `DATABASE_URL: the server is PostgreSQL ${version}, and the hub needs`,
    );
    await expect(opening).rejects.toThrow(StartError);
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000', 'EWHATEVER'])(
    'is refused in one line without secrets on %s',
    async (code) => {
      const error: unknown = await openDatabase(settings, reject(code)).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(StartError);
      expect((error as Error).message).toMatch(/^DATABASE_URL: [^\n]*db\.example[^\n]*$/);
      expect((error as Error).message).not.toMatch(/hunter2|someone/);
    },
  );
});

describe('a port', () => {
  it('in use is told in one line', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    await expect(assertPort(port, '127.0.0.1')).rejects.toThrow(`port ${port} on 127.0.0.1 is in use`);
    await new Promise((resolve) => server.close(resolve));
    await expect(assertPort(port, '127.0.0.1')).resolves.toBeUndefined();
  });

  it('of an address that this machine has not is told in one line', async () => {
    await expect(assertPort(0, '203.0.113.7')).rejects.toThrow(
      /203\.0\.113\.7 is not an address of this machine/,
    );
  });
});

describe('what a failed start prints', () => {
  it('is the reason where a person can mend it, and otherwise name and place without the message', () => {
    expect(startFailure(new StartError('PORT is\n wrong'))).toBe('PORT is wrong');
    const fault = startFailure(new TypeError('Canary Person'));
    expect(fault).toMatch(/TypeError at .*platform-start\.test/);
    expect(fault).not.toMatch(/Canary/);
  });

  it('names the rule of the database that a row broke, and nothing of the row', () => {
    const broken = Object.assign(new Error('Key (email)=(canary@example.org) already exists'), {
      code: '23505',
      constraint: 'theme_share_pkey',
      detail: 'Key (email)=(canary@example.org) already exists',
    });
    expect(startFailure(broken)).toMatch(/^stopped by a fault: Error 23505 theme_share_pkey at /);
    expect(startFailure(Object.assign(broken, { constraint: 'Canary Person' }))).not.toMatch(/canary/i);
  });
});

describe('folders found at start-up', () => {
  const root = temporaryFolder('folders');
  const registry = pathToFileURL(join(root, 'registry.js')).href;
  const plant = (code: string, text: string): void => {
    mkdirSync(join(root, code));
    writeFileSync(join(root, code, 'thing.js'), text);
  };
  afterAll(() => removeFolder(root));

  it('are those that hold the file, in the order of their codes', async () => {
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
    plant('zebra', 'export default { z: 1 };');
    plant('ant', 'export default { a: 1 };');
    mkdirSync(join(root, 'reading'));
    const found = await discoverFolders(registry, 'thing');
    expect(found.map(({ code, value }) => [code, value])).toEqual([
      ['ant', { a: 1 }],
      ['zebra', { z: 1 }],
    ]);
  });

  it('are none where there is no such parent', async () => {
    await expect(discoverFolders(registry, 'thing', 'missing')).resolves.toEqual([]);
  });

  it('must have a code for a name and a default export', async () => {
    plant('no-default', 'export const a = 1;');
    await expect(discoverFolders(registry, 'thing')).rejects.toThrow(
      'no-default/thing has no default export',
    );
    removeFolder(join(root, 'no-default'), { inside: root });
    plant('Bad_Name', 'export default 1;');
    await expect(discoverFolders(registry, 'thing')).rejects.toThrow(/Bad_Name can't be a code/);
  });
});
