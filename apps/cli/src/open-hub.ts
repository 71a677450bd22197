import { openDatabase, readSettings, type Settings } from '#platform';
import type { PipelineDatabases } from '#pipeline';
import { Database, prepareDatabase, serverVersion } from '#store';

/** The hub's database as the command line works with it. */
export interface OpenHub extends PipelineDatabases {
  settings: Settings;
  /** For accounts and sign-in links alone. */
  owner: Database;
}

/**
 * Do something with the hub's database, whether the hub runs or not: a database that this command started is stopped
 * again at its end.
 */
export async function withHub<T>(work: (hub: OpenHub) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const server = await openDatabase(settings, serverVersion);
  const opened: Database[] = [];
  const open = async (role: 'worker' | 'linker' | 'owner'): Promise<Database> => {
    const db = await Database.open(server.urlFor(role), { name: 'hub-cli', poolSize: 2 });
    opened.push(db);
    return db;
  };
  try {
    await prepareDatabase(server);
    return await work({
      settings,
      worker: await open('worker'),
      linker: await open('linker'),
      owner: await open('owner'),
    });
  } finally {
    await Promise.all(opened.map((db) => db.close()));
    await server.stop();
  }
}
