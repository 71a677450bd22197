import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { removeFolder, temporaryFolder } from '#platform';

import { askGraphql } from '../support/graphql.js';
import { AS_INSTALLED, startHub } from '../support/hub.js';
import { testLong } from '../support/long.js';

/**
 * A start that is stopped: Ctrl-C, a service manager, a closed terminal, at any moment. `HUB_TEST_STOPS=20` stops so many
 * starts of the whole demonstration city at random moments, as `.ci/long` does (`HUB_TEST_LONG`); there alone it is gone on with.
 */
const STOPS = Number(process.env.HUB_TEST_STOPS ?? 0);
const SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const STOPS_A_CHAIN = 4;
const SIZE = STOPS > 0 ? 20_000 : 1_200;
const SAID = ['hub: stopped; the next start goes on'];

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => removeFolder(folder)));

function newFolder(): string {
  // Root's database runs under another account, which must get to its folder.
  const folder = temporaryFolder('stopped', 0o711);
  folders.push(folder);
  return folder;
}

const environment = (dataDir: string): Record<string, string> => ({
  HUB_DATA_DIR: dataDir,
  PORT: '0',
  HUB_REFINE: 'off',
  HUB_DEMO: 'on',
});

interface Stopped {
  code: number | string | null;
  /** What it said besides how far the load is. */
  said: string[];
  ms: number;
  /** It ran already when it was told to stop. */
  ran: boolean;
}

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
function stopAfter(dataDir: string, ms: number, signal: NodeJS.Signals): Promise<Stopped> {
  const child = spawn(process.execPath, ['dist/apps/hub/src/main.js'], {
    env: { ...process.env, ...AS_INSTALLED, ...environment(dataDir) },
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
    child.once('close', (code, by) =>
      resolve({
        code: code ?? by,
        said: written.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('[')),
        ms: Date.now() - began - ms,
        ran: written.stdout !== '',
      }),
    );
  });
}

/** Is nothing of the data folder running any more? PostgreSQL takes its file away when it has stopped in order. */
function nothingRuns(dataDir: string): boolean {
  const users = join(dataDir, 'users');
  return (
    !existsSync(join(dataDir, 'postgres', 'postmaster.pid')) &&
    !existsSync(join(dataDir, 'database.lock')) &&
    (!existsSync(users) || readdirSync(users).length === 0)
  );
}

/** The fingerprint of edition 1, once a start has finished the load. */
async function fingerprint(dataDir: string): Promise<unknown> {
  const hub = await startHub({ dataDir, env: { HUB_DEMO: 'on' } });
  try {
    const { editions } = await askGraphql<{ editions: { nodes: { number: number; hash: string }[] } }>(
      hub.address,
      '{ editions { nodes { number hash } } }',
    );
    expect(editions.nodes).toHaveLength(1);
    return editions.nodes;
  } finally {
    await hub.stop();
  }
}

async function expectStop(dataDir: string, ms: number, signal: NodeJS.Signals): Promise<Stopped> {
  const stopped = await stopAfter(dataDir, ms, signal);
  const found = { ...stopped, nothingRuns: nothingRuns(dataDir), at: ms, signal };
  expect(found).toMatchObject({ code: 0, said: stopped.ran ? [] : SAID, nothingRuns: true });
  console.log(
    `${signal} after ${Math.round(ms)} ms: ended ${stopped.ms} ms later${stopped.ran ? ', it ran' : ''}`,
  );
  return stopped;
}

describe('a first start that is stopped', () => {
  it.each([
    [700, 'SIGINT'],
    [1_500, 'SIGHUP'],
  ] as const)(
    'says so in one line and leaves nothing running, %d ms after it began, by %s',
    async (ms, signal) => {
      await expectStop(newFolder(), ms, signal);
    },
    60_000,
  );

  testLong(
    'is gone on with by the next start, to the same figures as without',
    async () => {
      const calm = newFolder();
      const began = Date.now();
      await begin(calm);
      const expected = await fingerprint(calm);
      const whole = Date.now() - began;
      const chains = Math.max(1, Math.ceil(STOPS / STOPS_A_CHAIN));
      for (let chain = 0; chain < chains; chain += 1) {
        const dataDir = newFolder();
        await begin(dataDir);
        for (const [at, ms] of moments(whole, chain).entries())
          await expectStop(dataDir, ms, SIGNALS[(chain + at) % SIGNALS.length]!);
        expect(await fingerprint(dataDir)).toEqual(expected);
      }
    },
    3_600_000,
  );
});

/** A small city is begun by a command that is stopped too; the starts go on with that one. */
async function begin(dataDir: string): Promise<void> {
  if (STOPS > 0) return;
  const child = spawn(process.execPath, ['apps/cli/bin/hub.mjs', 'demo', '--size', String(SIZE)], {
    env: { ...process.env, ...AS_INSTALLED, ...environment(dataDir) },
  });
  let written = '';
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code)));
  await new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      written += String(chunk);
      if (/Receiving/.test(written)) resolve();
    });
    child.once('close', () => resolve());
  });
  child.kill('SIGINT');
  expect(await ended).toBe(1);
  expect(written).toMatch(/hub: stopped before its end; the same command goes on\n$/);
  expect(nothingRuns(dataDir)).toBe(true);
}

/** When to stop: spread over a start where there are three, at random where there are many. */
function moments(whole: number, chain: number): number[] {
  if (STOPS === 0) return [0.3, 0.55, 0.75].map((share) => whole * share);
  const left = Math.min(STOPS_A_CHAIN, STOPS - chain * STOPS_A_CHAIN);
  return Array.from({ length: left }, () => 150 + Math.random() * whole);
}
