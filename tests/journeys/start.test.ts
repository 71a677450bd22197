import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort, removeFolder } from '#platform';

import { dataFolder } from '../support/data-folder.js';
import { askGraphql } from '../support/graphql.js';
import { AS_INSTALLED, startHub } from '../support/hub.js';

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs an app of the build until it ends by itself, as a start that can't succeed must. */
function run(app: string, env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    const patience = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.stdout.on('data', (chunk: Buffer) => (ended.stdout += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (ended.stderr += String(chunk)));
    child.once('close', (code) => {
      clearTimeout(patience);
      resolve({ ...ended, code });
    });
  });
}

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

describe('a start that can not succeed says why in one line, and ends', () => {
  let dataDir: string;
  beforeAll(() => void (dataDir = dataFolder('start')));
  afterAll(() => removeFolder(dataDir));

  const refused = async (env: Record<string, string>, words: RegExp, apps = ['hub']): Promise<void> => {
    for (const app of apps) {
      const { code, stdout, stderr } = await run(app, {
        HUB_DATA_DIR: dataDir,
        HUB_DEMO: 'off',
        PORT: '0',
        ...env,
      });
      expect([app, stderr]).toEqual([app, expect.stringMatching(words)]);
      expect([app, stderr.trim().split('\n').length, stdout]).toEqual([app, 1, '']);
      expect([app, code]).toEqual([app, 1]);
      expect(stderr).not.toMatch(/hunter2| {4}at |\bat .+:\d+:\d+/);
    }
  };

  it('where the port is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await refused({ PORT: String(port) }, new RegExp(`port ${port} .*in use.*PORT`), [
      'hub',
      'intake',
      'api',
    ]);
    await closed(server);
  }, 300_000);

  it('where the database can not be reached', async () => {
    const url = `postgres://hub:hunter2@127.0.0.1:${await freePort()}/hub`;
    await refused({ DATABASE_URL: url }, /DATABASE_URL: nothing answers at 127\.0\.0\.1:\d+/, [
      'hub',
      'intake',
      'worker',
      'api',
    ]);
  }, 300_000);

  it('where the database’s address is none, or what answers there is no database', async () => {
    await refused({ DATABASE_URL: 'mysql://hub:hunter2@127.0.0.1/hub' }, /DATABASE_URL/);
    await refused({ DATABASE_URL: 'hunter2' }, /DATABASE_URL/);
    const server = createServer(
      (socket) =>
        void socket
          .on('error', () => undefined)
          .end('HTTP/1.1 400 Bad Request\r\n\r\n', () => socket.destroy()),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await refused(
      { DATABASE_URL: `postgres://hub:hunter2@127.0.0.1:${port}/hub` },
      new RegExp(`DATABASE_URL: 127\\.0\\.0\\.1:${port} .*`),
    );
    await closed(server);
  }, 300_000);

  it('where Redis can not be reached', async () => {
    await refused({ REDIS_URL: `redis://:hunter2@127.0.0.1:${await freePort()}` }, /REDIS_URL/);
  }, 300_000);

  it.each([
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['HOST', 'not an address'],
    ['HUB_DEMO', 'perhaps'],
    ['LOG_LEVEL', 'loud'],
    ['REDIS_URL', 'http://127.0.0.1'],
  ])(
    'where %s is %s',
    async (name, value) => {
      await refused({ [name]: value }, new RegExp(`^hub: .*${name}`));
    },
    120_000,
  );

  it('where the data folder can not be made', async () => {
    const inTheWay = join(dataDir, 'a-file');
    await writeFile(inTheWay, '');
    await refused({ HUB_DATA_DIR: join(inTheWay, 'data') }, /HUB_DATA_DIR|a-file/);
  }, 300_000);
});

describe('an empty hub', () => {
  it('starts with nothing in it, and again in a moment', async () => {
    const dataDir = dataFolder('start');
    const took: number[] = [];
    try {
      for (const _ of ['first', 'second']) {
        const began = Date.now();
        const hub = await startHub({ dataDir });
        took.push(Date.now() - began);
        const held = await askGraphql<{
          agencies: { nodes: unknown[] };
          editions: { nodes: unknown[] };
          hub: { synthetic: boolean };
        }>(hub.address, '{ agencies { nodes { code } } editions { nodes { number } } hub { synthetic } }');
        expect(held).toEqual({ agencies: { nodes: [] }, editions: { nodes: [] }, hub: { synthetic: false } });
        expect(hub.output()).toMatch(/empty.*taking-on-an-agency/);
        await hub.stop();
        expect(hub.process.exitCode).toBe(0);
      }
      console.log(`first start ${took[0]} ms, second ${took[1]} ms`);
    } finally {
      removeFolder(dataDir);
    }
  }, 600_000);

  it('goes on where nobody reads what it says, and stops in order when its terminal is closed', async () => {
    const dataDir = dataFolder('start');
    const port = await freePort();
    const child = spawn(process.execPath, ['dist/apps/hub/src/main.js'], {
      env: { ...process.env, ...AS_INSTALLED, HUB_DATA_DIR: dataDir, HUB_DEMO: 'off', PORT: String(port) },
    });
    const ended = new Promise<number | null>((resolve) => void child.once('exit', resolve));
    try {
      child.stdout.destroy();
      child.stderr.destroy();
      const address = `http://127.0.0.1:${port}`;
      await until(() => answers(address));
      await sleep(500);
      expect(await answers(address)).toBe(true);
      child.kill('SIGHUP');
      expect(await ended).toBe(0);
      // PostgreSQL takes this file away when it has stopped.
      expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    } finally {
      child.kill('SIGKILL');
      removeFolder(dataDir);
    }
  }, 300_000);
});

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/graphql?query={__typename}`).then(
    ({ status }) => status < 500,
    () => false,
  );

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(100);
}
