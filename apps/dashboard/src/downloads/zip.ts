/** A file of an archive. */
export interface Entry {
  name: string;
  bytes: Uint8Array;
}

/** A zip archive whose files are stored as they are (APPNOTE 6.3.10, method 0): what is downloaded here is small. */
export function zip(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const path = new TextEncoder().encode(name);
    const common = [20, 0x0800, 0, 0, FIRST_DAY] as const;
    const sums = [crc32(bytes), bytes.length, bytes.length] as const;
    const local = header(0x04034b50, common, sums, [path.length, 0]);
    directory.push(header(0x02014b50, [20, ...common], sums, [path.length, 0, 0, 0, 0], [0, at]), path);
    parts.push(local, path, bytes);
    at += local.length + path.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = header(0x06054b50, [0, 0, entries.length, entries.length], [size, at], [0]);
  return joined([...parts, ...directory, end]);
}

/** 1 January 1980: the earliest day that the format can write, so that the same figures are the same bytes. */
const FIRST_DAY = 0x0021;

/** A signature, 16-bit numbers, 32-bit ones, and 16-bit and 32-bit ones again; little-endian. */
function header(
  signature: number,
  shorts: readonly number[],
  longs: readonly number[],
  more: readonly number[],
  last: readonly number[] = [],
): Uint8Array {
  const view = new DataView(
    new ArrayBuffer(4 + 2 * (shorts.length + more.length) + 4 * (longs.length + last.length)),
  );
  view.setUint32(0, signature, true);
  let at = 4;
  const write = (numbers: readonly number[], bytes: 2 | 4): void => {
    for (const number of numbers) {
      if (bytes === 2) view.setUint16(at, number, true);
      else view.setUint32(at, number, true);
      at += bytes;
    }
  };
  write(shorts, 2);
  write(longs, 4);
  write(more, 2);
  write(last, 4);
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Checksum of a file (CRC-32 of ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ TABLE[(value ^ byte) & 255]!;
  return (value ^ 0xffffffff) >>> 0;
}
