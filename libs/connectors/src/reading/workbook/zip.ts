import { Inflate } from 'fflate';

/** A fault in the container or in one of its parts; `where` names the part. */
export class WorkbookError extends Error {
  constructor(
    readonly code: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** What an honest workbook of consultation answers stays far below. */
export const ZIP_LIMITS = {
  entries: 5_000,
  /** Bytes of one unpacked part, and of all together. None is ever held whole: a sheet of a million rows has half a gigabyte. */
  part: 1024 * 1024 * 1024,
  total: 1536 * 1024 * 1024,
  /** Unpacked to packed, for parts over a megabyte: deflate reaches 1,032 at the utmost, real sheets stay near 20. */
  ratio: 200,
  nameLength: 512,
};

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/** Parts of a zip container, checked as a whole before any is unpacked. */
export interface Container {
  has(name: string): boolean;
  names(): string[];
  /** Bytes of a part, piece by piece; null where there is none. Never more than it declared. */
  read(name: string): Iterable<Uint8Array> | null;
}

/**
 * Opens a zip after checking it: number of entries, names (no path out of the container, no repeats), declared sizes and
 * their ratio. Throws `WorkbookError`.
 */
export function openZip(bytes: Uint8Array): Container {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  let total = 0;
  for (const entry of centralDirectory(bytes, view)) {
    checkEntry(entry);
    total += entry.unpacked;
    if (total > ZIP_LIMITS.total)
      throw new WorkbookError('workbook-too-large', 'The workbook unpacks to more than the hub takes.');
    const key = partKey(entry.name);
    if (entries.has(key))
      throw new WorkbookError('workbook-damaged', `The workbook holds the part "${entry.name}" twice.`);
    entries.set(key, entry);
  }
  return {
    has: (name) => entries.has(partKey(name)),
    names: () => [...entries.values()].map((entry) => entry.name),
    read: (name) => {
      const entry = entries.get(partKey(name));
      return entry ? unpack(bytes, view, entry) : null;
    },
  };
}

/** Part names are compared without case and without a leading slash; some writers use backslashes. */
const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

function checkEntry(entry: Entry): void {
  const path = entry.name.replaceAll('\\', '/');
  if (
    entry.name.length > ZIP_LIMITS.nameLength ||
    path.split('/').includes('..') ||
    /^([a-z]:|\/\/)/i.test(path)
  )
    throw new WorkbookError('workbook-unsafe', 'The workbook holds a part whose name leads out of it.');
  const suspicious = entry.unpacked > 1024 * 1024 && entry.unpacked > entry.packed * ZIP_LIMITS.ratio;
  if (entry.unpacked > ZIP_LIMITS.part || suspicious)
    throw new WorkbookError(
      'workbook-too-large',
      `The part "${entry.name}" unpacks to more than the hub takes.`,
    );
}

const damaged = (): WorkbookError =>
  new WorkbookError(
    'workbook-damaged',
    'The workbook is cut off or damaged: its table of contents can’t be read.',
  );

function centralDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endRecord(bytes, view);
  const count = view.getUint16(end + 10, true);
  if (count > ZIP_LIMITS.entries)
    throw new WorkbookError('workbook-too-large', 'The workbook holds too many parts.');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged();
    if (view.getUint16(at + 8, true) & 1)
      throw new WorkbookError('workbook-encrypted', 'The workbook is protected by a password.');
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** Offset of the end-of-central-directory record, sought backwards over a comment of any length. */
function endRecord(bytes: Uint8Array, view: DataView): number {
  const earliest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= earliest; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged();
}

/** Bytes that are unpacked at once: deflate makes two hundred times as many of them at the utmost (`ratio`). */
const PIECE = 1 << 15;

function* unpack(bytes: Uint8Array, view: DataView, entry: Entry): Generator<Uint8Array> {
  const { offset, name } = entry;
  const broken = new WorkbookError(
    'workbook-damaged',
    `The part "${name}" of the workbook can’t be unpacked.`,
  );
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw broken;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packed > bytes.length) throw broken;
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method !== 0 && entry.method !== 8) throw broken;
  if (entry.method === 0) return yield packed;
  let out: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((piece) => void out.push(piece));
  for (let at = 0; at < packed.length; at += PIECE) {
    try {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch {
      throw broken;
    }
    for (const piece of out) total += piece.length;
    if (total > Math.min(entry.unpacked, ZIP_LIMITS.part)) throw broken;
    yield* out;
    out = [];
  }
}
