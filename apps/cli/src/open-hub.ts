import { assertOwnDataFolder, Life, openDatabase, readSettings, type Settings } from '#platform';
import type { PipelineDatabases } from '#pipeline';
import { Database, prepareDatabase, serverVersion } from '#store';

import { UsageError } from './terminal.js';

type HubServer = Awaited<ReturnType<typeof openDatabase>>;

/** The hub's database as the command line works with it. */
export interface OpenHub extends PipelineDatabases {
  settings: Settings;
  /** For accounts and sign-in links alone. */
  owner: Database;
}

/**
 * Do something with the hub's database, whether the hub runs or not: a database that this command started is stopped
 * again at its end. A signal ends the work at its next statement; what it had open is rolled back.
 */
export async function withHub<T>(work: (hub: OpenHub) => Promise<T>): Promise<T> {
  const settings = readSettings();
  assertOwnDataFolder(settings.dataDir);
  const life = new Life().listen();
  const { stopping } = life;
  const open = async (server: HubServer, role: 'worker' | 'linker' | 'owner'): Promise<Database> => {
    life.goOn();
    const db = await Database.open(server.urlFor(role), { name: 'hub-cli', poolSize: 2 });
    life.atStop(() => db.close());
    return db.until(stopping);
  };
  try {
    const server = await openDatabase(settings, serverVersion, { stopping });
    life.atStop(() => server.stop());
    life.goOn();
    await prepareDatabase(server);
    return await work({
      settings,
      worker: await open(server, 'worker'),
      linker: await open(server, 'linker'),
      owner: await open(server, 'owner'),
    });
  } catch (error) {
    throw stopping.aborted ? new UsageError('stopped before its end; the same command goes on') : error;
  } finally {
    await life.end();
  }
}
