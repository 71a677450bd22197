import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { errorCode, StartError } from '#platform';
import type { HubSequence } from '#store';

/** What a backup consists of; written last, so that a folder without it is no backup. */
export interface BackupManifest {
  format: typeof FORMAT;
  madeAt: string;
  /** Name of the last migration of the database. */
  migration: string;
  tables: { name: string; columns: string[]; file: string }[];
  sequences: HubSequence[];
  files: BackupFile[];
}
export interface BackupFile {
  /** Inside the backup, parts joined by `/`. */
  path: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

export const FORMAT = 'co-operative-brain backup 1';
/** The journal of erasures and of numbers that editions were given. */
export const JOURNAL = 'erasures.jsonl';
export const MANIFEST = 'manifest.json';

/** Names as this hub writes them: nothing that leads out of the folder. */
const PATH = /^\w[\w.-]*(\/\w[\w.-]*)*$/;

/**
 * Reads a backup's manifest and compares every file with it, before anything is restored.
 * @throws StartError naming what is missing or changed
 */
export async function checkedManifest(folder: string): Promise<BackupManifest> {
  const manifest = readManifest(folder);
  for (const file of manifest.files) {
    const path = join(folder, file.path);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) throw new StartError(`${path} is missing from the backup`);
    if (size !== file.bytes || (await sha256Of(path)) !== file.sha256)
      throw new StartError(`${path} is not as it was when the backup was made; nothing was restored`);
  }
  return manifest;
}

function readManifest(folder: string): BackupManifest {
  const path = join(folder, MANIFEST);
  let manifest: BackupManifest;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as BackupManifest;
  } catch (error) {
    const reason =
      errorCode(error) === 'ENOENT' ? 'there is no manifest in it' : 'its manifest can not be read';
    throw new StartError(`${folder} is not a whole backup: ${reason}`);
  }
  if (manifest.format !== FORMAT)
    throw new StartError(`${path} is of another format than this version of the hub restores`);
  const strange = manifest.files.find((file) => !PATH.test(file.path));
  const listed = new Set(manifest.files.map((file) => file.path));
  const unlisted = manifest.tables.find(({ file }) => !listed.has(file));
  if (strange || unlisted) throw new StartError(`${path} names files that no backup has`);
  return manifest;
}

/** @returns hexadecimal */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
