import { type ChildProcess, spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { completeStandings } from '#facts';
import { freePort, openDatabase, readSettings, removeFolder, temporaryFolder } from '#platform';
import { Database, prepareDatabase, serverVersion } from '#store';
import { CONSULTATION, plantConsultation, QUESTIONS } from './serving/consultation.js';
import { load, question, type Shot } from './serving/load.js';
import { plantEdition } from './serving/made-up-hub.js';
import { plainCounts } from './serving/plain-counts.js';
import { processorSecondsOf } from './support/processor.js';

/**
 * `npm run --silent bench:consultation-page -- --respondents 20000 [--json]`: what the page of a consultation of thirty questions asks of the API: the first time
 * since the API began (uncut, by age, by ward; the middle of five starts, with the API's own processor time), once it is kept (the first hundred
 * times, when the API's and the asker's own code is still being compiled, and the second hundred), and by a session, for which no body is kept. Milliseconds to the whole answer. Beside it what PostgreSQL takes to count the same answers, with no rule of disclosure; of more
 * than 100,000 respondents that would take hours and is left out.
 */
const at = process.argv.indexOf('--respondents');
const respondents = at < 0 ? 20_000 : Number(process.argv[at + 1]);
const MOST_FOR_POSTGRES = 100_000;

const ANSWERS = `{ base rest within net { good bad net low high } options { code label role people percent low high side } }`;
const QUERY = `query ($by: AnswerCut) { answers(engagement: "${CONSULTATION}", by: $by) { heard open { key text people } questions {
  key text kind unit matrix { key text item } several message notAnswered cutRefused weighted { refused effective options { code percent low high } }
  all ${ANSWERS} cut { code name answers ${ANSWERS} } } } }`;
const page = (by: string | null, cookie = ''): Shot =>
  question(by ?? 'uncut', { query: QUERY, variables: { by } }, cookie);

const dataDir = temporaryFolder('bench');
const server = await openDatabase({ ...readSettings({ HUB_DATA_DIR: dataDir }), dataDir }, serverVersion);
let api: ChildProcess | undefined;

async function startApi(): Promise<number> {
  const port = await freePort();
  api = spawn(process.execPath, [fileURLToPath(new URL('../apps/api/src/main.js', import.meta.url))], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HUB_DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => api!.stdout!.once('data', resolve));
  // A process that has run for a while, which has never been asked for this page.
  const other = question('other', {
    query: '{ editions { nodes { number } } engagements { nodes { id title } } }',
  });
  for (let n = 0; n < 5; n++) await once(port, other);
  return port;
}

async function endApi(): Promise<void> {
  if (api?.exitCode === null && api.kill('SIGTERM'))
    await new Promise((resolve) => api!.once('exit', resolve));
}

async function once(port: number, shot: Shot): Promise<number> {
  const start = performance.now();
  let body = '';
  await load(
    port,
    1,
    0,
    () => shot,
    (hit) => (body = hit.body),
  );
  const took = performance.now() - start;
  if (!body.startsWith('{"data"')) throw new Error(`the page was not answered: ${body.slice(0, 200)}`);
  if (shot.name !== 'other' && body.split('"several"').length - 1 !== QUESTIONS)
    throw new Error(`the page does not hold ${QUESTIONS} questions`);
  return took;
}

interface Cold {
  ms: number;
  best: number;
  processorMs: number;
}

const STARTS = 5;

/** A page that an API is asked for first of all. */
async function coldPage(by: string | null): Promise<Cold> {
  const times: number[] = [];
  const processor: number[] = [];
  for (let n = 0; n < STARTS; n++) {
    const port = await startApi();
    const before = processorSecondsOf(api!.pid!);
    times.push(await once(port, page(by)));
    processor.push(1000 * (processorSecondsOf(api!.pid!) - before));
    await endApi();
  }
  const middle = (all: number[]): number => Math.round(all.sort((a, b) => a - b)[Math.floor(STARTS / 2)]!);
  return { ms: middle(times), best: Math.round(Math.min(...times)), processorMs: middle(processor) };
}

try {
  await prepareDatabase(server);
  const worker = await Database.open(server.urlFor('worker'));
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 1000);
  await plantEdition(worker, dataDir, 20_000, 10_000, (tx) => plantConsultation(tx, respondents));
  console.error(`planted after ${seconds()} s`);
  await completeStandings(worker);
  console.error(`released after ${seconds()} s`);
  const busy = (): number => Number(loadavg()[0]!.toFixed(1));
  const before = busy();
  const postgres = respondents > MOST_FOR_POSTGRES ? null : await plainCounts(worker);
  await worker.close();
  const cold: Record<string, Cold> = {};
  for (const by of [null, 'AGE_BAND', 'WARD']) cold[by ?? 'uncut'] = await coldPage(by);
  console.error(JSON.stringify({ respondents, cold, postgres }));
  const port = await startApi();
  // Fewer than one address may ask in a minute.
  const times = async (shot: Shot, many: number): Promise<{ p50: number; p95: number }> => {
    await once(port, shot);
    const all: number[] = [];
    for (let n = 0; n < many; n++) all.push(await once(port, shot));
    const kept = all.sort((a, b) => a - b);
    const at = (share: number): number => Number(kept[Math.floor(share * many)]!.toFixed(1));
    return { p50: at(0.5), p95: at(0.95) };
  };
  const report = {
    respondents,
    load: [before, busy()],
    cold,
    postgres,
    kept: await times(page(null), 100),
    keptLater: await times(page(null), 100),
    keptByWard: await times(page('WARD'), 100),
    ofSession: await times(page('AGE_BAND', 'hub_session=nobody'), 20),
  };
  console.log(process.argv.includes('--json') ? JSON.stringify(report) : report);
} finally {
  await endApi();
  await server.stop();
  removeFolder(dataDir);
}
