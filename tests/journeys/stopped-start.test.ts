import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

import { removeFolder, temporaryFolder } from '#platform';

import { AS_INSTALLED } from '../support/hub.js';
import { testLong } from '../support/long.js';
import { fingerprint, firstStart, nothingRuns, stopAfter, type Stopped } from '../support/stopped-hub.js';

/**
 * A start that is stopped: Ctrl-C, a service manager, a closed terminal, at any moment. Where it is long (`HUB_TEST_LONG`),
 * `HUB_TEST_STOPS=20` stops so many first starts of a small city at random moments, each in a folder of its own, the last
 * `HUB_TEST_WHOLE_STOPS` of them bringing the whole demonstration city; each is gone on with.
 */
const STOPS = Number(process.env.HUB_TEST_STOPS ?? 3);
const WHOLE_STOPS = Number(process.env.HUB_TEST_WHOLE_STOPS ?? 0);
const SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const SIZE = 1_200;
const SAID = ['hub: stopped; the next start goes on'];
const EARLIEST_MS = 150;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => removeFolder(folder)));

function newFolder(): string {
  // Root's database runs under another account, which must get to its folder.
  const folder = temporaryFolder('stopped', 0o711);
  folders.push(folder);
  return folder;
}

const SMALL = {
  NODE_OPTIONS: `--import=${pathToFileURL('tests/support/small-city.mjs').href}`,
  HUB_TEST_DEMO_SIZE: String(SIZE),
};

async function expectStop(dataDir: string, ms: number, signal: NodeJS.Signals, env = {}): Promise<Stopped> {
  const stopped = await stopAfter(dataDir, ms, signal, env);
  const found = { ...stopped, nothingRuns: nothingRuns(dataDir), at: ms, signal };
  expect(found).toMatchObject({ code: 0, said: stopped.ran ? [] : SAID, nothingRuns: true });
  console.log(
    `${signal} after ${Math.round(ms)} ms (${stopped.step}): ended ${stopped.ms} ms later${stopped.ran ? ', it ran' : ''}`,
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
    'is gone on with by the next start, stopped again and again, to the same figures as without',
    async () => {
      const calm = newFolder();
      const began = Date.now();
      await begin(calm);
      const expected = await fingerprint(calm);
      const whole = Date.now() - began;
      const dataDir = newFolder();
      await begin(dataDir);
      for (const [at, share] of [0.3, 0.55, 0.75].entries())
        await expectStop(dataDir, whole * share, SIGNALS[at % SIGNALS.length]!);
      expect(await fingerprint(dataDir)).toEqual(expected);
    },
    3_600_000,
  );

  testLong(
    `is gone on with by the next start, at ${STOPS} random moments, to the same figures as without`,
    async () => {
      await expectStops(STOPS - WHOLE_STOPS, SMALL);
      if (WHOLE_STOPS > 0) await expectStops(WHOLE_STOPS, {});
    },
    10_800_000,
  );
});

/** Stops so many first starts, each of a new folder, at random moments until the city is there. */
async function expectStops(many: number, env: Record<string, string>): Promise<void> {
  const calm = newFolder();
  const began = Date.now();
  const expected = await fingerprint(calm, env);
  const whole = Date.now() - began;
  removeFolder(calm);
  for (let at = 0; at < many;) {
    const dataDir = newFolder();
    const moment = EARLIEST_MS + Math.random() * (whole - EARLIEST_MS);
    const stopped = await expectStop(dataDir, moment, SIGNALS[at % SIGNALS.length]!, env);
    expect(await fingerprint(dataDir, env)).toEqual(expected);
    removeFolder(dataDir);
    // One that was quicker than the first, and ran already, was no start any more: another is stopped in its place.
    if (!stopped.ran) at += 1;
  }
}

/** A small city is begun by a command that is stopped too; the starts go on with that one. */
async function begin(dataDir: string): Promise<void> {
  const child = spawn(process.execPath, ['apps/cli/bin/hub.mjs', 'demo', '--size', String(SIZE)], {
    env: { ...process.env, ...AS_INSTALLED, ...firstStart(dataDir) },
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
