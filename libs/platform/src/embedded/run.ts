import { spawn } from 'node:child_process';
import { StartError } from '../start-error.js';
import type { Account } from './account.js';

/**
 * The environment of the database's processes: nothing of ours (PGPORT or a password in DATABASE_URL have no business
 * there), and no locale or time zone of the machine, so that a cluster is the same wherever it is made.
 */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH']) {
    if (process.env[name] !== undefined) kept[name] = process.env[name];
  }
  return kept;
}

export interface Ran {
  code: number | null;
  output: string;
}

/**
 * Runs a program of the database to its end.
 * @param input text for its standard input
 * @throws StartError where it can't be run at all
 */
export function run(program: string, args: string[], account: Account | null, input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(account ?? {}),
      // A folder that any account may stand in: ours may be closed to the database's.
      cwd: process.platform === 'win32' ? undefined : '/',
      env: databaseEnvironment(),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      // A group of its own: Ctrl-C in a terminal must reach the hub only, which waits for what it began.
      detached: process.platform !== 'win32',
    });
    let output = '';
    const keep = (chunk: Buffer): void => void (output = (output + chunk.toString('utf8')).slice(-8_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.stdin.on('error', () => undefined);
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(new StartError(`the embedded database's program ${program} can't be run (${error.code})`)),
    );
    child.on('close', (code) => resolve({ code, output }));
    child.stdin.end(input);
  });
}
