import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, openEmbedded, removeFolder, StartError, type DatabaseServer } from '#platform';
import { openClient } from '#store';
import { dataFolder } from '../support/data-folder.js';
import { runScript, type Child } from '../support/child.js';
import { compileLibrary } from '../support/compile.js';

const platform = compileLibrary('platform');
const dataDir = dataFolder('embedded');
const postmasterFile = join(dataDir, 'postgres', 'postmaster.pid');
const postmasterPid = (): number => Number(readFileSync(postmasterFile, 'utf8').split('\n')[0]);
const children: Child[] = [];

/** Another process of the hub on the same data dir: opens the database, reports, waits to be told, leaves. */
function another(): Child {
  const child = runScript(`
    const { openEmbedded } = await import(${JSON.stringify(platform)});
    const database = await openEmbedded(${JSON.stringify(dataDir)});
    report({ started: database.started, adminUrl: database.adminUrl });
    await told();
    await database.stop();
    process.exit();`);
  children.push(child);
  return child;
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = await openClient(url);
  return client.query(sql).then(
    async ({ rows }) => (await client.end(), rows as T[]),
    async (error) => (await client.end(), Promise.reject(error)),
  );
}

const rows = async (url: string): Promise<number> =>
  (await ask<{ x: number }>(url, 'SELECT x FROM kept')).length;

afterAll(async () => {
  await Promise.all(children.map((child) => child.kill()));
  await openEmbedded(dataDir).then((database) => database.stop());
  removeFolder(dataDir);
});

