import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../start-error.js';
import { answers } from './answers.js';
import { readText } from './files.js';
import { processMark } from './process-mark.js';

/** A running server of our cluster, as its `postmaster.pid` tells. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/**
 * The server that runs on this folder, whoever started it. A `postmaster.pid` whose process is gone, or is some other
 * program that was given the same number, is left over from a crash: it is removed, for PostgreSQL would refuse to
 * start beside it.
 */
export function findPostmaster(folder: string): Postmaster | null {
  const found = readPidFile(folder);
  if (!found) return null;
  if (isOurs(found.pid, folder)) return found;
  rmSync(join(folder, 'postmaster.pid'), { force: true });
  return null;
}

/** An answer takes milliseconds; a server under load may take a while. */
const ANSWER_MS = 5_000;

/**
 * Waits until the server answers: its file alone does not tell, for a server that was killed leaves it behind.
 * @returns null where it stopped meanwhile
 * @throws StartError where it runs and does not answer in time
 */
export async function untilReady(
  folder: string,
  patienceMs: number,
  stopping?: AbortSignal,
): Promise<Postmaster | null> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = findPostmaster(folder);
    if (!found || (found.ready && (await answers(found.port, ANSWER_MS)))) return found;
    if (Date.now() > until) {
      throw new StartError(
        `the database in ${folder} is running (process ${found.pid}) but does not answer after ${patienceMs / 1_000} seconds`,
      );
    }
    await pause(20, undefined, { signal: stopping });
  }
}

/**
 * Stops the server: politely first (open connections may finish), after three seconds firmly. Whatever was committed
 * is kept either way.
 */
export async function stopPostmaster(folder: string, politeMs = 3_000): Promise<void> {
  const found = findPostmaster(folder);
  if (!found) return;
  const signals: [NodeJS.Signals, number][] = [
    ['SIGTERM', politeMs],
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ];
  for (const [signal, patienceMs] of signals) {
    if (!send(found.pid, signal) || (await gone(found.pid, patienceMs))) return;
  }
  throw new StartError(`the database's process ${found.pid} does not stop`);
}

async function gone(pid: number, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (processMark(pid) !== null) {
    if (Date.now() > until) return false;
    await pause(20);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Lines of the file: pid, data folder, start time, port, socket folder, address, shared memory, state. */
function readPidFile(folder: string): Postmaster | null {
  const lines = (readText(join(folder, 'postmaster.pid')) ?? '').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

function isOurs(pid: number, folder: string): boolean {
  if (processMark(pid) === null) return false;
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux') {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
      // A server stands in its own data folder.
      return /postgres$/.test(command) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
    } catch {
      return false;
    }
  }
  const asked = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return asked.stdout.includes('postgres') && asked.stdout.includes(folder);
}
