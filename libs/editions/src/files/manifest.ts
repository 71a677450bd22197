import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CountQuestion } from '#counting';
import { accountName, errorCode } from '#platform';
import type { TableColumn } from '#store';

/** One file of an edition, and what must be found in it. */
export interface ManifestFile {
  name: string;
  table: string;
  rows: number;
  bytes: number;
  sha256: string;
}

/** What an edition's folder holds, in words that outlive this program. */
export interface Manifest {
  /** 1: tables alone. 2: beside them, in `parts.json`, what the edition was counted by and says. */
  format: 1 | 2;
  edition: number;
  /** Hash of the edition; it leaves keys and files out, so erasure never changes it. */
  hash: string;
  dataTo: string | null;
  synthetic: boolean;
  versions: Record<string, string>;
  /** Columns of each table. */
  schema: Record<string, TableColumn[]>;
  files: ManifestFile[];
  /** Questions whose answers are known; of the answer only a hash, for it is a true count. */
  golden: { question: CountQuestion; answer: string }[];
}

export const MANIFEST = 'manifest.json';

/** What an edition was counted by and says: policy, reports, rules, grades, groups, geography, freshness, statements, by name. */
export const PARTS = 'parts.json';

/** A file of an edition is not what it was when it was written. The message names it. */
export class DamagedFile extends Error {
  constructor(
    readonly file: string,
    reason: string,
  ) {
    super(`${file} is damaged: ${reason}`);
    this.name = 'DamagedFile';
  }
}

/** A file of an edition is there and closed to this account: nothing is said about what is in it. */
export class ClosedFile extends Error {
  constructor(
    readonly file: string,
    path: string,
  ) {
    super(`${file} can't be read by this account${ownerInWords(path)}`);
    this.name = 'ClosedFile';
  }
}

/** The first part of a path that belongs to another account tells whom to ask. */
function ownerInWords(path: string): string {
  for (const each of [path, dirname(path)]) {
    try {
      const { uid } = statSync(each);
      if (uid !== process.geteuid?.()) return `: it belongs to ${accountName(uid)}`;
    } catch {
      // Closed itself: what holds it may tell.
    }
  }
  return '';
}

/** What a file that could not be opened is: closed to this account, or else damaged. */
export function unopened(error: unknown, folder: string, file: string): Error {
  if (['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) return new ClosedFile(file, join(folder, file));
  return new DamagedFile(file, 'it cannot be read');
}

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * Reads and checks the manifest against the register.
 * @param expected SHA-256 of the manifest
 * @throws DamagedFile
 */
export function readManifest(folder: string, expected: string): Manifest {
  const bytes = read(folder, MANIFEST);
  if (sha256(bytes) !== expected) throw new DamagedFile(MANIFEST, 'its hash is not the one in the register');
  return JSON.parse(bytes.toString('utf8')) as Manifest;
}

/** Bytes of one file, checked against the manifest. @throws DamagedFile */
export function checkFile(folder: string, file: ManifestFile): void {
  if (size(folder, file.name) !== file.bytes) throw new DamagedFile(file.name, 'its length has changed');
  if (sha256(read(folder, file.name)) !== file.sha256)
    throw new DamagedFile(file.name, 'its hash has changed');
}

function read(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    throw unopened(error, folder, name);
  }
}

function size(folder: string, name: string): number {
  try {
    return statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? -1;
  } catch (error) {
    throw unopened(error, folder, name);
  }
}