describe('the embedded database', () => {
  let database: DatabaseServer;

  it('starts the first time from nothing, listens on this machine alone and keeps its secrets to itself', async () => {
    database = await openEmbedded(dataDir);
    expect(database).toMatchObject({ started: true, version: 18 });
    await ask(database.adminUrl, 'CREATE TABLE kept (x int)');
    await ask(database.adminUrl, 'INSERT INTO kept VALUES (1)');
    const [settings] = await ask(
      database.adminUrl,
      `SELECT current_setting('listen_addresses') AS host, current_setting('unix_socket_directories') AS socket,
              current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding, lower('É') AS lower`,
    );
    expect(settings).toEqual({ host: '127.0.0.1', socket: '', fsync: 'on', encoding: 'UTF8', lower: 'é' });
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    for (const file of ['secrets.json', 'cluster.json', 'postgres.log']) {
      expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
    }
  });

  it('asks everybody for a password', async () => {
    const url = new URL(database.adminUrl);
    url.password = 'wrong';
    await expect(ask(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('quotes no value in its log', async () => {
    await expect(ask(database.adminUrl, `SELECT 'canary@example.org'::int`)).rejects.toMatchObject({
      code: '22P02',
    });
    await expect(ask(database.adminUrl, `INSERT INTO kept SELECT nothing_canary`)).rejects.toThrow();
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toMatch(/canary/);
  });

  it('is shared with a process that comes later, and stays for it when the first leaves', async () => {
    const second = another();
    expect(await second.next()).toEqual({ started: false, adminUrl: database.adminUrl });
    await database.stop();
    expect(await rows(database.adminUrl)).toBe(1);
    second.process.stdin?.write('leave\n');
    expect(await second.ended).toBe(0);
    expect(existsSync(postmasterFile)).toBe(false);
  });

  it('outlives a killed hub, is adopted with every row, and then stops with its last user', async () => {
    const killed = another();
    const { adminUrl } = (await killed.next()) as { adminUrl: string };
    await ask(adminUrl, 'INSERT INTO kept VALUES (2)');
    await killed.kill();
    const orphan = postmasterPid();
    const next = await openEmbedded(dataDir);
    expect(next).toMatchObject({ started: false, adminUrl });
    expect(postmasterPid()).toBe(orphan);
    expect(await rows(next.adminUrl)).toBe(2);
    await next.stop();
    await expect(reachable(next.adminUrl)).resolves.toBe(false);
  });

  it('comes back with every row, on the same port, when the server itself is killed', async () => {
    const before = await openEmbedded(dataDir);
    await ask(before.adminUrl, 'INSERT INTO kept VALUES (3)');
    process.kill(postmasterPid(), 'SIGKILL');
    const after = await openEmbedded(dataDir);
    expect(after).toMatchObject({ started: true, adminUrl: before.adminUrl });
    expect(await rows(after.adminUrl)).toBe(3);
    await after.stop();
    expect(existsSync(postmasterFile)).toBe(true);
    await before.stop();
    expect(existsSync(postmasterFile)).toBe(false);
  });

  it('is not deceived by a file that names some other process', async () => {
    writeFileSync(
      postmasterFile,
      `${process.pid}\n${join(dataDir, 'postgres')}\n1\n1\n\n127.0.0.1\n1 1\nready\n`,
    );
    const opened = await openEmbedded(dataDir);
    expect(opened.started).toBe(true);
    expect(postmasterPid()).not.toBe(process.pid);
    expect(await rows(opened.adminUrl)).toBe(3);
    await opened.stop();
  });

  it('is not called running while a killed server is still being cleared away', async () => {
    const folder = join(dataDir, 'postgres');
    // As a killed server looks for a moment: a process of that name in that folder, a file that says "ready", no answer.
    const dying = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 1500)'], {
      argv0: '/usr/bin/postgres',
      cwd: folder,
    });
    await new Promise((resolve) => dying.once('spawn', resolve));
    writeFileSync(
      postmasterFile,
      `${dying.pid}\n${folder}\n1\n${await freePort()}\n\n127.0.0.1\n1 1\nready\n`,
    );
    const opened = await openEmbedded(dataDir);
    expect(opened.started).toBe(true);
    expect(await rows(opened.adminUrl)).toBe(3);
    await opened.stop();
  });

  it('is started again, at the same address, where it ends without being told to', async () => {
    const opened = await openEmbedded(dataDir);
    process.kill(postmasterPid(), 'SIGKILL');
    const until = Date.now() + 60_000;
    const back = (): Promise<number | null> => rows(opened.adminUrl).catch(() => null);
    while ((await back()) !== 3 && Date.now() < until) await pause(200);
    expect(await back()).toBe(3);
    await opened.stop();
    await pause(2_500);
    expect(existsSync(postmasterFile)).toBe(false);
  });

  it('is started once where several processes come at once', async () => {
    const crowd = [another(), another(), another()];
    const seen = await Promise.all(crowd.map((child) => child.next()));
    expect(seen.filter(({ started }) => started)).toHaveLength(1);
    expect(new Set(seen.map(({ adminUrl }) => adminUrl)).size).toBe(1);
    for (const child of crowd) child.process.stdin?.write('leave\n');
    expect(await Promise.all(crowd.map((child) => child.ended))).toEqual([0, 0, 0]);
    expect(existsSync(postmasterFile)).toBe(false);
  });

  it('takes over a lock whose holder was killed', async () => {
    writeFileSync(join(dataDir, 'database.lock'), '2147483646|1|dead');
    const opened = await openEmbedded(dataDir);
    await opened.stop();
    expect(existsSync(join(dataDir, 'database.lock'))).toBe(false);
  });
});

describe('a damaged data dir', () => {
  let broken: string;
  beforeEach(() => void (broken = dataFolder('broken')));
  afterEach(() => removeFolder(broken));

  it('whose creation was cut short is simply made again', async () => {
    mkdirSync(join(broken, 'postgres.new', 'base'), { recursive: true });
    const opened = await openEmbedded(broken, { durable: false });
    expect(opened.started).toBe(true);
    await opened.stop();
  });

  it.each([
    ['secrets.json', /secrets\.json is missing/],
    ['postgres', /says that the database is in .*, but it is not there/],
    ['cluster.json', /cluster\.json is missing/],
  ])('without its %s is refused in one line instead of starting empty', async (lost, reason) => {
    await openEmbedded(broken, { durable: false }).then((opened) => opened.stop());
    renameSync(join(broken, lost), join(broken, `lost-${lost}`));
    const error: unknown = await openEmbedded(broken).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StartError);
    expect((error as Error).message).toMatch(reason);
  });
});

function reachable(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true))).once('error', () => resolve(false));
  });
}
