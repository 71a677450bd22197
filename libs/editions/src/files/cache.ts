import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import {
  bytesOf,
  type FactTable,
  type KeptPairs,
  memoryFor,
  openPairs,
  TABLE_AT,
  type TableDescription,
} from '#counting';
import { DamagedFile, unopened } from './manifest.js';
import { writeWhole } from './place.js';

/**
 * The edition as the counting engine has it in memory, so that it opens at once. It is made from the Parquet parts and
 * can be made again: mark, length and SHA-256 of the header, header, table, kept pairs, and the SHA-256 of all that.
 */
export const CACHE = 'counting.cache';
/** Raised when anything about the layout changes: an older cache is then made anew, not read. */
const MARK = 'hub counting 1\n\n';
const HASH_BYTES = 32;
const START_BYTES = MARK.length + 4 + HASH_BYTES;
const CHUNK = 1 << 23;

interface Header {
  /** SHA-256 of the manifest that it was made for. */
  manifest: string;
  description: TableDescription;
  pairs: number;
}

export interface OpenCache {
  description: TableDescription;
  memory: WebAssembly.Memory;
  kept: KeptPairs;
  bytes: number;
}

/** Writes the cache of a table into a folder, whole or not at all. @param pairs as `keepPairs` makes them */
export function writeCache(folder: string, manifest: string, table: FactTable, pairs: Int32Array): void {
  const { description, main } = table;
  const header = Buffer.from(JSON.stringify({ manifest, description, pairs: pairs.length } satisfies Header));
  const start = Buffer.alloc(START_BYTES);
  start.write(MARK);
  start.writeUInt32LE(header.length, MARK.length);
  createHash('sha256')
    .update(header)
    .digest()
    .copy(start, MARK.length + 4);
  const data = new Uint8Array(main.who.buffer, main.who.byteOffset, bytesOf(description));
  const parts = [start, header, data, new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength)];
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const path = join(folder, CACHE);
  writeWhole(`${path}.new`, ...parts, hash.digest());
  renameSync(`${path}.new`, path);
}

/**
 * Opens a cache; every byte is checked.
 * @param seats threads that will count at the same time
 * @throws DamagedFile where it is missing, changed, of another layout, or of another manifest
 * @throws ClosedFile where this account may not read it
 */
export function openCache(folder: string, manifest: string, seats: number): OpenCache {
  const file = open(folder);
  try {
    const { size } = fstatSync(file);
    const hash = createHash('sha256');
    const start = Buffer.from(take(file, hash, new Uint8Array(START_BYTES), 0));
    if (start.toString('latin1', 0, MARK.length) !== MARK) throw damaged('it has another layout');
    const length = start.readUInt32LE(MARK.length);
    if (length > size) throw damaged('it is cut short');
    const told = take(file, hash, new Uint8Array(length), START_BYTES);
    if (
      !createHash('sha256')
        .update(told)
        .digest()
        .equals(start.subarray(MARK.length + 4))
    )
      throw damaged('its header has changed');
    const header = JSON.parse(Buffer.from(told).toString('utf8')) as Header;
    const from = START_BYTES + length;
    const bytes = bytesOf(header.description);
    if (size !== from + bytes + header.pairs * 4 + HASH_BYTES) throw damaged('its length has changed');
    const memory = memoryFor(header.description, seats);
    take(file, hash, new Uint8Array(memory.buffer, TABLE_AT, bytes), from);
    const pairs = new Int32Array(header.pairs);
    take(file, hash, new Uint8Array(pairs.buffer), from + bytes);
    const written = take(file, null, new Uint8Array(HASH_BYTES), size - HASH_BYTES);
    if (!hash.digest().equals(written)) throw damaged('its hash has changed');
    if (header.manifest !== manifest) throw damaged('it was made from other files');
    return { ...header, memory, kept: openPairs(header.description, pairs), bytes: size };
  } finally {
    closeSync(file);
  }
}

const damaged = (reason: string): DamagedFile => new DamagedFile(CACHE, reason);

function open(folder: string): number {
  try {
    return openSync(join(folder, CACHE), 'r');
  } catch (error) {
    throw unopened(error, folder, CACHE);
  }
}

/** Fills an array from a place of the file; what is read is hashed while it is at hand. */
function take(file: number, hash: Hash | null, into: Uint8Array, from: number): Uint8Array {
  for (let at = 0; at < into.length;) {
    const many = readSync(file, into, at, Math.min(CHUNK, into.length - at), from + at);
    if (many === 0) throw damaged('it is cut short');
    hash?.update(into.subarray(at, at + many));
    at += many;
  }
  return into;
}
