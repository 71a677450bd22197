import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { EditionFiles } from '#editions';
import { publishEdition } from '#facts';
import { onceFinished } from '#pipeline';
import { freePort, openDatabase, removeFolder, temporaryFolder } from '#platform';
import { addAgency, Database, readBacklog, serverVersion } from '#store';

import { COMMENT, consultation, QUESTIONS } from './million/file.js';
import { takeOnSource } from './support/take-on.js';
import { MemoryWatch } from './million/memory.js';

/**
 * `--rows 1000000 [--seed 1]`: one consultation of so many rows as CSV, streamed to the push door of a hub; how long until its
 * receipt is final, until everybody is matched and coded by phrase rules, until an edition holds it and a figure is told, and what
 * memory each takes (Linux).
 */
const said = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1]!;
};
const rows = Number(said('rows', '1000000'));
const seed = Number(said('seed', '1'));
const KEY = 'made-up-key-of-a-bench';
const KINDS = ['system-id', 'postcode', 'free-text'];
const MAPPING = {
  engagement: { key: 'million', title: 'A million answers', kind: 'survey' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'date', column: 'When', order: 'year-first' },
    { as: 'respondent', column: 'Postcode', field: 'postcode' },
    ...QUESTIONS.map((column, at) => ({ as: 'question', column, key: `closed-${at + 1}`, kind: 'choice' })),
    { as: 'question', column: COMMENT, key: 'change' },
  ],
};

const dataDir = temporaryFolder('million');
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const hub: ChildProcess = spawn(
  process.execPath,
  [fileURLToPath(new URL('../apps/hub/src/main.js', import.meta.url))],
  {
    env: {
      ...process.env,
      HUB_DATA_DIR: dataDir,
      HUB_DEMO: 'off',
      HUB_REFINE: 'off',
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
const answers = (): Promise<boolean> =>
  fetch(`${address}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
while (!(await answers())) await sleep(200);
const server = await openDatabase({ dataDir, databaseUrl: null, roleUrls: {} }, serverVersion);
const worker = await Database.open(server.urlFor('worker'), { name: 'million' });
const linker = await Database.open(server.urlFor('linker'), { name: 'million', poolSize: 2 });
const memory = new MemoryWatch(hub.pid!);

async function phase(name: string, work: () => Promise<string>): Promise<void> {
  memory.peak();
  const began = performance.now();
  const spent = memory.processorSeconds();
  const told = await work();
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const { whole, ...kinds } = memory.peak();
  const parts = Object.entries(kinds).map(([kind, mb]) => `${kind} ${Math.round(mb)}`);
  process.stdout.write(
    `${name.padEnd(10)} ${seconds.padStart(8)} s ${(memory.processorSeconds() - spent).toFixed(1).padStart(8)} s of processor   ${Math.round(whole)} MB (${parts.join(', ')})   ${told}\n`,
  );
}

async function takeOn(): Promise<void> {
  await addAgency(worker, { code: 'million', name: 'Demonstration council', kind: 'council' });
  await takeOnSource(worker, { code: 'million', agency: 'million', key: KEY, kinds: KINDS, ...MAPPING });
}

async function deliver(): Promise<string> {
  const bytes = { sent: 0 };
  const body = consultation(rows, seed).map(
    (chunk: string) => ((bytes.sent += Buffer.byteLength(chunk)), Buffer.from(chunk)),
  );
  const response = await fetch(`${address}/v1/sources/million/deliveries`, {
    method: 'POST',
    body: Readable.toWeb(body) as ReadableStream,
    duplex: 'half',
    headers: {
      authorization: `Bearer ${KEY}`,
      'content-type': 'text/csv',
      'content-disposition': 'attachment; filename="million.csv"',
    },
  } as RequestInit);
  if (!response.ok) throw new Error(`refused: ${response.status} ${await response.text()}`);
  return `${(bytes.sent / 1e6).toFixed(0)} MB acknowledged`;
}

async function receipt(): Promise<string> {
  for (;;) {
    const [row] = await worker.query<{ status: string; rows: number; accepted: number; note: string | null }>(
      `SELECT status, "rows", accepted, note FROM intake.delivery`,
    );
    if (row!.status !== 'received')
      return `${row!.status}: ${row!.accepted} of ${row!.rows} rows ${row!.note ?? ''}`;
    await sleep(500);
  }
}

const until = async (done: (left: Awaited<ReturnType<typeof readBacklog>>) => boolean): Promise<string> => {
  for (;;) {
    const left = await readBacklog(worker);
    if (done(left)) return `${left.submissions} submissions`;
    await sleep(1_000);
  }
};

async function figure(): Promise<string> {
  const query =
    '{ figures(report: "participation-and-reach") { nodes { __typename } } editions { nodes { number } } }';
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.text()).slice(0, 120);
}

try {
  await takeOn();
  await sleep(3_000);
  await phase('idle', () => sleep(5_000).then(() => ''));
  await phase('sent', deliver);
  await phase('receipt', receipt);
  await phase('matched', () => until(({ unlinked }) => unlinked === 0));
  await phase('coded', () => until(({ uncoded }) => uncoded === 0));
  await phase('published', async () => {
    const { edition } = await onceFinished({ worker, linker }, () =>
      publishEdition(worker, { files: new EditionFiles(dataDir) }),
    );
    return `edition ${edition}`;
  });
  await phase('figure', figure);
} finally {
  memory.stop();
  const gone = once(hub, 'exit');
  hub.kill('SIGTERM');
  await gone;
  await Promise.all([worker.close(), linker.close()]);
  await server.stop();
  removeFolder(dataDir);
}
