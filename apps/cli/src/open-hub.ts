import { ErasureJournal } from '#operations';
import { assertOwnDataFolder, Life, openDatabase, readSettings, type Settings } from '#platform';
import type { PipelineDatabases } from '#pipeline';
import { type CommandGiver, Database, keepNumbersAbove, prepareDatabase, serverVersion } from '#store';

import { commandGiver } from './giver.js';
import { UsageError } from './terminal.js';

type HubServer = Awaited<ReturnType<typeof openDatabase>>;

/** The hub's database as the command line works with it. */
export interface OpenHub extends PipelineDatabases {
  settings: Settings;
  /** For accounts and sign-in links alone. */
  owner: Database;
  /** Where the queue is, unless there is a Redis. */
  workerUrl: string;
}

/** The hub's database server, before anything is done to what is in it. */
export interface OpenServer {
  settings: Settings;
  server: HubServer;
  /** @param giver in whose name the audit trail has what is done */
  open(role: 'worker' | 'linker' | 'owner', giver?: CommandGiver): Promise<Database>;
}

/**
 * Do something with the hub's database, whether the hub runs or not: a database that this command started is stopped
 * again at its end. A signal ends the work at its next statement; what it had open is rolled back.
 */
export async function withHub<T>(work: (hub: OpenHub) => Promise<T>): Promise<T> {
  return withServer(async ({ settings, server, open }) => {
    await prepareDatabase(server);
    const unnamed = await open('owner');
    const giver = await commandGiver(unnamed).finally(() => unnamed.close());
    const worker = await open('worker', giver);
    await finishErasures(worker, settings.dataDir);
    return work({
      settings,
      worker,
      linker: await open('linker', giver),
      owner: await open('owner', giver),
      workerUrl: server.urlFor('worker'),
    });
  });
}

/** A database that was restored by other means than `hub restore` has not seen the erasures and editions since. */
async function finishErasures(worker: Database, dataDir: string): Promise<void> {
  const journal = new ErasureJournal(dataDir);
  if (journal.read().length === 0) return void (await keepNumbersAbove(worker, journal.lastEdition()));
  // Loaded here: where nobody was ever erased commands are quicker without.
  const [{ EditionFiles }, { replayErasures }] = await Promise.all([import('#editions'), import('#facts')]);
  await replayErasures(worker, journal, new EditionFiles(dataDir));
}

/** As `withHub`, with the server as it is found: no migration is run. */
export async function withServer<T>(work: (hub: OpenServer) => Promise<T>): Promise<T> {
  const settings = readSettings();
  assertOwnDataFolder(settings.dataDir);
  const life = new Life().listen();
  const { stopping } = life;
  try {
    const server = await openDatabase(settings, serverVersion, { stopping });
    life.atStop(() => server.stop());
    life.goOn();
    const open: OpenServer['open'] = async (role, giver) => {
      life.goOn();
      const named = giver ? { giver } : {};
      const db = await Database.open(server.urlFor(role), { name: 'hub-cli', poolSize: 2, ...named });
      life.atStop(() => db.close());
      return db.until(stopping);
    };
    return await work({ settings, server, open });
  } catch (error) {
    throw stopping.aborted ? new UsageError('stopped before its end; the same command goes on') : error;
  } finally {
    await life.end();
  }
}
