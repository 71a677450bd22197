import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { askGraphql } from './graphql.js';
import { AS_INSTALLED, startHub } from './hub.js';

/** A hub's process that was told to stop, and its end. */
export interface Stopped {
  code: number | string | null;
  /** What it said besides how far the load is. */
  said: string[];
  /** The last step of the load that it told of. */
  step: string;
  ms: number;
  /** It ran already when it was told to stop. */
  ran: boolean;
}

/** A first start over this folder, which brings the demonstration city. */
export const firstStart = (dataDir: string): Record<string, string> => ({
  HUB_DATA_DIR: dataDir,
  PORT: '0',
  HUB_REFINE: 'off',
  HUB_DEMO: 'on',
});

/**
 * Waits until the process hears signals at all, as Linux tells it: on a busy machine Node itself may take longer than the
 * first moment at which it is stopped here. It is told by SIGHUP, which Node alone, unlike the others, leaves to the program.
 * Elsewhere nothing is waited for, and where it never comes to hear them no longer than ten seconds.
 */
async function listening(pid: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const path = `/proc/${pid}/status`;
    const caught = existsSync(path) ? /SigCgt:\s*([0-9a-f]+)/.exec(readFileSync(path, 'utf8')) : null;
    if (!caught || (BigInt(`0x${caught[1]}`) >> BigInt(constants.signals.SIGHUP - 1)) & 1n) return;
    await pause(25);
  }
}

/** Starts the hub, stops it after so long, and waits for its end. */
export function stopAfter(
  dataDir: string,
  ms: number,
  signal: NodeJS.Signals,
  env: Record<string, string> = {},
): Promise<Stopped> {
  const child = spawn(process.execPath, ['dist/apps/hub/src/main.js'], {
    env: { ...process.env, ...AS_INSTALLED, ...firstStart(dataDir), ...env },
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += String(chunk)));
  let began = Date.now();
  void listening(child.pid!).then(() => {
    began = Date.now();
    setTimeout(() => child.kill(signal), ms);
  });
  return new Promise((resolve) => {
    child.once('close', (code, by) => {
      const lines = written.stderr.split('\n').filter((line) => line !== '');
      resolve({
        code: code ?? by,
        said: lines.filter((line) => !line.startsWith('[')),
        step: lines.findLast((line) => line.startsWith('['))?.replace(/^.*\] +/, '') ?? 'before the load',
        ms: Date.now() - began - ms,
        ran: written.stdout !== '',
      });
    });
  });
}

/** Is nothing of the data folder running any more? PostgreSQL takes its file away when it has stopped in order. */
export function nothingRuns(dataDir: string): boolean {
  const users = join(dataDir, 'users');
  return (
    !existsSync(join(dataDir, 'postgres', 'postmaster.pid')) &&
    !existsSync(join(dataDir, 'database.lock')) &&
    (!existsSync(users) || readdirSync(users).length === 0) &&
    processesOf(dataDir).length === 0
  );
}

/** Processes that stand in a data folder or were started for it, as Linux tells them; elsewhere none. */
function processesOf(dataDir: string): string[] {
  if (!existsSync('/proc/self/cwd')) return [];
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return all.filter((pid) => {
    try {
      return (
        readlinkSync(`/proc/${pid}/cwd`).startsWith(dataDir) ||
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir)
      );
    } catch {
      return false; // It has ended meanwhile, or is another account's.
    }
  });
}

/**
 * What tells that a city is whole, once a start over this folder has brought it or gone on with it: the fingerprint of its edition, which
 * covers every exact count. Figures as they are told differ from hub to hub by what each adds or takes away.
 */
export async function fingerprint(dataDir: string, env: Record<string, string> = {}): Promise<unknown> {
  const hub = await startHub({ dataDir, env: { ...firstStart(dataDir), ...env } });
  try {
    const { editions, edition } = await askGraphql<{
      editions: { nodes: { number: number; hash: string }[] };
      edition: { receipt: { addsUp: boolean } };
    }>(hub.address, '{ editions { nodes { number hash } } edition { receipt { addsUp } } }');
    expect([editions.nodes.length, edition.receipt.addsUp]).toEqual([1, true]);
    return editions.nodes;
  } finally {
    await hub.stop();
  }
}
