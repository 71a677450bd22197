import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import {
  childScript,
  previewApart,
  Readers,
  Turns,
  type DeliveryLook,
  type ReadersOptions,
} from '#connectors';

import { previewHere, type PreviewRequest } from '../../libs/connectors/src/preview-here.js';
import { makeWorkbook, textRow } from '../support/make-workbook.js';

/** The built child, as `npm test` leaves it. */
const SCRIPT = childScript(
  pathToFileURL(join(process.cwd(), 'libs/connectors/src/preview-apart.ts')).href,
  'preview-child',
);
const LIMITS = { processorSeconds: 60, memoryMb: 1_024 };
const MAPPING = {
  engagement: { key: 'safer', title: 'Safer streets' },
  columns: [{ as: 'question', column: 'What should change?', key: 'change' }],
};

const readers = (
  limits: Partial<ReadersOptions> = {},
  turns = new Turns(2, 4),
): Readers<PreviewRequest, never, DeliveryLook> =>
  new Readers(SCRIPT, previewHere, { ...LIMITS, ...limits, turns });
const csv = (rows: number): Uint8Array =>
  Buffer.from(`What should change?\n${'"Street lights, again"\n'.repeat(rows)}`);
const request = (bytes: Uint8Array, name = 'answers.csv'): PreviewRequest => ({
  connector: 'spreadsheet',
  file: { name, mediaType: null, bytes },
  mapping: MAPPING,
});
const workbook = (rows: number): Uint8Array =>
  makeWorkbook({
    sheets: [
      {
        name: 'S',
        rows:
          textRow(1, ['What should change?']) +
          Array.from({ length: rows }, (_, at) => textRow(at + 2, [`row ${at}`])).join(''),
      },
    ],
  });

/** Numbers of this process's own children that run a script. */
function running(script: string): number[] {
  const asked = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  return asked.stdout
    .split('\n')
    .filter((line) => line.includes(script))
    .map((line) => Number.parseInt(line, 10));
}

/** The number of a child that runs a script, once one does. @param but those that ran before: one of them may be about to end */
async function untilRuns(script: string, but: readonly number[]): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const found = running(script).find((pid) => !but.includes(pid));
    if (found) return found;
    await sleep(25);
  }
  throw new Error(`no child runs ${script}`);
}

describe('files are read in processes of their own', () => {
  it('which are built', () => expect(SCRIPT).toMatch(/dist/));

  it.each([
    ['separated values', 'answers.csv', csv(300)],
    ['a workbook', 'answers.xlsx', workbook(300)],
    ['JSON', 'answers.json', Buffer.from(JSON.stringify([{ 'What should change?': 'Lights' }]))],
    ['no such thing', 'answers.xlsx', Buffer.from('x')],
  ])('as this process reads them: %s', async (_what, name, bytes) => {
    const here = await previewHere(request(bytes, name));
    expect(await previewApart('spreadsheet', request(bytes, name).file, MAPPING)).toEqual(here);
  });

  it('says by which signal one died that nobody ended, and goes on with the next', async () => {
    const pool = readers();
    const before = running('preview-child.js');
    const asked = pool.ask(request(csv(1_000_000))).catch((error: unknown) => error);
    const child = await untilRuns('preview-child.js', before);
    process.kill(child, 'SIGKILL');
    expect(await asked).toMatchObject({ code: 'reader-died-sigkill', next: 'retry' });
    expect(await pool.ask(request(csv(3)))).toMatchObject({ ended: null });
  });

  it('ends one that takes too long, by processor time, and goes on with the next', async () => {
    const pool = readers({ processorSeconds: 0.3 });
    expect(await pool.ask(request(csv(1_000_000)))).toEqual({ ended: 'too-slow' });
    expect(await readers().ask(request(workbook(3)))).toMatchObject({
      ended: null,
      value: { problem: null },
    });
  });

  it.each([
    ['separated values', 'big.csv', csv(1_000_000)],
    // As much more than it may take as the other: a hundred thousand rows would take about as much as it may.
    ['a workbook', 'big.xlsx', workbook(300_000)],
  ])('ends one that takes too much memory: %s', async (_what, name, bytes) => {
    expect(await readers({ memoryMb: 200 }).ask(request(bytes, name))).toEqual({ ended: 'too-large' });
  });

  it('keeps one for the next file, but none that a large file has made large', async () => {
    const pool = readers({ wornMb: 130 });
    const used = async (bytes: Uint8Array, but: readonly number[]): Promise<number> => {
      const asked = pool.ask(request(bytes));
      const child = await untilRuns('preview-child.js', but);
      expect(await asked).toMatchObject({ ended: null });
      return child;
    };
    const others = running('preview-child.js');
    const first = await used(csv(300), others);
    expect(await used(csv(150_000), others)).toBe(first);
    expect(await used(csv(3), [...others, first])).not.toBe(first);
  });

  it('tells whoever comes when too many wait to come again, whichever way they come', async () => {
    const turns = new Turns(1, 1);
    const [pool, other] = [readers({}, turns), readers({}, turns)];
    const asked = [pool.ask(request(csv(10))), other.ask(request(csv(10)))];
    await expect(pool.ask(request(csv(10)))).rejects.toMatchObject({ code: 'readers-busy', next: 'retry' });
    for (const one of asked) expect(await one).toMatchObject({ ended: null });
  });
});
