import { openDatabase, removeFolder, temporaryFolder } from '#platform';
import { Database, serverVersion } from '#store';
import {
  dearCuts,
  dearPreviews,
  dearTables,
  largeBodies,
  longValues,
  manyClients,
  previewsInQuestions,
} from './attacks/attacks.js';
import { AttackedHub, partnerOf, publishUpTo } from './attacks/hub.js';
import { watch, type Watched } from './attacks/watch.js';

/**
 * `--editions 6 [--data FOLDER] [--only WORDS] [--hold] [--json]`: attacks that once ended or held the hub, over HTTP against the demonstration city,
 * while somebody else asks ordinary questions from another address; the same questions without any attack are the control, first and last.
 * `--data`: a data folder to use, and to keep, in place of one of the bench's own; one that has so many editions already is measured as a
 * hub that was started anew. `--hold` ends with 1 where anybody else waited longer, or the hub took more,
 * than is promised, or an attack was answered in another way than it is known to be.
 */
const said = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const only = said('only') ?? '';
const editions = Number(said('editions') ?? 6);
const given = said('data');
const dataDir = given ?? temporaryFolder('attacks');

/** What is promised to others under any attack, and of the hub's memory. */
const MOST = { p95: 250, hubMb: 1_024 };

/** Of a body that is too large nothing is read: the answer comes, or the connection is cut while it is still being sent. */
const REFUSED = ['413', '429', 'cut'];

const CONTROLS = ['the first question of each kind', 'nothing', 'nothing, afterwards'];

const QUESTION = `query ($by: [Dimension!], $filter: FigureFilter) { figureColumns(report: "themes-by-community", by: $by, filter: $filter) {
  note rows values { dimension codes } places submissions people share } }`;
const CUTS = [['THEME'], ['WARD'], ['AGENCY', 'QUARTER'], ['QUARTER'], ['THEME', 'AGENCY'], ['AGE_BAND']];

/** Pages of the dashboard, as anybody opens them. */
const ORDINARY = [
  ...CUTS.map((by) => ({ query: QUESTION, variables: { by } })),
  { query: '{ hub { city } editions { nodes { number } } }' },
  { query: '{ freshness { nodes { source words } } agencies { nodes { code } } }' },
].map((body) => JSON.stringify(body));

const hub = await AttackedHub.start(dataDir);
const server = await openDatabase({ dataDir, databaseUrl: null, roleUrls: {} }, serverVersion);
const [worker, linker, owner] = await Promise.all([
  Database.open(server.urlFor('worker'), { name: 'bench' }),
  Database.open(server.urlFor('linker'), { name: 'bench', poolSize: 2 }),
  Database.open(server.urlFor('owner'), { name: 'bench', poolSize: 1 }),
]);
try {
  const publications = await publishUpTo(editions, { worker, linker }, dataDir, hub.port);
  const themes = (
    await worker.query<{ theme: string }>(
      'SELECT DISTINCT theme FROM facts.fact WHERE theme IS NOT NULL ORDER BY 1',
    )
  ).map((row) => row.theme);
  const partner = await partnerOf(owner, hub.port);
  const attacked: Watched[] = [];
  const amiss: string[] = [];
  /** @param given what an attack may be answered: any other says that it did not reach what it is meant for */
  const under = async (
    name: string,
    run: () => Promise<(number | 'cut')[]>,
    given: readonly string[] = ['200', '429'],
  ): Promise<void> => {
    // The control is measured beside whatever is attacked.
    if (!name.includes(only) && !CONTROLS.includes(name)) return;
    const seen = await watch(name, hub, ORDINARY, run);
    attacked.push(seen);
    const others = Object.keys(seen.answers).filter((status) => !given.includes(status));
    if (others.length > 0) amiss.push(`${name}: answered ${others.join(', ')}`);
    if (!process.argv.includes('--json')) console.log(JSON.stringify(attacked.at(-1)));
  };
  await under(CONTROLS[0]!, async () => []);
  await under(CONTROLS[1]!, async () => []);
  await under('C1 table of 1.1 million cells', () => dearTables(hub.port, themes, 4));
  await under('C1 dearest tables that are answered', () => dearCuts(hub.port, themes, 4));
  await under('C2 values of 20 MB', () => longValues(hub.port, 66), REFUSED);
  await under('H5 previews', () => dearPreviews(hub.port, partner), ['200', '400', '422', '503']);
  await under('H5 previews within questions', () => previewsInQuestions(hub.port, partner), REFUSED);
  await under('M1 bodies, not signed in', () => largeBodies(hub.port, ''), REFUSED);
  await under('M1 bodies of a partner', () => largeBodies(hub.port, partner), REFUSED);
  await under('2,000 clients in a minute', () => manyClients(hub.port, 2_000));
  await under(CONTROLS[2]!, async () => []);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ editions, publications, attacked }));
  else console.log({ editions, publications });
  const over = attacked.filter(
    ({ attack, others, hubMb }) =>
      attack !== CONTROLS[0] && (others.p95 > MOST.p95 || others.failed > 0 || hubMb > MOST.hubMb),
  );
  if (amiss.length > 0) console.error(amiss.join('\n'));
  if (process.argv.includes('--hold') && over.length + amiss.length > 0) process.exitCode = 1;
} finally {
  await Promise.all([worker, linker, owner].map((one) => one.close()));
  await hub.stop();
  await server.stop();
  if (!given) removeFolder(dataDir);
}
