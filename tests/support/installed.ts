import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, removeFolder, temporaryFolder } from '#platform';

/** A server that a test started from the machine's own packages. */
export interface InstalledServer {
  url: string;
  stop(): Promise<void>;
}

/** Debian's folder of PostgreSQL programs, newest first; null = skip, and say so: `skipped: not installed`. */
export function installedPostgres(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return (
    versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ??
    null
  );
}

/** A program of the machine's own packages; null = skip, and say so. */
export const installedProgram = (name: string): string | null =>
  [`/usr/bin/${name}`, `/usr/local/bin/${name}`].find((path) => existsSync(path)) ?? null;

/** LibreOffice, where the library of the part that is needed (`libswlo` writes, `libsclo` counts) is there too. */
export const installedOffice = (part: 'libswlo' | 'libsclo'): string | null =>
  existsSync(`/usr/lib/libreoffice/program/${part}.so`) ? installedProgram('soffice') : null;

/** Debian's Redis; null = skip, and say so. */
export const installedRedis = (): string | null => installedProgram('redis-server');

/**
 * `describe` where the program is there; otherwise the tests are skipped and the reason is printed.
 * @param found what `installedPostgres` or `installedRedis` said
 */
export function describeIf(found: string | null, title: string, tests: () => void): void {
  if (!found) process.stdout.write(`${title} ... skipped: not installed\n`);
  (found ? describe : describe.skip)(title, tests);
}

/** Starts PostgreSQL on a free loopback port with an empty cluster; user `postgres`, no password. */
export async function startInstalledPostgres(bin: string): Promise<InstalledServer> {
  const { folder, account } = privateFolder('postgres');
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    { ...account, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=off'];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const ready = (): boolean => /ready\s*$/.test(readIfThere(join(data, 'postmaster.pid')));
  const stop = await launch(join(bin, 'postgres'), args, folder, account, ready);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

/** Starts an empty Redis on a free loopback port, which keeps nothing on disk. */
export async function startInstalledRedis(program: string): Promise<InstalledServer> {
  const { folder, account } = privateFolder('redis');
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const stop = await launch(program, args, folder, account, () => answers(port));
  return { url: `redis://127.0.0.1:${port}`, stop };
}

type Account = { uid: number; gid: number } | Record<string, never>;

/** As root, servers run as `postgres` or `nobody`: PostgreSQL refuses root, and Redis has no need of it. */
function privateFolder(name: string): { folder: string; account: Account } {
  const folder = temporaryFolder(name);
  if (process.getuid?.() !== 0) return { folder, account: {} };
  const user = ['postgres', 'nobody'].find((one) => spawnSync('id', ['-u', one]).status === 0) ?? 'nobody';
  const id = (flag: string): number => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout);
  const account = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, account.uid, account.gid);
  return { folder, account };
}

async function launch(
  program: string,
  args: string[],
  folder: string,
  account: Account,
  ready: () => boolean | Promise<boolean>,
): Promise<() => Promise<void>> {
  const child = spawn(program, args, { ...account, cwd: '/', stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let waited = 0; !(await ready()); waited += 50) {
    if (child.exitCode !== null || waited > 60_000) throw new Error(`${program} did not start`);
    await pause(50);
  }
  return async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
    removeFolder(folder);
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
