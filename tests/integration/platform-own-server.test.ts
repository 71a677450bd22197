import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openDatabase, DATABASE_ROLES } from '#platform';
import { migrateQueue, QueueClient } from '#queue';
import { openClient, prepareDatabase, serverVersion } from '#store';
import { testServer } from '../support/database.js';
import {
  describeIf,
  installedPostgres,
  startInstalledPostgres,
  type InstalledServer,
} from '../support/installed.js';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = await openClient(url);
  return client.query(sql).then(
    async ({ rows }) => (await client.end(), rows as unknown[]),
    async (error) => (await client.end(), Promise.reject(error)),
  );
}

const at = (
  url: string,
  change: Partial<Record<'username' | 'password' | 'pathname' | 'port', string>>,
): string => Object.assign(new URL(url), change).href;

describe('an address that is wrong', () => {
  const open = (databaseUrl: string) =>
    openDatabase({ dataDir: '', databaseUrl, roleUrls: {} }, serverVersion);

  it('is told in one line, whatever is wrong with it', async () => {
    const { adminUrl } = await testServer();
    await expect(open(at(adminUrl, { port: '9' }))).rejects.toThrow(
      /^DATABASE_URL: nothing answers at 127.0.0.1:9$/,
    );
    await expect(open(at(adminUrl, { password: 'x' }))).rejects.toThrow(
      /does not accept this user and password$/,
    );
    await expect(open(at(adminUrl, { pathname: '/gone' }))).rejects.toThrow(/has no database gone$/);
    await expect(open(adminUrl)).resolves.toMatchObject({ version: 18, started: false });
  });
});

describeIf(installedPostgres(), 'the machine’s own PostgreSQL', () => {
  const bin = installedPostgres() ?? '';
  let server: InstalledServer;
  beforeAll(async () => void (server = await startInstalledPostgres(bin)));
  afterAll(() => server.stop());

  it('is prepared through the administrator’s login, which then takes on each role', async () => {
    await ask(server.url, 'CREATE DATABASE hub');
    const databaseUrl = at(server.url, { pathname: '/hub' });
    const database = await openDatabase({ dataDir: '', databaseUrl, roleUrls: {} }, serverVersion);
    expect(database.version).toBeGreaterThanOrEqual(15);
    await prepareDatabase(database);
    await migrateQueue(database.adminUrl);
    for (const role of DATABASE_ROLES) {
      expect(await ask(database.urlFor(role), 'SELECT current_user AS name')).toEqual([
        { name: `hub_${role}` },
      ]);
    }
    await expect(ask(database.urlFor('intake'), 'SELECT * FROM intake.delivery')).rejects.toMatchObject({
      code: '42501',
    });
    const queue = await QueueClient.open({ kind: 'postgres', url: database.urlFor('worker') });
    await queue.add('refresh', {});
    expect((await queue.counts('refresh')).waiting).toBe(1);
    await queue.close();
  });

  it('is prepared as well by a login that is no superuser', async () => {
    await ask(server.url, `CREATE ROLE town_hall LOGIN CREATEROLE`);
    await ask(server.url, 'CREATE DATABASE town OWNER town_hall');
    // Such a login may only take on roles that it made or was given.
    for (const role of DATABASE_ROLES) await ask(server.url, `GRANT hub_${role} TO town_hall`);
    const databaseUrl = at(server.url, { username: 'town_hall', pathname: '/town' });
    const database = await openDatabase({ dataDir: '', databaseUrl, roleUrls: {} }, serverVersion);
    await prepareDatabase(database);
    await migrateQueue(database.adminUrl);
    expect(await ask(database.urlFor('worker'), 'SELECT current_user AS name')).toEqual([
      { name: 'hub_worker' },
    ]);
  });

  it('gets its logins from docker/roles.sql', async () => {
    // The roles of the first test are the whole server's: this one asks another server.
    const other = await startInstalledPostgres(bin);
    const passwords = Object.fromEntries(
      DATABASE_ROLES.map((role) => [`HUB_${role.toUpperCase()}_PASSWORD`, `it's ${role}`]),
    );
    const ran = spawnSync(join(bin, 'psql'), [other.url, '-f', 'docker/roles.sql'], {
      env: { ...process.env, ...passwords },
      encoding: 'utf8',
    });
    const roles = await ask(
      other.url,
      `SELECT rolname AS name, rolcanlogin AND rolpassword LIKE 'SCRAM-SHA-256$%' AND NOT (rolsuper OR rolcreatedb OR
              rolcreaterole OR rolbypassrls) AS sound FROM pg_authid WHERE rolname LIKE 'hub%' ORDER BY 1`,
    );
    await other.stop();
    expect(ran.stderr).toBe('');
    expect(roles).toEqual([...DATABASE_ROLES].sort().map((role) => ({ name: `hub_${role}`, sound: true })));
  });
});
