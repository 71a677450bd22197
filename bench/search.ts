import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase, readSettings, removeFolder, temporaryFolder } from '#platform';
import {
  askedWords,
  Database,
  findByWords,
  openPool,
  prepareDatabase,
  serverVersion,
  type Transaction,
} from '#store';
import { meaningBytes, piecesOf, randomOf } from '#themes';
import { findComments } from '../apps/api/src/analyst/find/find-comments.js';
import { MOST_BY_WORDS, rankComments } from '../apps/api/src/analyst/find/rank.js';
import { Shelves } from '../apps/api/src/analyst/find/shelves.js';
import { agencyOf, plantComments } from './search/plant.js';
import { type BenchRow, readRows } from './themes/read.js';

/**
 * `npm run --silent bench:search -- --data FILE.csv --text COLUMN --labels '*' [--queries FILE.json] [--comments 100000] [--json]`
 *
 * Judged: of each query (`[{ "words", "label" }]`) a comment is right that has its label; nDCG at 10 by words, by word vectors, and by both as the
 * search joins them. Pace: the whole search, as the page asks it, over so many comments of four agencies of which the asker may read three.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    text: { type: 'string' },
    labels: { type: 'string', default: '*' },
    queries: {
      type: 'string',
      default: fileURLToPath(new URL('../../bench/search/queries.json', import.meta.url)),
    },
    comments: { type: 'string', default: '100000' },
    json: { type: 'boolean', default: false },
  },
});
if (!values.data || !values.text) throw new Error('--data FILE.csv and --text COLUMN are needed');

const AGENCIES = ['one', 'two', 'three', 'hidden'];
const AT = 10;
const ROUNDS = 3;
/** The last agency's comments are not for the asker. */
const mayRead = (at: number): boolean => agencyOf(at, AGENCIES) !== 'hidden';

const queries = JSON.parse(readFileSync(values.queries, 'utf8')) as { words: string; label: string }[];
const rows = readRows(values.data, {
  text: values.text, label: null, labels: values.labels, question: null, bands: null, train: values.data, test: null, out: null,
  curve: [], strategy: 'random', embeddings: false, seeds: 1, threads: 1, json: true,
} as never).filter(({ text }) => text.trim() !== ''); // prettier-ignore
const dataDir = temporaryFolder('bench');
const server = await openDatabase({ ...readSettings({ HUB_DATA_DIR: dataDir }), dataDir }, serverVersion);
const admin = openPool(server.adminUrl, 1);
try {
  await prepareDatabase(server);
  const worker = await Database.open(server.urlFor('worker'));
  const workbench = await Database.open(server.urlFor('workbench'));
  const query = { query: async (sql: string, given?: unknown[]) => (await admin.query(sql, given)).rows };
  const session = await sessionOf(AGENCIES.slice(0, 3));
  const placeOf = await plantComments(worker, query as never, texts(Number(values.comments)), AGENCIES);
  const pace = await measure(workbench, session);
  const judged = await workbench.transaction((tx) => judge(tx, placeOf), session);
  const report = { comments: placeOf.size, queries: queries.length, ...judged, ...pace };
  if (values.json) console.log(JSON.stringify(report));
  else console.log(report);
  await Promise.all([worker.close(), workbench.close()]);
} finally {
  await admin.end();
  await server.stop();
  removeFolder(dataDir);
}

/** The labelled comments, and behind them made-up ones of their pieces until there are so many. */
function texts(wanted: number): string[] {
  const all = rows.map(({ text }) => text);
  const pieces = all.flatMap(piecesOf);
  const random = randomOf(1);
  const pick = (): string => pieces[Math.floor(random() * pieces.length)]!;
  while (all.length < wanted) all.push(`${pick()} ${pick()}`);
  return all;
}

async function sessionOf(agencies: readonly string[]): Promise<string> {
  const [account, session] = [randomUUID(), randomBytes(32).toString('hex')];
  await admin.query(`INSERT INTO access.account (id, name) VALUES ($1, 'Bench')`, [account]);
  await admin.query(
    `INSERT INTO access.role_held (account_id, role, agency) SELECT $1, 'analyst', a FROM unnest($2::text[]) a`,
    [account, agencies],
  );
  await admin.query(
    `INSERT INTO access.session (token_hash, account_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')`,
    [session, account],
  );
  return session;
}

/** nDCG at ten of each way, over the labelled comments alone. */
async function judge(tx: Transaction, placeOf: ReadonlyMap<number, number>) {
  const shelves = new Shelves();
  const shelf = await shelves.of(tx);
  const sums = { words: 0, meaning: 0, both: 0 };
  const labelled = (answer: number): BenchRow | undefined => rows[placeOf.get(answer)!];
  for (const { words: said, label } of queries) {
    // Of what the asker may read.
    const right = [...placeOf].filter(([, at]) => mayRead(at) && rows[at]?.labels.includes(label)).length;
    const gain = (list: readonly { answer: number }[]): number => {
      const judged = list.flatMap(({ answer }) => labelled(answer) ?? []);
      return ndcg(
        judged.map(({ labels }) => labels.includes(label)),
        right,
      );
    };
    const terms = (await askedWords(tx, said)).map(({ word }) => word);
    sums.words += gain(await findByWords(tx, terms, MOST_BY_WORDS));
    sums.meaning += gain(shelf.nearest(shelf.asking(meaningBytes(said))!, MOST_BY_WORDS, -1));
    sums.both += gain((await rankComments(tx, shelves, said)).order);
  }
  const mean = (sum: number): number => Math.round((1000 * sum) / queries.length) / 1000;
  return { ndcg: { words: mean(sums.words), meaning: mean(sums.meaning), both: mean(sums.both) } };
}

/** Discounted gain of the first ten against the best there could be (Järvelin and Kekäläinen, 2002). */
function ndcg(found: readonly boolean[], right: number): number {
  const gain = (at: number): number => 1 / Math.log2(at + 2);
  const got = found.slice(0, AT).reduce((sum, yes, at) => sum + (yes ? gain(at) : 0), 0);
  const best = Array.from({ length: Math.min(AT, right) }, (_, at) => gain(at)).reduce((a, b) => a + b, 0);
  return best === 0 ? 0 : got / best;
}

/** Milliseconds of a whole search, vectors kept: median and 95th percentile. */
async function measure(workbench: Database, session: string) {
  const shelves = new Shelves();
  const ask = (words: string) =>
    workbench.transaction(
      (tx) => findComments(tx, shelves, { words, filter: {}, first: 20, skip: 0 }),
      session,
    );
  const began = performance.now();
  await ask('bus');
  const first = Math.round(performance.now() - began);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const { words } of queries) {
      const start = performance.now();
      await ask(words);
      times.push(performance.now() - start);
    }
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.floor(share * (times.length - 1))]!);
  return { firstMs: first, p50Ms: at(0.5), p95Ms: at(0.95) };
}
