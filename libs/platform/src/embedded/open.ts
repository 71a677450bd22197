import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseServer } from '../database-server.js';
import { roleName, type DatabaseRole } from '../database-roles.js';
import { assertOwnDataFolder } from '../data-folder-owner.js';
import { portIsFree } from '../port.js';
import { StartError } from '../start-error.js';
import { databaseAccount, type Account } from './account.js';
import { findBinaries } from './binaries.js';
import { readText } from './files.js';
import { initialise } from './initialise.js';
import { keepRunning } from './keep-running.js';
import { withLock } from './lock.js';
import { findPlace, record, type Place } from './place.js';
import { findPostmaster, stopPostmaster, untilReady, type Postmaster } from './postmaster.js';
import { readSecrets, type Secrets } from './secrets.js';
import { logFileOf, startServer } from './start-server.js';
import { ClusterUsers } from './users.js';

export interface EmbeddedOptions {
  /** false only for throw-away clusters of tests. */
  durable?: boolean;
  /** Ends the wait for another process; a creation that was begun is finished. */
  stopping?: AbortSignal;
}

/**
 * Opens the embedded database of a data dir: creates it the first time, starts it where it is not running, shares it
 * where it is (a server left behind by a killed hub included). The last process to call `stop` stops the server.
 */
export async function openEmbedded(
  dataDir: string,
  { durable = true, stopping }: EmbeddedOptions = {},
): Promise<DatabaseServer> {
  assertOwnDataFolder(dataDir);
  const account = databaseAccount();
  const place = findPlace(dataDir, account);
  const users = new ClusterUsers(dataDir);
  const lock = join(dataDir, 'database.lock');
  const open = async (): Promise<DatabaseServer> => {
    const secrets = readSecrets(dataDir, existsSync(place.folder));
    const running = existsSync(place.folder) ? await untilReady(place.folder, 120_000, stopping) : null;
    const server = running ?? (await start(place, account, secrets, durable));
    if (server.port !== place.port) record({ ...place, port: server.port });
    const user = users.join();
    const kept = new AbortController();
    const again = (): Promise<void> =>
      withLock(lock, () => startAgain(place, account, secrets, durable, server.port));
    void keepRunning(place.folder, server.port, again, kept.signal);
    const stop = (): Promise<void> =>
      withLock(lock, async () => {
        kept.abort();
        if (users.leave(user)) await stopPostmaster(place.folder);
      });
    return describe(place, server, secrets, running === null, once(stop));
  };
  return withLock(lock, open, stopping);
}

/** As it was: at the same port, which every open pool has written down. */
async function startAgain(
  place: Place,
  account: Account | null,
  secrets: Secrets,
  durable: boolean,
  port: number,
): Promise<void> {
  if (findPostmaster(place.folder)) return;
  if (!(await portIsFree(port)))
    throw new StartError(`port ${port} of the database was taken by another program`);
  await start({ ...place, port }, account, secrets, durable);
}

async function start(
  place: Place,
  account: Account | null,
  secrets: Secrets,
  durable: boolean,
): Promise<Postmaster> {
  const programs = await findBinaries(account);
  if (!existsSync(place.folder)) {
    if (place.port !== null) {
      const file = join(place.dataDir, 'cluster.json');
      throw new StartError(
        `${file} says that the database is in ${place.folder}, but it is not there; restore it, or delete ${place.dataDir} to start empty`,
      );
    }
    const { folder } = place;
    await initialise({ folder, account, programs, password: secrets.admin, durable });
  }
  const major = majorOf(place.folder);
  if (major !== programs.major) {
    throw new StartError(
      `the database in ${place.folder} was made by PostgreSQL ${major}, this version of the hub brings ${programs.major}; export it with the older version first`,
    );
  }
  return startServer({
    postgres: programs.postgres,
    folder: place.folder,
    logFile: logFileOf(place.dataDir),
    account,
    preferredPort: place.port,
    durable,
  });
}

function describe(
  place: Place,
  server: Postmaster,
  secrets: Secrets,
  started: boolean,
  stop: () => Promise<void>,
) {
  const url = (user: string, password: string): string =>
    `postgres://${user}:${password}@127.0.0.1:${server.port}/hub`;
  return {
    adminUrl: url('postgres', secrets.admin),
    urlFor: (role: DatabaseRole) => url(roleName(role), secrets.roles[role]),
    logins: secrets.roles,
    version: majorOf(place.folder),
    started,
    stop,
  };
}

const majorOf = (folder: string): number => Number(readText(join(folder, 'PG_VERSION')));

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
