import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, portIsFree } from '../port.js';
import { StartError } from '../start-error.js';
import type { Account } from './account.js';
import { readText } from './files.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { databaseEnvironment } from './run.js';
import { serverSettings } from './tuning.js';

export interface ServerStart {
  postgres: string;
  folder: string;
  logFile: string;
  account: Account | null;
  /** Used again where it is free, so that addresses written down elsewhere stay right. */
  preferredPort: number | null;
  durable: boolean;
}

/** Recovery after a crash reads the log since the last checkpoint, which can take this long on a slow disk. */
const PATIENCE_MS = 300_000;
const LOG_LIMIT = 5_000_000;

/** Starts the server and waits until it accepts connections. Another program may take the port first: tried again. */
export async function startServer(start: ServerStart): Promise<Postmaster> {
  let fault = '';
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const again = attempt === 0 && start.preferredPort !== null && (await portIsFree(start.preferredPort));
    const port = again ? start.preferredPort! : await freePort();
    const outcome = await tryStart(start, port);
    if (typeof outcome !== 'string') return outcome;
    fault = outcome;
    // Children of a server that was killed hold its shared memory for a moment.
    if (/still in use|Address already in use|could not bind/.test(fault)) await pause(500);
    else break;
  }
  throw new StartError(`the embedded database did not start: ${fault} (see ${start.logFile})`);
}

/** @returns the running server, or the reason why it ended */
async function tryStart(start: ServerStart, port: number): Promise<Postmaster | string> {
  const size = statSync(start.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(start.logFile, size > LOG_LIMIT ? 'w' : 'a', 0o600);
  const from = size > LOG_LIMIT ? 0 : size;
  const child = spawn(start.postgres, ['-D', start.folder, ...serverSettings(port, start.durable)], {
    ...(start.account ?? {}),
    cwd: process.platform === 'win32' ? start.folder : '/',
    env: databaseEnvironment(),
    // A group of its own: Ctrl-C in a terminal must reach the hub only, which then stops the server in order.
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  closeSync(log);
  child.unref();
  const ended = await untilReadyOrEnded(child, start.folder);
  return ended ?? lastFault((readText(start.logFile) ?? '').slice(from));
}

async function untilReadyOrEnded(child: ChildProcess, folder: string): Promise<Postmaster | null> {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  const until = Date.now() + PATIENCE_MS;
  while (!ended && Date.now() < until) {
    const found = findPostmaster(folder);
    if (found?.pid === child.pid && found?.ready) return found;
    await pause(10);
  }
  return null;
}

function lastFault(log: string): string {
  const lines = log.split('\n').map((line) => line.trim());
  const fault = lines.filter((line) => /(FATAL|PANIC|could not|error while loading)/.test(line)).at(-1);
  return fault?.replace(/^.*?(FATAL|PANIC|LOG|WARNING):\s*/, '') ?? 'it ended without giving a reason';
}

/** Where the server's own messages go. */
export const logFileOf = (dataDir: string): string => join(dataDir, 'postgres.log');
