import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, readText, writePrivate } from './files.js';
import { processMark } from './process-mark.js';

/**
 * Which processes use the cluster just now: a small file each. The hub, the command line and separate apps share one
 * server; the last to leave stops it, whoever started it, so a command that happened to start it does not take it away
 * from a hub that came later.
 */
export class ClusterUsers {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'users');
    makeFolder(this.folder, 0o700);
  }

  /** Call under the lock. @returns the name to leave with */
  join(): string {
    const name = `${process.pid}-${randomBytes(6).toString('hex')}`;
    writePrivate(join(this.folder, name), processMark(process.pid) ?? '');
    return name;
  }

  /** Call under the lock. @returns true where nobody is left */
  leave(name: string): boolean {
    rmSync(join(this.folder, name), { force: true });
    return this.living() === 0;
  }

  /** How many users are left; those whose process ended without leaving are forgotten. */
  living(): number {
    let living = 0;
    for (const name of readdirSync(this.folder)) {
      const path = join(this.folder, name);
      const mark = processMark(Number(name.split('-')[0]));
      if (mark !== null && [mark, null].includes(markIn(path))) living += 1;
      else rmSync(path, { force: true });
    }
    return living;
  }
}

/** @returns null where another account wrote it, so that it can't be read: whoever has that number is believed to be it */
function markIn(path: string): string | null {
  try {
    return readText(path) ?? '';
  } catch {
    return null;
  }
}
