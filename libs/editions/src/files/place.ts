import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

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
  mkdirSync(editions, { recursive: true, mode: 0o700 });
  const written = join(editions, `${BEING_WRITTEN}${process.pid}-${process.hrtime.bigint()}`);
  mkdirSync(written, { mode: 0o700 });
  try {
    const name = await fill(written);
    sync(written);
    rmSync(join(editions, name), { recursive: true, force: true });
    renameSync(written, join(editions, name));
    sync(editions);
    return name;
  } catch (error) {
    rmSync(written, { recursive: true, force: true });
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
  let names: string[] = [];
  try {
    names = readdirSync(editions);
  } catch {
    return; // nothing was ever written
  }
  for (const name of names)
    if (name.startsWith(BEING_WRITTEN) || (name.startsWith('edition-') && !registered.has(name)))
      rmSync(join(editions, name), { recursive: true, force: true });
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
