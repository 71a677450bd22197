import { spawnSync } from 'node:child_process';
import { StartError } from '../start-error.js';

/** The operating-system account that the database's processes run under. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it `postgres` where that account exists, else `nobody`.
 * @returns null where this process's own account will do
 * @throws StartError where root has neither
 */
export function databaseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const uid = accountId('-u', name);
    const gid = accountId('-g', name);
    if (uid !== null && gid !== null && uid !== 0) return { uid, gid };
  }
  throw new StartError(
    'the embedded database does not run as root, and there is no account postgres or nobody to run it as; ' +
      'start the hub as another user or set DATABASE_URL',
  );
}

function accountId(flag: '-u' | '-g', name: string): number | null {
  const asked = spawnSync('id', [flag, name], { encoding: 'utf8' });
  const id = asked.status === 0 && asked.stdout.trim() !== '' ? Number(asked.stdout) : Number.NaN;
  // macOS numbers `nobody` -2; the system call wants it as an unsigned number.
  return Number.isInteger(id) ? id >>> 0 : null;
}

/**
 * Can that account enter this folder? Asked of the system itself, because modes alone don't tell (ACLs, root squash).
 * @param account null = this process's own, which can
 */
export function canReach(folder: string, account: Account | null): boolean {
  if (!account) return true;
  const tried = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return tried.status === 0;
}
