import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { removeFolder, temporaryFolder } from '#platform';

/** A disk of few megabytes, in memory. */
export interface SmallDisk {
  folder: string;
  free(): number;
  /** Takes all room but so many bytes. */
  fill(but: number): void;
  /** Gives that back. */
  makeRoom(): void;
  remove(): Promise<void>;
}

/** @returns null where this account may not mount one: root may, where the machine lets it */
export function smallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = temporaryFolder('disk', 0o711);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'none', folder]);
  if (mounted.status !== 0) {
    removeFolder(folder);
    return null;
  }
  chmodSync(folder, 0o711);
  const filler = join(folder, 'filler');
  const free = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    free,
    fill: (but) => writeFileSync(filler, Buffer.alloc(Math.max(0, free() - but))),
    makeRoom: () => rmSync(filler, { force: true }),
    remove: async () => {
      // What was on it may still be ending: a mount that is in use stays.
      for (let tries = 0; spawnSync('umount', [folder]).status !== 0; tries++) {
        if (tries === 120) throw new Error(`${folder} is still in use and stays mounted`);
        await sleep(250);
      }
      removeFolder(folder);
    },
  };
}
