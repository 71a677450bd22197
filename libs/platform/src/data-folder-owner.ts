import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.js';

/** What a hub writes into its data folder first, and never hands to another account. */
const WITNESSES = ['cluster.json', 'editions'];

/**
 * Refuses to work in another account's data folder: files made there would be files that its hub can't read, whoever made
 * them meant well (`sudo npx hub erase`).
 * @throws StartError naming the account to use
 */
export function assertOwnDataFolder(dataDir: string): void {
  const own = process.geteuid?.();
  if (own === undefined) return;
  const owner = ownerOf(dataDir, own);
  if (owner === null || owner === own || ownerOfNewFiles(dataDir) === owner) return;
  const name = accountName(owner);
  throw new StartError(
    `${dataDir} is the data folder of the account ${name}, and what this command writes would be out of its reach; ` +
      `run it as that account: sudo -u ${name} npx hub ... (or, where the hub is yours, give it the folder: chown -R)`,
  );
}

/** Account of the hub that has used a folder; null where none has yet. */
function ownerOf(dataDir: string, own: number): number | null {
  const look = (path: string): Stats | undefined => {
    try {
      return statSync(path, { throwIfNoEntry: false });
    } catch {
      return undefined; // not even its name may be asked: the folder itself tells
    }
  };
  for (const witness of WITNESSES) {
    const found = look(join(dataDir, witness));
    if (found) return found.uid;
  }
  // Root can write anywhere: into a folder that was given to somebody else too.
  return own === 0 ? (look(dataDir)?.uid ?? null) : null;
}

/** Some file systems (network and host folders) give every file the same owner. @returns null where none can be made */
function ownerOfNewFiles(folder: string): number | null {
  const path = join(folder, `.owner-${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
    const { uid } = statSync(path);
    rmSync(path);
    return uid;
  } catch {
    return null;
  }
}

/** The account's name, or `#1001` as sudo takes it where it has none. */
export function accountName(uid: number): string {
  const asked = spawnSync('id', ['-nu', String(uid)], { encoding: 'utf8' });
  const name = asked.status === 0 ? asked.stdout.trim() : '';
  return /^[\w.@-]+$/.test(name) ? name : `'#${uid}'`;
}
