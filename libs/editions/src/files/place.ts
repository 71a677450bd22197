import {
  closeSync,
  type Dirent,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { errorCode, makeFolder, newFolder, removeFolder } from '#platform';

/**
 * Where editions' files are: the one module that knows. An object store would take its place by answering the same
 * questions: where a folder is, write one whole or not at all, and which there are.
 */

/** Folder of all editions' files under the hub's data folder. */
export const editionsFolder = (dataDir: string): string => join(dataDir, 'editions');

/** Name of an edition's folder: its number, and the beginning of its manifest's hash. */
export const folderName = (edition: number, manifest: string): string =>
  `edition-${String(edition).padStart(5, '0')}-${manifest.slice(0, 12)}`;

const BEING_WRITTEN = '.being-written-';

/**
 * Has a folder filled and puts it in its place at once: it is there whole or not at all, also when the process or the
 * machine dies.
 * @param fill writes the files into the folder given, and says what the folder shall be called
 */
export async function placeFolder(
  editions: string,
  fill: (folder: string) => Promise<string>,
): Promise<string> {
  makeFolder(editions, 0o700);
  const inside = realpathSync(editions);
  const written = newFolder(join(inside, `${BEING_WRITTEN}${process.pid}-${process.hrtime.bigint()}`));
  try {
    const name = await fill(written);
    sync(written);
    removeFolder(join(inside, name), { inside });
    renameSync(written, join(inside, name));
    sync(inside);
    return name;
  } catch (error) {
    removeFolder(written);
    throw error;
  }
}

/** Writes a file that is on the disk when this returns. */
export function writeWhole(path: string, ...bytes: Uint8Array[]): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (const each of bytes)
      for (let at = 0; at < each.byteLength;)
        at += writeSync(file, each, at, Math.min(each.byteLength - at, 1 << 26));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes folders that are not in the register: those of a publication that was killed, and those renewed since. */
export function sweep(editions: string, registered: ReadonlySet<string>): void {
  let entries: Dirent[] = [];
  try {
    entries = readdirSync(editions, { withFileTypes: true });
  } catch {
    return; // nothing was ever written
  }
  const inside = realpathSync(editions);
  for (const entry of entries) {
    const { name } = entry;
    const ours = name.startsWith(BEING_WRITTEN) || (name.startsWith('edition-') && !registered.has(name));
    if (ours && entry.isDirectory()) removeIfOurs(join(inside, name), inside);
  }
}

/** What another account left behind stays: it is in no register, and no reason to fail at anything else. */
function removeIfOurs(folder: string, inside: string): void {
  try {
    removeFolder(folder, { inside });
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) throw error;
  }
}

/** Makes a folder's entries last; not every system can. */
function sync(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows opens no folders.
  }
}
