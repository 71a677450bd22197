import { chownSync, existsSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeFolder } from '../remove-folder.js';
import { StartError } from '../start-error.js';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { makeFolder } from './files.js';
import { run } from './run.js';

export interface NewCluster {
  folder: string;
  account: Account | null;
  programs: Binaries;
  /** The superuser's. */
  password: string;
  durable: boolean;
}

/**
 * Creates the cluster beside its final place and moves it there when it is whole, so that one cut short by a crash is
 * simply made again. It holds UTF-8 in the order of code points whatever the machine's language, and a database `hub`.
 */
export async function initialise(cluster: NewCluster): Promise<void> {
  const { folder, account, programs } = cluster;
  const beside = realpathSync(dirname(folder));
  const part = join(beside, `${basename(folder)}.new`);
  const passwordFile = `${part}.secret`;
  removeFolder(part, { inside: beside });
  makeFolder(part, 0o700, account);
  try {
    writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    await step(programs.initdb, initdbArguments(part, passwordFile, cluster.durable), account);
    const single = ['--single', '-D', part, '-c', `fsync=${cluster.durable ? 'on' : 'off'}`, 'postgres'];
    await step(programs.postgres, single, account, 'CREATE DATABASE hub\n');
  } finally {
    rmSync(passwordFile, { force: true });
  }
  if (existsSync(folder)) throw new StartError(`${folder} is in the way of a new database; move it away`);
  renameSync(part, folder);
}

function initdbArguments(folder: string, passwordFile: string, durable: boolean): string[] {
  return [
    ...['-D', folder, '-U', 'postgres', `--pwfile=${passwordFile}`],
    ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256'],
    ...['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(durable ? [] : ['--no-sync']),
  ];
}

async function step(program: string, args: string[], account: Account | null, input = ''): Promise<void> {
  const { code, output } = await run(program, args, account, input);
  const fault = output.split('\n').find((line) => /\b(FATAL|PANIC|error|ERROR):/.test(line));
  if (code === 0 && !(input && fault)) return;
  throw new StartError(`the embedded database could not be created: ${fault ?? `exit code ${code}`}`);
}
