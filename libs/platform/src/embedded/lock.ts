import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, StartError } from '../start-error.js';
import { fileFailure } from './files.js';
import { processMark } from './process-mark.js';

/** How long to wait for another process that holds the lock: it may be creating the database on a slow disk. */
const PATIENCE_MS = 180_000;

/**
 * Runs `work` while no other process does so under the same lock file. A lock left behind by a process that was killed
 * is taken over.
 * @param stopping ends the wait for it
 */
export async function withLock<T>(file: string, work: () => Promise<T>, stopping?: AbortSignal): Promise<T> {
  const claim = [process.pid, processMark(process.pid) ?? '', randomBytes(8).toString('hex')].join('|');
  const until = Date.now() + PATIENCE_MS;
  while (!tryClaim(file, claim)) {
    if (Date.now() > until) throw new StartError(`another process has held ${file} for three minutes`);
    await pause(30, undefined, { signal: stopping });
  }
  try {
    return await work();
  } finally {
    if (holder(file) === claim) rmSync(file, { force: true });
  }
}

function tryClaim(file: string, claim: string): boolean {
  try {
    writeFileSync(file, claim, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw fileFailure(error, file);
  }
  const held = holder(file);
  if (held !== null && isStale(file, held)) removeStale(file, held);
  return false;
}

function holder(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function isStale(file: string, claim: string): boolean {
  // Empty for an instant between creation and writing, or for good where its process was killed just then.
  if (claim === '')
    return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 10_000;
  const [pid = '', mark = ''] = claim.split('|');
  return processMark(Number(pid)) !== mark;
}

/** Moves the lock aside, which only one process can do, and puts it back if it was not the stale one after all. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
    if (holder(aside) !== stale) linkSync(aside, file);
  } catch {
    // Somebody else was quicker.
  } finally {
    rmSync(aside, { force: true });
  }
}
