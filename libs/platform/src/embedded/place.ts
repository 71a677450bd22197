import { createHash, randomBytes } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { isOwnFolder } from '../own-folder.js';
import { StartError } from '../start-error.js';
import { canReach, type Account } from './account.js';
import { makeFolder, readText, writePrivate } from './files.js';

/** Where the embedded cluster lives, as recorded in `<data dir>/cluster.json`. */
export interface Place {
  /** Absolute. */
  dataDir: string;
  /** Absolute: PostgreSQL's own data folder, of mode 0700. */
  folder: string;
  /** The port it had last, to be used again where it is free; null before the first start. */
  port: number | null;
}

/**
 * Folders that the hub may have outside its data folder, for what another account must reach. Those that outlive a
 * restart come first; an ordinary account has one under its own number, for several may share a machine.
 */
export function hubFolders(): string[] {
  const number = process.getuid?.() ?? 0;
  const name = number === 0 ? 'co-operative-brain' : `co-operative-brain-${number}`;
  return ['/var/lib', '/var/tmp', tmpdir()].map((shared) => join(shared, name));
}

/**
 * Finds the cluster's folder, choosing one on the first call: `<data dir>/postgres`, or, where the database's account
 * can't get there (root's own folders), a private folder that it can reach.
 */
export function findPlace(dataDir: string, account: Account | null): Place {
  makeFolder(dataDir, account ? 0o711 : 0o700);
  const recorded = read(dataDir);
  if (recorded) return recorded;
  const inside = canReach(dataDir, account);
  const place = {
    dataDir,
    folder: inside ? join(dataDir, 'postgres') : elsewhere(dataDir, account),
    port: null,
  };
  // Passwords are written after cluster.json, so their presence tells of a cluster that this would leave behind.
  if (existsSync(join(dataDir, 'secrets.json')) || (inside && existsSync(place.folder))) {
    throw new StartError(
      `${join(dataDir, 'cluster.json')} is missing, and it says where the database is; restore it`,
    );
  }
  record(place);
  return place;
}

/** Writes down where the cluster is and which port it has. */
export function record(place: Place): void {
  const own = place.folder === join(place.dataDir, 'postgres');
  // Relative where it can be, so that the data dir may be moved.
  const state = { folder: own ? 'postgres' : place.folder, port: place.port };
  writePrivate(join(place.dataDir, 'cluster.json'), `${JSON.stringify(state, null, 2)}\n`);
}

/**
 * A folder of the hub's own, under the first shared folder that the database's account can reach. One of that name
 * which a stranger put there (or a link) is passed over: nothing in it is used, least of all programs.
 * @throws StartError where there is none
 */
export function reachableFolder(account: Account | null, folders: readonly string[] = hubFolders()): string {
  const strange: string[] = [];
  for (const folder of folders) {
    if (!existsSync(dirname(folder)) || !canReach(dirname(folder), account)) continue;
    try {
      makeFolder(folder, 0o711);
    } catch {
      continue;
    }
    if (!isOwnFolder(folder)) strange.push(folder);
    else if (canReach(folder, account)) return folder;
  }
  throw new StartError(
    'no folder was found that the embedded database can reach; set HUB_DATA_DIR to one' +
      (strange.length ? ` (${strange.join(', ')}: not a private folder of this account, and not used)` : ''),
  );
}

function elsewhere(dataDir: string, account: Account | null): string {
  // The random part keeps a data dir that was emptied on purpose from meeting its old cluster again.
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12);
  const parent = join(reachableFolder(account), `${name}-${randomBytes(4).toString('hex')}`);
  makeFolder(parent, 0o711);
  return join(parent, 'postgres');
}

function read(dataDir: string): Place | null {
  const file = join(dataDir, 'cluster.json');
  const text = readText(file);
  if (text === null) return null;
  try {
    const { folder, port } = JSON.parse(text) as { folder: string; port: number | null };
    return { dataDir, folder: isAbsolute(folder) ? folder : join(dataDir, folder), port };
  } catch {
    throw new StartError(`${file} is damaged; restore it`);
  }
}
