import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isOwnFolder, temporaryFolder } from '#platform';

/** Longest path of a socket that every system takes (macOS: 103 bytes and a zero). */
const LONGEST = 103;
const NAME = /^counting-[0-9a-f]{12}\.sock$/;

/**
 * A path at which the counting process may listen: in the data folder, which only the hub's account enters, so that no other
 * account can listen there or be asked; in a private folder of its own where the path would be too long for a socket.
 */
export function socketPath(dataDir: string): string {
  const name = `counting-${randomBytes(6).toString('hex')}.sock`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\hub-${name}`;
  const inside = join(dataDir, name);
  if (Buffer.byteLength(inside) <= LONGEST) return inside;
  return join(temporaryFolder('counting'), name);
}

/** May a client go where the state file sends it? A folder in a place of everybody's must be this account's own. */
export function trustedPlace(path: string, dataDir: string): boolean {
  if (process.platform === 'win32') return true;
  const folder = path.slice(0, path.lastIndexOf('/'));
  return folder === dataDir || isOwnFolder(folder);
}

/** Sockets of processes that were killed; call under nobody's feet: only once none answers. */
export function sweepSockets(dataDir: string): void {
  for (const name of readdirSync(dataDir)) if (NAME.test(name)) rmSync(join(dataDir, name), { force: true });
}
