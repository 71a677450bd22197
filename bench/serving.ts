import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort, openDatabase, readSettings, removeFolder, temporaryFolder } from '#platform';
import { Database, prepareDatabase, serverVersion } from '#store';
import { load, question, type Hit, type Shot } from './serving/load.js';
import { plantEdition } from './serving/made-up-hub.js';

/**
 * `--rows 1000000 --people 50000 --connections 50 --seconds 5 [--json]`: the API over a made-up edition, at so many connections:
 * answers a second from kept bodies, the same through GraphQL as columns, and a storm of questions that nobody asked before.
 */
const number = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const [rows, people] = [number('rows', 1_000_000), number('people', 50_000)];
const [connections, ms] = [number('connections', 50), 1000 * number('seconds', 5)];

const QUESTION = `query ($by: [Dimension!], $filter: FigureFilter) { figureColumns(report: "themes-by-community", by: $by, filter: $filter) {
  note rows values { dimension codes } places submissions people arguments share rate } }`;
const cuts = [
  ['THEME'],
  ['WARD'],
  ['AGENCY', 'QUARTER'],
  ['QUARTER'],
  ['ENGAGEMENT'],
  ['WARD', 'AGENCY'],
  ['THEME', 'AGENCY'],
  ['AGE_BAND', 'SEX'],
];
const asked = (by: string[], filter: object): object => ({ query: QUESTION, variables: { by, filter } });
const repeated = (cookie: string): (() => Shot) => {
  const shots = cuts.map((by) => question(by.join(), asked(by, {}), cookie));
  let at = 0;
  return () => shots[at++ % shots.length]!;
};
/** Triples of dimensions under single values: each needs counts of its own. */
const DIMENSIONS = [
  'THEME',
  'WARD',
  'AGENCY',
  'QUARTER',
  'ENGAGEMENT',
  'AGE_BAND',
  'SEX',
  'ETHNIC_GROUP',
  'DISABILITY',
  'DEPRIVATION',
];
function storm(): () => Shot {
  const filters = [
    { agency: ['council'] },
    { quarter: ['2023-Q2'] },
    { sex: ['female'] },
    { theme: ['theme-3'] },
    { disability: ['yes'] },
    { ageBand: ['35-49'] },
  ];
  const all = DIMENSIONS.flatMap((a, i) =>
    DIMENSIONS.slice(i + 1).flatMap((b) => filters.map((filter) => asked([a, b], filter))),
  );
  let at = 0;
  return () => {
    const which = (at++ * 101) % all.length;
    return question(String(which), all[which]);
  };
}

const dataDir = temporaryFolder('bench');
const settings = { ...readSettings({ HUB_DATA_DIR: dataDir }), dataDir };
const server = await openDatabase(settings, serverVersion);
const port = await freePort();
let api: ChildProcess | undefined;
const tidy = async (): Promise<void> => {
  if (api?.exitCode === null && api.kill('SIGTERM'))
    await new Promise((resolve) => api!.once('exit', resolve));
  await server.stop();
  removeFolder(dataDir);
};
process.once('SIGTERM', () => void tidy().then(() => process.exit(1)));
try {
  await prepareDatabase(server);
  const worker = await Database.open(server.urlFor('worker'));
  await plantEdition(worker, dataDir, rows, people);
  await worker.close();
  api = spawn(process.execPath, [fileURLToPath(new URL('../apps/api/src/main.js', import.meta.url))], {
    env: { ...process.env, HUB_DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => api!.stdout!.once('data', resolve));
  await load(port, 1, 3000, repeated(''));
  const wholeBody = await load(port, connections, ms, repeated(''));
  await load(port, 2, 1000, repeated('hub_session=nobody'));
  const columns = await load(port, connections, ms, repeated('hub_session=nobody'));
  const stormed = await underStorm();
  const report = { rows, connections, wholeBody, columns, storm: stormed, apiMb: memoryOf(api.pid!) };
  if (process.argv.includes('--json')) console.log(JSON.stringify(report));
  else console.log(report);
} finally {
  await tidy();
}

/** Every answer is right (the same when asked again in peace) or says that the hub is busy. */
async function underStorm() {
  const hits: Hit[] = [];
  const { answers } = await load(port, connections, ms, storm(), (hit) => hits.push(hit));
  const kinds = { right: 0, refused: 0, busy: 0, wrong: 0 };
  const again = new Map<string, string>();
  const of = storm();
  const wanted = new Set(hits.map((hit) => hit.name));
  for (let n = 0; n < 2000 && again.size < Math.min(60, wanted.size); n++) {
    const shot = of();
    if (wanted.has(shot.name) && !again.has(shot.name))
      await load(
        port,
        1,
        0,
        () => shot,
        (hit) => again.set(hit.name, hit.body),
      );
  }
  for (const { name, body } of hits) {
    if (body.includes('"BUSY"')) kinds.busy += 1;
    else if (body.includes('"BAD_REQUEST"')) kinds.refused += 1;
    else if (!body.startsWith('{"data"') || (again.has(name) && again.get(name) !== body)) kinds.wrong += 1;
    else kinds.right += 1;
  }
  return { answers, ...kinds, checked: again.size };
}

/** Resident memory of a process, in megabytes; NaN where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return NaN;
  }
}
